"""The project that is open and its way to the disk, and the way to the inbox.

Besides `app` the only room of the window that knows the store.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from kindreel import paths
from kindreel.errors import DocumentError
from kindreel.i18n import tr
from kindreel.jobs import Progress
from kindreel.model.ids import MediaId
from kindreel.model.project import Project
from kindreel_ui.editing import Editing
from kindreel_ui.editing import Selection as Selection  # noqa: PLC0414 - screens take it from here
from kindreel_ui.runner import Runner, Task, Work

if TYPE_CHECKING:  # SQLAlchemy is loaded after the first window is on the screen
    from kindreel.store.document import Document
    from kindreel.store.inbox import Inbox as Inbox  # noqa: PLC0414 - screens take the type from here
    from kindreel.store.media import MediaStore as MediaStore  # noqa: PLC0414 - the same
    from kindreel.store.recovery import Recovery

_AUTOSAVE_AFTER_MS = 1000


@dataclass(frozen=True, slots=True)
class Glance:
    """A project that lies on the disk, read but not opened.

    changed_at: UTC. media: the file of a media id; MediaError when it is missing.
    """

    folder: Path
    project: Project
    changed_at: datetime
    media: Callable[[MediaId], Path]


def look_at(folder: Path) -> Glance:
    """Read a project without opening it; call it on a lane. DocumentError when it cannot be."""
    from kindreel.store.document import Document  # noqa: PLC0415 - loads SQLAlchemy

    with Document.open(folder, read_only=True) as document:
        changed = (folder / "project.sqlite").stat().st_mtime
        changed_at = datetime.fromtimestamp(changed, UTC)
        return Glance(folder, document.project, changed_at, document.media.path)


def vacant_folder(title: str, parent: Path | None = None) -> Path:
    """A folder for a new project of that title, next to those that are there."""
    kept = "".join(
        " " if letter in '<>:"/\\|?*' or ord(letter) < 32 else letter for letter in title
    )
    name = " ".join(kept.split()).strip(". ")[:80] or tr("Storyboard")
    parent = parent or paths.projects()
    number = 1
    folder = parent / f"{name}.kindreel"
    while folder.exists():
        number += 1
        folder = parent / f"{name} {number}.kindreel"
    return folder


class InboxDoor(QObject):
    """The way to the app-wide comment inbox.

    changed: somebody has written to it; what is shown of it should be read again.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._lock = Lock()
        self._inbox: Inbox | None = None

    def open(self) -> Inbox:
        """The inbox, opened on first use; call it on a lane, never on the GUI thread."""
        from kindreel.store.inbox import Inbox  # noqa: PLC0415 - loads SQLAlchemy

        with self._lock:
            if self._inbox is None:
                self._inbox = Inbox(paths.inbox())
            return self._inbox

    def tell_changed(self) -> None:
        """Let everybody read again."""
        self.changed.emit()

    def close(self) -> None:
        """Close the file; the next open() opens it again."""
        with self._lock:
            if self._inbox is not None:
                self._inbox.close()
                self._inbox = None


