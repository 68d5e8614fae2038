"""How loud a mix is (ITU-R BS.1770), and how it is brought to its target."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from kindreel.export import ffmpeg
from kindreel.export.decode import SAMPLE_RATE, Samples

_RAW: ffmpeg.Options = {"f": "f32le", "ar": SAMPLE_RATE, "ac": 2}
_METER = "ebur128=peak=true:framelog=quiet"
_LOUD = re.compile(r"\bI:\s+(-?[\d.]+|-inf|nan) LUFS")
_PEAK = re.compile(r"\bPeak:\s+(-?[\d.]+|-inf|nan) dBFS")

_SILENT = -69.0
_HEADROOM_DB = 0.7
"""Kept below the ceiling for what AAC adds to peaks."""

_PASSES = 3
_CLOSE_ENOUGH = 0.2

Tick = Callable[[], None]


@dataclass(frozen=True, slots=True)
class Loudness:
    """integrated: LUFS. true_peak: dBTP. Both are -inf for silence."""

    integrated: float
    true_peak: float

    @property
    def silent(self) -> bool:
        """Whether nothing is to be heard, or too little to measure."""
        return not self.integrated > _SILENT


def _read(words: str) -> Loudness:
    loud, peak = _LOUD.findall(words), _PEAK.findall(words)
    return Loudness(_level(loud), _level(peak))


def _level(found: list[str]) -> float:
    return float(found[-1].replace("nan", "-inf")) if found else float("-inf")


def measure(samples: Samples, tick: Tick | None = None) -> Loudness:
    """The loudness of a mix."""
    source = ffmpeg.Input("pipe:", _RAW)
    words = ffmpeg.command([source], "-", {"af": _METER, "f": "null"})
    return _read(ffmpeg.run(words, samples.data, tick).stderr)


def measure_file(path: Path, tick: Tick | None = None) -> Loudness:
    """The loudness of a finished file's sound."""
    source = ffmpeg.Input(ffmpeg.file(path), {"vn": None}, take="a")
    words = ffmpeg.command([source], "-", {"af": _METER, "f": "null"})
    return _read(ffmpeg.run(words, tick=tick).stderr)


def _amplified(samples: Samples, gain_db: float) -> Samples:
    return samples * np.float32(10 ** (gain_db / 20))


def _limited(samples: Samples, ceiling_db: float, tick: Tick | None) -> Samples:
    """The mix with true peaks held under the ceiling: limited at four times the rate."""
    limit = 10 ** (ceiling_db / 20)
    chain = (
        f"aresample={4 * SAMPLE_RATE},"
        f"alimiter=limit={limit:.6f}:attack=5:release=60:level=disabled:latency=1,"
        f"aresample={SAMPLE_RATE}"
    )
    words = ffmpeg.command([ffmpeg.Input("pipe:", _RAW)], "pipe:", {**_RAW, "af": chain})
    raw = np.frombuffer(ffmpeg.run(words, samples.data, tick).stdout, np.float32).reshape(-1, 2)
    limited = np.zeros_like(samples)
    kept = min(len(raw), len(samples))
    limited[:kept] = raw[:kept]
    return limited


def master(
    samples: Samples, target: float = -14.0, ceiling: float = -1.0, tick: Tick | None = None
) -> Samples:
    """The mix at the target loudness, its true peaks under the ceiling; silence stays silence.

    One gain for the whole mix where the peaks allow it; otherwise a limiter takes what stands
    out, and the gain is measured again.
    target: LUFS. ceiling: dBTP.
    """
    found = measure(samples, tick)
    if found.silent:
        return samples
    gain = target - found.integrated
    room = ceiling - _HEADROOM_DB
    if found.true_peak + gain <= room:
        return _amplified(samples, gain)
    for _ in range(_PASSES):
        loud = _limited(_amplified(samples, gain), room, tick)
        off = target - measure(loud, tick).integrated
        if abs(off) <= _CLOSE_ENOUGH:
            break
        gain += off
    return loud
