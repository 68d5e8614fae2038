"""Times are whole frames at exact rates."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from kindreel.model.colour import Colour, is_colour, rgba, with_alpha
from kindreel.model.time import frames_of, sample_of, seconds_of, timecode

rates = st.sampled_from([Fraction(24), Fraction(30), Fraction(30000, 1001), Fraction(60)])


@given(st.integers(0, 100_000), rates)
def test_frames_survive_the_way_through_seconds(frames: int, rate: Fraction) -> None:
    assert frames_of(seconds_of(frames, rate), rate) == frames


@given(st.integers(0, 10_000), rates)
def test_samples_never_drift(frame: int, rate: Fraction) -> None:
    assert 0 <= frame * 48_000 / rate - sample_of(frame, rate, 48_000) < 1


def test_a_timecode_counts_minutes_seconds_and_frames() -> None:
    assert timecode(30 * 74 + 12, Fraction(30)) == "01:14:12"
    assert timecode(0, Fraction(30000, 1001)) == "00:00:00"


def test_colours_are_read_and_made_clearer() -> None:
    assert rgba(Colour("#FF7A66")) == (255, 122, 102, 255)
    assert rgba(Colour("#80010203")) == (1, 2, 3, 128)
    assert with_alpha(Colour("#FF7A66"), 0.5) == "#80FF7A66"
    assert is_colour("#12345G") is False
