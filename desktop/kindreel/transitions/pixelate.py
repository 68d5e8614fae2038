"""Through large pixels."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

import cv2
import numpy as np

from kindreel.registry import Range
from kindreel.transitions import PaintedTransition, Pixels, register
from kindreel.transitions.masks import smooth


def blocks(before: Pixels, after: Pixels, share: float, across: float) -> Pixels:
    """The mean of two pictures in about so many square blocks across the width."""
    height, width = before.shape[:2]
    columns = max(1, min(width, round(across)))
    rows = max(1, min(height, round(across * height / width)))
    coarse = [
        cv2.resize(_quarter(picture), (columns, rows), interpolation=cv2.INTER_AREA)
        for picture, part in ((before, 1 - share), (after, share))
        if part > 0
    ]
    small = coarse[0]
    if len(coarse) > 1:
        small = cv2.addWeighted(coarse[0], 1 - share, coarse[1], share, 0)
    return np.asarray(cv2.resize(small, (width, height), interpolation=cv2.INTER_NEAREST), np.uint8)


def _quarter(pixels: Pixels) -> Pixels:
    """The picture at a quarter of its size where that is whole: means of 4×4 are quick."""
    height, width = pixels.shape[:2]
    if height % 4 or width % 4:
        return pixels
    size = (width // 4, height // 4)
    return np.asarray(cv2.resize(pixels, size, interpolation=cv2.INTER_AREA), np.uint8)


@register("pixelate")
@dataclass(frozen=True, slots=True)
class Pixelate(PaintedTransition):
    """The earlier scene breaks into blocks that become the later one."""

    coarsest: Annotated[int, Range(4, 60)] = 16

    def mix(self, before: Pixels, after: Pixels, progress: float) -> Pixels:
        """Coarsest in the middle, where one crosses over into the other."""
        if progress <= 0 or progress >= 1:
            return (before if progress <= 0 else after).copy()
        finest = before.shape[1] / 4
        across = self.coarsest * (finest / self.coarsest) ** smooth(abs(2 * progress - 1))
        share = smooth((progress - 0.3) / 0.4)
        return blocks(before, after, share, across)
