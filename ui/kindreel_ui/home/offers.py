"""What a project can be started from, with a picture of each; read and painted on a lane."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import asdict, dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtGui import QImage

import kindreel
from kindreel import paths, start
from kindreel.model.ids import MediaId
from kindreel.model.project import Project
from kindreel_ui.home.summaries import (
    Facts,
    facts_of,
    keep,
    kept,
    paint,
    place_of,
    write_whole,
)


@dataclass(frozen=True, slots=True)
class Offer:
    """A template as a tile shows it."""

    name: str
    title: str
    description: str
    panels: int
    seconds: float


class Lent:
    """Media that stay where they are: enough to paint a picture of a template."""

    def __init__(self) -> None:
        self._paths: dict[MediaId, Path] = {}

    def add(self, path: Path) -> MediaId:
        """Remember where a shipped file lies."""
        digest = hashlib.sha256(str(path).encode()).hexdigest()
        media = MediaId(f"{digest}{path.suffix}")
        self._paths[media] = path
        return media

    def path(self, media: MediaId) -> Path:
        """Where it lies."""
        return self._paths[media]


def offers() -> tuple[Offer, ...]:
    """The templates without the blank one; the list is kept, for loading them takes a while."""
    place = _place("offers").with_suffix(".json")
    try:
        return tuple(Offer(**values) for values in json.loads(place.read_text("utf-8")))
    except (OSError, ValueError, TypeError):
        found = tuple(
            Offer(t.name, t.title, t.description, t.panels, t.seconds)
            for t in start.templates()
            if t.name != "blank"
        )
        write_whole(place, json.dumps([asdict(offer) for offer in found]).encode())
        return found


@cache
def _edition() -> str:
    """Changes whenever the templates that are installed do."""
    spec = find_spec("kindreel.samples")
    code = [Path(place) for place in (spec.submodule_search_locations or ())] if spec else []
    files = [f for folder in (*code, paths.resource("templates")) for f in folder.rglob("*.*")]
    newest = max((file.stat().st_mtime_ns for file in files), default=0)
    return f"{kindreel.__version__} {newest}"


def _place(what: str) -> Path:
    return place_of(f"{_edition()} {what}")


def picture_of_template(name: str) -> QImage:
    """The picture of a template, painted once for each version of Kindreel."""
    return _picture(f"template {name}", lambda media: start.template(name).build(media, ""))[1]


def picture_of_sample() -> tuple[Facts, QImage]:
    """What a tile says and shows of the finished sample."""
    from kindreel.samples import one_kind_comment  # noqa: PLC0415 - loads NumPy and OpenCV

    return _picture("sample", one_kind_comment)


def _picture(what: str, build: Callable[[Lent], Project]) -> tuple[Facts, QImage]:
    place = _place(what)
    found = kept(place)
    if found is not None:
        return found
    lent = Lent()
    project = build(lent)
    facts, picture = facts_of(project), paint(project, lent.path)
    keep(place, facts, picture)
    return facts, picture
