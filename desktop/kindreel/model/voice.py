"""How loud a scene's voice is, for what moves with it.

A sound's levels are a text of two hexadecimal digits for each fiftieth of a second of its file,
from silence (00) to the loudest that is said in it (ff).
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from math import ceil
from typing import Final

from kindreel.model.board import Panel
from kindreel.model.sound import Role, Sound

PER_SECOND: Final = 50


def packed(levels: Iterable[float]) -> str:
    """Levels from 0 to 1 as a sound keeps them."""
    return bytes(round(255 * min(1.0, max(0.0, v))) for v in levels).hex()


@lru_cache(maxsize=256)
def _unpacked(levels: str) -> bytes:
    try:
        return bytes.fromhex(levels)
    except ValueError:  # of a file that somebody has changed by hand
        return b""


def level_at(panel: Panel, frame: int, rate: float) -> float:
    """How loud the voice is at a frame of a scene, 0 to 1; the loudest of several."""
    voices = (s for s in panel.sounds if s.role is Role.VOICE and not s.muted)
    return max((_level(sound, frame - sound.start, rate) for sound in voices), default=0.0)


def _level(sound: Sound, frame: int, rate: float) -> float:
    """The loudest moment of one frame of a sound."""
    if frame < 0 or (sound.length is not None and frame >= sound.length):
        return 0.0
    levels = _unpacked(sound.levels)
    first = int((sound.offset + frame / rate) * PER_SECOND + 1e-6)
    count = max(1, ceil(PER_SECOND / rate - 1e-6))
    return max(levels[first : first + count], default=0) / 255


def unheard(panel: Panel) -> tuple[Sound, ...]:
    """The voices of a scene that nobody has listened to."""
    return tuple(s for s in panel.sounds if s.role is Role.VOICE and not s.levels)


def heard_s(sound: Sound) -> float:
    """Seconds of the whole file, to a fiftieth; 0 when nobody has listened to it."""
    return len(_unpacked(sound.levels)) / PER_SECOND
