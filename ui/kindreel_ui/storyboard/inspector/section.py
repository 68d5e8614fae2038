"""A titled part of the inspector."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QWidget

from kindreel_ui.kit import Item, Label, Line, column, row


class Section(QWidget):
    """A title with perhaps a button at its right, rows below, and a line at its foot."""

    def __init__(
        self, title: str, *rows: Item, right: QWidget | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        head = row(Label(title, "bodyStrong"), None)
        if right is not None:
            head.addWidget(right)
        head.setContentsMargins(0, 2, 0, 2)
        self.body = column(head, *rows, gap=6)
        self.body.addSpacing(4)
        self.body.addWidget(Line())
        self.setLayout(self.body)


def named(words: str, field: QWidget) -> QWidget:
    """A field with its name above."""
    held = QWidget()
    label = Label(words, "label")
    label.setBuddy(field)
    held.setLayout(column(label, field, gap=4))
    return held


def grid(rows: list[list[QWidget]]) -> QGridLayout:
    """Fields in even columns."""
    laid = QGridLayout()
    laid.setSpacing(6)
    for y, widgets in enumerate(rows):
        for x, widget in enumerate(widgets):
            laid.addWidget(widget, y, x)
    laid.setColumnStretch(0, 1)
    laid.setColumnStretch(1, 1)
    return laid
