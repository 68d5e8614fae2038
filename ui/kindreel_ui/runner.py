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


class Task(QObject):
    """One piece of work on its way.

    Exactly one of finished, failed and cancelled is sent, unless the task was dropped; then none.
    Connecting right after the task was made misses nothing.
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

    _posted = Signal()

    def __init__(self, work: Work) -> None:
        super().__init__()
        self._work = work
        self._job = Job(self._report)
        self._lock = Lock()
        self._mail: list[tuple[str, object]] = []
        self._dropped = False
        self._posted.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def cancel(self) -> None:
        """Ask the work to stop at its next progress call."""
        self._job.cancel()

    def silence(self) -> None:
        """Let the work go on, but send nothing any more."""
        self._dropped = True

    def drop(self) -> None:
        """Cancel and send nothing any more."""
        self.silence()
        self.cancel()

    def run(self) -> None:
        """Do the work; called by the lane's thread."""
        self._post("started", None)
        try:
            value = self._start()
        except Cancelled:
            self._post("cancelled", None)
        except Exception as error:  # noqa: BLE001 - every failure goes to `failed`
            self._post("failed", error)
        else:
            self._post("finished", value)

    def _start(self) -> object:
        if self._job.cancelled:
            raise Cancelled
        return self._work(self._job)

    def _report(self, report: Report) -> None:
        self._post("progressed", report)

    def _post(self, what: str, value: object) -> None:
        with self._lock:
            waiting = bool(self._mail)
            if waiting and what == "progressed" and self._mail[-1][0] == what:
                self._mail[-1] = (what, value)
            else:
                self._mail.append((what, value))
        if not waiting:
            self._posted.emit()

    def _deliver(self) -> None:
        with self._lock:
            mail, self._mail = self._mail, []
        for what, value in mail:
            self._send(what, value)

    def _send(self, what: str, value: object) -> None:
        if not self._dropped:
            signal: Any = getattr(self, what)
            if what in {"started", "cancelled"}:
                signal.emit()
            else:
                signal.emit(value)
        if what in {"finished", "failed", "cancelled"}:
            self.ended.emit(self)


class Runner(QObject):
    """Starts work on the lanes and keeps its tasks until they have ended.

    failed: sent for every failure that its starter did not keep for itself.
    """

    failed = Signal(object)

    def __init__(self, lanes: Lanes | None = None) -> None:
        super().__init__()
        self._lanes = lanes or Lanes()
        self._tasks: set[Task] = set()
        self._filing: WeakSet[Task] = WeakSet()

    def free(self, work: Work, *, keep_failure: bool = False) -> Task:
        """Start work as soon as a worker is free.

        keep_failure: the starter shows a failure itself; otherwise it is shown for it.
        """
        task = self._prepare(work, keep_failure=keep_failure)
        self._lanes.free(task.run)
        return task

    def document(self, work: Work, *, keep_failure: bool = False) -> Task:
        """Start work after all earlier work on the document."""
        task = self._prepare(work, keep_failure=keep_failure)
        self._filing.add(task)
        self._lanes.document(task.run)
        return task

    def _prepare(self, work: Work, *, keep_failure: bool) -> Task:
        task = Task(work)
        self._tasks.add(task)
        if not keep_failure:
            task.failed.connect(self.failed)
        task.ended.connect(self._tasks.discard)
        return task

    @property
    def busy(self) -> bool:
        """Whether anything is still on its way."""
        return bool(self._tasks)

    def close(self) -> None:
        """Finish the document's work, cancel the rest, send nothing more, stop the lanes.

        Waits; call it when no window is open any more.
        """
        for task in self._tasks:
            task.silence()
            if task not in self._filing:
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
