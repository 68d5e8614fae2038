"""Printed dots."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

import numpy as np

from kindreel.effects import PixelEffect, Pixels, register
from kindreel.registry import Range, Unit


@register("halftone")
@dataclass(frozen=True, slots=True)
class Halftone(PixelEffect):
    """Prints the shadows as comic-book dots."""

    size: Annotated[float, Range(4.0, 60.0), Unit("px")] = 14.0
    strength: Annotated[float, Range(0.0, 1.0, 0.01)] = 0.5

    def repaint(self, pixels: Pixels, scale: float, phase: float) -> Pixels:
        """Dots on a grid turned by 45°, larger where it is darker."""
        del phase
        height, width = pixels.shape[:2]
        step = np.float32(np.pi / max(2.0, self.size * scale))
        x = np.arange(width, dtype=np.float32)[None, :]
        y = np.arange(height, dtype=np.float32)[:, None]
        dots = (np.cos((x + y) * step * 0.7071 * 2) + np.cos((x - y) * step * 0.7071 * 2)) / 4 + 0.5
        grey = pixels[..., :3] @ np.array([0.0722, 0.7152, 0.2126], np.float32)
        light = grey / np.maximum(pixels[..., 3], 1)
        ink = np.clip((dots - light * 1.15) * 5 + 0.5, 0, 1)[..., None]
        result = pixels.copy()
        result[..., :3] = pixels[..., :3] * (1 - np.float32(self.strength) * ink) + 0.5
        return result
