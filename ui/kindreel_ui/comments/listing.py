"""The list of comments: one tab stop, moved through by keys, ticked by key or click."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from kindreel.model.triage import Entry
from kindreel_ui.comments.delegate import CommentDelegate, show_box, tick_box
from kindreel_ui.comments.entries import HIDDEN, Entries


class Listing(QListView):
    """A virtual list over Entries.

    looked_at: the Entry under the cursor, or None. all_wanted: the person ticks the whole view.
    """

    looked_at = Signal(object)

    def __init__(self, entries: Entries, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entries = entries
        self.setModel(entries)
        self.setItemDelegate(CommentDelegate(self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName("Comments")
        self.setProperty("ring", "none")
        self._anchor = -1

    def currentChanged(
        self,
        current: QModelIndex | QPersistentModelIndex,
        previous: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Tell which comment is looked at now."""
        super().currentChanged(current, previous)
        self.looked_at.emit(self.entries.entry(current.row()) if current.isValid() else None)

    @property
    def current(self) -> Entry | None:
        """The comment under the cursor."""
        return self.entries.entry(self.currentIndex().row())

    def go_to(self, row: int) -> None:
        """Put the cursor on a row, the nearest one there is."""
        last = self.entries.rowCount() - 1
        if last >= 0:
            self.setCurrentIndex(self.entries.index(max(0, min(row, last))))

    def step(self, by: int, *, extend: bool = False) -> None:
        """Move the cursor; extending ticks the rows it passes."""
        row = self.currentIndex().row()
        if extend and row >= 0:
            self.entries.tick([row], on=True)
        self.go_to(row + by)
        if extend:
            self.entries.tick([self.currentIndex().row()], on=True)

    def tick_current(self) -> None:
        """Tick or untick the comment under the cursor."""
        row = self.currentIndex().row()
        if row >= 0:
            self.entries.tick([row])
            self._anchor = row

    def show_current(self) -> None:
        """Show or hide the words of the severe comment under the cursor."""
        row = self.currentIndex().row()
        self.entries.show(row)
        self.looked_at.emit(self.entries.entry(row))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on the tick ticks, on “Show text” shows; Ctrl and Shift tick as elsewhere."""
        index = self.indexAt(event.position().toPoint())
        if event.button() != Qt.MouseButton.LeftButton or not index.isValid():
            super().mousePressEvent(event)
            return
        place = event.position()
        box = QRectF(self.visualRect(index))
        keys = event.modifiers()
        if index.data(HIDDEN) and show_box(box).contains(place):
            self.setCurrentIndex(index)
            self.show_current()
        elif keys & Qt.KeyboardModifier.ShiftModifier and self._anchor >= 0:
            low, high = sorted((self._anchor, index.row()))
            self.entries.tick(range(low, high + 1), on=True)
        elif keys & Qt.KeyboardModifier.ControlModifier or _near(tick_box(box), place.x()):
            self.entries.tick([index.row()])
            self._anchor = index.row()
        else:
            self._anchor = index.row()
            super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave single letters to the actions instead of jumping to rows by their text."""
        letter = event.text()
        if letter and letter.isprintable() and not event.modifiers():
            event.ignore()
            return
        super().keyPressEvent(event)


def _near(box: QRectF, x: float) -> bool:
    return box.left() - 8 <= x <= box.right() + 8
