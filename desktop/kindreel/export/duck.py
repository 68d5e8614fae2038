"""Where a voice is heard, so that music can make room for it."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from kindreel.export.decode import SAMPLE_RATE, Samples

_HOP = SAMPLE_RATE // 100
_HEARD = 10 ** (-42 / 20)
"""The level (RMS over 10 ms) from which on a voice counts as heard."""

_AHEAD = 15
_HOLD = 30
_SMOOTH = 25
"""Hops of 10 ms: how early music gives way, how long it waits, how long the way takes."""


def presence(voice: Samples) -> NDArray[np.float32]:
    """For each sample how much the voice is there, 0 to 1, rising before it speaks."""
    hops = -(-len(voice) // _HOP)
    if not hops:
        return np.zeros(0, np.float32)
    power = np.zeros(hops * _HOP, np.float32)
    power[: len(voice)] = np.square(voice).mean(axis=1)
    speaks = power.reshape(hops, _HOP).mean(axis=1) > _HEARD**2
    held = _widened(speaks)
    window = np.hanning(_SMOOTH + 2)[1:-1]
    edge = np.pad(held.astype(np.float64), _SMOOTH // 2, mode="edge")
    smooth = np.convolve(edge, window / window.sum(), "valid")
    centres = (np.arange(hops) + 0.5) * _HOP
    return np.interp(np.arange(len(voice)), centres, smooth).astype(np.float32)


def _widened(speaks: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """The same, true from _AHEAD hops before until _HOLD hops after it was."""
    change = np.zeros(len(speaks) + 1, np.int64)
    at = np.flatnonzero(speaks)
    np.add.at(change, np.maximum(at - _AHEAD, 0), 1)
    np.add.at(change, np.minimum(at + _HOLD + 1, len(speaks)), -1)
    return np.asarray(np.cumsum(change[:-1]) > 0)
