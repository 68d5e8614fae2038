"""The drawing is torn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from kindreel.registry import Range
from kindreel.reveals import Face, PaintedReveal, Pixels, register
from kindreel.transitions.paper_tear import PaperTear as Tear


@register("paper_tear")
@dataclass(frozen=True, slots=True)
class PaperTear(PaintedReveal):
    """The drawing is torn down the middle, and the person stands behind it."""

    seed: Annotated[int, Range(1, 999)] = 5

    def mix(self, avatar: Pixels, person: Pixels, progress: float, face: Face) -> Pixels:
        """As in the transition of the same name."""
        del face
        return Tear(self.seed).mix(avatar, person, progress)
