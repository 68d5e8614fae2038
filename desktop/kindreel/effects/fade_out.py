"""Going away."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from kindreel.effects import Moment, MovingEffect, Pose, register
from kindreel.registry import Range, Unit


@register("fade_out")
@dataclass(frozen=True, slots=True)
class FadeOut(MovingEffect):
    """Lets a layer go until nothing is left at its last frame."""

    length: Annotated[int, Range(1, 240), Unit("frames")] = 12

    def pose(self, moment: Moment) -> Pose:
        """Evenly down over the layer's last frames."""
        left = moment.length - 1 - moment.frame
        return Pose(opacity=min(1.0, max(0.0, left / self.length)))
