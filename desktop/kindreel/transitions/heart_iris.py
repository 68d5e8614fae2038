"""A heart opens."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

import cv2
import numpy as np

from kindreel.model.colour import Colour, rgba
from kindreel.registry import Range, Unit
from kindreel.transitions import PaintedTransition, Pixels, register
from kindreel.transitions.masks import heart_outline, mixed, polygon, reach, smooth


@register("heart_iris")
@dataclass(frozen=True, slots=True)
class HeartIris(PaintedTransition):
    """A heart with a bright rim opens onto the later scene."""

    x: Annotated[float, Range(0.0, 1.0, 0.01)] = 0.5
    y: Annotated[float, Range(0.0, 1.0, 0.01)] = 0.42
    rim: Annotated[float, Range(0.0, 60.0), Unit("px")] = 12.0
    colour: Colour = Colour("#FFFFFF")

    def mix(self, before: Pixels, after: Pixels, progress: float) -> Pixels:
        """The heart grows until it holds the whole picture."""
        if progress <= 0 or progress >= 1:
            return (before if progress <= 0 else after).copy()
        shape = (before.shape[0], before.shape[1])
        x, y = self.x * shape[1], self.y * shape[0]
        radius = smooth(progress) ** 1.7 * reach(shape, x, y) * 1.04
        outline = heart_outline() * radius + (x, y)
        result = mixed(before, after, polygon(shape, outline))
        thick = round(min(self.rim * shape[1] / 1080, radius * 0.25))
        if thick > 0:
            red, green, blue, _ = rgba(self.colour)
            line = np.round(outline * 16).astype(np.int32)
            cv2.polylines(result, [line], True, (blue, green, red, 255), thick, cv2.LINE_AA, 4)
        return result
