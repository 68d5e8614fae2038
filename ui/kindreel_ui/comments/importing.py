"""Importing: ask for files, read them on a lane, say what became of every row."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from kindreel import paths
from kindreel.errors import ImportFileError
from kindreel.jobs import Progress
from kindreel_ui.comments.columns import ColumnsDialog
from kindreel_ui.runner import Task, Work
from kindreel_ui.screens import Tools

if TYPE_CHECKING:
    from kindreel.comments.arriving import Arrival
    from kindreel.importers.reading.mapping import Mapping

_KINDS = "Comment exports (*.csv *.tsv *.txt *.json *.jsonl *.ndjson *.xlsx);;All files (*)"


class Importing(QObject):
    """Imports one row of files after another.

    started, ended: around each import. progressed: a Report.
    accounted: a tuple of Arrival, one for each file that was read.
    """

    started = Signal()
    progressed = Signal(object)
    accounted = Signal(object)
    ended = Signal()

    def __init__(self, tools: Tools, window: QWidget) -> None:
        super().__init__(window)
        self._tools = tools
        self._window = window
        self._task: Task | None = None

    @property
    def running(self) -> bool:
        """Whether files are being read."""
        return self._task is not None

    def ask(self) -> None:
        """Let the person choose files and import them."""
        place = QStandardPaths.StandardLocation.DownloadLocation
        downloads = Path(QStandardPaths.writableLocation(place))
        folder = str(downloads if downloads.is_dir() else Path.home())
        chosen, _ = QFileDialog.getOpenFileNames(self._window, "Import comments", folder, _KINDS)
        if chosen:
            self.start([Path(name) for name in chosen])

    def samples(self) -> None:
        """Import the invented comments that come with Kindreel."""
        self.start(sorted(paths.resource("samples", "comments").glob("*.csv")))

    def start(self, files: Sequence[Path], mapping: Mapping | None = None) -> None:
        """Import files; while some are being read, more have to wait for another time."""
        if self._task is not None or not files:
            return
        work = self._work(tuple(files), mapping)
        self._task = self._tools.runner.free(work, keep_failure=True)
        self._task.progressed.connect(self.progressed)
        self._task.finished.connect(self.accounted)
        self._task.failed.connect(lambda error: self._failed(error, tuple(files), mapping))
        self._task.ended.connect(self._ended)
        self.started.emit()

    def _work(self, files: tuple[Path, ...], mapping: Mapping | None) -> Work:
        door = self._tools.inbox

        def read(progress: Progress) -> tuple[Arrival, ...]:
            from kindreel.comments.arriving import take_in  # noqa: PLC0415 - on use, on a lane
            from kindreel.comments.personal import classifier  # noqa: PLC0415 - the same

            inbox = door.open()
            scorer = classifier(inbox)
            return tuple(
                take_in(inbox, file, mapping=mapping, scorer=scorer, progress=progress)
                for file in files
            )

        return read

    def stop(self) -> None:
        """Stop reading; what was read so far stays."""
        if self._task is not None:
            self._task.cancel()

    def _ended(self) -> None:
        self._task = None
        self.ended.emit()

    def _failed(self, error: Exception, files: tuple[Path, ...], mapping: Mapping | None) -> None:
        retry = None
        if isinstance(error, ImportFileError) and len(files) == 1 and mapping is None:
            retry = ("Match columns", lambda: self.match_columns(files[0]))
        self._tools.faults.tell(error, retry)

    def match_columns(self, file: Path) -> None:
        """Let the person say which column is what, then import the file so."""

        def look(_progress: Progress) -> Mapping:
            from kindreel.importers.door import guess_mapping  # noqa: PLC0415 - on use, on a lane

            return guess_mapping(file)

        task = self._tools.runner.free(look)
        task.finished.connect(lambda mapping: self._ask_columns(file, mapping))

    def _ask_columns(self, file: Path, mapping: Mapping) -> None:
        dialog = ColumnsDialog(file, mapping, self._window)
        dialog.matched.connect(lambda chosen: self.start([file], chosen))
        dialog.open()
