"""A burst of hearts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

import numpy as np

from kindreel.registry import Range
from kindreel.transitions import PaintedTransition, Pixels, register
from kindreel.transitions.masks import add_polygon, heart_outline, mixed, smooth


@register("hearts")
@dataclass(frozen=True, slots=True)
class Hearts(PaintedTransition):
    """Many hearts open like windows, one after the other, from the bottom up."""

    across: Annotated[int, Range(2, 10)] = 4

    def mix(self, before: Pixels, after: Pixels, progress: float) -> Pixels:
        """Each heart grows until its neighbours meet."""
        if progress <= 0 or progress >= 1:
            return (before if progress <= 0 else after).copy()
        height, width = before.shape[:2]
        cell = width / self.across
        rows = int(height / cell) + 2
        mask = np.zeros((height, width), np.uint8)
        for row in range(rows):
            share = smooth(progress * 1.9 - 0.9 * (1 - row / rows))
            if share <= 0:
                continue
            for column in range(-1, self.across + 1):
                x = (column + 0.5 + 0.5 * (row % 2)) * cell
                y = row * cell * 0.9
                add_polygon(mask, heart_outline(48) * (share * cell * 0.86) + (x, y))
        return mixed(before, after, mask)
