"""Measured, not promised: what a frame costs."""

from __future__ import annotations

import resource
import sys
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from pathlib import Path
from random import Random
from time import perf_counter, process_time
from typing import Final

from kindreel.jobs import Progress, silent
from kindreel.model.project import Project
from kindreel.render.frame import Stage
from kindreel.render.reference_board import FRAMES, media, reference

PREVIEW: Final = (540, 960)
WHOLE: Final = (1080, 1920)


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured number and the most it should be.

    spread: half the distance between the quartiles.
    """

    name: str
    value: float
    unit: str
    limit: float
    aim: float
    spread: float = 0.0

    @property
    def holds(self) -> bool:
        """Whether it is within its limit."""
        return self.value <= self.limit


def _spread(times: list[float]) -> float:
    ordered = sorted(times)
    return (ordered[3 * len(ordered) // 4] - ordered[len(ordered) // 4]) / 2


def _played(show: Callable[[int], object], frames: Iterable[int]) -> list[float]:
    """CPU milliseconds of each frame."""
    times = []
    for frame in frames:
        start = process_time()
        show(frame)
        times.append((process_time() - start) * 1e3)
    return times


def _shown(stage: Stage, project: Project, size: tuple[int, int], frame: int) -> object:
    return stage.render(project, project.board(), frame, size)


def _figure(name: str, times: list[float], limit: float, aim: float) -> Figure:
    mean = sum(times) / len(times)
    return Figure(name, round(mean, 2), "CPU ms/frame", limit, aim, round(_spread(times), 2))


def _scrub(project: Project, folder: Path) -> Figure:
    """The wait for a random frame, as when the playhead is dragged about."""
    stage, board = Stage(media(folder)), project.board()
    for frame in range(0, FRAMES, 20):
        stage.render(project, board, frame, PREVIEW)
    waits = []
    for frame in Random(3).choices(range(FRAMES), k=120):
        start = perf_counter()
        stage.render(project, board, frame, PREVIEW)
        waits.append((perf_counter() - start) * 1e3)
    p95 = sorted(waits)[int(0.95 * len(waits))]
    return Figure(
        "scrub to a random frame, p95", round(p95, 1), "ms", 50.0, 25.0, round(_spread(waits), 1)
    )


def _memory_mib() -> float:
    """The most memory this process has held; Linux counts KiB, macOS bytes."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1 << 20 if sys.platform == "darwin" else 1 << 10)


def preview(progress: Progress = silent, *, every: int = 1) -> tuple[Figure, ...]:
    """Figures of preview and compositing on the reference board."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        project = reference(folder)
        board = project.board()
        frames = range(0, FRAMES, every)
        figures = []
        for number, (size, limit, aim) in enumerate(((PREVIEW, 4.0, 2.0), (WHOLE, 10.0, 5.0))):
            progress(number, 4, f"preview at {size[0]}×{size[1]}")
            stage = Stage(media(folder))
            times = _played(partial(_shown, stage, project, size), frames)
            figures.append(_figure(f"preview {size[0]}×{size[1]}", times, limit, aim))
        progress(2, 4, "compositing for export")
        stage = Stage(media(folder))
        times = _played(lambda f: stage.render_i420(project, board, f, WHOLE), frames)
        figures.append(_figure("compositing to I420, 1080×1920", times, 6.0, 2.9))
        progress(3, 4, "scrubbing")
        figures.append(_scrub(project, folder))
        figures.append(Figure("peak memory", round(_memory_mib()), "MiB", 400.0, 250.0))
        progress(4, 4)
        return tuple(figures)


def distinct(project: Project, folder: Path) -> int:
    """How many pictures of the reference board differ from the one before."""
    stage, board = Stage(media(folder)), project.board()
    keys = [stage.key(project, board, frame) for frame in range(FRAMES)]
    return 1 + sum(a != b for a, b in pairwise(keys))
