"""Light around."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import Annotated

import cv2
import numpy as np

from kindreel.effects import PixelEffect, Pixels, register
from kindreel.model.colour import Colour, rgba
from kindreel.registry import Range, Unit


@register("glow")
@dataclass(frozen=True, slots=True)
class Glow(PixelEffect):
    """Surrounds a layer with soft light."""

    radius: Annotated[float, Range(1.0, 160.0), Unit("px")] = 34.0
    strength: Annotated[float, Range(0.0, 4.0, 0.1)] = 1.5
    colour: Colour = Colour("#FFE9A8")

    def margin(self) -> float:
        """As far as the light reaches."""
        return ceil(self.radius * 2.4)

    def repaint(self, pixels: Pixels, scale: float, phase: float) -> Pixels:
        """The layer over its own blurred, lit shape."""
        del phase
        red, green, blue, alpha = rgba(self.colour)
        shape = np.ascontiguousarray(pixels[..., 3])
        light = cv2.GaussianBlur(shape, (0, 0), max(0.5, self.radius * scale * 0.7))
        cover = np.clip(light.astype(np.float32) * (self.strength * alpha / 255), 0, 255)
        under = cover[..., None] * (np.array([blue, green, red, 255], np.float32) / 255)
        rest = 1 - pixels[..., 3:].astype(np.float32) / 255
        return np.asarray(np.clip(pixels + under * rest + 0.5, 0, 255), np.uint8)
