"""Opaque pictures that fill the frame, moved and scaled without turning: backgrounds.

OpenCV's resize does this three times as fast as QPainter. It starts at whole pixels of the
source only; of all whole starts the one is taken from which a whole number of target pixels leads
to the wanted place, at most a few hundredths of a pixel away.
"""

from __future__ import annotations

from math import ceil, floor
from typing import Final

import cv2
import numpy as np

from kindreel.model.layers import Blend
from kindreel.render.displaylist import Draw
from kindreel.render.matrix import Matrix
from kindreel.render.raster import Pixels, Raster

_TRIES: Final = 40
_CLOSE: Final = 0.04


def fills(draw: Draw, made: Raster, matrix: Matrix, size: tuple[int, int]) -> bool:
    """Whether a draw hides the whole canvas and is neither turned nor plain."""
    a, b, c, d, e, f = matrix
    height, width = made.pixels.shape[:2]
    return (
        made.opaque
        and draw.opacity >= 1
        and draw.mask is None
        and draw.blend is Blend.NORMAL
        and abs(b) < 1e-9
        and abs(c) < 1e-9
        and 0.4 < a < 4
        and 0.4 < d < 4
        and not (abs(a - 1) < 1e-6 and abs(d - 1) < 1e-6)
        and e <= -1
        and f <= -1
        and e + a * width >= size[0] + 1
        and f + d * height >= size[1] + 1
    )


def _start(scale: float, offset: float) -> tuple[int, int, float]:
    """First source pixel, target pixels to leave out, and how far off that still is."""
    best = (0, 0, 1.0)
    latest = max(0, floor(-offset / scale))
    for first in range(latest, max(-1, latest - _TRIES), -1):
        skip = -offset - first * scale
        off = abs(skip - round(skip))
        if off < best[2]:
            best = (first, max(0, round(skip)), off)
        if off < 0.01:
            break
    return best


def draw_ground(made: Raster, matrix: Matrix, canvas: Pixels) -> bool:
    """Draw a picture that fills the canvas; False when no start is close enough."""
    height, width = canvas.shape[:2]
    left, skip_x, off_x = _start(matrix.a, matrix.e)
    top, skip_y, off_y = _start(matrix.d, matrix.f)
    if max(off_x, off_y) > _CLOSE:
        return False
    right = min(made.pixels.shape[1], left + ceil((skip_x + width) / matrix.a) + 2)
    bottom = min(made.pixels.shape[0], top + ceil((skip_y + height) / matrix.d) + 2)
    part = made.pixels[top:bottom, left:right]
    sized = cv2.resize(part, None, fx=matrix.a, fy=matrix.d, interpolation=cv2.INTER_LINEAR)
    if sized.shape[0] < skip_y + height or sized.shape[1] < skip_x + width:
        return False
    np.copyto(canvas, sized[skip_y : skip_y + height, skip_x : skip_x + width])
    return True
