"""A paper rim."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import Annotated

import cv2
import numpy as np

from kindreel.effects import PixelEffect, Pixels, register
from kindreel.model.colour import Colour, rgba
from kindreel.registry import Range, Unit


@register("outline")
@dataclass(frozen=True, slots=True)
class Outline(PixelEffect):
    """Cuts a layer out like a sticker, with an even rim around it."""

    width: Annotated[float, Range(1.0, 60.0), Unit("px")] = 12.0
    colour: Colour = Colour("#FFFFFF")

    def margin(self) -> float:
        """The rim's width."""
        return ceil(self.width + 2)

    def repaint(self, pixels: Pixels, scale: float, phase: float) -> Pixels:
        """The layer over all points that are near enough to it."""
        del phase
        red, green, blue, alpha = rgba(self.colour)
        outside = np.asarray(pixels[..., 3] < 128, np.uint8)
        far = cv2.distanceTransform(outside, cv2.DIST_L2, cv2.DIST_MASK_PRECISE)
        cover = np.clip(self.width * scale + 0.5 - far, 0, 1) * alpha
        under = cover[..., None] * (np.array([blue, green, red, 255], np.float32) / 255)
        rest = 1 - pixels[..., 3:].astype(np.float32) / 255
        return np.asarray(np.clip(pixels + under * rest + 0.5, 0, 255), np.uint8)
