"""Drawing, painting, person."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from kindreel.effects.sketch_lines import pencil
from kindreel.reveals import Face, PaintedReveal, Pixels, register
from kindreel.transitions.masks import mixed, noise, smooth, stepped


@register("sketch_paint")
@dataclass(frozen=True, slots=True)
class SketchPaint(PaintedReveal):
    """The avatar becomes a pencil drawing of the person, then a painting, then the person."""

    def mix(self, avatar: Pixels, person: Pixels, progress: float, face: Face) -> Pixels:
        """Three soft changes, one after the other, each spreading like a brush."""
        del face
        if progress <= 0 or progress >= 1:
            return (avatar if progress <= 0 else person).copy()
        if progress < 0.4:
            return _spread(avatar, drawing(person), progress / 0.4, 5)
        if progress < 0.72:
            return _spread(drawing(person), painting(person), (progress - 0.4) / 0.32, 6)
        share = smooth((progress - 0.72) / 0.28)
        return np.asarray(cv2.addWeighted(painting(person), 1 - share, person, share, 0), np.uint8)


def drawing(person: Pixels) -> Pixels:
    """Graphite on warm paper."""
    scale = person.shape[1] / 1080
    grey = np.asarray(cv2.cvtColor(person, cv2.COLOR_BGRA2GRAY), np.uint8)
    grey = np.asarray(cv2.bilateralFilter(grey, 0, 22, max(1.0, 4 * scale)), np.uint8)
    lines = pencil(grey, 9 * scale).astype(np.float32) / 255
    ink = np.clip(lines**3.2 * (0.8 + 0.2 * grey / 255), 0, 1)[..., None]
    result = np.full_like(person, 255)
    dark, paper = np.array([66, 56, 60], np.float32), np.array([232, 241, 248], np.float32)
    result[..., :3] = dark + (paper - dark) * ink + 0.5
    return result


def painting(person: Pixels) -> Pixels:
    """Flat strokes of colour with the drawing showing through a little."""
    scale = person.shape[1] / 1080
    height, width = person.shape[:2]
    size = (min(width, 360), max(1, min(width, 360) * height // width))
    small = cv2.resize(person[..., :3], size, interpolation=cv2.INTER_AREA)
    flat = cv2.pyrMeanShiftFiltering(small, 7, 22, maxLevel=1)
    wide = cv2.GaussianBlur(cv2.resize(flat, (width, height)), (0, 0), max(0.6, 1.6 * scale))
    result = np.full_like(person, 255)
    lines = drawing(person)[..., :3].astype(np.float32) / np.array([232, 241, 248], np.float32)
    colours = np.asarray(wide, np.float32)
    lively = colours + (colours - colours.mean(axis=2, keepdims=True)) * 0.25
    result[..., :3] = np.clip(lively * (0.62 + 0.38 * lines) + 6, 0, 255)
    return result


def _spread(before: Pixels, after: Pixels, share: float, seed: int) -> Pixels:
    height, width = before.shape[:2]
    down = np.linspace(0, 1, height, dtype=np.float32)[:, None]
    across = np.linspace(0, 0.35, width, dtype=np.float32)[None, :]
    field = (down + across) / np.float32(1.35) * np.float32(0.8)
    field = np.asarray(field + 0.2 * noise(width, height, 9, seed, 3), np.float32)
    return mixed(before, after, stepped(field, share * 1.16 - 0.08, 0.16))
