"""What is in a media file, read from ffmpeg's own description of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from kindreel.errors import ExportError, MediaError
from kindreel.export import ffmpeg

_DURATION = re.compile(r"Duration: (\d+):(\d\d):(\d\d(?:\.\d+)?)")
_VIDEO = re.compile(r"Stream #\S+ Video: (?P<codec>\w+)(?P<rest>.*)")
_AUDIO = re.compile(r"Stream #\S+ Audio: (?P<codec>\w+).*?(?P<rate>\d+) Hz, (?P<layout>[^,]+)")
_SIZE = re.compile(r"\b(\d{2,5})x(\d{2,5})\b")
_FPS = re.compile(r"([\d.]+)(k?) fps")
_TURN = re.compile(r"rotation of (-?[\d.]+) degrees")


@dataclass(frozen=True, slots=True)
class Picture:
    """A file's first video stream. rate: frames per second, 0 when not told."""

    codec: str
    size: tuple[int, int]
    rate: float
    rotation: float
    described: str


@dataclass(frozen=True, slots=True)
class Track:
    """A file's first audio stream."""

    codec: str
    rate: int
    layout: str


@dataclass(frozen=True, slots=True)
class Probe:
    """A media file. seconds: None when it does not tell."""

    seconds: float | None
    video: Picture | None
    audio: Track | None


def _seconds(words: str) -> float | None:
    found = _DURATION.search(words)
    if not found:
        return None
    hours, minutes, seconds = found.groups()
    return int(hours) * 3600 + int(minutes) * 60 + float(seconds)


def _picture(words: str) -> Picture | None:
    stream = _VIDEO.search(words)
    if not stream:
        return None
    size = _SIZE.search(stream["rest"])
    rate = _FPS.search(stream["rest"])
    turn = _TURN.search(words)
    return Picture(
        codec=stream["codec"],
        size=(int(size[1]), int(size[2])) if size else (0, 0),
        rate=float(rate[1]) * (1000 if rate[2] else 1) if rate else 0.0,
        rotation=float(turn[1]) if turn else 0.0,
        described=stream["rest"].strip(),
    )


def described(words: str) -> Probe:
    """What ffmpeg's words about an input say."""
    track = _AUDIO.search(words)
    audio = Track(track["codec"], int(track["rate"]), track["layout"].strip()) if track else None
    return Probe(_seconds(words), _picture(words), audio)


def probe(path: Path) -> Probe:
    """What is in a file; MediaError when it cannot be read."""
    options: ffmpeg.Options = {
        "map": "0",
        "c": "copy",
        "frames:v": 1,
        "frames:a": 1,
        "format": "null",
    }
    words = ffmpeg.command([ffmpeg.Input(ffmpeg.file(path))], "-", options)
    try:
        found = described(ffmpeg.run(words).stderr)
    except ExportError as error:
        raise MediaError(
            f"“{path.name}” could not be read.", error.advice, error.details
        ) from error
    if found.video is None and found.audio is None:
        raise MediaError(f"“{path.name}” holds no picture and no sound.", "Choose another file.")
    return found
