"""The Export screen: format, pre-flight, post kit and progress in one dialog."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QDialog, QWidget

from kindreel import paths, start
from kindreel.export.preflight import preflight
from kindreel.export.report import ExportReport
from kindreel.i18n import count
from kindreel.jobs import Progress, Report
from kindreel.model.board import PostKit
from kindreel.model.edits.boards import edit_board, set_post_kit
from kindreel.model.findings import Finding
from kindreel.model.ids import BoardId
from kindreel_ui.export import choices
from kindreel_ui.export.apart import Order
from kindreel_ui.export.chip import ExportChip
from kindreel_ui.export.findings import PreflightCard
from kindreel_ui.export.formats import FormatColumn
from kindreel_ui.export.job import ExportJob
from kindreel_ui.export.postkit import PostKitCard
from kindreel_ui.export.progress import PICTURE, ProgressPane
from kindreel_ui.export.series import Planned, SeriesJob, is_blocked, planned
from kindreel_ui.export.seriessheet import SeriesSheet
from kindreel_ui.kit import (
    Box,
    Button,
    CheckBox,
    IconButton,
    Label,
    Line,
    Picker,
    column,
    row,
)
from kindreel_ui.playback.lane import Ask, PictureLane
from kindreel_ui.playback.stages import maker
from kindreel_ui.runner import Newest
from kindreel_ui.screens import Intent, Screen, StartExport, Tools

_LOOK_MS = 800


class ExportScreen(Screen):
    """Shown over the storyboard; hiding it lets the export go on."""

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._tools, self._session = tools, tools.session
        self.job = ExportJob(tools.runner, self)
        self.whole = SeriesJob(self.job, self)
        self.chip = ExportChip()
        self._checking = Newest(tools.runner)
        self._looked: BoardId | None = None
        self._lane = PictureLane(self)
        folder = tools.preferences.value.export_folder
        self.formats = FormatColumn(Path(folder) if folder else paths.videos())
        self.preflight = PreflightCard()
        self.kit = PostKitCard()
        self.quality = Picker([words for _, words in choices.QUALITIES], name="Quality")
        self.quality.setCurrentIndex(1)
        self.beside = CheckBox("Cover, captions and text beside it", on=True)
        self.pane = ProgressPane()
        self.opens = CheckBox("Open the folder when it is done")
        self.primary = Button("Export", "primary", step="lg", icon="export")
        self.series = Button("The whole series…", "secondary", step="lg", icon="film-strip")
        self._title = Label("Export", "title")
        self._about = Label("", "label")
        self._quiet = QTimer(self, singleShot=True, interval=_LOOK_MS)
        self._lay_out()
        self._connect()

    # Layout -------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        close = IconButton("x", "Close (Esc)")
        close.clicked.connect(self.hide_dialog)
        head = row(Box(column(self._title, self._about, gap=0)), None, close)
        head.setContentsMargins(24, 14, 20, 12)
        middle = column(gap=14, margins=(16, 16, 16, 12))
        middle.addWidget(self.preflight, 1)
        middle.addWidget(self.kit)
        quality = Box(column(Label("Quality", "label"), self.quality, gap=4))
        quality.setFixedWidth(170)
        middle.addLayout(row(quality, 8, self.beside, None))
        parts = row(gap=0)
        parts.addWidget(self.formats)
        parts.addWidget(Line(upright=True))
        parts.addLayout(middle, 1)
        parts.addWidget(Line(upright=True))
        parts.addWidget(self.pane)
        foot = row(self.opens, None, self.series, self.primary, gap=8, margins=(24, 12, 20, 12))
        body = column(gap=0)
        for part in (head, parts, foot):
            if body.count():
                body.addWidget(Line())
            body.addLayout(part, 1 if part is parts else 0)
        self.setLayout(body)

    def _connect(self) -> None:
        self.primary.clicked.connect(self._press)
        self.formats.chosen.connect(lambda _name: self._refresh())
        self.formats.moved.connect(
            lambda folder: self._tools.preferences.change(export_folder=str(folder))
        )
        self.preflight.asked.connect(self._check)
        self.preflight.fixed.connect(self._fix)
        self.preflight.jumped.connect(self._jump)
        self.kit.edited.connect(self._write_kit)
        self.pane.cancelled.connect(self.cancel)
        self.pane.paused.connect(lambda: self.job.rest(on=not self.job.resting))
        self.series.clicked.connect(self._open_series)
        self.chip.clicked.connect(self._reopen)
        self._quiet.timeout.connect(self._check)
        self._session.changed.connect(lambda _before, _after, _origin: self._changed())
        self._lane.made.connect(lambda _ask, image: self.pane.show_picture(image))
        job = self.job
        job.started.connect(lambda order: self.pane.show_started(order.board))
        job.rested.connect(lambda on: self.pane.show_rest(on=on))
        job.progressed.connect(self._progress)
        job.finished.connect(self._finished)
        job.failed.connect(self._failed)
        job.cancelled.connect(self._cancelled)

    # Screen -------------------------------------------------------------------------------------

    def topbar(self) -> QWidget:
        """The chip that shows a hidden export's progress."""
        return self.chip

    def regions(self) -> Sequence[QWidget]:
        """Formats, checks and texts, progress."""
        return (self.formats, self.preflight, self.kit, self.pane)

    def arrive(self, intent: Intent | None) -> None:
        """Shown: look at the board as it is now."""
        del intent
        self.chip.hide()
        if not self.job.running:
            self.pane.show_ready()
            media = self._session.media
            self._lane.use(maker(media.path) if media else None)
            board = self._session.board
            if board is not None:
                self._want_picture(board.length // 2)
        self._refresh()
        self._check()
        self.primary.setFocus()

    def hideEvent(self, event: QHideEvent) -> None:
        """A running export shows in the top bar from now on."""
        super().hideEvent(event)
        if self.job.running and self.job.report is not None:
            self.chip.show_report(self.job.report)

    def undo(self) -> None:
        """Take back the last edit of the board."""
        self._session.undo()

    def redo(self) -> None:
        """Do it again."""
        self._session.redo()

    def _changed(self) -> None:
        if self.isVisible():
            self._refresh()
            self._quiet.start()

    def _refresh(self) -> None:
        board = self._session.board
        if board is None:
            return
        self._title.setText(f"Export “{board.title or 'your video'}”")
        scenes = count(len(board.panels), "scene", "scenes")
        frames = count(board.length, "frame", "frames")
        self._about.setText(
            f"{scenes} · {float(board.seconds):.1f} s · {frames} at {float(board.rate):g} fps"
        )
        self.kit.show_kit(board.post)
        video = choices.is_video(self.formats.choice)
        self.beside.setEnabled(video)
        self.quality.setEnabled(choices.has_quality(self.formats.choice))
        running = self.job.running
        boards = self._session.project.boards if self._session.project else ()
        self.series.setVisible(len(boards) > 1)
        self.primary.set_words("Hide, keep rendering" if running else "Export")
        self.primary.set_icon(None if running else "export")
        self.primary.setEnabled(running or not self.blocked)
        words = "Consent is missing; the list says whose." if self.blocked else ""
        self.primary.setToolTip(words)

    @property
    def blocked(self) -> bool:
        """Whether something keeps the board from going out; told without a look at frames."""
        project, board = self._session.project, self._session.board
        if project is None or board is None or not choices.shows_people(self.formats.choice):
            return False
        return is_blocked(project, board)

    # Pre-flight ---------------------------------------------------------------------------------

    def _check(self) -> None:
        project, board, media = self._session.project, self._session.board, self._session.media
        if project is None or board is None or media is None:
            return
        self.preflight.show_waiting(afresh=board.id != self._looked)
        self._looked = board.id

        def work(progress: Progress) -> tuple[Finding, ...]:
            return preflight(project, board, media.path, start.unkind, progress=progress)

        self._checking.free(work).finished.connect(self._checked)

    def _checked(self, findings: tuple[Finding, ...]) -> None:
        self.preflight.show_findings(findings)
        self._refresh()

    def _fix(self, finding: Finding) -> None:
        board = self._session.board
        if finding.fix is not None and board is not None and finding.fits(board):
            self._session.apply(finding.fix.label, finding.fix.edit)

    def _jump(self, finding: Finding) -> None:
        self._want_picture(finding.frame)

    def _write_kit(self, kit: PostKit) -> None:
        board = self._session.board
        if board is not None:
            self._session.apply(
                "Edit post text",
                lambda p: edit_board(p, board.id, lambda b: set_post_kit(b, kit)),
                "post kit",
            )

    # The job ------------------------------------------------------------------------------------

    def _press(self) -> None:
        if self.job.running:
            self.hide_dialog()
        else:
            self.start()

    def start(self) -> None:
        """Begin the export of the board as it is now."""
        project, board, media = self._session.project, self._session.board, self._session.media
        if project is None or board is None or media is None or self.job.running:
            return
        self._session.end_gesture()
        name = self.formats.choice
        quality, _ = choices.QUALITIES[self.quality.currentIndex()]
        order = Order(
            project=project,
            board=board,
            media=media.path,
            out=self.formats.folder / choices.file_name(board, name),
            preset=name,
            quality=quality.value,
            beside=choices.is_video(name) and self.beside.isChecked(),
        )
        self.job.start(order)
        self._refresh()

    def _open_series(self) -> None:
        """Show the videos of the series, to be exported one after another."""
        SeriesSheet(self.whole, self._series_orders, self).open()

    def _series_orders(self) -> list[Planned]:
        project, media = self._session.project, self._session.media
        if project is None or media is None:
            return []
        name = self.formats.choice
        quality, _ = choices.QUALITIES[self.quality.currentIndex()]
        beside = choices.is_video(name) and self.beside.isChecked()
        return planned(project, self.formats.folder, media.path, (name, quality), beside=beside)

    def cancel(self) -> None:
        """Stop the export; its unfinished file goes."""
        self.pane.show_stopping()
        self.job.cancel()

    def hide_dialog(self) -> None:
        """Close the dialog; the export goes on."""
        window = self.window()
        if isinstance(window, QDialog):
            window.reject()

    def _reopen(self) -> None:
        """Only the storyboard can lay the dialog over itself, so ask for it there."""
        self._tools.go("storyboard", StartExport())

    def _progress(self, report: Report) -> None:
        self.pane.show_report(report)
        if self.isVisible():
            self._want_picture(report.done)
        else:
            self.chip.show_report(report)

    def _want_picture(self, frame: int) -> None:
        order = self.job.order if self.job.running else None
        project = order.project if order else self._session.project
        board = order.board if order else self._session.board
        if project is not None and board is not None:
            frame = min(frame, board.length - 1)
            size = (PICTURE[0], PICTURE[1])
            self._lane.want(Ask(project, board, frame, size))

    def _finished(self, report: ExportReport) -> None:
        self.pane.show_done(report)
        self._refresh()
        if not self.isVisible():
            self.chip.show_end("Exported", "check-circle")
        if self.opens.isChecked() and not self.whole.running:
            self.pane.open_folder()

    def _failed(self, error: Exception) -> None:
        self.pane.show_failed(error)
        self._refresh()
        if not self.isVisible():
            self.chip.show_end("Not exported", "warning-circle")

    def _cancelled(self) -> None:
        self.pane.show_cancelled()
        self._refresh()
