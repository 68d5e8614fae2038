"""Coming in from a side."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from kindreel.effects import Moment, MovingEffect, Pose, register
from kindreel.registry import Choice, Range, Unit


@register("slide_in")
@dataclass(frozen=True, slots=True)
class SlideIn(MovingEffect):
    """Glides in from one side and slows down softly."""

    side: Annotated[str, Choice(("left", "right", "top", "bottom"))] = "left"
    distance: Annotated[float, Range(0.0, 2000.0), Unit("px")] = 480.0
    length: Annotated[int, Range(1, 120), Unit("frames")] = 18

    def pose(self, moment: Moment) -> Pose:
        """All the way off at the first frame, at its place at the last."""
        left = max(0.0, 1 - moment.frame / self.length) ** 3
        x, y = _FROM.get(self.side, (-1, 0))
        return Pose(x * self.distance * left, y * self.distance * left, opacity=1 - left)


_FROM = {"left": (-1, 0), "right": (1, 0), "top": (0, -1), "bottom": (0, 1)}
