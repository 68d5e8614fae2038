"""Film grain."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Annotated, Final

import cv2
import numpy as np

from kindreel.effects import Moment, PixelEffect, Pixels, register
from kindreel.registry import Range, Unit

_TILE: Final = 509
"""Side of the grain that is repeated; a prime, so that the eye finds no grid."""


@register("film_grain")
@dataclass(frozen=True, slots=True)
class FilmGrain(PixelEffect):
    """Fine moving grain, as on film; best on a camera."""

    strength: Annotated[float, Range(0.0, 1.0, 0.01)] = 0.25
    hold: Annotated[int, Range(1, 12), Unit("frames")] = 2

    def phase(self, moment: Moment) -> float:
        """A new grain every few frames, sixteen in turn."""
        return float(moment.frame // self.hold % 16 + 16 * (moment.seed % 64))

    def repaint(self, pixels: Pixels, scale: float, phase: float) -> Pixels:
        """Lighter and darker by a little, everywhere; nothing where nothing is."""
        size = max(1.0, round(scale * 2) / 2)
        light, dark = (self._spread(sheet, pixels, phase) for sheet in _grain(self.strength, size))
        grainy = np.asarray(cv2.subtract(cv2.add(pixels, light), dark), np.uint8)
        if pixels[..., 3].min() < 255:
            np.minimum(grainy[..., :3], pixels[..., 3:], out=grainy[..., :3])
        return grainy

    @staticmethod
    def _spread(sheet: Pixels, pixels: Pixels, phase: float) -> Pixels:
        """The sheet repeated over the picture, from another place in each phase."""
        height, width = pixels.shape[:2]
        side = sheet.shape[0]
        draw = np.random.default_rng(int(phase))
        top, left = (int(v) for v in draw.integers(0, side, 2))
        rows, columns = (top + height) // side + 1, (left + width) // side + 1
        return np.ascontiguousarray(
            np.tile(sheet, (rows, columns, 1))[top : top + height, left : left + width]
        )


@lru_cache(maxsize=4)
def _grain(strength: float, size: float) -> tuple[Pixels, Pixels]:
    """What is added and taken away, on one square sheet."""
    level = np.random.default_rng(5).normal(0, 38 * strength, (_TILE, _TILE)).astype(np.float32)
    side = round(_TILE * size)
    level = np.asarray(cv2.resize(level, (side, side), interpolation=cv2.INTER_LINEAR), np.float32)
    sheets = []
    for part in (np.clip(level, 0, 255), np.clip(-level, 0, 255)):
        plane = np.asarray(part + 0.5, np.uint8)
        sheets.append(cv2.merge([plane, plane, plane, np.zeros_like(plane)]))
    return np.asarray(sheets[0], np.uint8), np.asarray(sheets[1], np.uint8)
