"""Wandering a little."""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, pi
from random import Random
from typing import Annotated

from kindreel.effects import Moment, MovingEffect, Pose, register
from kindreel.registry import Range, Unit


@register("wiggle")
@dataclass(frozen=True, slots=True)
class Wiggle(MovingEffect):
    """Wanders smoothly about its place, never twice the same way."""

    distance: Annotated[float, Range(0.0, 200.0), Unit("px")] = 14.0
    turn: Annotated[float, Range(0.0, 45.0), Unit("°")] = 3.0
    rate: Annotated[float, Range(0.2, 12.0, 0.1), Unit("Hz")] = 2.0

    def pose(self, moment: Moment) -> Pose:
        """Smoothly from one random place to the next."""
        place = moment.seconds * self.rate
        step = int(place)
        u = (1 - cos(pi * (place - step))) / 2
        here, there = (self._target(moment.seed, step + i) for i in (0, 1))
        x, y, turn = (a + (b - a) * u for a, b in zip(here, there, strict=True))
        return Pose(x * self.distance, y * self.distance, rotation=turn * self.turn)

    @staticmethod
    def _target(seed: int, step: int) -> tuple[float, float, float]:
        draw = Random(seed * 7919 + step)
        return draw.uniform(-1, 1), draw.uniform(-1, 1), draw.uniform(-1, 1)
