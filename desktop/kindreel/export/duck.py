"""Where a voice is heard, so that music can make room for it."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from kindreel.export.decode import SAMPLE_RATE, Samples, stretches

_HOP = SAMPLE_RATE // 100
_HEARD = 10 ** (-42 / 20)
"""The level (RMS over 10 ms) from which on a voice counts as heard."""

_AHEAD = 15
_HOLD = 30
_SMOOTH = 25
"""Hops of 10 ms: how early music gives way, how long it waits, how long the way takes."""


def presence(voice: Samples) -> NDArray[np.float32]:
    """For each sample how much the voice is there, 0 to 1, rising before it speaks."""
    if not len(voice):
        return np.zeros(0, np.float32)
    held = _widened(_power(voice) > _HEARD**2)
    window = np.hanning(_SMOOTH + 2)[1:-1]
    edge = np.pad(held.astype(np.float64), _SMOOTH // 2, mode="edge")
    smooth = np.convolve(edge, window / window.sum(), "valid")
    centres = (np.arange(len(held)) + 0.5) * _HOP
    there = np.empty(len(voice), np.float32)
    for part in stretches(len(voice)):
        there[part] = np.interp(np.arange(part.start, part.stop), centres, smooth)
    return there


def _power(voice: Samples) -> NDArray[np.float32]:
    """The mean square of each hop; the last one is filled up with silence."""
    whole = len(voice) // _HOP * _HOP
    hops = voice[:whole].reshape(-1, _HOP * 2)
    power = np.einsum("ij,ij->i", hops, hops)
    if whole < len(voice):
        power = np.append(power, np.square(voice[whole:]).sum(dtype=np.float32))
    return np.asarray(power / (_HOP * 2), np.float32)


def _widened(speaks: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """The same, true from _AHEAD hops before until _HOLD hops after it was."""
    change = np.zeros(len(speaks) + 1, np.int64)
    at = np.flatnonzero(speaks)
    np.add.at(change, np.maximum(at - _AHEAD, 0), 1)
    np.add.at(change, np.minimum(at + _HOLD + 1, len(speaks)), -1)
    return np.asarray(np.cumsum(change[:-1]) > 0)
