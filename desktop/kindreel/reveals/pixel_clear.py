"""The avatar breaks into blocks, and the blocks become the person."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from kindreel.registry import Range
from kindreel.reveals import Face, PaintedReveal, Pixels, register
from kindreel.transitions.masks import smooth
from kindreel.transitions.pixelate import blocks


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
        return blocks(avatar, person, share, across)
