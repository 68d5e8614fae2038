"""Trembling."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import Annotated

from kindreel.effects import Moment, MovingEffect, Pose, register
from kindreel.registry import Range, Unit


@register("shake")
@dataclass(frozen=True, slots=True)
class Shake(MovingEffect):
    """Trembles hard at first and calms down."""

    distance: Annotated[float, Range(0.0, 100.0), Unit("px")] = 16.0
    length: Annotated[int, Range(1, 240), Unit("frames")] = 24

    def pose(self, moment: Moment) -> Pose:
        """A new place from the seed at every other frame."""
        rest = max(0.0, 1 - moment.frame / self.length)
        if rest == 0:
            return Pose()
        draw = Random(moment.seed * 1009 + moment.frame // 2)
        far = self.distance * rest
        return Pose(
            draw.uniform(-far, far), draw.uniform(-far, far), rotation=draw.uniform(-2, 2) * rest
        )
