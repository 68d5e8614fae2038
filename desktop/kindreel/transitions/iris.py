"""A round window opens."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

import cv2
import numpy as np

from kindreel.registry import Range
from kindreel.transitions import PaintedTransition, Pixels, register
from kindreel.transitions.masks import mixed, reach, smooth


@register("iris")
@dataclass(frozen=True, slots=True)
class Iris(PaintedTransition):
    """A round window opens onto the later scene, as in old films."""

    x: Annotated[float, Range(0.0, 1.0, 0.01)] = 0.5
    y: Annotated[float, Range(0.0, 1.0, 0.01)] = 0.42

    def mix(self, before: Pixels, after: Pixels, progress: float) -> Pixels:
        """The circle grows until it holds the whole picture."""
        height, width = before.shape[:2]
        x, y = self.x * width, self.y * height
        radius = smooth(progress) * (reach((height, width), x, y) + 2)
        mask = np.zeros((height, width), np.uint8)
        centre = (round(x * 16), round(y * 16))
        cv2.circle(mask, centre, round(radius * 16), 255, -1, cv2.LINE_AA, 4)
        if progress <= 0:
            mask[:] = 0
        return mixed(before, after, mask)
