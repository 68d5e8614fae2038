"""Faces, thumbnails and Kindreel's mark."""

from __future__ import annotations

import zlib

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QIcon,
    QImage,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QPixmap,
)
from PySide6.QtWidgets import QWidget

from kindreel_ui.kit import icons, paint
from kindreel_ui.kit.paint import Painted
from kindreel_ui.theme import colour, font, radius

_FACE_TINTS = ("#6B5F99", "#456F94", "#527A6B", "#86683F", "#8C5F68", "#5B7A8C")
_PAPER = QColor("#FFF8F2")


def initials(name: str) -> str:
    """One or two capitals for a name or handle: "@real.critic" → "RC"."""
    parts = name.lstrip("@").replace(".", " ").replace("_", " ").replace("-", " ").split()
    if not parts:
        return "?"
    second = parts[1][0] if len(parts) > 1 else parts[0][1:2]
    return (parts[0][0] + second).upper()


def paint_face(painter: QPainter, box: QRectF, name: str, picture: QImage | None = None) -> None:
    """Paint a round face: the picture, or initials on a colour that belongs to the name."""
    painter.save()
    paint.clip_round(painter, box, box.width() / 2)
    if picture is None or picture.isNull():
        tint = _FACE_TINTS[zlib.crc32(name.encode()) % len(_FACE_TINTS)]
        painter.fillRect(box, QColor(tint))
        letters = font("bodyStrong", px=max(8, round(box.width() * 0.36)))
        paint.text(painter, box, initials(name), letters, QColor("#FFFFFF"), paint.CENTRE)
    else:
        painter.drawImage(box, picture, cover(picture.size(), box.size().toSize()))
    painter.restore()


def cover(picture: QSize, box: QSize) -> QRectF:
    """The middle part of a picture that fills a box without stretching."""
    scaled = box.scaled(picture, Qt.AspectRatioMode.KeepAspectRatio)
    x = (picture.width() - scaled.width()) / 2
    y = (picture.height() - scaled.height()) / 2
    return QRectF(x, y, scaled.width(), scaled.height())


class Face(Painted):
    """A round face of a creator or a commenter."""

    def __init__(
        self,
        name: str,
        side: int = 36,
        picture: QImage | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setFixedSize(side, side)
        self.show_person(name, picture)

    def show_person(self, name: str, picture: QImage | None = None) -> None:
        """Show somebody else."""
        self._name = name
        self._picture = picture
        self.setAccessibleName(name)
        self.update()

    def draw(self, painter: QPainter, box: QRectF) -> None:
        """Paint the face."""
        paint_face(painter, box, self._name, self._picture)


def paint_thumbnail(
    painter: QPainter,
    box: QRectF,
    picture: QImage | None,
    corner: float,
    *,
    badge: str = "",
    length: str = "",
) -> None:
    """Paint a rounded picture with a badge at its top and a length at its foot."""
    painter.save()
    paint.clip_round(painter, box, corner)
    if picture is None or picture.isNull():
        painter.fillRect(box, colour("hover"))
        middle = QRectF(0, 0, 24, 24)
        middle.moveCenter(box.center())
        icons.paint(painter, "film-strip", middle, "text3")
    else:
        painter.drawImage(box, picture, cover(picture.size(), box.size().toSize()))
    painter.restore()
    paint.rounded(painter, box, corner, stroke=QColor(128, 120, 132, 60))
    letters = font("labelStrong")
    if badge:
        wide = paint.text_width(badge, letters) + 16
        place = QRectF(box.x() + 6, box.y() + 6, min(wide, box.width() - 12), 20)
        paint.rounded(painter, place, 10, fill=QColor(12, 10, 14, 205))
        paint.text(painter, place, badge, letters, QColor("#FFFFFF"), paint.CENTRE)
    if length:
        wide = paint.text_width(length, letters) + 12
        place = QRectF(box.right() - wide - 6, box.bottom() - 26, wide, 20)
        paint.rounded(painter, place, 5, fill=QColor(12, 10, 14, 205))
        paint.text(painter, place, length, letters, QColor("#FFFFFF"), paint.CENTRE)


class Thumbnail(Painted):
    """A rounded picture of a scene or project; grey with a film strip until it is there."""

    def __init__(
        self,
        wide: int,
        high: int,
        *,
        badge: str = "",
        length: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._picture: QImage | None = None
        self._badge = badge
        self._length = length
        self.setFixedSize(wide, high)

    def set_picture(self, picture: QImage | None) -> None:
        """Show a picture; it is cut to fill, never stretched."""
        self._picture = picture
        self.update()

    def draw(self, painter: QPainter, box: QRectF) -> None:
        """Paint the picture, the badge and the length."""
        corner = radius("lg") if box.width() > 100 else radius("md")
        paint_thumbnail(painter, box, self._picture, corner, badge=self._badge, length=self._length)


def paint_mark(painter: QPainter, box: QRectF) -> None:
    """Paint Kindreel's mark: a play button inside a heart on a warm tile."""
    painter.save()
    painter.translate(box.topLeft())
    painter.scale(box.width() / 32, box.height() / 32)
    warm = QLinearGradient(0, 0, 32, 32)
    warm.setColorAt(0, QColor("#FF9A7A"))
    warm.setColorAt(1, QColor("#F2546A"))
    tile = QPainterPath()
    tile.addRoundedRect(QRectF(0, 0, 32, 32), 9, 9)
    painter.fillPath(tile, QBrush(warm))
    painter.fillPath(paint.heart(QPointF(16, 16.9), 9.4), _PAPER)
    play = QPainterPath(QPointF(13.6, 12.6))
    play.lineTo(20.6, 16.6)
    play.lineTo(13.6, 20.6)
    play.closeSubpath()
    painter.fillPath(play, QColor("#F2605F"))
    painter.restore()


def mark_icon() -> QIcon:
    """Kindreel's mark for the task bar and the window's frame."""
    icon = QIcon()
    for side in (16, 24, 32, 48, 64, 128, 256):
        picture = QPixmap(side, side)
        picture.fill(Qt.GlobalColor.transparent)
        with QPainter(picture) as painter:
            paint.smooth(painter)
            paint_mark(painter, QRectF(0, 0, side, side))
        icon.addPixmap(picture)
    return icon


class Mark(Painted):
    """Kindreel's mark."""

    def __init__(self, side: int = 32, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(side, side)
        self.setAccessibleName("Kindreel")

    def draw(self, painter: QPainter, box: QRectF) -> None:
        """Paint the mark."""
        paint_mark(painter, box)
