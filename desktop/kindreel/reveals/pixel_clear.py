"""The avatar breaks into blocks, and the blocks become the person."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

import cv2
import numpy as np

from kindreel.registry import Range
from kindreel.reveals import Face, PaintedReveal, Pixels, register
from kindreel.transitions.masks import smooth


def blocks(pixels: Pixels, across: float) -> Pixels:
    """The picture in about so many square blocks across its width."""
    height, width = pixels.shape[:2]
    columns = max(1, min(width, round(across)))
    rows = max(1, min(height, round(across * height / width)))
    small = cv2.resize(pixels, (columns, rows), interpolation=cv2.INTER_AREA)
    return np.asarray(cv2.resize(small, (width, height), interpolation=cv2.INTER_NEAREST), np.uint8)


@register("pixel_clear")
@dataclass(frozen=True, slots=True)
class PixelClear(PaintedReveal):
    """The avatar falls apart into large pixels that turn into the person and clear up."""

    coarsest: Annotated[int, Range(6, 48)] = 14

    def mix(self, avatar: Pixels, person: Pixels, progress: float, face: Face) -> Pixels:
        """Ever larger blocks to the middle, crossing over there, then ever smaller ones."""
        del face
        if progress <= 0 or progress >= 1:
            return (avatar if progress <= 0 else person).copy()
        width = avatar.shape[1]
        finest = width / 4
        fine = abs(2 * progress - 1)
        across = self.coarsest * (finest / self.coarsest) ** smooth(fine)
        share = smooth((progress - 0.35) / 0.3)
        mixed = cv2.addWeighted(avatar, 1 - share, person, share, 0)
        return blocks(np.asarray(mixed, np.uint8), across)
