"""Swinging like a sign."""

from __future__ import annotations

from dataclasses import dataclass
from math import exp, sin, tau
from typing import Annotated

from kindreel.effects import Moment, MovingEffect, Pose, register
from kindreel.registry import Range, Unit


@register("swing")
@dataclass(frozen=True, slots=True)
class Swing(MovingEffect):
    """Swings about its place and comes to rest."""

    angle: Annotated[float, Range(0.0, 90.0), Unit("°")] = 14.0
    period: Annotated[float, Range(0.2, 5.0, 0.1), Unit("s")] = 0.9
    calming: Annotated[float, Range(0.0, 5.0, 0.1)] = 1.2

    def pose(self, moment: Moment) -> Pose:
        """A sine that dies away."""
        t = moment.seconds
        return Pose(rotation=self.angle * exp(-self.calming * t) * sin(tau * t / self.period))
