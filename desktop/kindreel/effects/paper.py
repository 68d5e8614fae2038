"""Paper."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
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
        """Lighter and darker along the fibres; nothing where nothing is."""
        del phase
        height, width = pixels.shape[:2]
        light, dark = _tooth(width, height, round(self.grain * scale, 3), self.strength)
        lit = np.asarray(cv2.subtract(cv2.add(pixels, light), dark), np.uint8)
        if pixels[..., 3].min() < 255:
            np.minimum(lit[..., :3], pixels[..., 3:], out=lit[..., :3])
        return lit


@lru_cache(maxsize=4)
def _tooth(width: int, height: int, grain: float, strength: float) -> tuple[Pixels, Pixels]:
    """What is added and taken away: light from the left on fibres of several sizes."""
    relief = np.zeros((height, width), np.float32)
    for octave, weight in enumerate((1.0, 0.7, 0.9)):
        step = max(1.0, grain * 2.4**octave)
        draw = np.random.default_rng(11 + octave)
        grid = draw.random((max(2, round(height / step)), max(2, round(width / step))), np.float32)
        relief += weight * cv2.resize(grid, (width, height), interpolation=cv2.INTER_CUBIC)
    light = cv2.Sobel(relief, cv2.CV_32F, 1, 0, ksize=3)
    light = light / max(1e-6, float(np.abs(light).mean())) * 7 + (relief - relief.mean()) * 9
    light = np.clip(light * strength, -46, 46)
    return _grey(np.clip(light, 0, None)), _grey(np.clip(-light, 0, None))


def _grey(level: np.ndarray[tuple[int, ...], np.dtype[np.float32]]) -> Pixels:
    """Four equal channels, the last of them empty: alpha stays as it is."""
    plane = np.asarray(level + 0.5, np.uint8)
    return np.asarray(cv2.merge([plane, plane, plane, np.zeros_like(plane)]), np.uint8)
