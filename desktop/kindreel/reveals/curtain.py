"""The curtain rises."""

from __future__ import annotations

from dataclasses import dataclass
from math import tau

import numpy as np

from kindreel.model.colour import Colour, rgba
from kindreel.reveals import Face, PaintedReveal, Pixels, register
from kindreel.transitions.masks import smooth


@register("curtain")
@dataclass(frozen=True, slots=True)
class Curtain(PaintedReveal):
    """A stage curtain closes over the avatar and opens on the person."""

    colour: Colour = Colour("#C8324A")

    def mix(self, avatar: Pixels, person: Pixels, progress: float, face: Face) -> Pixels:
        """Closed in the middle; each half gathers in folds at its side."""
        del face
        if progress <= 0 or progress >= 1:
            return (avatar if progress <= 0 else person).copy()
        closing = progress < 0.45
        closed, opened = smooth(progress / 0.45), smooth((progress - 0.55) / 0.45)
        shut = closed if closing else 1 - opened
        picture = avatar if closing else person
        result = picture.copy()
        width = picture.shape[1]
        half = (width + 1) // 2
        shown = min(half, round(half * shut))
        if shown <= 0:
            return result
        cloth = _cloth(picture.shape[0], shown, half, self.colour)
        result[:, :shown] = cloth
        result[:, width - shown :] = cloth[:, ::-1]
        _shade(result, shown)
        return result


def _cloth(height: int, shown: int, half: int, colour: Colour) -> Pixels:
    """Velvet in folds, the tighter the less of it is drawn out."""
    red, green, blue, _ = rgba(colour)
    x = np.linspace(0, 1, shown, dtype=np.float32)[None, :]
    y = np.linspace(0, 1, height, dtype=np.float32)[:, None]
    gathered = np.float32(1 - shown / half)
    folds = np.cos(tau * (7 * x + 0.25 * np.sin(2.2 * y + 4 * x)))
    light = 0.66 + (0.2 + 0.12 * gathered) * folds + 0.06 * np.cos(tau * 21 * x + 5 * y)
    light = light * (0.86 + 0.14 * np.sqrt(np.clip(np.sin(np.pi * y), 0, 1))) * (1 - 0.16 * y)
    result = np.full((height, shown, 4), 255, np.uint8)
    base = np.array([blue, green, red], np.float32)
    result[..., :3] = np.clip(light[..., None] * base * 1.12, 0, 255)
    return result


def _shade(pixels: Pixels, shown: int) -> None:
    """The curtain's shadow on what is behind it, on both sides."""
    width = pixels.shape[1]
    depth = min(max(2, width // 22), max(0, width - 2 * shown) // 2)
    if depth < 2:
        return
    fall = np.linspace(0.55, 1.0, depth, dtype=np.float32)[:, None]
    for strip, light in (
        (pixels[:, shown : shown + depth, :3], fall),
        (pixels[:, width - shown - depth : width - shown, :3], fall[::-1]),
    ):
        strip[:] = strip * light
