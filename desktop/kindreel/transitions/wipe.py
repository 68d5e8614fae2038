"""A line passes over the picture."""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, radians, sin
from typing import Annotated

import numpy as np

from kindreel.registry import Range, Unit
from kindreel.transitions import PaintedTransition, Pixels, register
from kindreel.transitions.masks import mixed, smooth, stepped


@register("wipe")
@dataclass(frozen=True, slots=True)
class Wipe(PaintedTransition):
    """A soft line passes over the picture and leaves the later scene behind it."""

    angle: Annotated[float, Range(0.0, 360.0), Unit("°")] = 20.0
    softness: Annotated[float, Range(0.01, 1.0, 0.01)] = 0.12

    def mix(self, before: Pixels, after: Pixels, progress: float) -> Pixels:
        """The line starts and ends outside the picture."""
        if progress <= 0 or progress >= 1:
            return (before if progress <= 0 else after).copy()
        height, width = before.shape[:2]
        x = np.linspace(0, 1, width, dtype=np.float32)[None, :] * cos(radians(self.angle))
        y = np.linspace(0, 1, height, dtype=np.float32)[:, None] * sin(radians(self.angle))
        field = x + y
        low, high = float(field.min()), float(field.max())
        field = np.asarray((field - low) / (high - low), np.float32)
        level = smooth(progress) * (1 + self.softness) - self.softness / 2
        return mixed(before, after, stepped(field, level, self.softness))
