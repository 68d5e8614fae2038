"""One comment in 76 px: tick, face, who and where, the words or their stand-in, and the verdict."""

from __future__ import annotations

import zlib
from datetime import UTC, datetime

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from kindreel.model.comment import Queue
from kindreel.model.triage import Entry
from kindreel_ui.comments import wording
from kindreel_ui.comments.entries import CHECKED, ENTRY, HIDDEN
from kindreel_ui.kit import TONES, chip_width, icons, paint, paint_chip, paint_face
from kindreel_ui.theme import colour, fill, font, size

_TICK = 18
_FACE = 36
_RIGHT = 172


def tick_box(row: QRectF) -> QRectF:
    """Where a row's tick is."""
    return QRectF(row.x() + 20, row.center().y() - _TICK / 2, _TICK, _TICK)


def words_box(row: QRectF) -> QRectF:
    """Where a row's words, or their stand-in, are."""
    left = row.x() + 104
    return QRectF(left, row.y() + 36, row.right() - _RIGHT - 16 - left, 26)


def show_box(row: QRectF) -> QRectF:
    """Where the button that shows hidden words is."""
    words = words_box(row)
    return QRectF(words.x() + min(210, words.width() / 2 - 53), words.y(), 106, 26)


class CommentDelegate(QStyledItemDelegate):
    """Paints the rows of the list; all of them are equally high."""

    def sizeHint(
        self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """The height of a row."""
        return QSize(400, size("commentRow"))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one row."""
        entry = index.data(ENTRY)
        if not isinstance(entry, Entry):
            return
        row = QRectF(option.rect)
        state = option.state
        ticked = bool(index.data(CHECKED))
        current = bool(state & QStyle.StateFlag.State_HasFocus) or bool(
            state & QStyle.StateFlag.State_Selected
        )
        painter.save()
        paint.smooth(painter)
        _ground(painter, row, ticked=ticked, current=current, over=_is_over(state))
        _tick(painter, tick_box(row), on=ticked)
        face = QRectF(row.x() + 54, row.center().y() - _FACE / 2, _FACE, _FACE)
        paint_face(painter, face, wording.face(entry))
        _head(painter, row, entry)
        if index.data(HIDDEN):
            _stand_in(painter, row, entry, offer=current or _is_over(state))
        else:
            _words(painter, row, entry)
        _verdict(painter, row, entry)
        painter.restore()


def _is_over(state: QStyle.StateFlag) -> bool:
    return bool(state & QStyle.StateFlag.State_MouseOver)


def _ground(painter: QPainter, row: QRectF, *, ticked: bool, current: bool, over: bool) -> None:
    if ticked:
        painter.fillRect(row, colour("selection"))
    elif current or over:
        painter.fillRect(row, colour("raised"))
    if current:
        painter.fillRect(QRectF(row.x(), row.y(), 3, row.height()), colour("accent"))
    painter.fillRect(QRectF(row.x(), row.bottom() - 1, row.width(), 1), colour("stroke"))


def _tick(painter: QPainter, box: QRectF, *, on: bool) -> None:
    if on:
        paint.rounded(painter, box, 5, fill=colour("accent"))
        icons.paint(painter, "check-bold", box.adjusted(3, 3, -3, -3), "onAccent")
    else:
        paint.rounded(painter, box, 5, fill=colour("inset"), stroke=colour("strokeStrong"))


def _head(painter: QPainter, row: QRectF, entry: Entry) -> None:
    left = row.x() + 104
    room = row.right() - _RIGHT - 16 - left
    who = wording.handle(entry)
    wide = min(room * 0.6, paint.text_width(who, font("labelStrong")))
    place = QRectF(left, row.y() + 13, wide + 1, 18)
    paint.text(painter, place, who, font("labelStrong"), colour("text2"))
    when = wording.ago(entry.comment.created_at, entry.comment.precision, datetime.now(UTC))
    where = "  ·  ".join(part for part in (wording.video(entry), when) if part)
    place = QRectF(left + wide + 10, row.y() + 13, room - wide - 10, 18)
    paint.text(painter, place, wording.isolated(where), font("label"), colour("text3"))


def _words(painter: QPainter, row: QRectF, entry: Entry) -> None:
    kind = entry.queue is Queue.KIND
    letters = font("comment", weight=600 if kind else 500)
    paint.text(
        painter, words_box(row), wording.isolated(entry.comment.text), letters, colour("text")
    )


def _stand_in(painter: QPainter, row: QRectF, entry: Entry, *, offer: bool) -> None:
    """Pills as long as words might be; neither the words nor their lengths are painted."""
    box = words_box(row)
    seed = zlib.crc32(str(entry.key).encode())
    x = box.x()
    for index in range(7):
        wide = 24 + (seed >> (index * 4)) % 60
        if x + wide > box.right():
            break
        for spread, strength in ((3.0, 0.10), (1.5, 0.18), (0.0, 0.34)):
            pill = QRectF(x - spread, box.y() + 8 - spread, wide + 2 * spread, 10 + 2 * spread)
            paint.rounded(painter, pill, pill.height() / 2, fill=colour("severe", strength))
        x += wide + 12
    if offer:
        button = show_box(row)
        paint.rounded(painter, button, 13, fill=colour("hover"), stroke=colour("strokeStrong"))
        icons.paint(painter, "eye", QRectF(button.x() + 12, button.y() + 5, 16, 16), "text2")
        place = button.adjusted(34, 0, -6, 0)
        paint.text(painter, place, "Show text", font("labelStrong"), colour("text2"))


def _verdict(painter: QPainter, row: QRectF, entry: Entry) -> None:
    words, tone = wording.verdict(entry)
    look = TONES[tone]
    left = row.right() - _RIGHT
    chip = QRectF(left, row.y() + 14, chip_width(words, look.icon), 21)
    paint_chip(painter, chip, words, look.tone, look.icon)
    if entry.comment.likes:
        likes = f"{entry.comment.likes:,}"
        wide = paint.text_width(likes, font("label"))
        place = QRectF(row.right() - 20 - wide, row.y() + 15, wide + 1, 18)
        paint.text(painter, place, likes, font("label"), colour("text2"))
        icons.paint(painter, "thumbs-up", QRectF(place.x() - 19, row.y() + 17, 14, 14), "text3")
    if entry.queue is None:
        return
    sure = wording.certainty(entry)
    bar = QRectF(left, row.y() + 47, 80, 4)
    paint.rounded(painter, bar, 2, fill=colour("pressed"))
    filled = QRectF(bar.x(), bar.y(), max(4.0, 80 * sure), 4)
    paint.rounded(painter, filled, 2, fill=fill(look.tone))
    place = QRectF(left + 88, row.y() + 40, 40, 18)
    paint.text(painter, place, f"{sure:.2f}", font("mono"), colour("text2"))
