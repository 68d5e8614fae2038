"""Sprites of words: text layers, captions, bubbles."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, hypot

import cv2
import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath

from kindreel.effects.shadow import shaded
from kindreel.model.colour import CLEAR, Colour, rgba
from kindreel.model.layers import TextStyle
from kindreel.render import glyphs
from kindreel.render.glyphs import Block, Span
from kindreel.render.matrix import Matrix
from kindreel.render.raster import Raster, painted, raster
from kindreel.render.sources import Sources

Size = tuple[float, float]


def _rounded(painter: QPainter, rect: QRectF, radius: float, colour: Colour) -> None:
    radius = min(radius, rect.width() / 2, rect.height() / 2)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawRoundedRect(rect, radius, radius)


def plate_of(block: Block) -> QRectF:
    """The plate's box behind a block: its ink and the padding."""
    style = block.style
    pad = style.plate_padding
    ink = QRectF(block.ink.left(), block.top, block.ink.width(), block.height)
    return ink.adjusted(-pad, -pad * 0.6, pad, pad * 0.6)


@dataclass(frozen=True, slots=True)
class TextSprite:
    """Words in a box, with outline, shadow and plate.

    spans: letters drawn in their own way; None for all alike.
    """

    text: str
    style: TextStyle
    area: Size
    spans: tuple[Span, ...] | None = None

    @property
    def box(self) -> Size:
        """The box that lines are broken in."""
        return self.area

    def raster(self, scale: float, sources: Sources) -> Raster:
        """Plate, shadow, outline, letters; at most what the words need."""
        del sources
        style = self.style
        block = glyphs.block(self.text, style, self.area)
        pad = style.plate_padding if style.plate else 0.0
        reach = 2 * (style.outline + style.shadow * 2 + pad) + style.size
        width = max(self.area[0], block.ink.width()) + reach
        height = max(self.area[1], block.height) + reach

        def paint(painter: QPainter) -> None:
            if self.spans is None or self.spans:
                block.paint(painter, self.spans or ())

        def behind(painter: QPainter) -> None:
            if style.plate and self.text.strip():
                _rounded(painter, plate_of(block), style.plate_radius, style.plate)

        words = painted(width, height, scale, paint)
        if style.shadow > 0:
            words = _shadowed(words, scale, style)
        if not style.plate:
            return words

        def both(painter: QPainter) -> None:
            behind(painter)
            _lay(painter, words)

        return painted(width, height, scale, both)


def _lay(painter: QPainter, words: Raster) -> None:
    m = words.matrix
    painter.translate(m.e, m.f)
    painter.scale(m.a, m.d)
    painter.drawImage(0, 0, words.image)


def _shadowed(words: Raster, scale: float, style: TextStyle) -> Raster:
    depth = style.shadow * scale
    edge = ceil(3 * depth) + 1
    wide = cv2.copyMakeBorder(words.pixels, edge, edge, edge, edge, cv2.BORDER_CONSTANT)
    shade = shaded(np.asarray(wide, np.uint8), (0.0, depth), depth * 0.5, style.shadow_colour)
    return raster(shade, Matrix(e=-edge, f=-edge).then(words.matrix))


@dataclass(frozen=True, slots=True)
class BubbleSprite:
    """A rounded bubble around its text, with a tail that points at who speaks."""

    text: str
    style: TextStyle
    area: Size
    fill: Colour
    radius: float
    tail: tuple[float, float] | None
    author: str = ""

    @property
    def box(self) -> Size:
        """The bubble without its tail."""
        return self.area

    def _shape(self) -> QPainterPath:
        width, height = self.area
        radius = min(self.radius, width / 2, height / 2)
        path = QPainterPath()
        path.addRoundedRect(QRectF(-width / 2, -height / 2, width, height), radius, radius)
        if self.tail is None:
            return path
        return path.united(_tail(self.tail, width, height, radius))

    def raster(self, scale: float, sources: Sources) -> Raster:
        """Bubble, author, words."""
        del sources
        reach = 0.0 if self.tail is None else max(abs(self.tail[0]), abs(self.tail[1]))
        width, height = (max(side, 2 * reach) + 96 for side in self.area)

        def paint(painter: QPainter) -> None:
            painter.fillPath(self._shape().translated(0, 7), QColor(0, 0, 0, 38))
            painter.fillPath(self._shape(), QColor(self.fill))
            self._words(painter)

        return painted(width, height, scale, paint)

    def _words(self, painter: QPainter) -> None:
        width, height = self.area
        pad = min(36.0, width / 8, height / 5)
        head = min(self.style.size * 0.9, height * 0.3) if self.author else 0.0
        room = (max(1.0, width - 2 * pad), max(1.0, height - 2 * pad * 0.7 - head))
        if self.author:
            self._author(painter, room[0], head, -height / 2 + pad * 0.7 + head / 2)
        painter.save()
        painter.translate(0, head / 2)
        glyphs.block(self.text, self.style, room).paint(painter)
        painter.restore()

    def _author(self, painter: QPainter, width: float, height: float, y: float) -> None:
        red, green, blue, _ = rgba(self.style.colour)
        quiet = Colour(f"#A6{red:02X}{green:02X}{blue:02X}")
        style = TextStyle(
            size=self.style.size * 0.66,
            weight=700,
            colour=quiet,
            align=self.style.align,
            outline_colour=CLEAR,
        )
        painter.save()
        painter.translate(0, y)
        glyphs.block(self.author, style, (width, height)).paint(painter)
        painter.restore()


def _tail(tip: tuple[float, float], width: float, height: float, radius: float) -> QPainterPath:
    """A curved horn from the bubble's edge to a point outside."""
    half = max(16.0, min(width, height) * 0.14)
    flat = max(0.0, width / 2 - radius - half)
    upright = max(0.0, height / 2 - radius - half)
    across = abs(tip[0]) / max(width, 1) > abs(tip[1]) / max(height, 1)
    if across:
        side = (width / 2 - 4) * (1 if tip[0] > 0 else -1)
        root = (side, max(-upright, min(upright, tip[1] * 0.5)))
        one, two = (root[0], root[1] - half), (root[0], root[1] + half)
    else:
        side = (height / 2 - 4) * (1 if tip[1] > 0 else -1)
        root = (max(-flat, min(flat, tip[0] * 0.75)), side)
        one, two = (root[0] - half, root[1]), (root[0] + half, root[1])
    if hypot(tip[0] - root[0], tip[1] - root[1]) < half:
        return QPainterPath()
    bend = ((root[0] * 2 + tip[0]) / 3, (root[1] * 2 + tip[1]) / 3)
    path = QPainterPath(QPointF(*one))
    path.quadTo(QPointF(bend[0], bend[1]), QPointF(*tip))
    path.quadTo(QPointF(bend[0] + half * 0.5, bend[1]), QPointF(*two))
    path.closeSubpath()
    return path
