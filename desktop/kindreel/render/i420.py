"""From blue-green-red pixels to the Y, U and V planes that video encoders take.

BT.709, limited range, chroma from the mean of 2×2 pixels.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from kindreel.render import kernels
from kindreel.render.matrix import Rect


class Planes:
    """One frame's Y, U and V in one buffer of height * 3 / 2 rows."""

    def __init__(self, width: int, height: int) -> None:
        """Even sizes only: 4:2:0 has one colour for 2×2 pixels."""
        if width % 2 or height % 2:
            msg = f"4:2:0 video needs an even width and height, not {width}×{height}"
            raise ValueError(msg)
        self.buffer = np.empty((height * 3 // 2, width), np.uint8)
        flat, area = self.buffer.reshape(-1), width * height
        self.y = flat[:area].reshape(height, width)
        self.u = flat[area : area * 5 // 4].reshape(height // 2, width // 2)
        self.v = flat[area * 5 // 4 :].reshape(height // 2, width // 2)
        self.target = kernels.target(self.y, self.u, self.v)

    def fill(self, pixels: NDArray[np.uint8], rect: Rect | None = None) -> None:
        """Take over opaque pixels, all or those of a rectangle (grown to even numbers)."""
        height, width = self.y.shape
        left, top, right, bottom = rect or (0, 0, width, height)
        left, top = left & ~1, top & ~1
        right, bottom = min(width, (right + 1) & ~1), min(height, (bottom + 1) & ~1)
        kernels.paint(pixels, (), (left, top, right, bottom), planes=self.target)
