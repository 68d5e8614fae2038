"""Sprites of the reveal: the changing portrait and the name plate."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPainterPath

from kindreel.model.colour import Colour
from kindreel.model.layers import TextStyle
from kindreel.model.plugins import RevealStyle
from kindreel.render import glyphs, people
from kindreel.render.matrix import Matrix
from kindreel.render.people import Cast, Pair
from kindreel.render.raster import Pixels, Raster, painted, raster
from kindreel.render.sources import Sources
from kindreel.reveals import PaintedReveal, shelf

Size = tuple[float, float]


@dataclass(frozen=True, slots=True)
class RevealSprite:
    """The avatar at progress 0, the person at 1, and the change between.

    radius: of the corners, in canvas units.
    """

    cast: Cast
    style: RevealStyle
    progress: float
    area: Size
    radius: float = 0.0

    @property
    def box(self) -> Size:
        """The picture's size."""
        return self.area

    def raster(self, scale: float, sources: Sources) -> Raster:
        """The mix at this progress, in pixels of this scale."""
        size = (max(2, round(self.area[0] * scale)), max(2, round(self.area[1] * scale)))
        pair = sources.pairs.get((self.cast, size), lambda: people.pair(self.cast, size, sources))
        pixels = self._mixed(pair)
        if self.radius > 0:
            pixels = _rounded(pixels, self.radius * scale)
        width, height = self.area
        fit = Matrix(width / size[0], 0, 0, height / size[1], -width / 2, -height / 2)
        return raster(pixels, fit, opaque=self.radius <= 0)

    def _mixed(self, pair: Pair) -> Pixels:
        if self.progress <= 0:
            return pair.avatar
        if self.progress >= 1:
            return pair.person
        style = self.style
        if not isinstance(style, PaintedReveal):
            style = shelf.get("crossfade")()
            assert isinstance(style, PaintedReveal)
        return style.mix(pair.avatar, pair.person, self.progress, pair.face)


def _rounded(pixels: Pixels, radius: float) -> Pixels:
    height, width = pixels.shape[:2]
    corner = round(min(radius, width / 2, height / 2) * 16)
    mask = np.zeros((height, width), np.uint8)
    one, far = corner, (width * 16 - 16 - corner, height * 16 - 16 - corner)
    for box in (((one, 0), (far[0], height * 16)), ((0, one), (width * 16, far[1]))):
        cv2.rectangle(mask, box[0], box[1], 255, -1, cv2.LINE_8, 4)
    for x in (one, far[0]):
        for y in (one, far[1]):
            cv2.circle(mask, (x, y), corner, 255, -1, cv2.LINE_AA, 4)
    share = mask.astype(np.uint16)[..., None]
    return ((pixels * share + 127) // 255).astype(np.uint8)


PLATE_BOX: Final = (180.0, 1018.0, 900.0, 1244.0)
"""Left, top, right, bottom of the name plate on a canvas of 1080×1920: centred under the face
and inside the box that every platform leaves free (x 65 to 900, y 269 to 1248)."""


@dataclass(frozen=True, slots=True)
class PlateSprite:
    """Name, handle and line of a creator, on a soft dark ground.

    area: its box. veil: canvas units the dark ground reaches beyond the box, downwards and up.
    """

    name: str
    handle: str
    line: str
    area: Size
    family: str = "Inter"
    accent: Colour = Colour("#FFC6B8")

    @property
    def box(self) -> Size:
        """Where the words stand."""
        return self.area

    def raster(self, scale: float, sources: Sources) -> Raster:
        """The words alone; the veil is its own sprite."""
        del sources
        width, height = self.area
        return painted(width + 40, height + 40, scale, self._paint)

    def _paint(self, painter: QPainter) -> None:
        width, height = self.area
        rows = (
            (self.name, 0.42, TextStyle(family=self.family, size=0.34 * height, weight=800)),
            (self.handle, 0.2, TextStyle(size=0.165 * height, weight=700, colour=self.accent)),
            (self.line, 0.38, TextStyle(size=0.15 * height, weight=500)),
        )
        y = -height / 2
        for text, share, style in rows:
            room = share * height
            if text:
                painter.save()
                painter.translate(0, y + room / 2)
                soft = TextStyle(
                    family=style.family, size=style.size, weight=style.weight, colour=style.colour
                )
                glyphs.block(text, soft, (width, room)).paint(painter)
                painter.restore()
            y += room


@dataclass(frozen=True, slots=True)
class VeilSprite:
    """Darkens the lower part of the picture, so that words on it can be read."""

    area: Size
    strength: float = 0.78
    radius: float = 0.0

    @property
    def box(self) -> Size:
        """The darkened part."""
        return self.area

    def raster(self, scale: float, sources: Sources) -> Raster:
        """Clear at the top, dark from the middle of the words on."""
        del sources
        width, height = self.area

        def paint(painter: QPainter) -> None:
            shade = QLinearGradient(0, -height / 2, 0, height / 2)
            for place, share in ((0.0, 0.0), (0.14, 0.34), (0.3, 0.8), (0.5, 1.0), (1.0, 1.0)):
                shade.setColorAt(place, QColor(32, 12, 22, round(255 * self.strength * share)))
            path = QPainterPath()
            box = QRectF(-width / 2, -height / 2, width, height)
            path.addRoundedRect(box, self.radius, self.radius)
            painter.fillPath(path, shade)

        return painted(width, height, scale, paint)
