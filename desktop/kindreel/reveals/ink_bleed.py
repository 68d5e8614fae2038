"""Ink bleeds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

import cv2
import numpy as np

from kindreel.registry import Range
from kindreel.reveals import Face, PaintedReveal, Pixels, register
from kindreel.transitions.masks import mixed, noise, reach, smooth, stepped


@register("ink_bleed")
@dataclass(frozen=True, slots=True)
class InkBleed(PaintedReveal):
    """The person spreads out from the eyes like ink on wet paper, with a dark wet edge."""

    seed: Annotated[int, Range(1, 999)] = 9

    def mix(self, avatar: Pixels, person: Pixels, progress: float, face: Face) -> Pixels:
        """Nearer to the face comes first, and the paper's fibres lead the ink."""
        if progress <= 0 or progress >= 1:
            return (avatar if progress <= 0 else person).copy()
        height, width = avatar.shape[:2]
        x = np.arange(width, dtype=np.float32)[None, :] - np.float32(face.x)
        y = np.arange(height, dtype=np.float32)[:, None] - np.float32(face.y)
        far = cv2.sqrt(x * x + y * y) / np.float32(reach((height, width), face.x, face.y))
        fibres = noise(width, height, 5, self.seed, 3) - 0.5
        field = np.asarray(far + 0.34 * fibres, np.float32)
        # As much of the picture as of the time, and a little beyond both ends.
        level = float(np.quantile(field[::8, ::8], smooth(progress))) + 0.12 * (progress - 0.5)
        result = mixed(avatar, person, stepped(field, level, 0.04))
        return _wet(result, field, level)


def _wet(
    pixels: Pixels, field: np.ndarray[tuple[int, ...], np.dtype[np.float32]], level: float
) -> Pixels:
    """The dark edge that ink leaves where it stops."""
    rim = np.exp(-(((field - np.float32(level)) / np.float32(0.012)) ** 2))[..., None]
    dark = pixels[..., :3] * (1 - 0.4 * rim) + 0.5
    return np.dstack([np.asarray(dark, np.uint8), pixels[..., 3:]])
