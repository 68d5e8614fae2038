"""One picture through the other."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from kindreel.transitions import PaintedTransition, Pixels, register


@register("crossfade")
@dataclass(frozen=True, slots=True)
class Crossfade(PaintedTransition):
    """The later scene shows through more and more."""

    def weight(self, progress: float) -> float | None:
        """Even from 0 to 1."""
        return progress

    def mix(self, before: Pixels, after: Pixels, progress: float) -> Pixels:
        """The weighted mean of both."""
        mixed = cv2.addWeighted(before, 1 - progress, after, progress, 0)
        return np.asarray(mixed, np.uint8)
