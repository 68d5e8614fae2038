"""A scene's card in the filmstrip: thumbnail, beat, title and seconds."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QRectF, QSize
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from kindreel.model.board import Panel, Reveal
from kindreel_ui.kit import LineField, icons, paint, paint_thumbnail
from kindreel_ui.storyboard.desk import Desk
from kindreel_ui.storyboard.filmstrip.model import PANEL, PICTURE
from kindreel_ui.storyboard.words import beat_words, panel_words, seconds_words
from kindreel_ui.theme import colour, font, size

Index = QModelIndex | QPersistentModelIndex
_GAP = 2
_PINNED_GAP = 14
_TEXT_X = 60


class CardDelegate(QStyledItemDelegate):
    """Paints the cards and edits their titles in place."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """A card's height; the reveal has a line above it."""
        pinned = isinstance(index.data(PANEL), Reveal)
        return QSize(184, size("sceneCard") + (_PINNED_GAP if pinned else _GAP))

    def _box(self, option: QStyleOptionViewItem) -> QRectF:
        whole = QRectF(option.rect)
        high = size("sceneCard")
        return QRectF(whole.x(), whole.bottom() - high - _GAP / 2, whole.width(), high)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one card."""
        panel = index.data(PANEL)
        board = self._desk.board
        if panel is None or board is None:
            return
        paint.smooth(painter)
        box = self._box(option)
        pinned = isinstance(panel, Reveal)
        if pinned:
            rule = QRectF(box.x(), box.y() - 7, box.width(), 1)
            painter.fillRect(rule, colour("stroke"))
        _ground(painter, box, option)
        picture = QRectF(box.x() + 8, box.y() + 7, 41, 72)
        paint_thumbnail(painter, picture, index.data(PICTURE), 6)
        _words(painter, box, panel, index.row() + 1)
        letters = font("mono", px=11)
        seconds = QRectF(box.x() + _TEXT_X, box.bottom() - 25, 60, 18)
        paint.text(
            painter, seconds, seconds_words(panel.length, board.rate), letters, colour("text3")
        )
        if pinned:
            place = QRectF(box.right() - 96, box.bottom() - 25, 86, 18)
            ink = colour("text3")
            paint.text(painter, place, "Always last", font("caption"), ink, paint.RIGHT)

    def createEditor(
        self, parent: QWidget, _option: QStyleOptionViewItem, _index: Index
    ) -> QWidget:
        """A field for the title."""
        return LineField(name="Scene title", step="sm", parent=parent)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Start with the title there is, selected."""
        if isinstance(editor, QLineEdit):
            editor.setText(str(index.data()))
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Hand the new title over."""
        if isinstance(editor, QLineEdit):
            model.setData(index, editor.text())

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, _index: Index
    ) -> None:
        """Lay the field over the title."""
        box = self._box(option)
        place = QRectF(box.x() + _TEXT_X - 10, box.y() + 24, box.width() - _TEXT_X + 6, 28)
        editor.setGeometry(place.toRect())


def _ground(painter: QPainter, box: QRectF, option: QStyleOptionViewItem) -> None:
    state = option.state
    if state & QStyle.StateFlag.State_Selected:
        edge = colour("accent")
        paint.rounded(painter, box, 10, fill=colour("selection"), stroke=edge, width=1.5)
    elif state & QStyle.StateFlag.State_MouseOver:
        paint.rounded(painter, box, 10, fill=colour("hover"))


def _words(painter: QPainter, box: QRectF, panel: Panel, number: int) -> None:
    x = box.x() + _TEXT_X
    dot = QRectF(x, box.y() + 12, 8, 8)
    paint.rounded(painter, dot, 4, fill=colour(panel.beat.value))
    beat = QRectF(x + 14, box.y() + 7, 90, 18)
    paint.text(painter, beat, beat_words(panel.beat), font("overline"), colour("text2"))
    corner = QRectF(box.right() - 24, box.y() + 9, 14, 14)
    if isinstance(panel, Reveal):
        icons.paint(painter, "push-pin-fill", corner, "accentText")
    else:
        place = corner.adjusted(-12, -2, 0, 2)
        paint.text(painter, place, str(number), font("overline"), colour("text3"), paint.RIGHT)
    title = QRectF(x, box.y() + 26, box.width() - _TEXT_X - 8, 20)
    ink = QColor(colour("text"))
    paint.text(painter, title, panel_words(panel), font("bodyStrong"), ink)
