"""A soft shadow."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import Annotated

import cv2
import numpy as np

from kindreel.effects import PixelEffect, Pixels, register
from kindreel.model.colour import Colour, rgba
from kindreel.registry import Range, Unit


def shaded(pixels: Pixels, offset: tuple[float, float], blur: float, colour: Colour) -> Pixels:
    """The pixels with their own blurred shape in a colour beneath; lengths in pixels."""
    red, green, blue, alpha = rgba(colour)
    move = np.array([[1, 0, offset[0]], [0, 1, offset[1]]], np.float32)
    height, width = pixels.shape[:2]
    shape = cv2.warpAffine(np.ascontiguousarray(pixels[..., 3]), move, (width, height))
    if blur > 0.3:
        shape = cv2.GaussianBlur(shape, (0, 0), blur)
    cover = shape.astype(np.float32) * (alpha / 255)
    under = cover[..., None] * (np.array([blue, green, red, 255], np.float32) / 255)
    rest = 1 - pixels[..., 3:].astype(np.float32) / 255
    return np.asarray(np.clip(pixels + under * rest + 0.5, 0, 255), np.uint8)


@register("shadow")
@dataclass(frozen=True, slots=True)
class Shadow(PixelEffect):
    """Lifts a layer off the page with a soft shadow."""

    x: Annotated[float, Range(-200.0, 200.0), Unit("px")] = 0.0
    y: Annotated[float, Range(-200.0, 200.0), Unit("px")] = 14.0
    blur: Annotated[float, Range(0.0, 120.0), Unit("px")] = 18.0
    colour: Colour = Colour("#66000000")

    def margin(self) -> float:
        """As far as the shadow falls."""
        return ceil(max(abs(self.x), abs(self.y)) + 3 * self.blur)

    def repaint(self, pixels: Pixels, scale: float, phase: float) -> Pixels:
        """The layer over its shadow."""
        del phase
        return shaded(pixels, (self.x * scale, self.y * scale), self.blur * scale, self.colour)
