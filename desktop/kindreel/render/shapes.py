"""Sprites that are drawn: fills, shapes, strokes and stickers."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from math import cos, pi, sin

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from kindreel.model.colour import Colour, Fill, Solid, rgba
from kindreel.model.ids import MediaId
from kindreel.model.layers import Stroke
from kindreel.render import fills, stickers
from kindreel.render.matrix import Matrix
from kindreel.render.raster import Raster, as_image, painted, raster, trimmed
from kindreel.render.sources import Sources

Size = tuple[float, float]


@dataclass(frozen=True, slots=True)
class FillSprite:
    """A scene's background."""

    fill: Fill
    area: Size

    @property
    def box(self) -> Size:
        """The whole canvas."""
        return self.area

    def raster(self, scale: float, sources: Sources) -> Raster:
        """A solid colour is one pixel stretched; a gradient is painted."""
        del sources
        width, height = self.area
        if isinstance(self.fill, Solid):
            return _solid(self.fill.colour, width, height)
        fill = self.fill
        box = QRectF(-width / 2, -height / 2, width, height)
        return painted(
            width, height, scale, lambda p: p.fillRect(box, fills.brush(fill, width, height))
        )


def _solid(colour: Colour, width: float, height: float) -> Raster:
    import numpy as np  # noqa: PLC0415 - kept beside its only use

    red, green, blue, _ = rgba(colour)
    pixel = np.array([[[blue, green, red, 255]]], np.uint8)
    return raster(pixel, Matrix(width, 0, 0, height, -width / 2, -height / 2))


def heart(width: float, height: float) -> QPainterPath:
    """A heart that fills a box about 0, 0."""
    path = QPainterPath(QPointF(0.0, 0.5))
    path.cubicTo(-0.12, 0.38, -0.5, 0.16, -0.5, -0.17)
    path.cubicTo(-0.5, -0.38, -0.35, -0.5, -0.23, -0.5)
    path.cubicTo(-0.12, -0.5, -0.04, -0.43, 0.0, -0.32)
    path.cubicTo(0.04, -0.43, 0.12, -0.5, 0.23, -0.5)
    path.cubicTo(0.35, -0.5, 0.5, -0.38, 0.5, -0.17)
    path.cubicTo(0.5, 0.16, 0.12, 0.38, 0.0, 0.5)
    return _stretched(path, width, height)


def _rays(count: int, inner: float) -> QPainterPath:
    path = QPainterPath()
    for i in range(2 * count):
        radius, turn = (0.5 if i % 2 == 0 else inner), pi * i / count - pi / 2
        point = QPointF(radius * cos(turn), radius * sin(turn))
        path.moveTo(point) if i == 0 else path.lineTo(point)
    path.closeSubpath()
    return path


def _stretched(path: QPainterPath, width: float, height: float) -> QPainterPath:
    from PySide6.QtGui import QTransform  # noqa: PLC0415 - kept beside its only use

    return QTransform.fromScale(width, height).map(path)


def outline(shape: str, width: float, height: float, radius: float = 0.0) -> QPainterPath:
    """A named shape that fills a box about 0, 0."""
    box = QRectF(-width / 2, -height / 2, width, height)
    path = QPainterPath()
    if shape == "ellipse":
        path.addEllipse(box)
    elif shape == "heart":
        path = heart(width, height)
    elif shape == "star":
        path = _stretched(_rays(5, 0.22), width, height)
    elif shape == "burst":
        path = _stretched(_rays(14, 0.38), width, height)
    elif shape == "line":
        path.moveTo(-width / 2, 0.0)
        path.lineTo(width / 2, 0.0)
    else:
        path.addRoundedRect(box, radius, radius)
    return path


@dataclass(frozen=True, slots=True)
class ShapeSprite:
    """A filled and outlined form."""

    shape: str
    area: Size
    fill: Fill | None
    stroke: Colour | None
    stroke_width: float
    radius: float

    @property
    def box(self) -> Size:
        """The form without its outline."""
        return self.area

    def raster(self, scale: float, sources: Sources) -> Raster:
        """Fill first, outline over it."""
        del sources
        width, height = self.area
        edge = 2 * self.stroke_width + 8

        def paint(painter: QPainter) -> None:
            if self.fill is not None and self.shape != "line":
                painter.setBrush(fills.brush(self.fill, width, height))
            painter.setPen(self._pen())
            painter.drawPath(outline(self.shape, width, height, self.radius))

        return painted(width + edge, height + edge, scale, paint)

    def _pen(self) -> QPen:
        colour = self.stroke
        if colour is None and self.shape == "line" and isinstance(self.fill, Solid):
            colour = self.fill.colour
        if colour is None or self.stroke_width <= 0:
            return QPen(Qt.PenStyle.NoPen)
        pen = QPen(QColor(colour), self.stroke_width)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        return pen


