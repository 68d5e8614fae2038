"""What links and ids tell: the platform, the video, the person."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from urllib.parse import parse_qs, urlsplit

from kindreel.model.comment import Platform

_YOUTUBE_COMMENT = re.compile(r"Ug[\w-]{18,30}(\.[\w-]+)?|z\w{20,40}")
_YOUTUBE_CHANNEL = re.compile(r"UC[\w-]{22}")
_HANDLE = re.compile(r"@?[\w.·-]{1,60}")
_HOSTS = {
    "youtube.com": Platform.YOUTUBE,
    "youtu.be": Platform.YOUTUBE,
    "tiktok.com": Platform.TIKTOK,
    "instagram.com": Platform.INSTAGRAM,
}


@lru_cache(maxsize=8192)
def video_of(url: str) -> tuple[Platform | None, str]:
    """The platform and the video's id that a link leads to; the link itself when it shows no id."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return None, ""
    host = (parts.hostname or "").removeprefix("www.").removeprefix("m.").removeprefix("vm.")
    platform = _HOSTS.get(host)
    steps = [step for step in parts.path.split("/") if step]
    if platform is Platform.YOUTUBE:
        watched = parse_qs(parts.query).get("v")
        return platform, watched[0] if watched else (steps[-1] if steps else "")
    if platform is not None:
        return platform, _after(steps, ("video", "photo", "p", "reel", "reels", "tv")) or (
            steps[-1] if steps else ""
        )
    return None, url.strip() if host else ""


def _after(steps: list[str], marks: tuple[str, ...]) -> str:
    return next((b for a, b in pairwise(steps) if a in marks), "")


def platform_of(samples: list[str]) -> Platform | None:
    """The platform that some cells of a file speak of, by links and forms of ids."""
    votes = dict.fromkeys(Platform, 0)
    for cell in samples:
        if _YOUTUBE_COMMENT.fullmatch(cell) or _YOUTUBE_CHANNEL.fullmatch(cell):
            votes[Platform.YOUTUBE] += 1
        elif cell.isdigit() and len(cell) == 19:
            votes[Platform.TIKTOK] += 1
        elif cell.isdigit() and len(cell) in {17, 18}:
            votes[Platform.INSTAGRAM] += 1
        elif cell.startswith("http"):
            named = video_of(cell)[0]
            if named is not None:
                votes[named] += 1
    best = max(votes, key=lambda platform: votes[platform])
    return best if votes[best] else None


def named(value: str) -> tuple[str, str, str]:
    """(id, handle, name) that one “author” cell gives: an id, a handle or a display name."""
    text = value.strip()
    if _YOUTUBE_CHANNEL.fullmatch(text):
        return text, "", ""
    if text.startswith("@") and len(text) > 1:
        return "", text[1:], ""
    if _HANDLE.fullmatch(text) and text == text.casefold():
        return "", text, ""
    return "", "", text
