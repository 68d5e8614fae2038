"""Darker towards the corners."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Annotated

import cv2
import numpy as np

from kindreel.effects import PixelEffect, Pixels, register
from kindreel.registry import Range


@register("vignette")
@dataclass(frozen=True, slots=True)
class Vignette(PixelEffect):
    """Darkens the corners, so that the eye stays in the middle; best on a camera."""

    strength: Annotated[float, Range(0.0, 1.0, 0.01)] = 0.35
    size: Annotated[float, Range(0.3, 1.5, 0.05)] = 0.75

    def repaint(self, pixels: Pixels, scale: float, phase: float) -> Pixels:
        """An oval of light that fits the picture."""
        del scale, phase
        height, width = pixels.shape[:2]
        shade = _shade(width, height, self.strength, self.size)
        return np.asarray(cv2.multiply(pixels, shade, scale=1 / 255), np.uint8)


@lru_cache(maxsize=4)
def _shade(width: int, height: int, strength: float, size: float) -> Pixels:
    """How bright each point stays, 255 for as it is; alpha always stays."""
    x = np.linspace(-1, 1, width, dtype=np.float32)[None, :]
    y = np.linspace(-1, 1, height, dtype=np.float32)[:, None]
    far = np.sqrt(x * x + y * y) / np.float32(1.4142)
    u = np.clip((far - size * 0.5) / max(0.05, 1 - size * 0.5), 0, 1)
    shade = np.full((height, width, 4), 255, np.uint8)
    shade[..., :3] = np.clip(255.5 - 255 * strength * u * u * (3 - 2 * u), 0, 255)[..., None]
    return shade
