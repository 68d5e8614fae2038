"""Another screen as a dialog over the darkened window."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QCloseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QWidget

from kindreel_ui.kit import Card, column
from kindreel_ui.theme import colour

_LARGEST = (1120, 736)
_MARGIN = 40

_SOFTNESS = 8
"""What lies behind is made so much smaller and large again."""


class Veil(QDialog):
    """Holds a screen while it is open, and gives it back when it closes."""

    def __init__(self, held: QWidget, window: QWidget) -> None:
        super().__init__(window, Qt.WindowType.FramelessWindowHint | Qt.WindowType.Dialog)
        self._held = held
        self._opener = window.focusWidget()
        # Not every desktop mixes windows, so what lies behind is painted here, out of focus.
        self._behind = window.grab().scaled(
            window.size() / _SOFTNESS,
            Qt.AspectRatioMode.IgnoreAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAccessibleName("Export")
        place = QRect(window.mapToGlobal(window.rect().topLeft()), window.size())
        self.setGeometry(place)
        wide = min(_LARGEST[0], place.width() - 2 * _MARGIN)
        high = min(_LARGEST[1], place.height() - 2 * _MARGIN)
        self._card = Card(held, kind="dialog", gap=0, margins=(1, 1, 1, 1))
        self._card.setFixedSize(wide, high)
        body = column(gap=0)
        body.addWidget(self._card, 0, Qt.AlignmentFlag.AlignCenter)
        self.setLayout(body)
        held.show()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Show the window behind, darkened."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawPixmap(self.rect(), self._behind)
            painter.fillRect(self.rect(), colour("scrim"))

    def done(self, result: int) -> None:
        """Give the screen back, so that it lives on, and the focus to the opener."""
        self._give_back()
        super().done(result)

    def closeEvent(self, event: QCloseEvent) -> None:
        """The same."""
        self._give_back()
        super().closeEvent(event)

    def _give_back(self) -> None:
        self._held.hide()
        self._held.setParent(None)
        if self._opener is not None:
            self._opener.setFocus()
        self.deleteLater()
