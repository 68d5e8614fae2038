"""From blue-green-red pixels to the Y, U and V planes that video encoders take.

BT.709, limited range, chroma from the mean of 2×2 pixels. OpenCV has a fast BT.601 split into
luma and colour differences; BT.709's planes are linear in those three, so two weighted sums per
plane finish the job. Blocks of rows stay in the processor's cache between the steps.
"""

from __future__ import annotations

from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from kindreel.render.matrix import Rect

Plane = NDArray[np.uint8]

_BLOCK: Final = 1 << 18
"""Pixels converted at a time."""

_LUMA: Final = 219 / 255
_CHROMA: Final = 224 / 255
_KR, _KG, _KB = 0.2126, 0.7152, 0.0722
# OpenCV: Cr = 0.713 (R - Y) + 128, Cb = 0.564 (B - Y) + 128, Y = 0.299 R + 0.587 G + 0.114 B
_RED, _BLUE = 1 / 0.713, 1 / 0.564
_GREEN_RED, _GREEN_BLUE = -0.299 / 0.587 * _RED, -0.114 / 0.587 * _BLUE
_Y_CR: Final = _KR * _RED + _KG * _GREEN_RED
_Y_CB: Final = _KB * _BLUE + _KG * _GREEN_BLUE
_U: Final = _CHROMA * 0.5 / (1 - _KB)
_V: Final = _CHROMA * 0.5 / (1 - _KR)
_HALF: Final = 128 + 0.125
"""Grey of a halved plane: OpenCV's mean of four rounds halves up."""
_FINE: Final = 3.0
"""The luma correction is kept this much larger than it is, to lose less in rounding."""


class Planes:
    """One frame's Y, U and V in one buffer of height * 3 / 2 rows."""

    def __init__(self, width: int, height: int) -> None:
        """Even sizes only: 4:2:0 has one colour for 2×2 pixels."""
        if width % 2 or height % 2:
            msg = f"4:2:0 video needs an even width and height, not {width}×{height}"
            raise ValueError(msg)
        self.buffer = np.empty((height * 3 // 2, width), np.uint8)
        self._memory = np.empty(0, np.uint8)
        flat, area = self.buffer.reshape(-1), width * height
        self.y = flat[:area].reshape(height, width)
        self.u = flat[area : area * 5 // 4].reshape(height // 2, width // 2)
        self.v = flat[area * 5 // 4 :].reshape(height // 2, width // 2)

    def fill(self, pixels: NDArray[np.uint8], rect: Rect | None = None) -> None:
        """Take over opaque pixels, all or those of a rectangle (grown to even numbers)."""
        height, width = self.y.shape
        left, top, right, bottom = rect or (0, 0, width, height)
        left, top = left & ~1, top & ~1
        right, bottom = min(width, (right + 1) & ~1), min(height, (bottom + 1) & ~1)
        if right <= left or bottom <= top:
            return
        step = max(2, _BLOCK // (right - left) & ~1)
        columns = slice(left // 2, right // 2)
        for row in range(top, bottom, step):
            rows = slice(row, min(bottom, row + step))
            half = slice(rows.start // 2, rows.stop // 2)
            self._convert(
                pixels[rows, left:right],
                self.y[rows, left:right],
                self.u[half, columns],
                self.v[half, columns],
            )

    def _scratch(self, height: int, width: int) -> tuple[NDArray[np.uint8], list[Plane], Plane]:
        """Memory for one block: its three channels together, apart, and one plane more."""
        area = height * width
        if self._memory.size < area * 7:
            self._memory = np.empty(area * 7, np.uint8)
        parts = [
            self._memory[area * i : area * (i + 1)].reshape(height, width) for i in range(3, 7)
        ]
        return self._memory[: area * 3].reshape(height, width, 3), parts[:3], parts[3]

    def _convert(self, pixels: NDArray[np.uint8], y: Plane, u: Plane, v: Plane) -> None:
        joined, parts, tint = self._scratch(*y.shape)
        cv2.cvtColor(pixels, cv2.COLOR_BGR2YCrCb, dst=joined)
        cv2.split(joined, parts)
        luma, red, blue = parts
        shift = 128 * (1 - _FINE * _LUMA * (_Y_CR + _Y_CB))
        cv2.addWeighted(red, _FINE * _LUMA * _Y_CR, blue, _FINE * _LUMA * _Y_CB, shift, dst=tint)
        cv2.addWeighted(luma, _LUMA, tint, 1 / _FINE, 16 - 128 / _FINE, dst=y)
        size = (u.shape[1], u.shape[0])
        small = tint.reshape(-1)[: 2 * u.size].reshape(2, *u.shape)
        cv2.resize(red, size, dst=small[0], interpolation=cv2.INTER_AREA)
        cv2.resize(blue, size, dst=small[1], interpolation=cv2.INTER_AREA)
        red, blue = small
        # B - Y709 = (B - Y601) - (Y709 - Y601), and the same for red.
        own, other = _U * (_BLUE - _Y_CB), -_U * _Y_CR
        cv2.addWeighted(blue, own, red, other, 128 - _HALF * (own + other), dst=u)
        own, other = _V * (_RED - _Y_CR), -_V * _Y_CB
        cv2.addWeighted(red, own, blue, other, 128 - _HALF * (own + other), dst=v)
