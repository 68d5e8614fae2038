"""Wall time, processor time and memory of some work, children included."""

from __future__ import annotations

import os
import statistics
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Thread
from time import perf_counter
from typing import Self

_LOOK_EVERY_S = 0.05


@dataclass(frozen=True, slots=True)
class Taken:
    """wall_s, cpu_s: seconds.

    memory_mib: greatest of this process and of its largest child together, 0 where nobody tells.
    """

    wall_s: float
    cpu_s: float
    memory_mib: float


def _cpu() -> float:
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def _forget_peak() -> None:
    with suppress(OSError):
        Path("/proc/self/clear_refs").write_text("5")


def _held(process: str) -> float:
    """The most that a process has held since it began its program, in MiB; 0 where nobody tells."""
    with suppress(OSError):
        for line in Path(f"/proc/{process}/status").read_text().splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) / 1024
    return 0.0


class _Children:
    """Notes what child processes hold while they run.

    What getrusage tells of them afterwards counts what this process held when it started them.
    """

    def __init__(self) -> None:
        self.most = 0.0
        self._done = Event()
        self._thread = Thread(target=self._watch, name="kindreel-memory", daemon=True)

    def _watch(self) -> None:
        while not self._done.wait(_LOOK_EVERY_S):
            with suppress(OSError):
                for task in Path("/proc/self/task").iterdir():
                    for child in (task / "children").read_text().split():
                        self.most = max(self.most, _held(child))

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._done.set()
        self._thread.join()


def taken(work: Callable[[], object]) -> Taken:
    """What the work took, in this process and those it has started and waited for."""
    _forget_peak()
    cpu, wall = _cpu(), perf_counter()
    with _Children() as children:
        work()
    return Taken(perf_counter() - wall, _cpu() - cpu, _held("self") + children.most)


def spread(values: Sequence[float]) -> tuple[float, float, float]:
    """Least, median and greatest."""
    return min(values), statistics.median(values), max(values)
