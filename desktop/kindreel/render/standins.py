"""Pictures for what is not there: a person, a yes, an avatar, a file."""

from __future__ import annotations

from collections.abc import Callable

import cv2
import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPainterPath, QPen

from kindreel.model.colour import Colour
from kindreel.model.layers import TextStyle
from kindreel.render import glyphs
from kindreel.render.matrix import Point
from kindreel.render.raster import Pixels, as_image, painted


def _painted(size: tuple[int, int], paint: Callable[[QPainter], None]) -> Pixels:
    pixels = np.zeros((size[1], size[0], 4), np.uint8)
    image = as_image(pixels)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint(painter)
    painter.end()
    return pixels


def silhouette(size: tuple[int, int], eye_line: float) -> Pixels:
    """A quiet grey figure, for a person whose picture is not there yet."""
    width, height = size

    def paint(painter: QPainter) -> None:
        ground = QLinearGradient(0, 0, 0, height)
        ground.setColorAt(0.0, QColor("#D9D3D6"))
        ground.setColorAt(1.0, QColor("#A79EA4"))
        painter.fillRect(0, 0, width, height, ground)
        _figure(painter, width, height, height * eye_line)

    return _painted(size, paint)


def _figure(painter: QPainter, width: float, height: float, eyes: float) -> None:
    unit = min(width, height * 0.75)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor("#857B82"))
    centre = QPointF(width / 2, eyes + unit * 0.06)
    painter.drawEllipse(centre, unit * 0.22, unit * 0.28)
    shoulders = QPainterPath(QPointF(width / 2 - unit * 0.46, height))
    top = eyes + unit * 0.42
    shoulders.cubicTo(
        width / 2 - unit * 0.44, top + unit * 0.02, width / 2 - unit * 0.2, top, width / 2, top
    )
    shoulders.cubicTo(
        width / 2 + unit * 0.2, top, width / 2 + unit * 0.44, top + unit * 0.02,
        width / 2 + unit * 0.46, height,
    )  # fmt: skip
    painter.drawPath(shoulders)
    neck = QRectF(width / 2 - unit * 0.09, eyes + unit * 0.2, unit * 0.18, unit * 0.3)
    painter.drawRect(neck)


def hidden(pixels: Pixels) -> Pixels:
    """The person without their yes: grey, and so coarse that nobody can tell who it is."""
    height, width = pixels.shape[:2]
    small = cv2.resize(pixels, (7, max(7, 7 * height // width)), interpolation=cv2.INTER_AREA)
    grey = cv2.cvtColor(small, cv2.COLOR_BGRA2GRAY)
    soft = cv2.resize(grey, (width, height), interpolation=cv2.INTER_CUBIC)
    soft = cv2.addWeighted(soft, 0.45, soft, 0.0, 92)
    return np.asarray(cv2.cvtColor(soft, cv2.COLOR_GRAY2BGRA), np.uint8)


def drawn_face(size: tuple[int, int], eyes: tuple[Point, Point]) -> Pixels:
    """A plain friendly face with its eyes where they are asked for."""
    (x0, y0), (x1, y1) = eyes
    x, y, gap = (x0 + x1) / 2, (y0 + y1) / 2, max(8.0, x1 - x0)

    def paint(painter: QPainter) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor("#FFC9B0"))
        painter.drawEllipse(QPointF(x, y + gap * 0.25), gap * 1.15, gap * 1.35)
        painter.setBrush(QColor("#3A2A33"))
        for place in (QPointF(x0, y0), QPointF(x1, y1)):
            painter.drawEllipse(place, gap * 0.1, gap * 0.15)
        pen = QPen(QColor("#3A2A33"), gap * 0.07)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        smile = QRectF(x - gap * 0.4, y + gap * 0.3, gap * 0.8, gap * 0.6)
        painter.drawArc(smile, 200 * 16, 140 * 16)

    return _painted(size, paint)


def placeholder(width: float, height: float, scale: float, sentence: str) -> Pixels:
    """A dashed card with a sentence, in place of a file that cannot be shown."""

    def paint(painter: QPainter) -> None:
        edge = max(2.0, min(width, height) * 0.012)
        card = QRectF(-width / 2, -height / 2, width, height).adjusted(edge, edge, -edge, -edge)
        painter.setBrush(QColor("#E6F3EDEA"))
        pen = QPen(QColor("#8A7A80"), edge, Qt.PenStyle.DashLine)
        painter.setPen(pen)
        radius = min(width, height) * 0.06
        painter.drawRoundedRect(card, radius, radius)
        size = max(10.0, min(width, height) * 0.09)
        style = TextStyle(size=size, weight=600, colour=Colour("#5B4B52"))
        glyphs.block(sentence, style, (width * 0.8, height * 0.7)).paint(painter)

    return painted(width, height, scale, paint).pixels
