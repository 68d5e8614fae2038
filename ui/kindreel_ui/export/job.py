"""The one export that is on its way, whether its dialog is open or not."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, SignalInstance

from kindreel.jobs import Progress, Report
from kindreel_ui.export.apart import Order, make
from kindreel_ui.runner import Runner, Task


class ExportJob(QObject):
    """Starts, tells about and cancels the export.

    started: the Order. progressed: a jobs.Report. finished: the ExportReport.
    failed: the Exception. cancelled: nothing was left behind.
    """

    started = Signal(object)
    progressed = Signal(object)
    finished = Signal(object)
    failed = Signal(object)
    cancelled = Signal()

    def __init__(self, runner: Runner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._task: Task | None = None
        self.report: Report | None = None

    @property
    def running(self) -> bool:
        """Whether an export is on its way."""
        return self._task is not None

    def start(self, order: Order) -> None:
        """Begin; one at a time."""
        if self._task is not None:
            return

        def work(progress: Progress) -> object:
            return make(order, progress)

        self.report = None
        task = self._runner.free(work, keep_failure=True)
        self._task = task
        task.progressed.connect(self._progress)
        task.finished.connect(lambda report: self._end(self.finished, report))
        task.failed.connect(lambda error: self._end(self.failed, error))
        task.cancelled.connect(self._cancelled)
        self.started.emit(order)

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
