"""The scenes of the board as a list for Qt: cards to see, rename and drag."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QByteArray,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QImage

from kindreel.model.board import Board, Panel, Reveal
from kindreel_ui.storyboard.desk import Desk
from kindreel_ui.storyboard.words import panel_words, spoken_panel

Index = QModelIndex | QPersistentModelIndex

PANEL = Qt.ItemDataRole.UserRole
PICTURE = Qt.ItemDataRole.UserRole + 1
_MIME = "application/x-kindreel-scene"
THUMBNAIL = (82, 146)


def telling_frame(panel: Panel) -> int:
    """The frame of a panel that says most about it."""
    if isinstance(panel, Reveal):
        return panel.avatar + round(panel.change * 0.55)
    return min(panel.length - 1, round(panel.length * 0.6))


class ScenesModel(QAbstractListModel):
    """All panels in order; the last one is the reveal and stays there.

    renamed: row and title. dropped: row it came from, row it goes to, whether as a copy.
    """

    renamed = Signal(int, str)
    dropped = Signal(int, int, bool)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._panels: tuple[Panel, ...] = ()
        self._pictures: dict[str, QImage] = {}
        desk.theatre.thumbnail.connect(self._picture_ready)

    def show_board(self, board: Board | None) -> None:
        """Show another version of the board; rows that stay are only repainted."""
        panels = board.panels if board else ()
        if [p.id for p in panels] != [p.id for p in self._panels]:
            self.beginResetModel()
            self._panels = panels
            self.endResetModel()
            return
        for row, (old, new) in enumerate(zip(self._panels, panels, strict=True)):
            if old is not new:
                self._panels = panels
                self.dataChanged.emit(self.index(row), self.index(row))
        self._panels = panels

    def row_of(self, scene: str) -> int:
        """Where a scene stands, -1 when it is not there."""
        return next((row for row, p in enumerate(self._panels) if p.id == scene), -1)

    def panel(self, row: int) -> Panel | None:
        """The panel of a row."""
        return self._panels[row] if 0 <= row < len(self._panels) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many panels there are."""
        return 0 if parent.isValid() else len(self._panels)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Title, spoken words, panel or thumbnail of a row."""
        panel = self.panel(index.row())
        board = self._desk.board
        if panel is None or board is None:
            return None
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole}:
            return panel_words(panel)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken_panel(panel, index.row() + 1, board.rate)
        if role == PANEL:
            return panel
        return self._picture(panel, board) if role == PICTURE else None

    def _picture(self, panel: Panel, board: Board) -> QImage | None:
        project = self._desk.project
        start = board.span_of(panel.id).start
        key = ("scene", panel.id, id(panel), id(project.creators if project else None))
        frame = start + telling_frame(panel)
        image = self._desk.theatre.picture(board, frame, THUMBNAIL, key)
        if image is not None:
            self._pictures[panel.id] = image
        return image or self._pictures.get(panel.id)

    def _picture_ready(self, key: object) -> None:
        if isinstance(key, tuple) and key[0] == "scene":
            row = self.row_of(key[1])
            if row >= 0:
                self.dataChanged.emit(self.index(row), self.index(row))

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Ask for another title."""
        if role != Qt.ItemDataRole.EditRole or not str(value).strip():
            return False
        self.renamed.emit(index.row(), str(value).strip())
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Scenes can be dragged, the reveal cannot; drops go between rows."""
        flag = Qt.ItemFlag
        if not index.isValid():
            return flag.ItemIsDropEnabled
        usual = flag.ItemIsEnabled | flag.ItemIsSelectable | flag.ItemIsEditable
        last = index.row() == len(self._panels) - 1
        return usual if last else usual | flag.ItemIsDragEnabled

    def mimeTypes(self) -> list[str]:
        """What a dragged scene is."""
        return [_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """The row that is dragged."""
        data = QMimeData()
        data.setData(_MIME, QByteArray(str(indexes[0].row()).encode()))
        return data

    def supportedDropActions(self) -> Qt.DropAction:
        """Move, or copy with Alt or Ctrl."""
        return Qt.DropAction.MoveAction | Qt.DropAction.CopyAction

    def canDropMimeData(
        self, data: QMimeData, _action: Qt.DropAction, row: int, _column: int, _parent: Index
    ) -> bool:
        """Only our own scenes, and never after the reveal."""
        return data.hasFormat(_MIME) and row < len(self._panels)

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, _column: int, parent: Index
    ) -> bool:
        """Ask for the scene to go elsewhere."""
        source = int(bytes(data.data(_MIME).data()).decode())
        target = row if row >= 0 else parent.row()
        if target < 0:
            target = len(self._panels) - 1
        copy = action == Qt.DropAction.CopyAction
        self.dropped.emit(source, min(target, len(self._panels) - 1), copy)
        return False
