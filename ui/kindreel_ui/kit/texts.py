"""A field for several lines, as tall as its text."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from kindreel_ui.theme import font


class TextField(QPlainTextEdit):
    """Lines of text; Tab leaves it.

    typed: the text, after each key. left: the person went elsewhere.
    """

    typed = Signal(str)
    left = Signal()

    def __init__(self, name: str, *, lines: int = 2, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = lines
        self._showing = False
        self.setAccessibleName(name)
        self.setFont(font("body"))
        self.setTabChangesFocus(True)
        self.setProperty("ring", "none")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self._tell)

    def show_text(self, text: str) -> None:
        """Show words of the board; the cursor stays when they are the same."""
        if text == self.toPlainText():
            return
        self._showing = True
        self.setPlainText(text)
        self._showing = False

    def _tell(self) -> None:
        if not self._showing:
            self.typed.emit(self.toPlainText())

    def sizeHint(self) -> QSize:
        """Room for the lines asked for."""
        return QSize(160, round(self.fontMetrics().lineSpacing() * self._lines * 1.1) + 20)

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return QSize(60, self.sizeHint().height())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say that the typing is over."""
        super().focusOutEvent(event)
        self.left.emit()
