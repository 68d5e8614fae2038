"""The page is torn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

import cv2
import numpy as np
from numpy.typing import NDArray

from kindreel.registry import Range
from kindreel.transitions import PaintedTransition, Pixels, register
from kindreel.transitions.masks import mixed, noise, polygon, smooth


@register("paper_tear")
@dataclass(frozen=True, slots=True)
class PaperTear(PaintedTransition):
    """The earlier scene is torn down the middle, and its halves fall aside."""

    seed: Annotated[int, Range(1, 999)] = 3

    def mix(self, before: Pixels, after: Pixels, progress: float) -> Pixels:
        """Two halves with white torn edges move apart and turn a little."""
        if progress <= 0 or progress >= 1:
            return (before if progress <= 0 else after).copy()
        result = after
        for side in (-1, 1):
            result = half(before, result, side, progress, self.seed)
        return result


def torn_line(shape: tuple[int, int], seed: int) -> NDArray[np.float64]:
    """Points of a ragged line from top to bottom, about the middle."""
    y = np.linspace(-0.05, 1.05, 120)
    x = 0.5 + (_rough(y, 4, seed) - 0.5) * 0.3 + (_rough(y, 28, seed + 1) - 0.5) * 0.04
    return np.stack([x * shape[1], y * shape[0]], axis=1)


def _rough(y: NDArray[np.float64], cells: int, seed: int) -> NDArray[np.float64]:
    """A line of noise, 0 to 1."""
    line = noise(64, 96, cells, seed)[:, 30]
    return np.asarray(np.interp(y, np.linspace(0, 1, 96), line), np.float64)


def half(page: Pixels, below: Pixels, side: int, progress: float, seed: int) -> Pixels:
    """One half of a torn page lying on another picture; side is -1 for left and 1 for right."""
    shape = (page.shape[0], page.shape[1])
    far = shape[1] * (1.6 if side > 0 else -0.6)
    corners = np.array([[far, shape[0] * 1.05], [far, -shape[0] * 0.05]])
    line = torn_line(shape, seed)
    inner = np.vstack([line, corners])
    # The torn rim of white: where the print tore away from its paper, nowhere less than a hair.
    rim = (0.006 + 0.03 * _rough(line[:, 1] / shape[0], 14, seed + 2 + side)) * shape[1]
    paper = np.vstack([line - np.stack([side * rim, 0 * rim], axis=1), corners])
    u = smooth(progress)
    move = cv2.getRotationMatrix2D((shape[1] / 2, shape[0]), -side * 16 * u, 1.0)
    move[0, 2] += side * u * shape[1] * 0.72
    sheet = np.full_like(page, 255)
    sheet[..., :3] = (238, 244, 248)
    sheet = mixed(sheet, page, polygon(shape, inner))
    open_ = min(1.0, progress * 8)
    outline = polygon(shape, inner + (paper - inner) * open_)
    mask = cv2.warpAffine(outline, move, (shape[1], shape[0]))
    moved = cv2.warpAffine(sheet, move, (shape[1], shape[0]), borderMode=cv2.BORDER_REPLICATE)
    shade = cv2.GaussianBlur(mask, (0, 0), max(1.0, shape[1] * 0.012))
    dark = (below[..., :3] * (1 - 0.4 * open_ * (shade[..., None] / 255.0)) + 0.5).astype(np.uint8)
    ground = np.dstack([dark, below[..., 3]])
    return mixed(ground, np.asarray(moved, np.uint8), np.asarray(mask, np.uint8))
