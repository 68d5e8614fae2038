"""The command palette: type a few letters of anything one can do, press Enter."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import (
    QAction,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from kindreel.i18n import tr
from kindreel_ui.actions import Actions, Deed
from kindreel_ui.kit import SearchField, Sheet, icons, paint
from kindreel_ui.kit.layout import column
from kindreel_ui.theme import colour, font

_DEED = Qt.ItemDataRole.UserRole
_ACTION = Qt.ItemDataRole.UserRole + 1
_ROW = 36
_Index = QModelIndex | QPersistentModelIndex


def matches(words: str, asked: str) -> bool:
    """Whether the letters asked for occur in the words, in their order."""
    rest = iter(words.casefold())
    return all(letter in rest for letter in asked.casefold() if not letter.isspace())


class _Row(QStyledItemDelegate):
    """Icon, words, group and key of a deed in one row."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        """One height for all rows."""
        return QSize(200, _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint the row."""
        deed: Deed = index.data(_DEED)
        action: QAction = index.data(_ACTION)
        paint.smooth(painter)
        box = QRectF(option.rect)
        if option.state & QStyle.StateFlag.State_Selected:
            paint.rounded(painter, box, 8, fill=colour("accentSoft"))
        icons.paint(
            painter, deed.icon or "caret-right", QRectF(box.x() + 12, box.y() + 10, 16, 16), "text2"
        )
        words = box.adjusted(40, 0, -220, 0)
        paint.text(painter, words, tr(deed.words), font("body"), colour("text"))
        group = QRectF(box.right() - 220, box.y(), 90, box.height())
        paint.text(painter, group, tr(deed.group), font("caption"), colour("text3"), paint.RIGHT)
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        place = QRectF(box.right() - 122, box.y(), 110, box.height())
        paint.text(painter, place, keys, font("mono"), colour("text2"), paint.RIGHT)


class Palette(Sheet):
    """Finds one of the actions and runs it."""

    def __init__(self, actions: Actions, parent: QWidget) -> None:
        self._deeds = [(d, a) for d, a in actions if a.isEnabled() and d.name != "app.palette"]
        self._field = SearchField(tr("What would you like to do?"))
        self._rows = QStandardItemModel()
        self._list = QListView()
        self._list.setAccessibleName(tr("Actions"))
        self._list.setModel(self._rows)
        self._list.setItemDelegate(_Row(self._list))
        self._list.setUniformItemSizes(True)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self._list.setFixedHeight(9 * _ROW)
        content = column(self._field, self._list, gap=8, margins=(12, 12, 12, 12))
        super().__init__(parent, content, name=tr("Find an action"), width=560)
        self._list.clicked.connect(self._run)
        self._field.textChanged.connect(self._narrow)
        self._narrow("")

    def _narrow(self, asked: str) -> None:
        self._rows.clear()
        for deed, action in self._deeds:
            if not matches(f"{deed.words} {deed.group}", asked):
                continue
            item = QStandardItem(tr(deed.words))
            item.setEditable(False)
            item.setData(deed, _DEED)
            item.setData(action, _ACTION)
            self._rows.appendRow(item)
        self._list.setCurrentIndex(self._rows.index(0, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with the arrows, run on Enter."""
        at = self._list.currentIndex().row()
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if event.key() in steps and self._rows.rowCount():
            row = (at + steps[Qt.Key(event.key())]) % self._rows.rowCount()
            self._list.setCurrentIndex(self._rows.index(row, 0))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._run(self._list.currentIndex())
        else:
            super().keyPressEvent(event)

    def _run(self, index: QModelIndex) -> None:
        action: QAction | None = index.data(_ACTION)
        self.dismiss()
        if action is not None:
            action.trigger()
