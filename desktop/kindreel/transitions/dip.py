"""Through a colour."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from kindreel.model.colour import Colour, rgba
from kindreel.transitions import PaintedTransition, Pixels, register


@register("dip")
@dataclass(frozen=True, slots=True)
class Dip(PaintedTransition):
    """The earlier scene sinks into a colour, and the later one rises from it."""

    colour: Colour = Colour("#2A2027")

    def mix(self, before: Pixels, after: Pixels, progress: float) -> Pixels:
        """All colour in the middle."""
        red, green, blue, _ = rgba(self.colour)
        plain = np.empty_like(before)
        plain[:] = (blue, green, red, 255)
        picture, share = (before, progress * 2) if progress < 0.5 else (after, 2 - progress * 2)
        return np.asarray(cv2.addWeighted(picture, 1 - share, plain, share, 0), np.uint8)
