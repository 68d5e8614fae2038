"""Exports one after another: in order, to be paused, gone on with and taken back."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import count
from pathlib import Path
from threading import Condition, Thread

from kindreel.errors import ExportError, KindreelError
from kindreel.export.presets import Preset, Quality
from kindreel.export.report import ExportReport
from kindreel.export.video import export
from kindreel.export.work import Media
from kindreel.jobs import Cancelled, Job, Report
from kindreel.model.board import Board
from kindreel.model.project import Project

_log = logging.getLogger(__name__)


class State(StrEnum):
    """How far an export in the queue is."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What is to be exported; see video.export for the fields."""

    project: Project
    board: Board
    out: Path
    media: Media
    preset: Preset
    quality: Quality = Quality.STANDARD
    frames: range | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An order in the queue.

    progress: while it runs. outcome: when it is done. problem: when it has failed.
    """

    number: int
    order: Order
    state: State = State.WAITING
    progress: Report | None = None
    outcome: ExportReport | None = None
    problem: KindreelError | None = None


Listener = Callable[[Entry], None]


class ExportQueue:
    """Works orders off in a thread of its own.

    listener: hears of each change from that thread, and of cancelling from the caller's.
    """

    def __init__(self, listener: Listener | None = None) -> None:
        self._listener = listener
        self._entries: dict[int, Entry] = {}
        self._numbers = count(1)
        self._changed = Condition()
        self._paused = False
        self._closed = False
        self._job: Job | None = None
        self._worker = Thread(target=self._work, name="kindreel-export-queue", daemon=True)
        self._worker.start()

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All orders, first come first."""
        with self._changed:
            return tuple(self._entries.values())

    @property
    def paused(self) -> bool:
        """Whether the work rests."""
        with self._changed:
            return self._paused

    def add(self, order: Order) -> int:
        """Put an order at the end; its number."""
        with self._changed:
            number = next(self._numbers)
            self._entries[number] = Entry(number=number, order=order)
            self._changed.notify_all()
            return number

    def pause(self) -> None:
        """Rest after the frame being drawn, until resume()."""
        with self._changed:
            self._paused = True

    def resume(self) -> None:
        """Go on where the work rested."""
        with self._changed:
            self._paused = False
            self._changed.notify_all()

    def cancel(self, number: int) -> None:
        """Take an order back; the one that runs stops and leaves no file."""
        with self._changed:
            entry = self._entries[number]
            if entry.state is State.RUNNING and self._job is not None:
                self._job.cancel()
            elif entry.state is State.WAITING:
                self._entries[number] = entry = replace(entry, state=State.CANCELLED)
            self._changed.notify_all()
        self._tell(entry)

    def forget(self) -> None:
        """Drop all entries that are over."""
        over = (State.DONE, State.FAILED, State.CANCELLED)
        with self._changed:
            left = {n: e for n, e in self._entries.items() if e.state not in over}
            self._entries = left

    def wait(self) -> None:
        """Return once nothing waits or runs; when the work is paused, once it has gone on."""
        busy = (State.WAITING, State.RUNNING)
        with self._changed:
            self._changed.wait_for(lambda: all(e.state not in busy for e in self._entries.values()))

    def close(self) -> None:
        """Stop what runs, take back what waits, end the thread."""
        with self._changed:
            self._closed = True
            if self._job is not None:
                self._job.cancel()
            self._changed.notify_all()
        self._worker.join()

    def _next(self) -> Entry | None:
        """The next order once there is one and the work does not rest; None when closed."""

        def ready() -> bool:
            return self._closed or (not self._paused and self._first() is not None)

        with self._changed:
            self._changed.wait_for(ready)
            if self._closed:
                return None
            entry = self._first()
            assert entry is not None
            self._job = Job(lambda report: self._report(entry.number, report))
            return self._put(replace(entry, state=State.RUNNING))

    def _first(self) -> Entry | None:
        return next((e for e in self._entries.values() if e.state is State.WAITING), None)

    def _put(self, entry: Entry) -> Entry:
        self._entries[entry.number] = entry
        self._changed.notify_all()
        return entry

    def _work(self) -> None:
        while (entry := self._next()) is not None:
            self._tell(entry)
            result = self._made(entry)
            with self._changed:
                self._job = None
                self._put(result)
            self._tell(result)

    def _made(self, entry: Entry) -> Entry:
        order, job = entry.order, self._job
        assert job is not None
        try:
            outcome = export(
                order.project,
                order.board,
                order.out,
                order.media,
                order.preset,
                order.quality,
                order.frames,
                job,
            )
        except Cancelled:
            return replace(entry, state=State.CANCELLED)
        except KindreelError as problem:
            return replace(entry, state=State.FAILED, problem=problem)
        except Exception as error:  # noqa: BLE001 - a bug in one export must not end the queue
            _log.exception("an export failed")
            bug = ExportError("Something went wrong inside Kindreel.", details=repr(error))
            return replace(entry, state=State.FAILED, problem=bug)
        return replace(entry, state=State.DONE, outcome=outcome)

    def _report(self, number: int, report: Report) -> None:
        """Pass progress on, and rest here while the work is paused."""
        with self._changed:
            entry = self._put(replace(self._entries[number], state=State.RUNNING, progress=report))
        self._tell(entry)
        with self._changed:
            job = self._job
            self._changed.wait_for(lambda: not self._paused or job is None or job.cancelled)

    def _tell(self, entry: Entry) -> None:
        if self._listener is not None:
            self._listener(entry)
