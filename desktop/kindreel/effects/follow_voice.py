"""Moving with the voice."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from kindreel.effects import HEARD, HearingEffect, Moment, Pose, register
from kindreel.registry import Choice, Range, Unit

_RISE = 160.0
_TURN = 24.0


@register("follow_voice")
@dataclass(frozen=True, slots=True)
class FollowVoice(HearingEffect):
    """Bounces, opens a mouth, swells, nods or lights up when the scene's voice is loud.

    threshold: what is quieter moves nothing. fall: frames that it takes to come to rest; it
    rises at once, because a mouth is open when its sound begins.
    """

    moves: Annotated[str, Choice(("bounce", "mouth", "size", "turn", "opacity"))] = "bounce"
    amount: Annotated[float, Range(0.0, 2.0, 0.05)] = 0.8
    threshold: Annotated[float, Range(0.0, 0.9, 0.05)] = 0.15
    fall: Annotated[int, Range(0, HEARD - 1), Unit("frames")] = 3

    def level(self, moment: Moment) -> float:
        """How loud it is after threshold and smoothing, 0 to 1."""
        heard = moment.voice[: self.fall + 1]
        loud = max((v * (1 - i / (self.fall + 1)) for i, v in enumerate(heard)), default=0.0)
        return max(0.0, (loud - self.threshold) / (1 - self.threshold))

    def pose(self, moment: Moment) -> Pose:
        """A mouth is flat when it is quiet; all else rests."""
        level = self.level(moment)
        much = self.amount * level
        if self.moves == "mouth":
            tall = max(0.05, 1 - min(1.0, self.amount) + much)
            return Pose(scale=tall, stretch=1 / tall)
        if self.moves == "bounce":
            return Pose(y=-_RISE * much, stretch=1 - 0.08 * much, scale=1 + 0.04 * much)
        if self.moves == "size":
            return Pose(scale=1 + 0.5 * much)
        if self.moves == "turn":
            return Pose(rotation=_TURN * much)
        return Pose(opacity=min(1.0, max(0.0, 1 - min(1.0, self.amount) + much)))
