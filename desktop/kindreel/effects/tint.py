"""Another colour."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

import numpy as np

from kindreel.effects import PixelEffect, Pixels, register
from kindreel.model.colour import Colour, rgba
from kindreel.registry import Range


@register("tint")
@dataclass(frozen=True, slots=True)
class Tint(PixelEffect):
    """Draws all colours towards one; the light and dark stay."""

    colour: Colour = Colour("#5B6CF0")
    strength: Annotated[float, Range(0.0, 1.0, 0.01)] = 0.5

    def repaint(self, pixels: Pixels, scale: float, phase: float) -> Pixels:
        """Towards the colour, as light as each point was."""
        del scale, phase
        red, green, blue, _ = rgba(self.colour)
        grey = pixels[..., :3] @ np.array([0.0722, 0.7152, 0.2126], np.float32)
        target = np.array([blue, green, red], np.float32) / 255
        own = float(target @ np.array([0.0722, 0.7152, 0.2126], np.float32))
        lit = grey[..., None] * (0.35 + 0.65 * target / max(own, 0.15))
        result = pixels.copy()
        colours = pixels[..., :3] * (1 - self.strength) + lit * self.strength
        result[..., :3] = np.minimum(colours + 0.5, pixels[..., 3:])
        return result
