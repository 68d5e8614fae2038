"""Out of focus."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import Annotated

import cv2
import numpy as np

from kindreel.effects import Moment, PixelEffect, Pixels, register
from kindreel.registry import Range, Unit


@register("blur")
@dataclass(frozen=True, slots=True)
class Blur(PixelEffect):
    """Softens a layer, always or only while it comes into focus."""

    radius: Annotated[float, Range(0.0, 120.0), Unit("px")] = 10.0
    focus: Annotated[int, Range(0, 240), Unit("frames")] = 0

    def margin(self) -> float:
        """As far as the softness spreads."""
        return ceil(self.radius * 2.5)

    def phase(self, moment: Moment) -> float:
        """How blurred it still is, in tenths; 1 when it never comes into focus."""
        return 1.0 if self.focus == 0 else round(max(0.0, 1 - moment.frame / self.focus), 1)

    def repaint(self, pixels: Pixels, scale: float, phase: float) -> Pixels:
        """A Gaussian mean of the neighbourhood."""
        radius = self.radius * scale * phase
        if radius < 0.3:
            return pixels
        return np.asarray(cv2.GaussianBlur(pixels, (0, 0), radius), np.uint8)
