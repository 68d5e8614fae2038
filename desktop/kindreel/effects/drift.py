"""Going slowly somewhere."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from kindreel.effects import Moment, MovingEffect, Pose, register
from kindreel.registry import Range, Unit


@register("drift")
@dataclass(frozen=True, slots=True)
class Drift(MovingEffect):
    """Moves evenly in one direction, and slowly grows or shrinks: a quiet camera move."""

    x: Annotated[float, Range(-400.0, 400.0), Unit("px/s")] = 12.0
    y: Annotated[float, Range(-400.0, 400.0), Unit("px/s")] = -8.0
    growth: Annotated[float, Range(-0.5, 0.5, 0.01), Unit("1/s")] = 0.02

    def pose(self, moment: Moment) -> Pose:
        """As far as the seconds have carried it."""
        t = moment.seconds
        return Pose(x=self.x * t, y=self.y * t, scale=max(0.01, 1 + self.growth * t))
