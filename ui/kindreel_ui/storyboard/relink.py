"""Media that are gone: say so, and find them again by their content."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from kindreel.errors import MediaError
from kindreel.i18n import count
from kindreel.jobs import Progress
from kindreel.model.checks import media_of
from kindreel.model.ids import MediaId
from kindreel_ui.faults import Faults
from kindreel_ui.runner import Runner
from kindreel_ui.session import Session


def same_content(folder: Path, wanted: Iterable[MediaId], progress: Progress) -> tuple[Path, ...]:
    """The files in a folder and below whose content is that of a wanted id."""
    digests = {media.partition(".")[0] for media in wanted}
    endings = {Path(media).suffix for media in wanted}
    files = [p for p in folder.rglob("*") if p.is_file() and p.suffix.lower() in endings]
    found = []
    for done, path in enumerate(files):
        progress(done, len(files), "Looking")
        with path.open("rb") as file:
            if hashlib.file_digest(file, "sha256").hexdigest() in digests:
                found.append(path)
    return tuple(found)


class Relink(QObject):
    """Looks after each opening; a missing file is told in the notice bar.

    found: files are back in the project.
    """

    found = Signal()

    def __init__(self, session: Session, runner: Runner, faults: Faults, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._runner, self._faults = session, runner, faults
        self._window = window

    def look(self) -> None:
        """See whether all media of the open project are there."""
        project, store = self._session.project, self._session.media
        if project is None or store is None:
            return

        def work(_progress: Progress) -> tuple[MediaId, ...]:
            return store.missing(m for b in project.boards for m in media_of(project, b))

        self._runner.free(work).finished.connect(self._tell)

    def _tell(self, missing: tuple[MediaId, ...]) -> None:
        if missing:
            words = count(len(missing), "file has", "files have")
            error = MediaError(
                f"{words} moved.", "Your board is fine; stand-ins show where they belong."
            )
            self._faults.tell(error, ("Choose folder…", lambda: self._ask(missing)))

    def _ask(self, missing: tuple[MediaId, ...]) -> None:
        chosen = QFileDialog.getExistingDirectory(self._window, "Where are the files?")
        if chosen:
            self.search(Path(chosen), missing)

    def search(self, folder: Path, missing: tuple[MediaId, ...]) -> None:
        """Take back every missing file that lies in a folder, whatever it is called now."""
        store = self._session.media
        if store is None:
            return

        def work(progress: Progress) -> int:
            files = same_content(folder, missing, progress)
            return len({store.add(path) for path in files})

        self._runner.document(work).finished.connect(self._searched)

    def _searched(self, number: int) -> None:
        if number:
            self.found.emit()
        self.look()
