"""Long work: progress, cancelling, and the lanes it runs in."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from threading import Event
from time import monotonic
from typing import Protocol, TypeVar

T = TypeVar("T")


class Cancelled(BaseException):
    """Raised from a progress call when the person has cancelled.

    A BaseException, so that no `except Exception` on the way swallows it.
    """


class Progress(Protocol):
    """What a long function calls now and then; the call may raise Cancelled."""

    def __call__(self, done: int, total: int, doing: str = "") -> None:
        """Tell that `done` of `total` units are done (total 0: not known yet)."""


def silent(done: int, total: int, doing: str = "") -> None:
    """Progress that nobody watches."""


@dataclass(frozen=True, slots=True)
class Report:
    """One moment of a running job.

    done, total: units of work; total 0 means not known yet.
    eta_s: seconds left at the pace so far, None until it can be told.
    """

    done: int
    total: int
    doing: str
    elapsed_s: float
    eta_s: float | None


def _eta(done: int, total: int, elapsed_s: float) -> float | None:
    if done <= 0 or total <= 0 or elapsed_s < 0.2:
        return None
    return max(0.0, (total - done) * elapsed_s / done)


class Job:
    """A cancellable progress that passes reports on, from the worker's thread."""

    def __init__(self, listener: Callable[[Report], None] | None = None) -> None:
        self._listener = listener
        self._cancel = Event()
        self._started = monotonic()

    def cancel(self) -> None:
        """Ask the work to stop at its next progress call."""
        self._cancel.set()

    @property
    def cancelled(self) -> bool:
        """Whether somebody has asked to stop."""
        return self._cancel.is_set()

    def __call__(self, done: int, total: int, doing: str = "") -> None:
        """Pass a report on; raises Cancelled once somebody has asked to stop."""
        if self._cancel.is_set():
            raise Cancelled
        if self._listener is not None:
            elapsed_s = monotonic() - self._started
            report = Report(done, total, doing, elapsed_s, _eta(done, total, elapsed_s))
            self._listener(report)


class Lanes:
    """Two pools: the document lane runs one thing at a time, the free lane several."""

    def __init__(self, free_workers: int = 4) -> None:
        self._document = ThreadPoolExecutor(1, "kindreel-document")
        self._free = ThreadPoolExecutor(free_workers, "kindreel-free")

    def document(self, work: Callable[[], T]) -> Future[T]:
        """Run `work` after all earlier document work."""
        return self._document.submit(work)

    def free(self, work: Callable[[], T]) -> Future[T]:
        """Run `work` as soon as a worker is free."""
        return self._free.submit(work)

    def close(self) -> None:
        """Finish what was submitted, then stop."""
        self._document.shutdown(wait=True)
        self._free.shutdown(wait=True, cancel_futures=True)
