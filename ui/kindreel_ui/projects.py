"""Opening, making and saving projects: the dialogs and errors around the session's work."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from kindreel import paths
from kindreel.errors import DocumentInUseError
from kindreel.i18n import tr
from kindreel.model.board import Board, Reveal
from kindreel.model.ids import BoardId, ProjectId, SceneId, fresh
from kindreel.model.project import Project
from kindreel_ui.faults import Faults
from kindreel_ui.session import Session, vacant_folder

if TYPE_CHECKING:
    from kindreel_ui.session import MediaStore


def blank_project(title: str) -> Project:
    """A project with one board that holds nothing but its reveal."""
    from kindreel.reveals import shelf  # noqa: PLC0415 - loads NumPy and OpenCV

    reveal = Reveal(
        id=SceneId(fresh()), title=tr("Meet the artist"), style=shelf.get("heart_iris")()
    )
    board = Board(id=BoardId(fresh()), title=title, reveal=reveal)
    return Project(id=ProjectId(fresh()), title=title, boards=(board,))


class Projects(QObject):
    """What a person does with whole projects.

    entered: a project was opened or made; the storyboard should be shown.
    """

    entered = Signal()

    def __init__(self, session: Session, faults: Faults, window: QWidget) -> None:
        super().__init__()
        self._session = session
        self._faults = faults
        self._window = window
        session.opened.connect(self.entered)

    def ask_open(self) -> None:
        """Let the person choose a project folder."""
        start = self._session.folder.parent if self._session.folder else paths.projects()
        chosen = QFileDialog.getExistingDirectory(self._window, tr("Open a project"), str(start))
        if chosen:
            self.open(Path(chosen))

    def open(self, folder: Path, *, read_only: bool = False) -> None:
        """Open a project; one that is open already is just shown."""
        if self._session.folder == folder:
            self.entered.emit()
            return
        task = self._session.open(folder, read_only=read_only)
        task.failed.connect(lambda error: self._not_opened(folder, error))

    def _not_opened(self, folder: Path, error: Exception) -> None:
        if isinstance(error, DocumentInUseError):
            look = (tr("Look at it only"), lambda: self.open(folder, read_only=True))
            self._faults.tell(error, look)
            return
        self._faults.tell(error)

    def new_blank(self) -> None:
        """Make a board with nothing but its reveal, and open it."""
        folder = vacant_folder(tr("My storyboard"))
        self._make(folder, lambda _media: blank_project(folder.stem))

    def _make(self, folder: Path, make: Callable[[MediaStore], Project]) -> None:
        self._session.create(folder, make).failed.connect(self._faults.tell)

    def save(self) -> None:
        """Save what is open; what can only be looked at is saved elsewhere."""
        if self._session.read_only:
            self.ask_save_as()
        else:
            self._session.save()

    def ask_save_as(self) -> None:
        """Let the person choose a name and place, and go on with that."""
        folder, project = self._session.folder, self._session.project
        if folder is None or project is None:
            return
        start = vacant_folder(project.title, folder.parent)
        chosen, _ = QFileDialog.getSaveFileName(self._window, tr("Save as"), str(start))
        if chosen:
            place = Path(chosen)
            place = (
                place if place.suffix == ".kindreel" else place.with_name(f"{place.name}.kindreel")
            )
            self._session.save_as(place).failed.connect(self._faults.tell)
