"""Coming up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from kindreel.effects import Moment, MovingEffect, Pose, register
from kindreel.registry import Range, Unit


@register("fade_in")
@dataclass(frozen=True, slots=True)
class FadeIn(MovingEffect):
    """Brings a layer up from nothing."""

    length: Annotated[int, Range(1, 240), Unit("frames")] = 12

    def pose(self, moment: Moment) -> Pose:
        """Evenly up to the layer's own opacity."""
        return Pose(opacity=min(1.0, moment.frame / self.length))
