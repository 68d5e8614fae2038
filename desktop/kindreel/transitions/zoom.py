"""Into the picture."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

import cv2
import numpy as np

from kindreel.registry import Range
from kindreel.transitions import PaintedTransition, Pixels, register
from kindreel.transitions.masks import smooth


@register("zoom")
@dataclass(frozen=True, slots=True)
class Zoom(PaintedTransition):
    """The camera dives into the earlier scene and comes out in the later one."""

    depth: Annotated[float, Range(1.1, 4.0, 0.1)] = 1.7

    def mix(self, before: Pixels, after: Pixels, progress: float) -> Pixels:
        """The earlier one grows, the later one settles from a little larger."""
        if progress <= 0 or progress >= 1:
            return (before if progress <= 0 else after).copy()
        near = _closer(before, 1 + (self.depth - 1) * smooth(progress))
        far = _closer(after, 1 + (self.depth - 1) * 0.35 * (1 - smooth(progress)))
        share = smooth((progress - 0.25) / 0.5)
        return np.asarray(cv2.addWeighted(near, 1 - share, far, share, 0), np.uint8)


def _closer(pixels: Pixels, factor: float) -> Pixels:
    height, width = pixels.shape[:2]
    shift = np.array(
        [[factor, 0, (1 - factor) * width / 2], [0, factor, (1 - factor) * height / 2]], np.float32
    )
    return np.asarray(
        cv2.warpAffine(pixels, shift, (width, height), borderMode=cv2.BORDER_REPLICATE), np.uint8
    )
