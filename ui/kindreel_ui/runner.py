"""Long work off the GUI thread: a task tells by signals, always on the GUI thread."""

from __future__ import annotations

import logging
from collections.abc import Callable
from threading import Lock
from typing import Any
from weakref import WeakSet

from PySide6.QtCore import QObject, Qt, Signal

from kindreel.jobs import Cancelled, Job, Lanes, Progress, Report

_log = logging.getLogger(__name__)

Work = Callable[[Progress], object]
"""What is done on a lane. It calls the progress it is given now and then, or never."""


class _Errand:
    """The worker's side of a task: no QObject, so that no thread but the GUI's ever ends one.

    post: called from the worker when there is news to fetch.
    """

    def __init__(self, work: Work, post: Callable[[_Errand], None]) -> None:
        self._work = work
        self._post = post
        self._lock = Lock()
        self._news: list[tuple[str, object]] = []
        self.job = Job(self._report)

    def run(self) -> None:
        """Do the work; called by the lane's thread."""
        self._tell("started", None)
        try:
            value = self._start()
        except Cancelled:
            self._tell("cancelled", None)
        except Exception as error:  # noqa: BLE001 - every failure goes to `failed`
            self._tell("failed", error)
        else:
            self._tell("finished", value)

    def fetch(self) -> list[tuple[str, object]]:
        """What has happened since the last time."""
        with self._lock:
            news, self._news = self._news, []
        return news

    def _start(self) -> object:
        if self.job.cancelled:
            raise Cancelled
        return self._work(self.job)

    def _report(self, report: Report) -> None:
        self._tell("progressed", report)

    def _tell(self, what: str, value: object) -> None:
        with self._lock:
            waiting = bool(self._news)
            if waiting and what == "progressed" and self._news[-1][0] == what:
                self._news[-1] = (what, value)
            else:
                self._news.append((what, value))
        if not waiting:
            self._post(self)


class Task(QObject):
    """One piece of work on its way.

    Exactly one of finished, failed and cancelled is sent, unless the task was dropped; then none.
    Connecting right after the task was made misses nothing. Connect methods of widgets, not
    lambdas that hold them: a method lets go by itself when its widget is gone.
    """

    started = Signal()
    progressed = Signal(object)
    """A jobs.Report; the newest one, when several came at once."""
    finished = Signal(object)
    """What the work gave back."""
    failed = Signal(object)
    """The Exception it raised."""
    cancelled = Signal()
    ended = Signal(object)
    """The task itself, after any of the three."""

    def __init__(self, errand: _Errand) -> None:
        super().__init__()
        self._errand = errand
        self._silent = False

    def cancel(self) -> None:
        """Ask the work to stop at its next progress call."""
        self._errand.job.cancel()

    def silence(self) -> None:
        """Let the work go on, but send nothing any more."""
        self._silent = True

    def drop(self) -> None:
        """Cancel and send nothing any more."""
        self.silence()
        self.cancel()

    def deliver(self) -> bool:
        """Send what has happened; whether the task has ended."""
        over = False
        for what, value in self._errand.fetch():
            if not self._silent:
                self._send(what, value)
            over = over or what in {"finished", "failed", "cancelled"}
        if over:
            self.ended.emit(self)
        return over

    def _send(self, what: str, value: object) -> None:
        signal: Any = getattr(self, what)
        if what in {"started", "cancelled"}:
            signal.emit()
        else:
            signal.emit(value)


class Runner(QObject):
    """Starts work on the lanes and keeps its tasks until they have ended.

    failed: sent for every failure that its starter did not keep for itself.
    closed: nothing can be started any more.
    """

    failed = Signal(object)
    _posted = Signal(object)

    def __init__(self, lanes: Lanes | None = None) -> None:
        super().__init__()
        self._lanes = lanes or Lanes()
        self._tasks: dict[_Errand, Task] = {}
        self._filing: WeakSet[_Errand] = WeakSet()
        self.closed = False
        self._posted.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def free(self, work: Work, *, keep_failure: bool = False) -> Task:
        """Start work as soon as a worker is free.

        keep_failure: the starter shows a failure itself; otherwise it is shown for it.
        """
        errand, task = self._prepare(work, keep_failure=keep_failure)
        self._lanes.free(errand.run)
        return task

    def document(self, work: Work, *, keep_failure: bool = False) -> Task:
        """Start work after all earlier work on the document."""
        errand, task = self._prepare(work, keep_failure=keep_failure)
        self._filing.add(errand)
        self._lanes.document(errand.run)
        return task

    def _prepare(self, work: Work, *, keep_failure: bool) -> tuple[_Errand, Task]:
        errand = _Errand(work, self._posted.emit)
        task = Task(errand)
        self._tasks[errand] = task
        if not keep_failure:
            task.failed.connect(self.failed)
        return errand, task

    def _deliver(self, errand: _Errand) -> None:
        task = self._tasks.get(errand)
        if task is not None and task.deliver():
            self._tasks.pop(errand, None)

    @property
    def busy(self) -> bool:
        """Whether anything is still on its way."""
        return bool(self._tasks)

    def close(self) -> None:
        """Finish the document's work, cancel the rest, send nothing more, stop the lanes.

        Waits; call it when no window is open any more.
        """
        self.closed = True
        for errand, task in self._tasks.items():
            task.silence()
            if errand not in self._filing:
                task.cancel()
        self._lanes.close()
        self._tasks.clear()


class Newest:
    """Of one kind of question, only the newest: starting one drops the one before.

    For previews and searches, whose late answers would be wrong.
    """

    def __init__(self, runner: Runner) -> None:
        self._runner = runner
        self._task: Task | None = None

    def free(self, work: Work, *, keep_failure: bool = False) -> Task:
        """Start work and forget what was asked before."""
        self.drop()
        self._task = self._runner.free(work, keep_failure=keep_failure)
        return self._task

    def drop(self) -> None:
        """Forget what was asked."""
        if self._task is not None:
            self._task.drop()
            self._task = None
