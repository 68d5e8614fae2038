"""The one export that is on its way, whether its dialog is open or not."""

from __future__ import annotations

from threading import Event

from PySide6.QtCore import QObject, Signal, SignalInstance

from kindreel.jobs import Progress, Report
from kindreel_ui.export.apart import Order, make
from kindreel_ui.runner import Runner, Task


class ExportJob(QObject):
    """Starts, tells about and cancels the export.

    started: the Order. progressed: a jobs.Report. finished: the ExportReport.
    failed: the Exception. cancelled: nothing was left behind. rested: whether it rests now.
    """

    started = Signal(object)
    progressed = Signal(object)
    finished = Signal(object)
    failed = Signal(object)
    cancelled = Signal()
    rested = Signal(bool)

    def __init__(self, runner: Runner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._task: Task | None = None
        self._rest = Event()
        self.report: Report | None = None
        self.order: Order | None = None

    @property
    def resting(self) -> bool:
        """Whether the export on its way draws nothing for now."""
        return self._rest.is_set()

    @property
    def running(self) -> bool:
        """Whether an export is on its way."""
        return self._task is not None

    def start(self, order: Order) -> None:
        """Begin; one at a time."""
        if self._task is not None:
            return

        rest = Event()

        def work(progress: Progress) -> object:
            return make(order, progress, rest)

        self._rest, self.order, self.report = rest, order, None
        task = self._runner.free(work, keep_failure=True)
        self._task = task
        task.progressed.connect(self._progress)
        task.finished.connect(lambda report: self._end(self.finished, report))
        task.failed.connect(lambda error: self._end(self.failed, error))
        task.cancelled.connect(self._cancelled)
        self.started.emit(order)

    def rest(self, *, on: bool) -> None:
        """Rest after the frame being drawn, or go on."""
        if self.running and on is not self.resting:
            if on:
                self._rest.set()
            else:
                self._rest.clear()
            self.rested.emit(on)

    def cancel(self) -> None:
        """Stop; the unfinished file is removed."""
        if self._task is not None:
            self._task.cancel()

    def _progress(self, report: Report) -> None:
        self.report = report
        self.progressed.emit(report)

    def _end(self, signal: SignalInstance, what: object) -> None:
        self._task = None
        signal.emit(what)

    def _cancelled(self) -> None:
        self._task = None
        self.cancelled.emit()
