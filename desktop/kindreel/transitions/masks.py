"""Masks between two pictures: shapes, noise, and mixing by them."""

from __future__ import annotations

from functools import lru_cache
from math import hypot

import cv2
import numpy as np
from numpy.typing import NDArray

from kindreel.transitions import Pixels

Mask = NDArray[np.uint8]
"""Height × width; 255 where the later picture shows, 0 where the earlier one does."""
Field = NDArray[np.float32]
"""Height × width numbers, 0 to 1."""


def mixed(before: Pixels, after: Pixels, mask: Mask) -> Pixels:
    """`after` where the mask is 255, `before` where it is 0, their mean between."""
    result = before.copy()
    whole = cv2.inRange(mask, np.array(255), np.array(255))
    cv2.copyTo(after, whole, result)
    rows, columns = np.nonzero((mask > 0) & (mask < 255))
    share = mask[rows, columns, None].astype(np.uint16)
    edge = after[rows, columns] * share + before[rows, columns] * (255 - share)
    result[rows, columns] = (edge + 127) // 255
    return result


def smooth(u: float) -> float:
    """0 to 1 with rest at both ends."""
    u = min(1.0, max(0.0, u))
    return u * u * (3 - 2 * u)


def heart_outline(points: int = 240) -> NDArray[np.float64]:
    """A heart about 0, 0 that holds a circle of radius 1; x and y of each point."""
    t = np.linspace(0, 2 * np.pi, points, endpoint=False)
    x = 16 * np.sin(t) ** 3
    y = -(13 * np.cos(t) - 5 * np.cos(2 * t) - 2 * np.cos(3 * t) - np.cos(4 * t))
    return np.stack([x, y - 2.4], axis=1) / 7.3


def polygon(shape: tuple[int, int], points: NDArray[np.float64]) -> Mask:
    """A filled outline with soft edges; height and width, then x and y of each point."""
    mask = np.zeros(shape, np.uint8)
    add_polygon(mask, points)
    return mask


def add_polygon(mask: Mask, points: NDArray[np.float64]) -> None:
    """Fill one more outline on a mask."""
    fixed = np.round(np.clip(points, -20000, 20000) * 16).astype(np.int32)
    cv2.fillPoly(mask, [fixed], 255, cv2.LINE_AA, 4)


def reach(shape: tuple[int, int], x: float, y: float) -> float:
    """The distance from a point to the farthest corner."""
    height, width = shape
    return max(hypot(cx - x, cy - y) for cx in (0, width) for cy in (0, height))


@lru_cache(maxsize=12)
def noise(width: int, height: int, cells: int, seed: int, octaves: int = 5) -> Field:
    """Clouds from a seed, `cells` across the width; the same picture at any size of one shape."""
    draw = np.random.default_rng(seed)
    total = np.zeros((height, width), np.float32)
    strength = 1.0
    for octave in range(octaves):
        across = cells * 2**octave
        down = max(2, round(across * height / width))
        grid = draw.random((down + 1, across + 1), np.float32)
        total += strength * cv2.resize(grid, (width, height), interpolation=cv2.INTER_CUBIC)
        strength *= 0.5
    low, high = float(total.min()), float(total.max())
    field = (total - low) / (high - low)
    field.flags.writeable = False
    return field


def stepped(field: Field, level: float, softness: float) -> Mask:
    """Where a field lies under a level, as a mask that is soft over `softness` of the field."""
    scaled = (level - field) * np.float32(255 / softness) + np.float32(127.5)
    return np.asarray(np.clip(scaled, 0, 255), np.uint8)


@lru_cache(maxsize=8)
def ranked(width: int, height: int, cells: int, seed: int) -> Field:
    """Clouds whose values are spread evenly, so that a rising level covers evenly."""
    field = noise(width, height, cells, seed)
    counts, _ = np.histogram(field, bins=1024, range=(0.0, 1.0))
    share = np.concatenate(([0.0], np.cumsum(counts) / field.size)).astype(np.float32)
    spread = np.interp(field, np.linspace(0, 1, 1025), share).astype(np.float32)
    spread.flags.writeable = False
    return spread
