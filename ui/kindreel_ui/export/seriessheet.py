"""The series as a list: what waits, what is being made, what is done."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from kindreel.export.queue import State
from kindreel.i18n import count
from kindreel_ui.export.series import Planned, SeriesJob
from kindreel_ui.kit import (
    Box,
    Button,
    IconButton,
    Label,
    ProgressBar,
    Sheet,
    ShortLabel,
    column,
    row,
)

_WORDS = {
    State.WAITING: "Waiting",
    State.RUNNING: "Rendering",
    State.DONE: "Done",
    State.FAILED: "Not exported",
    State.CANCELLED: "Cancelled",
}
_OPEN = (State.WAITING, State.RUNNING)


class SeriesLine(QWidget):
    """One video of the series."""

    def __init__(self, title: str, cancel: Callable[[], None]) -> None:
        super().__init__()
        self._state = Label("", "label")
        self._note = ShortLabel("", "caption")
        self._bar = ProgressBar(thickness=4, name=title)
        self.cancel = IconButton("x", f"Cancel {title}", step="sm")
        self.cancel.clicked.connect(lambda _on=False: cancel())
        words = column(
            row(Label(title, "bodyStrong"), None, self._state), self._bar, self._note, gap=4
        )
        line = row(gap=10)
        line.addLayout(words, 1)
        line.addWidget(self.cancel)
        self.setLayout(line)

    def show_planned(self, one: Planned, *, running: bool) -> None:
        """Show how far it is."""
        share = f" {one.share:.0%}".replace("%", " %") if one.state is State.RUNNING else ""
        self._state.setText(_WORDS[one.state] + share)
        self._note.set_words(one.note)
        self._bar.set_value(one.share)
        self.cancel.setEnabled(running and one.state in _OPEN)


class SeriesSheet(Sheet):
    """Starts, pauses and cancels the series; closing it lets the work go on."""

    def __init__(self, job: SeriesJob, plan: Callable[[], list[Planned]], over: QWidget) -> None:
        self._job = job
        self._follows = job.running
        self._plan = job.plan if self._follows else plan()
        self._about = Label("", "label", tone="text2")
        self.lines = [
            SeriesLine(p.order.board.title or "Untitled", partial(job.cancel, i))
            for i, p in enumerate(self._plan)
        ]
        self.begin = Button("Export all", "primary", icon="export")
        self.pause = Button("Pause", "secondary", icon="pause")
        self.stop = Button("Cancel all", "secondary", icon="x")
        close = Button("Close")
        foot = row(close, None, self.stop, self.pause, self.begin, gap=8)
        body = column(*self.lines, gap=14)
        content = column(
            Label("The whole series", "title"), self._about, Box(body), foot,
            gap=14, margins=(24, 20, 24, 20),
        )  # fmt: skip
        super().__init__(over, content, name="The whole series", width=560)
        close.clicked.connect(self.dismiss)
        self.begin.clicked.connect(lambda _on=False: self._begin())
        self.pause.clicked.connect(lambda _on=False: job.rest(on=not job.resting))
        self.stop.clicked.connect(lambda _on=False: job.cancel_all())
        job.changed.connect(self.refresh)
        self.refresh()

    def _begin(self) -> None:
        self._follows = True
        self._job.start(self._plan)

    def refresh(self) -> None:
        """Show the plan as it is now."""
        if self._follows:
            self._plan = self._job.plan
        running = self._job.running
        for line, one in zip(self.lines, self._plan, strict=True):
            line.show_planned(one, running=running)
        done = sum(p.state is State.DONE for p in self._plan)
        videos = count(len(self._plan), "video", "videos")
        self._about.setText(f"{done} of {videos} done" + (" · paused" if self._job.resting else ""))
        self.begin.setVisible(not running)
        self.begin.setEnabled(self._job.free)
        self.pause.setVisible(running)
        self.pause.set_words("Go on" if self._job.resting else "Pause")
        self.pause.set_icon("play" if self._job.resting else "pause")
        self.stop.setVisible(running)
