"""Film grain."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

import cv2
import numpy as np

from kindreel.effects import Moment, PixelEffect, Pixels, register
from kindreel.registry import Range, Unit


@register("film_grain")
@dataclass(frozen=True, slots=True)
class FilmGrain(PixelEffect):
    """Fine moving grain, as on film; best on a camera."""

    strength: Annotated[float, Range(0.0, 1.0, 0.01)] = 0.25
    hold: Annotated[int, Range(1, 12), Unit("frames")] = 2

    def phase(self, moment: Moment) -> float:
        """A new grain every few frames, eight in turn."""
        return float(moment.frame // self.hold % 8 + 16 * (moment.seed % 64))

    def repaint(self, pixels: Pixels, scale: float, phase: float) -> Pixels:
        """Lighter and darker by a little, everywhere; nothing where nothing is."""
        height, width = pixels.shape[:2]
        size = (max(1, round(width / max(scale, 0.2))), max(1, round(height / max(scale, 0.2))))
        draw = np.random.default_rng(int(phase) + 5)
        grain = draw.normal(0, 38 * self.strength, (min(size[1], 1920), min(size[0], 1080)))
        sized = cv2.resize(
            grain.astype(np.float32), (width, height), interpolation=cv2.INTER_LINEAR
        )
        result = pixels.copy()
        cover = pixels[..., 3:].astype(np.float32) / 255
        colours = pixels[..., :3] + sized[..., None] * cover
        result[..., :3] = np.clip(colours + 0.5, 0, pixels[..., 3:])
        return result
