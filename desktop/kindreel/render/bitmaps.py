"""Sprites of pictures and clips from files."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from kindreel.model.ids import MediaId
from kindreel.render import standins
from kindreel.render.matrix import Matrix
from kindreel.render.raster import Pixels, Raster, raster, trimmed
from kindreel.render.sources import Sources

Size = tuple[float, float]
_STILLS = (".png", ".jpg", ".jpeg", ".webp", ".bmp", ".tif", ".tiff", ".svg", ".svgz")


def _fitted(pixels: Pixels, size: Size) -> Raster:
    """Pixels as they are, lying on their box of canvas units."""
    height, width = pixels.shape[:2]
    matrix = Matrix(size[0] / width, 0, 0, size[1] / height, -size[0] / 2, -size[1] / 2)
    return trimmed(pixels, matrix)


def _no_larger(pixels: Pixels, size: Size, scale: float) -> Pixels:
    """Made smaller by area where there are more pixels than the scale needs."""
    height, width = pixels.shape[:2]
    wanted = (max(1, round(size[0] * scale)), max(1, round(size[1] * scale)))
    if wanted[0] >= width and wanted[1] >= height:
        return pixels
    target = (min(wanted[0], width), min(wanted[1], height))
    return np.asarray(cv2.resize(pixels, target, interpolation=cv2.INTER_AREA), np.uint8)


@dataclass(frozen=True, slots=True)
class ImageSprite:
    """A still picture; a card with a sentence stands for one that cannot be read."""

    media: MediaId
    area: Size

    @property
    def box(self) -> Size:
        """The picture's box."""
        return self.area

    def raster(self, scale: float, sources: Sources) -> Raster:
        """No more pixels than the scale needs."""
        wanted = (self.area[0] * scale, self.area[1] * scale)
        pixels = sources.still(self.media, wanted)
        if pixels is None:
            return missing(self.area, scale)
        return _fitted(_no_larger(pixels, self.area, scale), self.area)


@dataclass(frozen=True, slots=True)
class ClipSprite:
    """A clip at one time."""

    media: MediaId | None
    seconds: float
    area: Size
    loop: bool = False

    @property
    def box(self) -> Size:
        """The clip's box."""
        return self.area

    def raster(self, scale: float, sources: Sources) -> Raster:
        """The frame that is on at this time."""
        if self.media is None:
            return missing(self.area, scale)
        if self.media.lower().endswith(_STILLS):
            pixels = sources.still(self.media, (self.area[0] * scale, self.area[1] * scale))
        else:
            pixels = sources.frame(self.media, self.seconds, loop=self.loop)
        if pixels is None:
            return missing(self.area, scale)
        pixels = _no_larger(pixels, self.area, scale)
        height, width = pixels.shape[:2]
        matrix = Matrix(
            self.area[0] / width, 0, 0, self.area[1] / height, -self.area[0] / 2, -self.area[1] / 2
        )
        return raster(pixels, matrix)


def missing(size: Size, scale: float) -> Raster:
    """The card that stands for a file."""
    pixels = standins.placeholder(*size, scale, "This picture is missing.\nChoose it again.")
    return _fitted(pixels, size)
