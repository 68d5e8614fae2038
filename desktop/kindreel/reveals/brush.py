"""Painted away."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

import numpy as np

from kindreel.registry import Range
from kindreel.reveals import Face, PaintedReveal, Pixels, register
from kindreel.transitions.masks import mixed, noise, smooth


@register("brush")
@dataclass(frozen=True, slots=True)
class Brush(PaintedReveal):
    """Wide strokes of a brush, one below the other, paint the person over the avatar."""

    strokes: Annotated[int, Range(4, 14)] = 7

    def mix(self, avatar: Pixels, person: Pixels, progress: float, face: Face) -> Pixels:
        """Each stroke runs across, left to right and back, with dry bristles at its end."""
        del face
        if progress <= 0 or progress >= 1:
            return (avatar if progress <= 0 else person).copy()
        height, width = avatar.shape[:2]
        mask = np.zeros((height, width), np.uint8)
        tall = height / self.strokes
        bristles = noise(64, 256, 48, 21)[:, 10]
        for i in range(self.strokes):
            share = _share(progress, i, self.strokes)
            if share > 0:
                _stroke(mask, i, tall, share, bristles)
        return mixed(avatar, person, mask)


def _share(progress: float, number: int, strokes: int) -> float:
    """How far one stroke has come; the next begins before it is done."""
    start = number / (strokes + 1)
    return smooth((progress - start) / (2 / (strokes + 1)))


def _stroke(
    mask: np.ndarray[tuple[int, ...], np.dtype[np.uint8]],
    number: int,
    tall: float,
    share: float,
    bristles: np.ndarray[tuple[int, ...], np.dtype[np.float32]],
) -> None:
    """One stroke on the mask; neighbours overlap so that nothing is left out.

    Its sides wander, but never to where the neighbour's does not reach.
    """
    height, width = mask.shape
    top, bottom = max(0, round((number - 0.4) * tall)), min(height, round((number + 1.4) * tall))
    rows, x = np.arange(top, bottom), np.arange(width, dtype=np.float32)
    across = ((rows - (number + 0.5) * tall) / tall).astype(np.float32)
    dry = np.interp(rows % 256, np.arange(256), bristles)
    end = (share * 1.5 - 0.12 - 0.3 * dry - 0.12 * across**2) * width
    soft = max(2.0, width * 0.012)
    run = x if number % 2 == 0 else x[::-1]
    cover = np.clip((end[:, None] - run) / soft * 255, 0, 255)
    places = (x / width * 60 + 67 * number) % 256
    wander = np.interp(places, np.arange(256), bristles) - 0.5
    side = (0.7 + 0.1 * np.sin(x / width * 5 + 2.1 * number) + 0.1 * wander).astype(np.float32)
    cover *= np.clip((side - np.abs(across)[:, None]) * 24, 0, 1)
    np.maximum(mask[top:bottom], cover.astype(np.uint8), out=mask[top:bottom])
