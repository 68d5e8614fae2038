"""All videos of a series, exported one after another by the one job there is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from kindreel.errors import KindreelError
from kindreel.export import series
from kindreel.export.presets import Quality, preset
from kindreel.export.queue import State
from kindreel.jobs import Report
from kindreel.model import checks
from kindreel.model.board import Board
from kindreel.model.findings import Severity
from kindreel.model.ids import MediaId
from kindreel.model.project import Project
from kindreel_ui.export import choices
from kindreel_ui.export.apart import Order
from kindreel_ui.export.job import ExportJob


@dataclass(frozen=True, slots=True)
class Planned:
    """One video of the series.

    share: how much of it is done, 0 to 1. note: why it is not there, or what it is called.
    """

    order: Order
    state: State = State.WAITING
    share: float = 0.0
    note: str = ""


def is_blocked(project: Project, board: Board) -> bool:
    """Whether something keeps a video from going out; told without a look at frames."""
    found = checks.findings(project, board, frozenset())
    return any(f.severity is Severity.BLOCK for f in found)


def planned(
    project: Project,
    folder: Path,
    media: Callable[[MediaId], Path],
    made: tuple[str, Quality],
    *,
    beside: bool,
) -> list[Planned]:
    """An order for each board; a video that may not go out is not even begun.

    made: preset and quality.
    """
    name, quality = made
    plan = []
    for one in series.orders(project, folder, media, preset(name), quality):
        order = Order(
            project=project,
            board=one.board,
            media=media,
            out=one.out,
            preset=name,
            quality=quality.value,
            beside=beside,
        )
        blocked = choices.shows_people(name) and is_blocked(project, one.board)
        state = State.FAILED if blocked else State.WAITING
        note = "Consent is missing." if blocked else one.out.name
        plan.append(Planned(order, state, note=note))
    return plan


class SeriesJob(QObject):
    """Works a plan off; what fails does not stop the others.

    changed: some video of it is further, or over.
    """

    changed = Signal()

    def __init__(self, job: ExportJob, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._job = job
        self._at: int | None = None
        self.plan: list[Planned] = []
        job.progressed.connect(self._progress)
        job.finished.connect(lambda _report: self._end(State.DONE))
        job.failed.connect(self._fail)
        job.cancelled.connect(lambda: self._end(State.CANCELLED, "Taken back."))
        job.rested.connect(lambda _on: self.changed.emit())

    @property
    def running(self) -> bool:
        """Whether videos of the series are on their way."""
        return self._at is not None

    @property
    def resting(self) -> bool:
        """Whether it is paused."""
        return self.running and self._job.resting

    @property
    def free(self) -> bool:
        """Whether it could begin: nothing else is being exported."""
        return not self._job.running

    def start(self, plan: Sequence[Planned]) -> None:
        """Begin with the first video; nothing happens while another export is on its way."""
        if self.free and not self.running:
            self.plan = list(plan)
            self._next()

    def rest(self, *, on: bool) -> None:
        """Pause or go on."""
        self._job.rest(on=on)

    def cancel(self, index: int) -> None:
        """Take one video back: the one being made leaves no file."""
        if index == self._at:
            self._job.cancel()
        elif self.plan[index].state is State.WAITING:
            self._put(index, state=State.CANCELLED, note="Taken back.")

    def cancel_all(self) -> None:
        """Take back all that is not done yet."""
        for index in range(len(self.plan)):
            if index != self._at:
                self.cancel(index)
        if self._at is not None:
            self.cancel(self._at)

    def _put(self, index: int, **fields: object) -> None:
        self.plan[index] = replace(self.plan[index], **fields)  # type: ignore[arg-type]  # names of its own fields
        self.changed.emit()

    def _next(self) -> None:
        waiting = (i for i, p in enumerate(self.plan) if p.state is State.WAITING)
        self._at = next(waiting, None)
        if self._at is not None:
            self._put(self._at, state=State.RUNNING)
            self._job.start(self.plan[self._at].order)
        self.changed.emit()

    def _progress(self, report: Report) -> None:
        if self._at is not None and report.total:
            self._put(self._at, share=report.done / report.total)

    def _fail(self, error: Exception) -> None:
        known = isinstance(error, KindreelError)
        self._end(State.FAILED, str(error) if known else "It didn't work.")

    def _end(self, state: State, note: str = "") -> None:
        if self._at is None:
            return
        now = self.plan[self._at]
        share = 1.0 if state is State.DONE else 0.0
        self._put(self._at, state=state, share=share, note=note or now.note)
        self._next()
