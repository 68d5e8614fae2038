"""Frames and seconds; a time is a whole number of frames at a rate."""

from __future__ import annotations

from fractions import Fraction

Rate = Fraction
"""Frames per second, exact: 30, 24, 30000/1001."""

THIRTY = Fraction(30)


def frames_of(seconds: float | Fraction, rate: Rate) -> int:
    """The whole number of frames nearest to `seconds`, halves up."""
    exact = Fraction(seconds) * rate
    return int((exact + Fraction(1, 2)).__floor__())


def seconds_of(frames: int, rate: Rate) -> Fraction:
    """How long so many frames last, exactly."""
    return frames / rate


def sample_of(frame: int, rate: Rate, sample_rate: int) -> int:
    """The audio sample at which a frame begins, rounded down."""
    return (frame * sample_rate / rate).__floor__()


def timecode(frame: int, rate: Rate) -> str:
    """“00:14:12”: minutes, seconds and frames within the second."""
    base = max(1, round(rate))
    seconds, rest = divmod(frame, base)
    return f"{seconds // 60:02d}:{seconds % 60:02d}:{rest:02d}"
