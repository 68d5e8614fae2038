"""Sounds for the reference board, made by a seed."""

from __future__ import annotations

import wave
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

_RATE = 48_000


def make_sounds(folder: Path) -> None:
    """Write `music.wav` (8 s) and `voice.wav` (14 s) when they are not there yet."""
    for name, made in (("music.wav", _music), ("voice.wav", _voice)):
        if not (folder / name).exists():
            _write(folder / name, made())


def _write(path: Path, samples: NDArray[np.float64]) -> None:
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(_RATE)
        file.writeframes(np.round(samples * 32767).astype("<i2").tobytes())


def _music() -> NDArray[np.float64]:
    time = np.arange(8 * _RATE) / _RATE
    chord = sum(np.sin(2 * np.pi * f * time + f) for f in (196.0, 246.9, 293.7, 392.0))
    return np.asarray(0.05 * chord * (0.4 + 0.6 * np.exp(-5 * (time % 0.5))))


def _voice() -> NDArray[np.float64]:
    """Syllables of a buzzing tone with pauses between the sentences."""
    time = np.arange(14 * _RATE) / _RATE
    buzz = sum(np.sin(2 * np.pi * 130 * n * time) / n for n in range(1, 12))
    syllables = np.maximum(np.sin(2 * np.pi * 2.2 * time), 0) ** 0.5
    sentences = (time % 4 < 2.8).astype(np.float64)
    return np.asarray(0.12 * buzz * syllables * sentences)
