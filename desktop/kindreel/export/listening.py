"""Listening to voices, so that something can move with them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

import numpy as np

from kindreel.export.audio import Media
from kindreel.export.decode import SAMPLE_RATE, decode
from kindreel.jobs import Progress, silent
from kindreel.model.ids import MediaId
from kindreel.model.sound import Sound
from kindreel.model.voice import PER_SECOND, packed

_LOUD: Final = 95
"""The percentile of loudness that counts as fully loud: one shout must not still the rest."""
_SPAN_DB: Final = 36.0
"""How far below that is silence."""
_NOTHING: Final = 1e-5


def levels(path: Path) -> str:
    """How loud a sound file is, as a sound keeps it; MediaError when it cannot be read."""
    window = SAMPLE_RATE // PER_SECOND
    mono = decode(path).mean(axis=1)
    mono = np.pad(mono, (0, -len(mono) % window)).reshape(-1, window)
    strength = np.sqrt(np.mean(np.square(mono, dtype=np.float64), axis=1))
    loud = float(np.percentile(strength, _LOUD))
    if loud < _NOTHING:
        return packed(0.0 for _ in strength)
    below = 20 * np.log10(np.maximum(strength, _NOTHING * loud) / loud)
    return packed(1 + below / _SPAN_DB)


def listen(
    sounds: Iterable[Sound], media: Media, progress: Progress = silent
) -> Mapping[MediaId, str]:
    """The levels of the sounds' files, each file once; MediaError when one cannot be read."""
    files = sorted({sound.media for sound in sounds})
    heard = {}
    for number, file in enumerate(files):
        progress(number, len(files), "Listening")
        heard[file] = levels(media(file))
    return heard
