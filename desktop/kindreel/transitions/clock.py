"""Round like a hand of a clock."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from kindreel.transitions import PaintedTransition, Pixels, register
from kindreel.transitions.masks import mixed, smooth, stepped


@register("clock")
@dataclass(frozen=True, slots=True)
class Clock(PaintedTransition):
    """A hand goes round once and uncovers the later scene."""

    def mix(self, before: Pixels, after: Pixels, progress: float) -> Pixels:
        """Clockwise from twelve."""
        height, width = before.shape[:2]
        x = np.arange(width, dtype=np.float32)[None, :] - width / 2 + 0.5
        y = np.arange(height, dtype=np.float32)[:, None] - height * 0.45 + 0.5
        field = np.asarray((np.arctan2(x, -y) / (2 * np.pi)) % 1.0, np.float32)
        if progress <= 0 or progress >= 1:
            return (before if progress <= 0 else after).copy()
        return mixed(before, after, stepped(field, smooth(progress), 0.004))
