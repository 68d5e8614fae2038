"""Pencil."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

import cv2
import numpy as np
from numpy.typing import NDArray

from kindreel.effects import PixelEffect, Pixels, register
from kindreel.registry import Range


def pencil(grey: NDArray[np.uint8], radius: float) -> NDArray[np.uint8]:
    """A picture's edges as pencil lines on white: each point divided by its surroundings."""
    soft = np.maximum(cv2.GaussianBlur(grey, (0, 0), max(0.8, radius)), 1)
    return np.asarray(cv2.divide(grey, soft, scale=255), np.uint8)


@register("sketch_lines")
@dataclass(frozen=True, slots=True)
class SketchLines(PixelEffect):
    """Draws a layer again with a pencil; at less strength its colours stay below the lines."""

    strength: Annotated[float, Range(0.0, 1.0, 0.01)] = 1.0
    darkness: Annotated[float, Range(0.5, 4.0, 0.1)] = 2.2

    def repaint(self, pixels: Pixels, scale: float, phase: float) -> Pixels:
        """Lines over paper white, over the colours where the strength is below 1."""
        del phase
        alpha = pixels[..., 3:].astype(np.float32)
        white = np.asarray(pixels[..., :3] + (255 - pixels[..., 3:]), np.uint8)
        grey = np.asarray(cv2.cvtColor(white, cv2.COLOR_BGR2GRAY), np.uint8)
        lines = pencil(grey, 5 * scale).astype(np.float32) / 255
        ink = np.clip(lines, 0, 1)[..., None] ** self.darkness
        paper = np.array([238, 245, 250], np.float32) * alpha / 255
        ground = pixels[..., :3] * (1 - self.strength) + paper * self.strength
        share = 0.45 + 0.55 * self.strength
        result = pixels.copy()
        result[..., :3] = np.clip(ground * (1 - share + share * ink) + 0.5, 0, pixels[..., 3:])
        return result
