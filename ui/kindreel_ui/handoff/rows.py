"""The rows of one batch, ticked off as they are done on the platform."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from kindreel.model.comment import Batch, BatchEntry, BatchStatus
from kindreel_ui.handoff import wording
from kindreel_ui.kit import icons, paint, paint_face
from kindreel_ui.theme import colour, font

Index = QModelIndex | QPersistentModelIndex
_HIGH = 44


class Rows(QAbstractListModel):
    """The entries of one batch."""

    def __init__(self) -> None:
        super().__init__()
        self.batch: Batch | None = None

    def show_batch(self, batch: Batch | None) -> None:
        """Show another batch, or the same one a little further."""
        same = (
            batch is not None
            and self.batch is not None
            and [e.key for e in batch.entries] == [e.key for e in self.batch.entries]
        )
        if same:
            self.batch = batch
            self.dataChanged.emit(self.index(0), self.index(self.rowCount() - 1))
            return
        self.beginResetModel()
        self.batch = batch
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many decisions the batch has."""
        return 0 if parent.isValid() or self.batch is None else len(self.batch.entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A row's entry, and its words for a screen reader."""
        if self.batch is None or not index.isValid():
            return None
        entry = self.batch.entries[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return entry
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            state = "done" if entry.status is BatchStatus.DONE else "to do"
            parts = (wording.who(entry), wording.words(self.batch, entry))
            todo = wording.todo(self.batch, entry)
            return ", ".join(part for part in (*parts, todo, state) if part)
        return None


class RowDelegate(QStyledItemDelegate):
    """Paints tick, number, face, who, what was written, and what is to be done."""

    def __init__(self, rows: Rows, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows = rows

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """The height of a row."""
        return QSize(300, _HIGH)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        entry, batch = index.data(Qt.ItemDataRole.UserRole), self._rows.batch
        if not isinstance(entry, BatchEntry) or batch is None:
            return
        box = QRectF(option.rect)
        painter.save()
        paint.smooth(painter)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, colour("hover"))
        painter.fillRect(QRectF(box.x(), box.bottom() - 1, box.width(), 1), colour("stroke"))
        _paint_row(painter, box, batch, entry, index.row() + 1)
        painter.restore()


def _paint_row(
    painter: QPainter, box: QRectF, batch: Batch, entry: BatchEntry, number: int
) -> None:
    done = entry.status is BatchStatus.DONE
    ink = colour("text3" if done else "text")
    middle = box.center().y()
    tick = QRectF(box.x() + 16, middle - 9, 18, 18)
    if done:
        paint.rounded(painter, tick, 5, fill=colour("accent"))
        icons.paint(painter, "check-bold", tick.adjusted(3, 3, -3, -3), "onAccent")
    else:
        paint.rounded(painter, tick, 5, fill=colour("inset"), stroke=colour("strokeStrong"))
    place = QRectF(box.x() + 44, box.y(), 28, box.height())
    paint.text(painter, place, str(number), font("mono"), colour("text3"))
    who = wording.who(entry)
    paint_face(painter, QRectF(box.x() + 74, middle - 12, 24, 24), who)
    place = QRectF(box.x() + 108, box.y(), 124, box.height())
    paint.text(painter, place, f"\u2068{who}\u2069", font("bodyStrong"), ink)
    todo = wording.todo(batch, entry)
    wide = paint.text_width(todo, font("labelStrong"))
    place = QRectF(box.x() + 242, box.y(), box.width() - 242 - wide - 40, box.height())
    words = wording.words(batch, entry)
    paint.text(painter, place, f"\u2068{words}\u2069", font("body"), ink)
    place = QRectF(box.right() - wide - 18, box.y(), wide + 2, box.height())
    paint.text(painter, place, todo, font("labelStrong"), colour("text2"))


class RowsView(QListView):
    """The list of a batch; a click or Space ticks.

    ticked: (keys, done) of the rows that change.
    """

    ticked = Signal(object, bool)

    def __init__(self, rows: Rows, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = rows
        self.setModel(rows)
        self.setItemDelegate(RowDelegate(rows, self))
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName("This batch")
        self.setProperty("ringRadius", 12)

    def _tick(self, index: Index) -> None:
        entry = index.data(Qt.ItemDataRole.UserRole)
        if isinstance(entry, BatchEntry):
            self.ticked.emit((entry.key,), entry.status is not BatchStatus.DONE)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Tick the row under the pointer."""
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self._tick(self.indexAt(event.position().toPoint()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space and Enter tick the row under the cursor."""
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return):
            self._tick(self.currentIndex())
            return
        super().keyPressEvent(event)
