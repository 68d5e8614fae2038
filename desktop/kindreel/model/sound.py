"""Voice, music, effects and the captions that say them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kindreel.model.ids import CaptionId, MediaId, SoundId
from kindreel.model.layers import Word


class Role(StrEnum):
    """What a sound is for; music gives way to voice."""

    VOICE = "voice"
    MUSIC = "music"
    EFFECT = "effect"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sound:
    """A stretch of a sound file.

    start: frames from the scene's start (or the board's, for music), 0 or more.
    offset: seconds skipped at the file's start. length: frames heard, None to the file's end.
    gain_db: 0 is as recorded. fade_in, fade_out: frames.
    duck: how many dB music goes down under voice, 0 for not at all.
    loop: start again at the file's end, for music under a whole board.
    levels: how loud the whole file is, see model.voice; empty while nobody has listened to it.
    """

    id: SoundId
    media: MediaId
    role: Role = Role.VOICE
    name: str = ""
    start: int = 0
    offset: float = 0.0
    length: int | None = None
    gain_db: float = 0.0
    fade_in: int = 0
    fade_out: int = 0
    duck: float = 0.0
    loop: bool = False
    muted: bool = False
    levels: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Caption:
    """Words to read while they are said.

    start: frames from the scene's start. length: frames shown, 1 or more.
    words: when each word is said; may be empty. quoted: part of the story.
    """

    id: CaptionId
    text: str
    start: int = 0
    length: int = 60
    words: tuple[Word, ...] = ()
    quoted: bool = False
