"""The calm reveal."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from kindreel.reveals import Face, PaintedReveal, Pixels, register
from kindreel.transitions.masks import smooth


@register("crossfade")
@dataclass(frozen=True, slots=True)
class Crossfade(PaintedReveal):
    """The person slowly shows through; the calm version of every reveal."""

    def mix(self, avatar: Pixels, person: Pixels, progress: float, face: Face) -> Pixels:
        """The weighted mean of both."""
        del face
        share = smooth(progress)
        return np.asarray(cv2.addWeighted(avatar, 1 - share, person, share, 0), np.uint8)
