"""Hovering."""

from __future__ import annotations

from dataclasses import dataclass
from math import sin, tau
from typing import Annotated

from kindreel.effects import Moment, MovingEffect, Pose, register
from kindreel.registry import Range, Unit


@register("float")
@dataclass(frozen=True, slots=True)
class Float(MovingEffect):
    """Sways gently up and down, as if it hung in water."""

    height: Annotated[float, Range(0.0, 400.0), Unit("px")] = 18.0
    tilt: Annotated[float, Range(0.0, 45.0), Unit("°")] = 2.0
    period: Annotated[float, Range(0.2, 20.0, 0.1), Unit("s")] = 3.0

    def pose(self, moment: Moment) -> Pose:
        """Two sines out of step; each layer starts at its own place in the swing."""
        turn = tau * (moment.seconds / self.period + (moment.seed % 97) / 97)
        return Pose(y=self.height * sin(turn), rotation=self.tilt * sin(turn * 0.5 + 1.0))
