"""Pixels that know where they belong."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import ceil

import cv2
import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage, QPainter

from kindreel.render.matrix import Matrix

Pixels = NDArray[np.uint8]
"""Height × width × 4, blue, green, red, alpha; colours premultiplied by alpha."""

LARGEST = 4096
"""The longest side of a picture in memory; no frame is larger."""


def as_image(pixels: Pixels, *, opaque: bool = False) -> QImage:
    """A picture for the painter over the same memory; keep the pixels as long as it."""
    height, width = pixels.shape[:2]
    form = QImage.Format.Format_RGB32 if opaque else QImage.Format.Format_ARGB32_Premultiplied
    return QImage(pixels.data, width, height, pixels.strides[0], form)


def from_image(image: QImage) -> Pixels:
    """A copy of a picture's pixels."""
    image = image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : image.width() * 4].reshape(image.height(), image.width(), 4).copy()


def bounded(picture: Pixels) -> Pixels:
    """The picture, made smaller when one of its sides is longer than any frame's."""
    height, width = picture.shape[:2]
    if max(height, width) <= LARGEST:
        return picture
    shrink = LARGEST / max(height, width)
    small = cv2.resize(picture, None, fx=shrink, fy=shrink, interpolation=cv2.INTER_AREA)
    return np.asarray(small, np.uint8)


@dataclass(frozen=True, slots=True, eq=False)
class Raster:
    """A sprite's pixels.

    matrix: from pixels to canvas units about the sprite's centre.
    """

    pixels: Pixels
    image: QImage
    matrix: Matrix
    opaque: bool

    @property
    def nbytes(self) -> int:
        """Memory taken."""
        return self.pixels.nbytes


def raster(pixels: Pixels, matrix: Matrix, *, opaque: bool | None = None) -> Raster:
    """Pixels and their place, noticed as opaque when nothing shines through."""
    pixels = np.ascontiguousarray(pixels)
    if opaque is None:
        opaque = bool(pixels[..., 3].min() == 255) if pixels.size else False
    return Raster(pixels, as_image(pixels, opaque=opaque), matrix, opaque)


def trimmed(pixels: Pixels, matrix: Matrix) -> Raster:
    """The raster without its empty border; what is all empty becomes one clear pixel."""
    alpha = np.ascontiguousarray(pixels[..., 3])
    x, y, width, height = cv2.boundingRect(alpha)
    width, height = max(1, width), max(1, height)
    x0, y0 = max(0, x - 1), max(0, y - 1)
    cut = pixels[y0 : y + height + 1, x0 : x + width + 1]
    return raster(cut, Matrix(e=x0, f=y0).then(matrix))


def painted(width: float, height: float, scale: float, paint: Callable[[QPainter], None]) -> Raster:
    """What `paint` draws in canvas units about 0, 0, within width × height, at a scale."""
    scale = min(scale, LARGEST / max(width, height, 1.0))
    columns, rows = max(1, ceil(width * scale)), max(1, ceil(height * scale))
    pixels = np.zeros((rows, columns, 4), np.uint8)
    image = as_image(pixels)
    painter = QPainter(image)
    try:
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing
            | QPainter.RenderHint.SmoothPixmapTransform
            | QPainter.RenderHint.TextAntialiasing
        )
        painter.scale(scale, scale)
        painter.translate(width / 2, height / 2)
        paint(painter)
    finally:
        painter.end()
    return trimmed(pixels, Matrix(1 / scale, 0, 0, 1 / scale, -width / 2, -height / 2))
