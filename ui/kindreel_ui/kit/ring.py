"""The focus ring: 2 px around whatever has the keyboard, shown only to those who use it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFocusFrame, QWidget

from kindreel_ui.kit import paint
from kindreel_ui.theme import colour, theme


class FocusRing(QFocusFrame):
    """Follows the focus of the whole application.

    A widget may set the property "ring" to "none" when it shows its focus itself, and
    "ringRadius" to the radius of its corners.
    """

    def __init__(self, app: QApplication) -> None:
        super().__init__()
        self._corner = 8.0
        app.focusChanged.connect(self._follow)
        theme().changed.connect(self.update)

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is None or not _wants_ring(new):
            self.setWidget(None)  # type: ignore[arg-type]  # the stubs forget that None hides it
            return
        self._corner = float(new.property("ringRadius") or 8)
        self.setWidget(new)
        self.clearMask()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the widget; the mask that Qt's styles cut would take the corners."""
        done = super().eventFilter(watched, event)
        self.clearMask()
        return done

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ring along the frame's edge."""
        with QPainter(self) as painter:
            paint.smooth(painter)
            edge = QRectF(self.rect())
            paint.rounded(painter, edge, self._corner + 2, stroke=colour("focus"), width=2)


def _wants_ring(widget: QWidget) -> bool:
    by_mouse = QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton
    by_keyboard = widget.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
    own = widget.isWindow() or widget.property("ring") == "none"
    return by_keyboard and not by_mouse and not own
