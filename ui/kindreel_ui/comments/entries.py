"""The comments of a view as Qt's list views want them, page after page."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from kindreel.model.comment import Queue
from kindreel.model.triage import CommentKey, Entry, Page
from kindreel_ui.comments import wording
from kindreel_ui.comments.desk import Desk

ENTRY = Qt.ItemDataRole.UserRole
CHECKED = Qt.ItemDataRole.UserRole + 1
HIDDEN = Qt.ItemDataRole.UserRole + 2

Index = QModelIndex | QPersistentModelIndex


class Entries(QAbstractListModel):
    """Rows of the list, which of them are ticked, and which severe ones may be read.

    ticked: sent with the number of ticked rows when it changes.
    """

    ticked = Signal(int)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._entries: list[Entry] = []
        self._ticks: set[CommentKey] = set()
        self._shown: set[CommentKey] = set()
        desk.listed.connect(self._listed)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many rows are read so far."""
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A row's entry; its spoken text never holds words that are hidden."""
        entry = self.entry(index.row())
        if entry is None:
            return None
        if role == ENTRY:
            return entry
        if role == CHECKED:
            return entry.key in self._ticks
        if role == HIDDEN:
            return self.is_hidden(entry)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return wording.spoken(entry, hidden=self.is_hidden(entry), now=datetime.now(UTC))
        return None

    def canFetchMore(self, parent: Index) -> bool:
        """Whether the view goes on."""
        return not parent.isValid() and self._desk.has_more

    def fetchMore(self, parent: Index) -> None:
        """Ask for the next page; its rows come when they are read."""
        if not parent.isValid():
            self._desk.more()

    def _listed(self, page: Page, first: bool) -> None:  # noqa: FBT001 - Qt's signal
        if first:
            self.beginResetModel()
            self._entries = list(page.entries)
            self._keep_ticks({e.key for e in self._entries})
            self.endResetModel()
        elif page.entries:
            at = len(self._entries)
            self.beginInsertRows(QModelIndex(), at, at + len(page.entries) - 1)
            self._entries.extend(page.entries)
            self.endInsertRows()

    @property
    def keys(self) -> tuple[CommentKey, ...]:
        """The comments that are listed, in their order."""
        return tuple(entry.key for entry in self._entries)

    def renew(self, entries: Sequence[Entry]) -> None:
        """Show what is known now of listed comments; no row moves, and none goes."""
        now = {entry.key: entry for entry in entries}
        self._entries = [now.get(entry.key, entry) for entry in self._entries]
        if self._entries:
            self.dataChanged.emit(self.index(0), self.index(len(self._entries) - 1))

    def entry(self, row: int) -> Entry | None:
        """The entry of a row, or None outside the list."""
        return self._entries[row] if 0 <= row < len(self._entries) else None

    def row_of(self, key: CommentKey) -> int:
        """The row of a comment, or -1."""
        return next((i for i, e in enumerate(self._entries) if e.key == key), -1)

    def is_hidden(self, entry: Entry) -> bool:
        """Whether a comment's words are kept from being seen."""
        return entry.queue is Queue.SEVERE and entry.key not in self._shown

    def show(self, row: int, *, shown: bool | None = None) -> None:
        """Show or hide the words of one severe comment; None turns it over."""
        entry = self.entry(row)
        if entry is None or entry.queue is not Queue.SEVERE:
            return
        show = (entry.key not in self._shown) if shown is None else shown
        (self._shown.add if show else self._shown.discard)(entry.key)
        self._tell(row)

    def hide_all(self) -> None:
        """Hide every severe comment again, as when its queue is left."""
        self._shown.clear()

    @property
    def ticks(self) -> tuple[CommentKey, ...]:
        """The ticked comments in the order of the list."""
        return tuple(e.key for e in self._entries if e.key in self._ticks)

    def tick(self, rows: Sequence[int], *, on: bool | None = None) -> None:
        """Tick or untick rows; None turns each over."""
        for row in rows:
            entry = self.entry(row)
            if entry is not None:
                tick = (entry.key not in self._ticks) if on is None else on
                (self._ticks.add if tick else self._ticks.discard)(entry.key)
                self._tell(row)
        self.ticked.emit(len(self._ticks))

    def tick_keys(self, keys: Sequence[CommentKey]) -> None:
        """Tick these comments and no others."""
        self._keep_ticks(set())
        wanted = set(keys)
        self.tick([i for i, e in enumerate(self._entries) if e.key in wanted], on=True)

    def clear_ticks(self) -> None:
        """Untick everything."""
        self._keep_ticks(set())
        self._tell_all()

    def _keep_ticks(self, keys: set[CommentKey]) -> None:
        self._ticks &= keys
        self.ticked.emit(len(self._ticks))

    def remove(self, keys: Sequence[CommentKey]) -> None:
        """Take comments out of the list, because they have just been decided."""
        gone = set(keys)
        for row in reversed([i for i, e in enumerate(self._entries) if e.key in gone]):
            self.beginRemoveRows(QModelIndex(), row, row)
            del self._entries[row]
            self.endRemoveRows()
        self._keep_ticks(self._ticks - gone)

    def _tell(self, row: int) -> None:
        index = self.index(row)
        self.dataChanged.emit(index, index)

    def _tell_all(self) -> None:
        if self._entries:
            self.dataChanged.emit(self.index(0), self.index(len(self._entries) - 1))
