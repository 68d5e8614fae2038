"""Letter by letter."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from kindreel.effects import Moment, TextEffect, register
from kindreel.registry import Range, Unit


@register("typewriter")
@dataclass(frozen=True, slots=True)
class Typewriter(TextEffect):
    """Types a text, one letter after the other."""

    delay: Annotated[int, Range(0, 240), Unit("frames")] = 0
    speed: Annotated[float, Range(1.0, 60.0), Unit("letters/s")] = 18.0

    def shown(self, letters: int, moment: Moment) -> int:
        """As many as have been typed so far."""
        seconds = (moment.frame - self.delay) / moment.rate
        return max(0, min(letters, int(seconds * self.speed + 1))) if seconds >= 0 else 0
