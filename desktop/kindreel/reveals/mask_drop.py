"""The mask falls."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from kindreel.reveals import Face, PaintedReveal, Pixels, register
from kindreel.transitions.masks import mixed, polygon, smooth


@register("mask_drop")
@dataclass(frozen=True, slots=True)
class MaskDrop(PaintedReveal):
    """The world around the avatar turns real first; then its face falls off like a mask."""

    def mix(self, avatar: Pixels, person: Pixels, progress: float, face: Face) -> Pixels:
        """The avatar's face stays as a mask with a rim, tips over and drops out of the picture."""
        if progress <= 0 or progress >= 1:
            return (avatar if progress <= 0 else person).copy()
        ground_share = smooth(progress / 0.34)
        ground = np.asarray(
            cv2.addWeighted(avatar, 1 - ground_share, person, ground_share, 0), np.uint8
        )
        fall = max(0.0, (progress - 0.36) / 0.64)
        return _mask(ground, avatar, face, fall, ground_share)


def _oval(face: Face, grow: float) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    """The outline of a mask over the face."""
    t = np.linspace(0, 2 * np.pi, 160, endpoint=False)
    wide = 1.3 + 0.08 * np.cos(2 * t)
    x = face.x + np.cos(t) * face.eyes * wide * grow
    y = face.y + 0.42 * face.eyes + np.sin(t) * face.eyes * 1.62 * grow
    return np.stack([x, y], axis=1)


def _mask(ground: Pixels, avatar: Pixels, face: Face, fall: float, rim: float) -> Pixels:
    height, width = ground.shape[:2]
    shape = (height, width)
    sheet = np.full_like(avatar, 255)
    sheet = mixed(sheet, avatar, polygon(shape, _oval(face, 1.0)))
    outline = polygon(shape, _oval(face, 1.0 + 0.035 * rim))
    move = cv2.getRotationMatrix2D((face.x, face.y + face.eyes), -46 * fall, 1.0)
    move[1, 2] += fall * fall * (height - face.y + 3.2 * face.eyes)
    move[0, 2] += fall * face.eyes * 0.9
    cut = np.asarray(cv2.warpAffine(outline, move, (width, height)), np.uint8)
    moved = np.asarray(
        cv2.warpAffine(sheet, move, (width, height), borderValue=(255, 255, 255, 255)), np.uint8
    )
    depth = max(1.0, face.eyes * (0.07 + 0.1 * fall))
    shade = cv2.GaussianBlur(cut, (0, 0), depth).astype(np.float32)[..., None] / 255
    dark = ground[..., :3] * (1 - 0.42 * rim * shade) + 0.5
    below = np.dstack([np.asarray(dark, np.uint8), ground[..., 3:]])
    return mixed(below, moved, cut)
