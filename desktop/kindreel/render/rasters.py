"""Sprites as pixels, made once for each scale they are needed at."""

from __future__ import annotations

from math import ceil, log2

import cv2
import numpy as np

from kindreel.render.cache import Store
from kindreel.render.displaylist import Draw, Touch
from kindreel.render.matrix import Matrix
from kindreel.render.raster import Raster, trimmed
from kindreel.render.sources import Sources

_FINEST, _COARSEST = 4, -12


def scale_for(needed: float, unit: float) -> float:
    """The scale to make a sprite at: the frame's own, or half octaves above or below it.

    It depends on nothing but the frame, so that pixels never depend on what was shown before.
    """
    octaves = 2 * log2(max(needed, 1e-6) / unit)
    half = min(_FINEST, max(_COARSEST, ceil(octaves - 1e-3)))
    return float(unit * 2 ** (half / 2))


class Rasters:
    """All sprites' pixels of one Stage."""

    def __init__(self, sources: Sources, limit: int = 112 << 20) -> None:
        """Keep up to `limit` bytes."""
        self._sources = sources
        self._kept: Store[Raster] = Store(limit)

    def get(self, draw: Draw, unit: float) -> Raster:
        """A draw's pixels with its pixel effects, for a canvas of `unit` pixels per unit."""
        scale = scale_for(draw.matrix.size() * unit, unit)
        key = (draw.sprite, draw.touches, scale)
        return self._kept.get(key, lambda: self._make(draw, scale))

    def _make(self, draw: Draw, scale: float) -> Raster:
        made = draw.sprite.raster(scale, self._sources)
        return touched(made, draw.touches) if draw.touches else made


def touched(made: Raster, touches: tuple[Touch, ...]) -> Raster:
    """The pixels after all effects, with room around them for what grows."""
    scale = 1 / max(1e-9, made.matrix.size())
    edge = ceil(sum(t.effect.margin() for t in touches) * scale)
    pixels = made.pixels
    if edge:
        wide = cv2.copyMakeBorder(pixels, edge, edge, edge, edge, cv2.BORDER_CONSTANT)
        pixels = np.asarray(wide, np.uint8)
    for touch in touches:
        pixels = touch.effect.repaint(np.ascontiguousarray(pixels), scale, touch.phase)
    return trimmed(pixels, Matrix(e=-edge, f=-edge).then(made.matrix))