class Session(Editing):
    """The open project with its file; all work on the file runs on the document lane.

    opened: a project was opened; sent with it, after `changed`.
    closed: no project is open any more.
    saved: what is open is on the disk.
    recoverable: what was opened has unsaved work from a crash; sent with when it was kept (UTC).
    """

    opened = Signal(object)
    closed = Signal()
    saved = Signal()
    recoverable = Signal(object)

    def __init__(self, runner: Runner) -> None:
        super().__init__()
        self._runner = runner
        self._document: Document | None = None
        self._stored: Project | None = None
        self.saved_at: datetime | None = None
        self._autosave = QTimer(self, singleShot=True, interval=_AUTOSAVE_AFTER_MS)
        self._autosave.timeout.connect(self._keep)
        self.changed.connect(self._plan_autosave)

    @property
    def folder(self) -> Path | None:
        """Where the open project lies."""
        return self._document.folder if self._document else None

    @property
    def media(self) -> MediaStore | None:
        """The open project's media: `path` is quick, `add` belongs on the document lane."""
        return self._document.media if self._document else None

    @property
    def read_only(self) -> bool:
        """Whether the open project can only be looked at and saved elsewhere."""
        return self._document is not None and self._document.read_only

    @property
    def dirty(self) -> bool:
        """Whether something has changed since the last save."""
        return self.project is not self._stored

    def open(self, folder: Path, *, read_only: bool = False) -> Task:
        """Open a project in place of the one that is open, which is saved then.

        When it cannot be opened, what is open stays.
        """

        def work(_progress: Progress) -> tuple[Document, Recovery | None]:
            from kindreel.store.document import Document  # noqa: PLC0415 - loads SQLAlchemy
            from kindreel.store.recovery import recoverable  # noqa: PLC0415 - the same

            left_over = recoverable(folder)
            return Document.open(folder, read_only=read_only), left_over

        return self._enter(work)

    def create(self, folder: Path, make: Callable[[MediaStore], Project]) -> Task:
        """Put a new project in a folder and open it.

        make: called on the lane; it may put files into the folder's media first.
        """

        def work(_progress: Progress) -> tuple[Document, Recovery | None]:
            from kindreel.store import folder as folders  # noqa: PLC0415 - with the store
            from kindreel.store.document import Document  # noqa: PLC0415 - loads SQLAlchemy
            from kindreel.store.media import MediaStore  # noqa: PLC0415 - the same

            with folders.made(folder):
                return Document.create(folder, make(MediaStore(folder))), None

        return self._enter(work)

    def save_as(self, folder: Path) -> Task:
        """Save under another name and go on with that."""
        document, project = self._document, self.project

        def work(_progress: Progress) -> tuple[Document, Recovery | None]:
            if document is None or project is None:
                raise DocumentError(tr("No project is open."))
            return document.save_as(folder, project), None

        return self._enter(work, same_value=True)

    def _enter(self, work: Work, *, same_value: bool = False) -> Task:
        task = self._runner.document(work, keep_failure=True)
        task.finished.connect(self._became_same if same_value else self._became)
        return task

    def _became(self, found: tuple[Document, Recovery | None]) -> None:
        self.close()
        self._document, left_over = found
        self._stored = self._document.project
        self.saved_at = datetime.now(UTC)
        self._selection = Selection()
        self._load(self._document.project, "open")
        self.opened.emit(self.project)
        if left_over is not None:
            self.recoverable.emit(left_over.saved_at)

    def _became_same(self, found: tuple[Document, Recovery | None]) -> None:
        former = self._document
        self._document, _ = found
        if former is not None:
            self._runner.document(lambda _progress: former.close())
        self._saved(self._document, self.project)

    def save(self) -> Task | None:
        """Save what is open; None when there is nothing to save."""
        document, project = self._document, self.project
        if document is None or project is None:
            return None
        self._autosave.stop()
        task = self._runner.document(lambda _progress: document.save(project))
        task.finished.connect(lambda _none: self._saved(document, project))
        return task

    def _saved(self, document: Document, project: Project | None) -> None:
        if document is not self._document:  # another was opened meanwhile
            return
        self._stored = project
        self.saved_at = datetime.now(UTC)
        self.saved.emit()

    def _plan_autosave(self) -> None:
        if self._document is not None and self.dirty and not self._autosave.isActive():
            self._autosave.start()

    def _keep(self) -> None:
        document, project = self._document, self.project
        if document is None or project is None or document.read_only:
            return
        self._runner.document(lambda _progress: document.autosave(project))

    def rescue(self) -> None:
        """Keep a recovery copy now; for when a bug has shown itself."""
        if self.dirty:
            self._keep()

    def recover(self) -> Task | None:
        """Take up the work that a crash left, as one step that can be undone."""
        document = self._document
        if document is None:
            return None
        task = self._runner.document(lambda _progress: document.recover())
        label = tr("Restore unsaved work")
        task.finished.connect(lambda kept: self.apply(label, lambda _project: kept, origin="open"))
        return task

    def close(self) -> Task | None:
        """Save what has changed, let go of the project; None when nothing was open."""
        document, project = self._document, self.project
        if document is None or project is None:
            return None
        self._autosave.stop()
        unsaved = self.dirty and not document.read_only

        def work(_progress: Progress) -> None:
            if unsaved:
                document.save(project)
            document.close()

        self._document = self._stored = None
        self._load(None, "close")
        self.closed.emit()
        return self._runner.document(work)
