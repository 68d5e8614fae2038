"""The rail: where one is, where one can go, and that all of it stays on this computer."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kindreel.i18n import tr
from kindreel_ui.kit import Bare, Mark, icons, paint
from kindreel_ui.kit.paint import Painted
from kindreel_ui.screens import PLACES, Place
from kindreel_ui.theme import colour, font, size


class _Entry(Bare):
    """One place: icon, word, and how much waits there."""

    def __init__(self, place: Place) -> None:
        super().__init__(place.words)
        self._place = place
        self._waiting = 0
        self.setCheckable(True)
        self.setAutoExclusive(False)
        self.setFixedSize(68, 60)
        self.setProperty("ringRadius", 12)

    def set_waiting(self, count: int) -> None:
        """Show how many wait; 0 shows nothing."""
        self._waiting = count
        words = tr(self._place.words)
        self.setAccessibleName(f"{words}, {count:,} waiting" if count else words)
        self.update()

    def draw(self, painter: QPainter, box: QRectF) -> None:
        """Paint the ground of the one on show, icon, word and badge."""
        on = self.isChecked()
        if on or self.underMouse():
            paint.rounded(painter, box, 12, fill=colour("accentSoft" if on else "hover"))
        tone = "accentText" if on else "text2"
        name = self._place.icon + ("-fill" if on else "")
        icons.paint(painter, name, QRectF((box.width() - 22) / 2, 11, 22, 22), tone)
        words = font("overline" if on else "caption", weight=600 if on else 500)
        line = QRectF(0, 38, box.width(), 16)
        paint.text(painter, line, tr(self._place.words), words, colour(tone), paint.CENTRE)
        if self._waiting:
            self._draw_badge(painter, box)

    def _draw_badge(self, painter: QPainter, box: QRectF) -> None:
        words = f"{self._waiting:,}" if self._waiting < 1000 else f"{self._waiting // 1000}k"
        letters = font("overline", weight=700)
        wide = paint.text_width(words, letters) + 10
        place = QRectF(min(50 - wide / 2, box.width() - wide - 2), 3, wide, 16)
        paint.rounded(painter, place, 8, fill=colour("severe"))
        paint.text(painter, place, words, letters, colour("bg"), paint.CENTRE)


class _HereOnly(Painted):
    """Says that everything stays on this computer."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(76, 64)
        words = tr("Kindreel works on this computer only. Nothing is uploaded.")
        self.setAccessibleName(words)
        self.setToolTip(words)

    def draw(self, painter: QPainter, box: QRectF) -> None:
        """Paint the crossed cloud and two short lines."""
        icons.paint(painter, "cloud-slash", QRectF((box.width() - 18) / 2, 4, 18, 18), "text3")
        for index, words in enumerate((tr("On this"), tr("computer"))):
            line = QRectF(0, 26 + 14 * index, box.width(), 14)
            paint.text(painter, line, words, font("caption"), colour("text3"), paint.CENTRE)


class Rail(QWidget):
    """The places of the window, one below the other; arrow keys move between them.

    asked: the person wants to go to the place of that name.
    """

    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(size("rail"))
        self.setAccessibleName(tr("Places"))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 12, 1, 16)
        box.setSpacing(8)
        centre = Qt.AlignmentFlag.AlignHCenter
        box.addWidget(Mark(32), 0, centre)
        box.addSpacing(14)
        self._entries: dict[str, _Entry] = {}
        for place in (p for p in PLACES if not p.inside):
            if place.name == "settings":
                box.addStretch(1)
            entry = _Entry(place)
            entry.clicked.connect(lambda _on=False, name=place.name: self._ask(name))
            self._entries[place.name] = entry
            box.addWidget(entry, 0, centre)
        box.addSpacing(6)
        box.addWidget(_HereOnly(), 0, centre)

    def _ask(self, name: str) -> None:
        self._entries[name].setChecked(True)
        self.asked.emit(name)

    def show_place(self, name: str) -> None:
        """Mark where one is."""
        for key, entry in self._entries.items():
            entry.setChecked(key == name)

    def set_waiting(self, name: str, count: int) -> None:
        """Show at a place how many wait there."""
        self._entries[name].set_waiting(count)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the focus with the arrows."""
        if event.key() == Qt.Key.Key_Down:
            self.focusNextChild()
        elif event.key() == Qt.Key.Key_Up:
            self.focusPreviousChild()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground and the line to the content."""
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), colour("bg"))
            edge = QPoint(self.width() - 1, 0)
            painter.fillRect(edge.x(), edge.y(), 1, self.height(), colour("stroke"))
