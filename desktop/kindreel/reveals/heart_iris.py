"""A heart opens on the face."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from kindreel.model.colour import Colour
from kindreel.registry import Range, Unit
from kindreel.reveals import Face, PaintedReveal, Pixels, register
from kindreel.transitions.heart_iris import HeartIris as Heart


@register("heart_iris")
@dataclass(frozen=True, slots=True)
class HeartIris(PaintedReveal):
    """A heart with a bright rim opens on the avatar's face and shows the person."""

    rim: Annotated[float, Range(0.0, 60.0), Unit("px")] = 14.0
    colour: Colour = Colour("#FFFFFF")

    def mix(self, avatar: Pixels, person: Pixels, progress: float, face: Face) -> Pixels:
        """The person inside the heart; the heart grows until it holds the whole picture."""
        height, width = avatar.shape[:2]
        x, y = face.heart
        heart = Heart(x / width, y / height, self.rim, self.colour)
        return heart.mix(avatar, person, progress)
