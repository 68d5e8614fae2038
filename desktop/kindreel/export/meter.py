"""Loudness and true peaks of samples in memory, after ITU-R BS.1770-4.

Both need the same transform: weighting is a product with the filter's response, and four times
the rate is a longer transform back. Two seconds are looked at in one go: quicker than more at once,
and the transforms then take no memory to speak of.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from kindreel.export.decode import SAMPLE_RATE, Samples

Floats = NDArray[np.float32]

_HOP: Final = SAMPLE_RATE // 10
_BLOCK: Final = 4
"""Hops of 100 ms in a gating block of 400 ms."""

_CHUNK: Final = 2 * SAMPLE_RATE
_EDGE: Final = SAMPLE_RATE // 4
"""Samples before and after a chunk in which the filter comes to rest."""

_OVER: Final = 4
_ABSOLUTE, _RELATIVE = -70.0, -10.0

# The standard's two filters at 48 kHz: the head's shelf, then the low cut.
_SHELF = (
    (1.53512485958697, -2.69169618940638, 1.19839281085285),
    (-1.69065929318241, 0.73248077421585),
)
_LOW_CUT = ((1.0, -2.0, 1.0), (-1.99004745483398, 0.99007225036621))


@dataclass(frozen=True, slots=True)
class Loudness:
    """integrated: LUFS. true_peak: dBTP. Both are -inf for silence."""

    integrated: float
    true_peak: float

    @property
    def silent(self) -> bool:
        """Whether nothing is to be heard, or too little to measure."""
        return not self.integrated > _ABSOLUTE + 1


@cache
def _weighting(size: int) -> NDArray[np.complex64]:
    z = np.exp(-2j * np.pi * np.arange(size // 2 + 1) / size)
    response = np.ones_like(z)
    for above, below in (_SHELF, _LOW_CUT):
        top = above[0] + above[1] * z + above[2] * z * z
        response *= top / (1 + below[0] * z + below[1] * z * z)
    return np.asarray(response, np.complex64)


def _chunks(samples: Samples) -> Iterator[tuple[slice, Floats]]:
    """Stretches of (2, n) with their edges, and which part of the whole each stands for."""
    for start in range(0, len(samples), _CHUNK):
        stop = min(start + _CHUNK, len(samples))
        padded = np.zeros((2, _CHUNK + 2 * _EDGE), np.float32)
        first, last = max(0, start - _EDGE), min(len(samples), stop + _EDGE)
        offset = _EDGE - (start - first)
        padded[:, offset : offset + last - first] = samples[first:last].T
        yield slice(start, stop), padded


def integrated(samples: Samples) -> float:
    """Integrated loudness in LUFS, -inf for silence."""
    powers = []
    for part, padded in _chunks(samples):
        spectrum = np.fft.rfft(padded) * _weighting(padded.shape[1])
        weighted = np.fft.irfft(spectrum, padded.shape[1])
        kept = weighted[:, _EDGE : _EDGE + part.stop - part.start]
        whole = kept[:, : kept.shape[1] // _HOP * _HOP].reshape(2, -1, _HOP)
        powers.append(np.square(whole, dtype=np.float64).mean(axis=2).sum(axis=0))
    hops = np.concatenate(powers) if powers else np.zeros(0)
    return _gated(hops)


def _gated(hops: NDArray[np.float64]) -> float:
    if len(hops) < _BLOCK:
        hops = np.pad(hops, (0, _BLOCK - len(hops)))
    blocks = np.convolve(hops, np.full(_BLOCK, 1 / _BLOCK), "valid")
    loud = blocks[blocks > 10 ** ((_ABSOLUTE + 0.691) / 10)]
    if not len(loud):
        return float("-inf")
    kept = loud[loud > loud.mean() * 10 ** (_RELATIVE / 10)]
    return float(-0.691 + 10 * np.log10(kept.mean()))


def envelope(samples: Samples) -> Floats:
    """For each sample the greatest level of both channels until the next one, between them too."""
    levels = np.empty(len(samples), np.float32)
    for part, padded in _chunks(samples):
        spectrum = np.fft.rfft(padded)
        fine = np.fft.irfft(spectrum, padded.shape[1] * _OVER)
        fine *= _OVER
        peaks = np.abs(fine, out=fine).max(axis=0).reshape(-1, _OVER).max(axis=1)
        levels[part] = peaks[_EDGE : _EDGE + part.stop - part.start]
    return levels


def decibels(level: float) -> float:
    """A level of full scale 1.0 in dB."""
    return float(20 * np.log10(level)) if level > 0 else float("-inf")


def measure(samples: Samples) -> Loudness:
    """The loudness of a mix."""
    peak = float(envelope(samples).max()) if len(samples) else 0.0
    return Loudness(integrated(samples), decibels(peak))
