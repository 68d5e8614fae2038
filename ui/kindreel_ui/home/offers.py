"""What a project can be started from, with a picture of each; read and painted on a lane."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtGui import QImage

import kindreel
from kindreel import start
from kindreel.model.ids import MediaId
from kindreel.model.project import Project
from kindreel_ui.home.summaries import Facts, facts_of, keep, kept, paint


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
    """The templates without the blank one."""
    return tuple(
        Offer(t.name, t.title, t.description, t.panels, t.seconds)
        for t in start.templates()
        if t.name != "blank"
    )


def picture_of_template(name: str) -> QImage:
    """The picture of a template, painted once for each version of Kindreel."""
    return _picture(f"template {name}", lambda media: start.template(name).build(media, ""))[1]


def picture_of_sample() -> tuple[Facts, QImage]:
    """What a tile says and shows of the finished sample."""
    from kindreel.samples import one_kind_comment  # noqa: PLC0415 - loads NumPy and OpenCV

    return _picture("sample", one_kind_comment)


def _picture(what: str, build: Callable[[Lent], Project]) -> tuple[Facts, QImage]:
    key = hashlib.sha256(f"{kindreel.__version__} {what}".encode()).hexdigest()[:32]
    found = kept(key)
    if found is not None:
        return found
    lent = Lent()
    project = build(lent)
    facts, picture = facts_of(project), paint(project, lent.path)
    keep(key, facts, picture)
    return facts, picture
