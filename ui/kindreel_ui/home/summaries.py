"""What a tile says of a project: read and painted on a lane, and kept until the project changes."""

from __future__ import annotations

import hashlib
import json
import logging
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice, QSaveFile
from PySide6.QtGui import QImage

from kindreel import paths
from kindreel.model.board import Beat, Board
from kindreel.model.ids import SceneId
from kindreel.model.project import Project
from kindreel_ui.session import look_at

if TYPE_CHECKING:
    from kindreel.render.sources import Media

_log = logging.getLogger(__name__)

PICTURE = (360, 640)
"""Pixels of a tile's picture: enough for a tile at twice the density of old screens."""


@dataclass(frozen=True, slots=True)
class Facts:
    """The words on a tile.

    open_points: what still keeps the video from being posted.
    """

    title: str
    seconds: float
    scenes: int
    open_points: int = 0


@dataclass(frozen=True, slots=True)
class Summary:
    """A project as a tile shows it; changed_at is UTC."""

    folder: Path
    facts: Facts
    changed_at: datetime
    picture: QImage


def summarise(folder: Path) -> Summary:
    """Read and paint a project, or take what was kept of it; DocumentError when it is damaged."""
    file = folder / "project.sqlite"
    changed = file.stat().st_mtime_ns if file.is_file() else 0
    changed_at = datetime.fromtimestamp(changed / 1e9, UTC)
    place = place_of(f"{folder}\0{changed}")
    found = kept(place)
    if found is not None:
        return Summary(folder, found[0], changed_at, found[1])
    glance = look_at(folder)
    facts = facts_of(glance.project)
    picture = paint(glance.project, glance.media)
    keep(place, facts, picture)
    return Summary(folder, facts, changed_at, picture)


def facts_of(project: Project) -> Facts:
    """What a tile says of a project's first board."""
    board = project.board()
    return Facts(
        title=project.title,
        seconds=float(board.seconds),
        scenes=len(board.panels),
        open_points=_open_points(project, board),
    )


def _open_points(project: Project, board: Board) -> int:
    """What the reveal still lacks: somebody to show, or their yes."""
    shown = [c for c in project.creators if c.id in board.reveal.creators]
    return sum(not c.consent.holds for c in shown) if shown else 1


def paint(project: Project, media: Media) -> QImage:
    """The most telling picture of a project's first board."""
    from kindreel.render.frame import Stage  # noqa: PLC0415 - loads NumPy and OpenCV

    board = project.board()
    stage = Stage(media)
    if board.cover is not None:
        pixels = stage.render(project, board, board.cover, PICTURE)
    else:
        pixels = stage.thumbnail(project, board, _telling(board), PICTURE)
    high, wide = pixels.shape[:2]
    return QImage(pixels.data, wide, high, wide * 4, QImage.Format.Format_RGB32).copy()


def _telling(board: Board) -> SceneId:
    kind = next((scene for scene in board.scenes if scene.beat is Beat.KINDNESS), None)
    panel = kind or (board.scenes[0] if board.scenes else board.reveal)
    return panel.id


def place_of(what: str) -> Path:
    """Where the words and picture of something are kept, whether they are there or not."""
    folder = paths.cache() / "tiles"
    folder.mkdir(exist_ok=True)
    key = hashlib.sha256(f"{PICTURE}\0{what}".encode()).hexdigest()[:32]
    return folder / f"{key}.png"


def kept(place: Path) -> tuple[Facts, QImage] | None:
    """What was kept there, or None."""
    picture = QImage(str(place))
    if picture.isNull():
        return None
    try:
        return Facts(**json.loads(picture.text("facts"))), picture
    except (ValueError, TypeError):
        return None


def keep(place: Path, facts: Facts, picture: QImage) -> None:
    """Keep a tile's words and picture in one file."""
    picture.setText("facts", json.dumps(asdict(facts)))
    packed = QBuffer()
    packed.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(packed, "PNG")  # type: ignore[call-overload]  # the stubs know only file names
    write_whole(place, bytes(packed.data().data()))


def write_whole(place: Path, data: bytes) -> None:
    """Write a file of the cache so that nobody ever sees half of it."""
    file = QSaveFile(str(place))
    file.open(QIODevice.OpenModeFlag.WriteOnly)
    file.write(data)
    if not file.commit():
        _log.info("a tile was not kept: %s", file.errorString())
