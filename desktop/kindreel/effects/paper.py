"""Paper."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

import cv2
import numpy as np

from kindreel.effects import PixelEffect, Pixels, register
from kindreel.registry import Range, Unit


@register("paper")
@dataclass(frozen=True, slots=True)
class Paper(PixelEffect):
    """Lays the tooth of drawing paper over a layer; on a camera over everything."""

    strength: Annotated[float, Range(0.0, 1.0, 0.01)] = 0.5
    grain: Annotated[float, Range(1.0, 20.0, 0.5), Unit("px")] = 4.0

    def repaint(self, pixels: Pixels, scale: float, phase: float) -> Pixels:
        """Light falls from the left on fibres of several sizes."""
        del phase
        height, width = pixels.shape[:2]
        relief = np.zeros((height, width), np.float32)
        for octave, weight in enumerate((1.0, 0.7, 0.9)):
            step = max(1.0, self.grain * scale * 2.4**octave)
            draw = np.random.default_rng(11 + octave)
            grid = draw.random(
                (max(2, round(height / step)), max(2, round(width / step))), np.float32
            )
            relief += weight * cv2.resize(grid, (width, height), interpolation=cv2.INTER_CUBIC)
        light = cv2.Sobel(relief, cv2.CV_32F, 1, 0, ksize=3)
        light = light / max(1e-6, float(np.abs(light).mean())) * 7 + (relief - relief.mean()) * 9
        cover = pixels[..., 3:].astype(np.float32) / 255
        result = pixels.copy()
        colours = pixels[..., :3] + np.clip(light * self.strength, -46, 46)[..., None] * cover
        result[..., :3] = np.clip(colours + 0.5, 0, pixels[..., 3:])
        return result
