"""Dropping in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from kindreel.effects import Moment, MovingEffect, Pose, register
from kindreel.registry import Range, Unit


@register("bounce")
@dataclass(frozen=True, slots=True)
class Bounce(MovingEffect):
    """Falls from above and bounces, squashed a little each time it lands."""

    height: Annotated[float, Range(0.0, 2000.0), Unit("px")] = 520.0
    length: Annotated[int, Range(4, 120), Unit("frames")] = 30

    def pose(self, moment: Moment) -> Pose:
        """Four parabolas, each a quarter as high as the one before."""
        u = min(1.0, moment.frame / self.length)
        for start, end, height in _ARCS:
            if u < end:
                place = (u - start) / (end - start) * 2 - 1
                high = height * (1 - place * place)
                squash = max(0.0, abs(place) - 0.8) * 0.7 * height**0.3 if start >= 0 else 0.0
                return Pose(y=-self.height * high, scale=1 - squash * 0.5, stretch=1 + squash)
        return Pose()


_ARCS = (
    (-0.3636, 0.3636, 1.0),
    (0.3636, 0.7273, 0.25),
    (0.7273, 0.9091, 0.0625),
    (0.9091, 1.0, 0.016),
)
"""Start and end in fractions of the whole, and height in fractions of the first."""
