"""Opening, making and saving projects: the dialogs and errors around the session's work."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from kindreel import paths, start
from kindreel.errors import DocumentInUseError
from kindreel.i18n import tr
from kindreel.model.project import Project
from kindreel_ui.faults import Faults
from kindreel_ui.preferences import Preferences
from kindreel_ui.runner import Task
from kindreel_ui.session import Session, vacant_folder

if TYPE_CHECKING:
    from kindreel_ui.session import MediaStore

SAMPLE = "One kind comment"
_PATIENCE_MS = 300

Make = Callable[["MediaStore"], Project]
"""Makes a project on the document lane; its files go into the media it is given."""


class Projects(QObject):
    """What a person does with whole projects.

    entered: a project was opened or made; the storyboard should be shown.
    waiting: it takes a while; sent with words to show meanwhile, and with "" when it is over.
    """

    entered = Signal()
    waiting = Signal(str)

    def __init__(
        self, session: Session, preferences: Preferences, faults: Faults, window: QWidget
    ) -> None:
        super().__init__()
        self._preferences = preferences
        self._session = session
        self._faults = faults
        self._window = window
        self._under_way = False
        self._words = ""
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._patience.timeout.connect(lambda: self.waiting.emit(self._words))
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
        if self._under_way:
            return
        task = self._session.open(folder, read_only=read_only)
        task.failed.connect(lambda error: self._not_opened(folder, error))
        self._watch(task, tr("Opening “{name}”…").format(name=folder.stem))

    def _watch(self, task: Task, words: str) -> None:
        """Say what is going on when it takes long; a second click meanwhile does nothing."""
        self._under_way = True
        self._words = words
        self._patience.start()
        task.ended.connect(self._over)

    def _over(self) -> None:
        self._under_way = False
        self._patience.stop()
        self.waiting.emit("")

    def _not_opened(self, folder: Path, error: Exception) -> None:
        if isinstance(error, DocumentInUseError):
            look = (tr("Look at it only"), lambda: self.open(folder, read_only=True))
            self._faults.tell(error, look)
            return
        self._faults.tell(error)

    def new_blank(self) -> None:
        """Make a board with one empty scene and its reveal, and open it."""
        title = tr("My storyboard")

        def make(media: MediaStore) -> Project:
            project = start.template("blank").build(media, self._preferences.value.name)
            board = replace(project.boards[0], title=title)
            return replace(project, title=title, boards=(board,))

        self._make(vacant_folder(title), make)

    def new_from(self, name: str, title: str) -> None:
        """Make a project from the template of that name, and open it."""
        creator = self._preferences.value.name
        self._make(vacant_folder(title), lambda media: start.template(name).build(media, creator))

    def open_sample(self) -> None:
        """Open the person's own copy of the finished sample, made when there is none."""
        folder = paths.projects() / f"{SAMPLE}.kindreel"
        if folder.is_dir():
            self.open(folder)
            return

        def make(media: MediaStore) -> Project:
            from kindreel.samples import one_kind_comment  # noqa: PLC0415 - loads NumPy, OpenCV

            return one_kind_comment(media)

        self._make(folder, make)

    def _make(self, folder: Path, make: Make) -> None:
        if self._under_way:
            return
        task = self._session.create(folder, make)
        task.failed.connect(self._faults.tell)
        self._watch(task, tr("Making “{name}”…").format(name=folder.stem))

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
