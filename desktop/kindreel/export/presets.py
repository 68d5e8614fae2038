"""What can be exported: platform profiles from dated data files, formats, qualities."""

from __future__ import annotations

import json
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from kindreel import paths
from kindreel.errors import NotFoundError


class Format(StrEnum):
    """A kind of file."""

    MP4 = "mp4"
    Y4M = "y4m"
    GIF = "gif"
    APNG = "apng"
    WEBP = "webp"
    WEBM = "webm"
    PRORES = "prores"
    PNG = "png"
    COVER = "cover"
    PDF = "pdf"
    OTIO = "otio"
    SRT = "srt"
    VTT = "vtt"


class Quality(StrEnum):
    """How much time goes into a smaller or better file."""

    DRAFT = "draft"
    STANDARD = "standard"
    BEST = "best"


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """What one platform wants of a video, as far as it is known on `checked`.

    checked: ISO date of the last look. sources: status of each fact, in words.
    safe: left, top, right, bottom in fractions of the canvas that nothing covers.
    seconds: shortest and longest that make sense there; octets: largest file.
    lufs, true_peak: loudness target in LUFS and ceiling in dBTP.
    """

    name: str
    title: str
    checked: str
    sources: tuple[str, ...]
    size: tuple[int, int]
    rates: tuple[float, float]
    seconds: tuple[float, float]
    octets: int
    max_bitrate: int
    audio_bitrate: int
    safe: tuple[float, float, float, float]
    lufs: float
    true_peak: float


@dataclass(frozen=True, slots=True)
class Encoding:
    """How the picture is encoded.

    effort, crf: x264's preset and quality (0 to 51, lower is better).
    max_bitrate: bits per second. encoder: ffmpeg's name of it.
    """

    effort: str
    crf: int
    max_bitrate: int
    encoder: str = "libx264"


@dataclass(frozen=True, slots=True)
class Preset:
    """One choice of the export list.

    suffix: the file's ending with its dot; empty for a folder.
    profile: the platform it is for, None for a plain format.
    """

    name: str
    title: str
    format: Format
    suffix: str
    profile: Profile | None = None

    @property
    def has_sound(self) -> bool:
        """Whether the file carries the mix."""
        return self.format in (Format.MP4, Format.WEBM, Format.PRORES)


_EFFORT = {
    Quality.DRAFT: ("veryfast", 20),
    Quality.STANDARD: ("medium", 20),
    Quality.BEST: ("slow", 18),
}
_MAX_BITRATE = 12_000_000

_PLAIN = (
    Preset("y4m", "Exact frames, uncompressed", Format.Y4M, ".y4m"),
    Preset("gif", "Animated GIF", Format.GIF, ".gif"),
    Preset("apng", "Animated PNG", Format.APNG, ".png"),
    Preset("webp", "Animated WebP", Format.WEBP, ".webp"),
    Preset("webm", "WebM (VP9, Opus)", Format.WEBM, ".webm"),
    Preset("prores", "ProRes 4444 with alpha", Format.PRORES, ".mov"),
    Preset("png", "PNG pictures, one per frame", Format.PNG, ""),
    Preset("cover", "Cover picture", Format.COVER, ".png"),
    Preset("pdf", "Storyboard on paper", Format.PDF, ".pdf"),
    Preset("otio", "OpenTimelineIO", Format.OTIO, ".otio"),
    Preset("srt", "Captions, SubRip", Format.SRT, ".srt"),
    Preset("vtt", "Captions, WebVTT", Format.VTT, ".vtt"),
)


def read_profile(path: Path) -> Profile:
    """The profile in one data file; KeyError or TypeError when it is not one."""
    plain = json.loads(path.read_text("utf-8"))
    lists = {name: tuple(v) for name, v in plain.items() if isinstance(v, list)}
    return Profile(**{**plain, **lists})


@cache
def profiles() -> tuple[Profile, ...]:
    """All platforms' profiles, by name."""
    files = sorted(paths.resource("platforms", "video").glob("*.json"))
    return tuple(read_profile(path) for path in files)


@cache
def presets() -> tuple[Preset, ...]:
    """Everything that can be exported: the platforms first, TikTok leading."""
    order = {"tiktok": 0, "reels": 1, "shorts": 2}
    ranked = sorted(profiles(), key=lambda p: (order.get(p.name, 9), p.name))
    videos = tuple(Preset(p.name, p.title, Format.MP4, ".mp4", p) for p in ranked)
    return (*videos, *_PLAIN)


def preset(name: str) -> Preset:
    """The preset of that name; NotFoundError when there is none."""
    for candidate in presets():
        if candidate.name == name:
            return candidate
    names = ", ".join(p.name for p in presets())
    raise NotFoundError(f"There is no preset called “{name}”.", f"Choose one of: {names}.")


def encoding(chosen: Preset, quality: Quality) -> Encoding:
    """How the picture of a video preset is encoded."""
    effort, crf = _EFFORT[quality]
    cap = min(_MAX_BITRATE, chosen.profile.max_bitrate) if chosen.profile else _MAX_BITRATE
    return Encoding(effort, crf, cap)
