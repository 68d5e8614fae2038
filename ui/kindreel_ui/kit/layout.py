"""Rows, columns and the surfaces they lie on."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

Item = QWidget | QLayout | int | None
"""A widget, a layout, a gap in px, or None for a stretch."""

Margins = tuple[int, int, int, int]
"""Left, top, right, bottom."""


def add(box: QBoxLayout, items: Iterable[Item]) -> None:
    """Put items at the end of a row or column."""
    for item in items:
        if item is None:
            box.addStretch(1)
        elif isinstance(item, int):
            box.addSpacing(item)
        elif isinstance(item, QLayout):
            box.addLayout(item)
        else:
            box.addWidget(item)


def row(*items: Item, gap: int = 8, margins: Margins = (0, 0, 0, 0)) -> QHBoxLayout:
    """Items side by side."""
    box = QHBoxLayout()
    box.setSpacing(gap)
    box.setContentsMargins(*margins)
    add(box, items)
    return box


def column(*items: Item, gap: int = 8, margins: Margins = (0, 0, 0, 0)) -> QVBoxLayout:
    """Items one below the other."""
    box = QVBoxLayout()
    box.setSpacing(gap)
    box.setContentsMargins(*margins)
    add(box, items)
    return box


class Box(QWidget):
    """A widget that only holds a layout."""

    def __init__(self, layout: QLayout, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setLayout(layout)


class Card(QFrame):
    """A surface with a rounded edge.

    kind: "raised", "flat", "soft", "selected", "inset", "dialog" or "toast".
    """

    def __init__(
        self,
        *items: Item,
        kind: str = "raised",
        gap: int = 8,
        margins: Margins = (16, 16, 16, 16),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("card", kind)
        self._column = column(*items, gap=gap, margins=margins)
        self.setLayout(self._column)

    def add(self, *items: Item) -> None:
        """Put more items below."""
        add(self._column, items)


class Panel(QFrame):
    """A surface along one side of the window.

    side: "left", "right", "top" or "bottom"; its line is on the inner edge.
    """

    def __init__(self, layout: QLayout, side: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("panel", side)
        self.setLayout(layout)


class Line(QFrame):
    """A hairline; upright in a row when asked."""

    def __init__(self, *, upright: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("line", "column" if upright else "row")


class Scroll(QScrollArea):
    """Lets a page that is higher than its place be scrolled; the ground behind shows through."""

    def __init__(self, page: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(page)
        page.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
