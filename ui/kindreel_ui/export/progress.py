"""The right column: the picture that is being made, how far it is, and how it ended."""

from __future__ import annotations

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QImage
from PySide6.QtWidgets import QWidget

from kindreel.errors import KindreelError
from kindreel.export.report import ExportReport
from kindreel.i18n import about, size
from kindreel.jobs import Report
from kindreel.model.board import Board
from kindreel_ui.export.choices import beat_words
from kindreel_ui.kit import (
    Button,
    Chip,
    Label,
    Line,
    ProgressBar,
    Thumbnail,
    announce,
    column,
    row,
)

PICTURE = (186, 331)


class ProgressPane(QWidget):
    """Waiting, rendering, done, stopped or failed.

    cancelled: the person wants to stop. paused: wants it to rest, or to go on.
    """

    cancelled = Signal()
    paused = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._board: Board | None = None
        self._done: ExportReport | None = None
        self._title = Label("Ready", "heading")
        self._share = Label("", "mono")
        self.picture = Thumbnail(*PICTURE)
        self._bar = ProgressBar(name="Export")
        self._frame = Label("", "label")
        self._scene = Label("", "caption")
        self._left = Label("", "bodyStrong")
        self._rate = Label("", "mono")
        self._note = Label("", "label", wrap=True)
        self._chips = (Chip(""), Chip(""))
        self._cancel = Button("Cancel", "secondary", icon="x").stretch()
        self._pause = Button("Pause", "secondary", icon="pause").stretch()
        self._open = Button("Open folder", "secondary", icon="folder-open").stretch()
        self._cancel.clicked.connect(self.cancelled)
        self._pause.clicked.connect(lambda _on=False: self.paused.emit())
        self._open.clicked.connect(self.open_folder)
        self._lay_out()
        self.show_ready()

    def _lay_out(self) -> None:
        about_frame = row(self._frame, None, self._scene)
        body = column(gap=8, margins=(20, 16, 20, 16))
        body.addLayout(row(self._title, None, self._share))
        body.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignHCenter)
        body.addWidget(self._bar)
        body.addLayout(about_frame)
        body.addWidget(Line())
        body.addLayout(row(self._left, None, self._rate))
        body.addLayout(row(*self._chips, None, gap=6))
        body.addWidget(self._note)
        body.addStretch(1)
        body.addWidget(self._pause)
        body.addWidget(self._cancel)
        body.addWidget(self._open)
        self.setLayout(body)
        self.setFixedWidth(252)

    def _say(self, title: str, note: str, *, running: bool = False, done: bool = False) -> None:
        self._title.setText(title)
        self._note.setText(note)
        self._cancel.setVisible(running)
        self._pause.setVisible(running)
        self._open.setVisible(done)
        for part in (self._bar, self._share, self._frame, self._scene, self._left, self._rate):
            part.setVisible(running)
        for chip in self._chips:
            chip.setVisible(done)

    def show_ready(self) -> None:
        """Nothing has been started yet."""
        self._say("Ready", "The file will look exactly like the stage.")

    def show_started(self, board: Board) -> None:
        """It begins."""
        self._board = board
        self._bar.set_value(0.0)
        self._frame.setText("Starting")
        self._left.setText("")
        self._rate.setText("")
        self._scene.setText("")
        self._share.setText("0 %")
        self._cancel.setEnabled(True)
        self.show_rest(on=False)
        self._say("Rendering", "Cancel keeps nothing half-finished.", running=True)

    def show_report(self, report: Report) -> None:
        """Show how far it is."""
        self._bar.show_report(report)
        if report.total:
            self._share.setText(f"{report.done / report.total:.0%}".replace("%", " %"))
            self._frame.setText(f"Frame {report.done:,} of {report.total:,}")
        if report.eta_s is not None:
            self._left.setText(f"{about(report.eta_s)} left".capitalize())
        if report.done and report.elapsed_s > 0.5:
            self._rate.setText(f"{report.done / report.elapsed_s:.1f} fps")
        if self._board is not None:
            span = self._board.span_at(min(report.done, self._board.length - 1))
            self._scene.setText(f"Scene {span.index + 1} · {beat_words(span.panel)}")

    def show_rest(self, *, on: bool) -> None:
        """Show whether it rests."""
        self._pause.set_words("Go on" if on else "Pause")
        self._pause.set_icon("play" if on else "pause")
        self._title.setText("Paused" if on else "Rendering")

    def show_picture(self, image: QImage) -> None:
        """Show the frame that is being made."""
        self.picture.set_picture(image)

    def show_stopping(self) -> None:
        """The person has cancelled; the unfinished file is being removed."""
        self._cancel.setEnabled(False)
        self._note.setText("Stopping…")

    def show_done(self, report: ExportReport) -> None:
        """It is finished."""
        self._done = report
        self._say("Done", f"{report.path.name}\n{' '.join(report.notes)}".strip(), done=True)
        self._chips[0].show_words(size(report.octets), "success", "check")
        loud = report.loudness
        words = f"{loud:.1f} LUFS" if loud is not None else f"{report.frames:,} frames"
        self._chips[1].show_words(words, "neutral")
        announce(self, f"Export done: {report.path.name}")

    def show_cancelled(self) -> None:
        """It was stopped."""
        self._say("Stopped", "Nothing was left behind. Your project is as it was.")

    def show_failed(self, error: Exception) -> None:
        """It did not work; one sentence says why."""
        known = isinstance(error, KindreelError)
        words = str(error) if known else "The export didn't work. Your project is safe."
        self._say("Not exported", words)
        announce(self, words)

    def open_folder(self) -> None:
        """Show the folder of what was made."""
        if self._done is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._done.path.parent)))
