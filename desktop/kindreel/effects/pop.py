"""Coming in with a spring."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from kindreel.effects import Moment, MovingEffect, Pose, register
from kindreel.registry import Range, Unit


@register("pop")
@dataclass(frozen=True, slots=True)
class Pop(MovingEffect):
    """Grows from nothing, goes a little too far and settles."""

    delay: Annotated[int, Range(0, 240), Unit("frames")] = 0
    length: Annotated[int, Range(1, 120), Unit("frames")] = 12
    overshoot: Annotated[float, Range(0.0, 4.0, 0.1)] = 1.7

    def pose(self, moment: Moment) -> Pose:
        """Scale by the “back out” cubic, opacity quickly up."""
        u = (moment.frame - self.delay) / self.length
        if u <= 0:
            return Pose(scale=0.0, opacity=0.0)
        if u >= 1:
            return Pose()
        rest = u - 1
        scale = 1 + (self.overshoot + 1) * rest**3 + self.overshoot * rest**2
        return Pose(scale=max(0.0, scale), opacity=min(1.0, u * 3))
