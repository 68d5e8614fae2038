"""The list's other faces: nothing imported, queue done, nothing found, reading."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from kindreel import i18n
from kindreel.jobs import Report
from kindreel.model.triage import Box, Counts, View
from kindreel_ui.kit import (
    Button,
    EmptyState,
    Label,
    Painted,
    ProgressBar,
    announce,
    column,
    paint,
    row,
)
from kindreel_ui.theme import colour


class Empty(QStackedWidget):
    """What stands where the list would be when it has no rows."""

    import_wanted = Signal()
    samples_wanted = Signal()
    kind_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        take = Button("Import comments", "primary", icon="download-simple")
        take.clicked.connect(self.import_wanted)
        samples = Button("Try the samples")
        samples.clicked.connect(self.samples_wanted)
        quiet = EmptyState(
            "quiet",
            "It’s quiet here",
            "Import an export from TikTok, YouTube or Instagram. It is read on this computer only.",
            take,
            samples,
        )
        self._kind = Button("Read the kind ones", "soft", icon="heart-fill")
        self._kind.clicked.connect(self.kind_wanted)
        done = EmptyState("quiet", "All caught up", "Nothing waits here any more.", self._kind)
        nothing = EmptyState(
            "quiet", "Nothing like that here", "Try other words, or look in another queue."
        )
        self._pages = (quiet, done, nothing)
        for page in self._pages:
            self.addWidget(page)

    def show_counts(self, view: View, counts: Counts) -> None:
        """Choose the face that fits the view and the inbox."""
        narrowed = bool(view.words) or view.label is not None or view.video is not None
        quiet, done, nothing = self._pages
        if counts.all == 0:
            self.setCurrentWidget(quiet)
        elif narrowed or view.box in (Box.KIND, Box.NEUTRAL):
            self.setCurrentWidget(nothing)
        else:
            self.setCurrentWidget(done)
        self._kind.set_words(f"Read {counts.kind:,} kind ones")
        self._kind.setVisible(counts.kind > 0)


class _Ghosts(Painted):
    """Rows that are not there yet."""

    def draw(self, painter: QPainter, box: QRectF) -> None:
        """Paint rows that fade out downwards."""
        for index in range(4):
            strength = 0.9 - index * 0.2
            y = box.y() + index * 68
            shade = colour("hover", strength)
            paint.rounded(painter, QRectF(box.x(), y, 36, 36), 18, fill=shade)
            paint.rounded(painter, QRectF(box.x() + 52, y + 2, 120, 9), 4, fill=shade)
            wide = min(box.width() - 260, 360.0 - 40 * (index % 2))
            paint.rounded(painter, QRectF(box.x() + 52, y + 21, wide, 9), 4, fill=shade)
            paint.rounded(painter, QRectF(box.right() - 76, y + 6, 76, 22), 11, fill=shade)


class Reading(QWidget):
    """An import on its way, with what is left and a way to stop."""

    stop_wanted = Signal()
    kind_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = Label("Reading comments", "heading")
        self._left = Label("You can already open the kind ones.", "label")
        self._figure = Label("", "mono")
        self._bar = ProgressBar(name="Import")
        kind = Button("Show the kind ones so far", "soft", icon="heart-fill")
        kind.clicked.connect(self.kind_wanted)
        stop = Button("Stop", "ghost")
        stop.clicked.connect(self.stop_wanted)
        ghosts = _Ghosts()
        ghosts.setMinimumHeight(260)
        head = row(column(self._title, self._left, gap=2), None, self._figure)
        box = column(
            head, self._bar, 12, ghosts, row(kind, None, stop), None, margins=(24, 24, 24, 16)
        )
        self.setLayout(box)

    def show_report(self, report: Report) -> None:
        """Show how far the import is."""
        self._title.setText(report.doing or "Reading comments")
        self._figure.setText(f"{report.done / report.total:.0%}" if report.total else "")
        left = f"{i18n.about(report.eta_s).capitalize()} left. " if report.eta_s else ""
        self._left.setText(f"{left}You can already open the kind ones.")
        self._bar.show_report(report)

    def showEvent(self, event: QShowEvent) -> None:
        """Say politely that reading has begun."""
        super().showEvent(event)
        announce(self, "Reading comments")
