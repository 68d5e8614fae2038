"""Turning."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from kindreel.effects import Moment, MovingEffect, Pose, register
from kindreel.registry import Range, Unit


@register("spin")
@dataclass(frozen=True, slots=True)
class Spin(MovingEffect):
    """Turns evenly about its centre."""

    speed: Annotated[float, Range(-720.0, 720.0), Unit("°/s")] = 60.0

    def pose(self, moment: Moment) -> Pose:
        """As far as the seconds have turned it."""
        return Pose(rotation=(self.speed * moment.seconds) % 360.0)
