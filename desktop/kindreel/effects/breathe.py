"""Breathing."""

from __future__ import annotations

from dataclasses import dataclass
from math import sin, tau
from typing import Annotated

from kindreel.effects import Moment, MovingEffect, Pose, register
from kindreel.registry import Range, Unit


@register("breathe")
@dataclass(frozen=True, slots=True)
class Breathe(MovingEffect):
    """Grows taller and narrower and back, so that a drawn figure seems alive."""

    strength: Annotated[float, Range(0.0, 0.2, 0.005)] = 0.018
    period: Annotated[float, Range(0.5, 10.0, 0.1), Unit("s")] = 3.4

    def pose(self, moment: Moment) -> Pose:
        """One breath in each period."""
        swell = self.strength * sin(tau * moment.seconds / self.period)
        return Pose(scale=1 + swell, stretch=1 - 1.5 * swell)
