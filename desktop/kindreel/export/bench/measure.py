"""Wall time, processor time and memory of some work, children included."""

from __future__ import annotations

import os
import statistics
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

_STATUS = Path("/proc/self/status")


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


def _peak() -> float:
    with suppress(OSError):
        for line in _STATUS.read_text().splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) / 1024 + _largest_child()
    return 0.0


def _largest_child() -> float:
    """The most that any child so far has held; children cannot be asked to forget theirs."""
    import resource  # noqa: PLC0415 - not on Windows

    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


def taken(work: Callable[[], object]) -> Taken:
    """What the work took, in this process and those it has started and waited for."""
    _forget_peak()
    cpu, wall = _cpu(), perf_counter()
    work()
    return Taken(perf_counter() - wall, _cpu() - cpu, _peak())


def spread(values: Sequence[float]) -> tuple[float, float, float]:
    """Least, median and greatest."""
    return min(values), statistics.median(values), max(values)
