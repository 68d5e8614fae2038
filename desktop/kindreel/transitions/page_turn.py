"""The page is turned."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from kindreel.transitions import PaintedTransition, Pixels, register
from kindreel.transitions.masks import smooth


@register("page_turn")
@dataclass(frozen=True, slots=True)
class PageTurn(PaintedTransition):
    """The earlier scene is turned over like the page of a picture book."""

    def mix(self, before: Pixels, after: Pixels, progress: float) -> Pixels:
        """The page rolls from right to left; its pale back and its shadow show."""
        if progress <= 0 or progress >= 1:
            return (before if progress <= 0 else after).copy()
        height, width = before.shape[:2]
        roll = width * 0.16
        fold = width + roll - smooth(progress) * (width + 2.2 * roll)
        lean = np.linspace(-0.5, 0.5, height, dtype=np.float32)[:, None] * width * -0.22
        x = np.arange(width, dtype=np.float32)[None, :]
        along = (x - fold - lean * np.float32(4 * progress * (1 - progress))) / np.float32(roll)
        return _rolled(before, after, along, roll)


def _rolled(
    before: Pixels,
    after: Pixels,
    along: np.ndarray[tuple[int, ...], np.dtype[np.float32]],
    roll: float,
) -> Pixels:
    """Left of 0 the flat page, 0 to 1 the roll with the page's back, right of it what comes."""
    height, width = before.shape[:2]
    turn = np.arcsin(np.clip(along, 0, 1))
    x = np.broadcast_to(np.arange(width, dtype=np.float32)[None, :], along.shape)
    y = np.broadcast_to(np.arange(height, dtype=np.float32)[:, None], along.shape)
    source = np.asarray(x + (np.float32(np.pi) - turn - along) * np.float32(roll), np.float32)
    back = cv2.remap(
        before, source, np.ascontiguousarray(y), cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE
    )
    pale = back[..., :3] * 0.18 + np.array([236, 242, 246], np.float32) * 0.82
    light = 0.66 + 0.34 * np.cos((along - 0.35) * 2.2)
    pale = pale * np.clip(light, 0.0, 1.0)[..., None]
    shade = 1 - 0.45 * np.exp(-np.clip(along - 1, 0, None) * 3.2)
    dark = after[..., :3] * shade[..., None]
    flat = before[..., :3] * (1 - 0.25 * np.exp(np.clip(along, None, 0) * 6))[..., None]
    colours = np.where((along > 1)[..., None], dark, np.where((along > 0)[..., None], pale, flat))
    result = np.full_like(before, 255)
    result[..., :3] = np.clip(colours + 0.5, 0, 255)
    return result
