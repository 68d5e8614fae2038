"""The shipped pictures and sounds, added to a project's media when they are first used."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Protocol

from kindreel.model.ids import MediaId
from kindreel.paths import resource

_BOX = re.compile(r'viewBox="[-\d.]+ [-\d.]+ ([\d.]+) ([\d.]+)"')


class Media(Protocol):
    """Where a project keeps its files."""

    def add(self, path: Path) -> MediaId:
        """Copy a file in and give its id."""


@cache
def size_of(path: Path) -> tuple[float, float]:
    """Width and height of a shipped vector picture, in canvas units."""
    box = _BOX.search(path.read_text("utf-8")[:400])
    assert box is not None, f"{path.name} has no view box"
    return float(box[1]), float(box[2])


@cache
def spoken() -> dict[str, tuple[tuple[str, float, float], ...]]:
    """When each word of each shipped voice is said: (word, start, length) in seconds."""
    lines = json.loads(resource("samples", "sound", "words.json").read_text("utf-8"))
    return {
        name: tuple((w, at, long) for w, at, long in line["words"]) for name, line in lines.items()
    }


class Materials:
    """Shipped files for one project; each is added once."""

    def __init__(self, media: Media) -> None:
        """`media` takes the files."""
        self._media = media
        self._known: dict[Path, MediaId] = {}

    def _id(self, *parts: str) -> MediaId:
        path = resource(*parts)
        if path not in self._known:
            self._known[path] = self._media.add(path)
        return self._known[path]

    def picture(self, *parts: str) -> tuple[MediaId, tuple[float, float]]:
        """A vector picture under resources, such as ("samples", "cast", "amara"), and its size."""
        *folders, name = parts
        path = resource(*folders, f"{name}.svg")
        return self._id(*folders, path.name), size_of(path)

    def portrait(self, name: str) -> MediaId:
        """The painted person behind a drawn creator."""
        return self._id("samples", "cast", f"{name}_person.jpg")

    def sound(self, name: str) -> MediaId:
        """A voice, the music, or an effect."""
        return self._id("samples", "sound", f"{name}.ogg")
