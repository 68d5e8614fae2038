"""Through large pixels."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

import cv2
import numpy as np

from kindreel.registry import Range
from kindreel.transitions import PaintedTransition, Pixels, register
from kindreel.transitions.masks import smooth


def blocks(pixels: Pixels, across: float) -> Pixels:
    """The picture in about so many square blocks across its width."""
    height, width = pixels.shape[:2]
    columns = max(1, min(width, round(across)))
    rows = max(1, min(height, round(across * height / width)))
    small = cv2.resize(pixels, (columns, rows), interpolation=cv2.INTER_AREA)
    return np.asarray(cv2.resize(small, (width, height), interpolation=cv2.INTER_NEAREST), np.uint8)


@register("pixelate")
@dataclass(frozen=True, slots=True)
class Pixelate(PaintedTransition):
    """The earlier scene breaks into blocks that become the later one."""

    coarsest: Annotated[int, Range(4, 60)] = 16

    def mix(self, before: Pixels, after: Pixels, progress: float) -> Pixels:
        """Coarsest in the middle, where one crosses over into the other."""
        if progress <= 0 or progress >= 1:
            return (before if progress <= 0 else after).copy()
        finest = before.shape[1] / 3
        across = self.coarsest * (finest / self.coarsest) ** smooth(abs(2 * progress - 1))
        share = smooth((progress - 0.3) / 0.4)
        return blocks(
            np.asarray(cv2.addWeighted(before, 1 - share, after, share, 0), np.uint8), across
        )
