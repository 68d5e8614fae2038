"""How a mix is brought to its loudness, and how loud a finished file is."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from kindreel.export import ffmpeg, meter
from kindreel.export.decode import SAMPLE_RATE, Samples, stretches
from kindreel.export.meter import Loudness

Tick = Callable[[], None]

_METER: Final = "ebur128=peak=true:framelog=quiet"
_LOUD = re.compile(r"\bI:\s+(-?[\d.]+|-inf|nan) LUFS")
_PEAK = re.compile(r"\bPeak:\s+(-?[\d.]+|-inf|nan) dBFS")

_HEADROOM_DB: Final = 0.7
"""Kept below the ceiling for what AAC adds to peaks."""

_ATTACK, _RELEASE = 2400.0, 60.0
"""How fast the limiter goes down ahead of a peak and comes back after it, dB a second."""

_PASSES: Final = 4
_CLOSE_ENOUGH: Final = 0.1


def measure_file(path: Path, tick: Tick | None = None) -> Loudness:
    """The loudness of a file's encoded sound, by ffmpeg's own meter."""
    source = ffmpeg.Input(ffmpeg.file(path), {"vn": None}, take="a")
    words = ffmpeg.command([source], "-", {"af": _METER, "f": "null"})
    told = ffmpeg.run(words, tick=tick).stderr
    return Loudness(_level(_LOUD.findall(told)), _level(_PEAK.findall(told)))


def _level(found: list[str]) -> float:
    return float(found[-1].replace("nan", "-inf")) if found else float("-inf")


def _no_tick() -> None:
    """Nobody wants to stop."""


def master(
    samples: Samples, target: float = -14.0, ceiling: float = -1.0, tick: Tick = _no_tick
) -> Samples:
    """The mix at the target loudness, its true peaks under the ceiling; silence stays silence.

    The first pass measures. One gain for the whole mix where its peaks allow that; otherwise a
    limiter takes what stands out, and the gain is corrected by what that took away.
    target: LUFS. ceiling: dBTP.
    """
    if not samples.any():
        return samples
    found = meter.measure(samples)
    if found.silent:
        return samples
    gain, room = target - found.integrated, ceiling - _HEADROOM_DB
    if found.true_peak + gain <= room:
        return _amplified(samples, gain)
    levels = meter.envelope(samples)
    loud, factors = np.empty_like(samples), np.empty_like(levels)
    for _ in range(_PASSES):
        tick()
        _limit(levels, gain, room, factors)
        factors *= np.float32(10 ** (gain / 20))
        np.multiply(samples, factors[:, None], out=loud)
        off = target - meter.integrated(loud)
        if abs(off) <= _CLOSE_ENOUGH:
            break
        gain += off
    return loud


def _amplified(samples: Samples, gain_db: float) -> Samples:
    return samples * np.float32(10 ** (gain_db / 20))


def _limit(levels: meter.Floats, gain_db: float, ceiling_db: float, out: meter.Floats) -> None:
    """For each sample the factor that keeps amplified levels under the ceiling, into `out`.

    A straight line in dB leads down to every peak and another one up again, whichever is lower.
    """
    parts, last = list(stretches(len(levels))), 0.0
    for part in parts:
        wanted = 20 * np.log10(np.maximum(levels[part], 1e-9)) + (gain_db - ceiling_db)
        last = _rising(np.minimum(-wanted, 0.0), last, _RELEASE, out[part])
    last = 0.0
    for part in reversed(parts):
        back = out[part][::-1]
        last = _rising(back.astype(np.float64), last, _ATTACK, back)
        np.power(np.float32(10), out[part] / np.float32(20), out=out[part])


def _rising(
    line: NDArray[np.float64], last: float, speed: float, out: NDArray[np.float32]
) -> float:
    """The line held to at most `speed` dB a second upwards from `last` on, into `out`; its end."""
    slope = np.arange(1, len(line) + 1) * (speed / SAMPLE_RATE)
    line -= slope
    np.minimum.accumulate(line, out=line)
    np.minimum(line, last, out=line)
    line += slope
    out[:] = line
    return float(line[-1])
