"""Beating like a heart."""

from __future__ import annotations

from dataclasses import dataclass
from math import exp
from typing import Annotated

from kindreel.effects import Moment, MovingEffect, Pose, register
from kindreel.registry import Range, Unit


@register("pulse")
@dataclass(frozen=True, slots=True)
class Pulse(MovingEffect):
    """Swells twice in quick succession, then rests, like a heartbeat."""

    strength: Annotated[float, Range(0.0, 1.0, 0.01)] = 0.12
    rate: Annotated[float, Range(0.2, 3.0, 0.1), Unit("Hz")] = 1.1

    def pose(self, moment: Moment) -> Pose:
        """Two bumps in each beat, the second one smaller."""
        u = (moment.seconds * self.rate) % 1.0
        bump = exp(-(((u - 0.12) / 0.07) ** 2)) + 0.6 * exp(-(((u - 0.36) / 0.09) ** 2))
        return Pose(scale=1 + self.strength * bump)
