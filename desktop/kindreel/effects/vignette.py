"""Darker towards the corners."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

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
        x = np.linspace(-1, 1, width, dtype=np.float32)[None, :]
        y = np.linspace(-1, 1, height, dtype=np.float32)[:, None]
        far = np.sqrt(x * x + y * y) / np.float32(1.4142)
        u = np.clip((far - self.size * 0.5) / max(0.05, 1 - self.size * 0.5), 0, 1)
        shade = (1 - np.float32(self.strength) * u * u * (3 - 2 * u))[..., None]
        result = pixels.copy()
        result[..., :3] = pixels[..., :3] * shade + np.float32(0.5)
        return result
