"""Ink spreads."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from kindreel.registry import Range
from kindreel.transitions import PaintedTransition, Pixels, register
from kindreel.transitions.masks import mixed, ranked, smooth, stepped


@register("ink")
@dataclass(frozen=True, slots=True)
class Ink(PaintedTransition):
    """The later scene spreads like ink on wet paper."""

    seed: Annotated[int, Range(1, 999)] = 7
    blots: Annotated[int, Range(2, 12)] = 4

    def mix(self, before: Pixels, after: Pixels, progress: float) -> Pixels:
        """Blots grow from many places until they meet."""
        if progress <= 0 or progress >= 1:
            return (before if progress <= 0 else after).copy()
        height, width = before.shape[:2]
        field = ranked(width, height, self.blots, self.seed)
        return mixed(before, after, stepped(field, smooth(progress) * 1.06 - 0.03, 0.05))
