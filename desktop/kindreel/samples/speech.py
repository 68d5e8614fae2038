"""Voices with their captions: each word lights up when it is said."""

from __future__ import annotations

from kindreel.model.ids import CaptionId, SoundId, fresh
from kindreel.model.layers import Word
from kindreel.model.sound import Caption, Role, Sound
from kindreel.model.time import THIRTY, frames_of
from kindreel.samples.materials import Materials, spoken


def timed(text: str, start: int, length: int) -> Caption:
    """A caption without a voice yet, its words spread evenly over the first two thirds."""
    parts = text.split()
    share = max(2, length * 2 // 3 // len(parts))
    said = tuple(Word(text=w, start=i * share, length=share) for i, w in enumerate(parts))
    return Caption(id=CaptionId(fresh()), text=text, start=start, length=length, words=said)


def say(
    materials: Materials, line: str, start: int, until: int, gain_db: float = 0.0
) -> tuple[Sound, Caption]:
    """A shipped voice from a frame on, and its caption, which stays until another frame."""
    times = spoken()[line]
    said = tuple(
        Word(text=w, start=frames_of(at, THIRTY), length=max(1, frames_of(long, THIRTY)))
        for w, at, long in times
    )
    text = " ".join(w for w, _, _ in times)
    voice = Sound(
        id=SoundId(fresh()),
        media=materials.sound(f"voice_{line}"),
        role=Role.VOICE,
        name=text[:32],
        start=start,
        gain_db=gain_db,
    )
    return voice, Caption(
        id=CaptionId(fresh()), text=text, start=start, length=until - start, words=said
    )


def talking(line: str, start: int) -> tuple[tuple[int, int], ...]:
    """The frames (first, last) in which the mouth moves for a shipped voice."""
    return tuple(
        (start + frames_of(at, THIRTY), start + frames_of(at + long, THIRTY))
        for _, at, long in spoken()[line]
    )
