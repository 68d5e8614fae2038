"""A dialog inside the window: the rest is dimmed, Esc closes it, the focus comes back."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QLayout, QWidget

from kindreel_ui.kit.layout import Card
from kindreel_ui.theme import colour


class Sheet(QWidget):
    """Covers the window it is opened over, with a card in its middle that holds `content`.

    closed: sent once, however it was closed; the sheet is gone then.
    """

    closed = Signal()

    def __init__(self, over: QWidget, content: QLayout, *, name: str, width: int) -> None:
        window = over.window()
        super().__init__(window)
        self._opener = QApplication.focusWidget()
        self._room = width
        self.card = Card(content, kind="dialog", margins=(0, 0, 0, 0))
        self.card.setParent(self)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ring", "none")
        window.installEventFilter(self)

    def open(self) -> None:
        """Show it and take the keyboard."""
        self._fit()
        self.show()
        self.raise_()
        first = next(iter(self._stops()), self)
        first.setFocus(Qt.FocusReason.PopupFocusReason)

    def dismiss(self) -> None:
        """Close it and give the focus back."""
        if not self.isVisible():
            return
        self.hide()
        if self._opener is not None and self._opener.isVisible():
            self._opener.setFocus(Qt.FocusReason.PopupFocusReason)
        self.closed.emit()
        self.deleteLater()

    def _fit(self) -> None:
        window = self.window()
        self.setGeometry(window.rect())
        wide = min(self._room, window.width() - 48)
        high = self.card.heightForWidth(wide) if self.card.hasHeightForWidth() else 0
        high = min(max(high, self.card.sizeHint().height()), window.height() - 48)
        left, top = (window.width() - wide) // 2, (window.height() - high) // 2
        self.card.setGeometry(left, top, wide, high)

    def _stops(self) -> list[QWidget]:
        """What the keyboard can reach inside, in order."""
        return [
            widget
            for widget in self.card.findChildren(QWidget)
            if widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value
            and widget.isVisible()
            and widget.isEnabled()
        ]

    def focusNextPrevChild(self, onward: bool) -> bool:  # noqa: FBT001 - Qt calls it so
        """Keep the keyboard inside while it is open."""
        stops = self._stops()
        if not stops:
            return True
        here = QApplication.focusWidget()
        at = stops.index(here) if here in stops else -1 if onward else 0
        self.window().setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
        stops[(at + (1 if onward else -1)) % len(stops)].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the window."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._fit()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Close when somebody presses beside the card."""
        if not self.card.geometry().contains(event.position().toPoint()):
            self.dismiss()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Dim what lies behind."""
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), colour("scrim"))
