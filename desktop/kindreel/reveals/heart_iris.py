"""A heart opens on the face."""

from __future__ import annotations

from dataclasses import dataclass
from math import hypot
from typing import Annotated

import cv2
import numpy as np
from numpy.typing import NDArray

from kindreel.model.colour import Colour, rgba
from kindreel.registry import Range, Unit
from kindreel.reveals import Face, PaintedReveal, Pixels, register, smooth, under


def heart_outline(points: int = 240) -> NDArray[np.float64]:
    """A heart about 0, 0 whose largest circle inside has radius 1; x and y of each point."""
    t = np.linspace(0, 2 * np.pi, points, endpoint=False)
    x = 16 * np.sin(t) ** 3
    y = -(13 * np.cos(t) - 5 * np.cos(2 * t) - 2 * np.cos(3 * t) - np.cos(4 * t))
    return np.stack([x, y - 2.4], axis=1) / 7.3


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
        far = max(hypot(cx - x, cy - y) for cx in (0, width) for cy in (0, height))
        radius = smooth(progress) * far * 1.06
        outline = np.round((heart_outline() * radius + (x, y)) * 16).astype(np.int32)
        mask = np.zeros((height, width), np.uint8)
        cv2.fillPoly(mask, [outline], 255, cv2.LINE_AA, 4)
        mixed = under(mask, avatar, person)
        thick = round(min(self.rim * width / 1080, radius * 0.25))
        if thick > 0 and 0 < progress < 1:
            red, green, blue, _ = rgba(self.colour)
            cv2.polylines(mixed, [outline], True, (blue, green, red, 255), thick, cv2.LINE_AA, 4)
        return mixed if 0 < progress < 1 else (person if progress >= 1 else avatar).copy()