@dataclass(frozen=True, slots=True)
class DrawingSprite:
    """Strokes by hand over what was drawn before."""

    strokes: tuple[Stroke, ...]
    area: Size
    media: MediaId | None = None

    @property
    def box(self) -> Size:
        """The sheet."""
        return self.area

    def raster(self, scale: float, sources: Sources) -> Raster:
        """The earlier picture, then stroke after stroke; the rubber takes away from all."""
        width, height = self.area

        def paint(painter: QPainter) -> None:
            painter.translate(-width / 2, -height / 2)
            if self.media is not None:
                below = sources.still(self.media, (width * scale, height * scale))
                if below is not None:
                    painter.drawImage(QRectF(0, 0, width, height), as_image(below))
            for stroke in self.strokes:
                _draw_stroke(painter, stroke)

        return painted(width, height, scale, paint)


def _draw_stroke(painter: QPainter, stroke: Stroke) -> None:
    erase = QPainter.CompositionMode.CompositionMode_DestinationOut
    over = QPainter.CompositionMode.CompositionMode_SourceOver
    painter.setCompositionMode(erase if stroke.erase else over)
    painter.fillPath(stroke_shape(stroke), QColor(stroke.colour))
    painter.setCompositionMode(over)


def stroke_shape(stroke: Stroke) -> QPainterPath:
    """The ink of a stroke: as wide at each point as the pen was pressed there."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    points = [(x, y, max(0.5, stroke.width * pressure / 2)) for x, y, pressure in _dense(stroke)]
    for x, y, radius in points:
        path.addEllipse(QPointF(x, y), radius, radius)
    for (x0, y0, r0), (x1, y1, r1) in pairwise(points):
        length = max(1e-6, ((x1 - x0) ** 2 + (y1 - y0) ** 2) ** 0.5)
        nx, ny = -(y1 - y0) / length, (x1 - x0) / length
        path.moveTo(x0 + nx * r0, y0 + ny * r0)
        path.lineTo(x0 - nx * r0, y0 - ny * r0)
        path.lineTo(x1 - nx * r1, y1 - ny * r1)
        path.lineTo(x1 + nx * r1, y1 + ny * r1)
        path.closeSubpath()
    return path


def _dense(stroke: Stroke) -> list[tuple[float, float, float]]:
    """The pen's way with Catmull–Rom points between those that were recorded."""
    points = stroke.points
    if len(points) < 3:
        return list(points)
    padded = (points[0], *points, points[-1])
    dense: list[tuple[float, float, float]] = [points[0]]
    for p0, p1, p2, p3 in zip(padded, padded[1:], padded[2:], padded[3:], strict=False):
        gap = abs(p2[0] - p1[0]) + abs(p2[1] - p1[1])
        steps = max(1, min(12, int(gap / max(2.0, stroke.width * 0.4))))
        for i in range(1, steps + 1):
            u = i / steps
            x, y, pressure = (_between(*axis, u) for axis in zip(p0, p1, p2, p3, strict=True))
            dense.append((x, y, min(1.0, max(0.0, pressure))))
    return dense


def _between(a: float, b: float, c: float, d: float, u: float) -> float:
    """Catmull–Rom from b to c."""
    return 0.5 * (
        2 * b + (c - a) * u + (2 * a - 5 * b + 4 * c - d) * u**2 + (3 * b - a - 3 * c + d) * u**3
    )


@dataclass(frozen=True, slots=True)
class StickerSprite:
    """One of our own stickers in a colour."""

    sticker: str
    size: float
    colour: Colour

    @property
    def box(self) -> Size:
        """Stickers are square."""
        return self.size, self.size

    def raster(self, scale: float, sources: Sources) -> Raster:
        """Drawn from its vectors for this very scale."""
        del sources
        side = max(1, round(self.size * scale))
        pixels = stickers.draw(self.sticker, side, self.colour)
        fit = self.size / pixels.shape[0]
        return trimmed(pixels, Matrix(fit, 0, 0, fit, -self.size / 2, -self.size / 2))
