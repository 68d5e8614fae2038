"""The compositor: draws a view onto pixels, and only what has changed since the last one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import hypot
from typing import Final

import cv2
import numpy as np

from kindreel.model.layers import Blend
from kindreel.render import kernels
from kindreel.render.displaylist import Draw, View
from kindreel.render.i420 import Planes
from kindreel.render.matrix import Matrix, Rect, bounds
from kindreel.render.raster import LARGEST, Pixels
from kindreel.render.rasters import Rasters
from kindreel.render.tiles import Tiles, joined

_PATIENCE: Final = 6
"""Frames that a draw must rest before it becomes part of the kept ground."""


def _settled(matrix: Matrix, *, gliding: bool) -> Matrix:
    """Unturned and unscaled pixels at rest lie on whole positions: as sharp as they were made."""
    a, b, c, d, e, f = matrix
    if abs(a - 1) > 1e-6 or abs(d - 1) > 1e-6 or abs(b) > 1e-9 or abs(c) > 1e-9:
        return matrix
    if gliding and (abs(e - round(e)) > 0.02 or abs(f - round(f)) > 0.02):
        return Matrix(e=e, f=f)
    return Matrix(e=round(e), f=round(f))


def _spread(pixel: Pixels, matrix: Matrix) -> tuple[Pixels, Matrix]:
    """One pixel drawn large, as a picture of its size that takes the memory of a row."""
    across, down = hypot(matrix.a, matrix.b), hypot(matrix.c, matrix.d)
    columns, rows = min(LARGEST, max(1, round(across))), min(LARGEST, max(1, round(down)))
    row = np.repeat(pixel[0], columns, axis=0)
    return np.broadcast_to(row, (rows, columns, 4)), Matrix(1 / columns, d=1 / rows).then(matrix)


@dataclass(frozen=True, slots=True, eq=False)
class _Placed:
    """A draw's pixels, and how they lie on the canvas."""

    draw: Draw
    pixels: Pixels
    matrix: Matrix
    opaque: bool
    rect: Rect
    layer: kernels.Layer | None

    def alone(self, area: Rect) -> Pixels:
        """An area of the canvas with nothing else on it."""
        left, top, right, bottom = area
        pixels = np.zeros((bottom - top, right - left, 4), np.uint8)
        here = self.matrix.then(Matrix(e=-left, f=-top))
        whole = (0, 0, right - left, bottom - top)
        layer = kernels.layer(self.pixels, here, whole)
        kernels.paint(pixels, [layer] if layer else [], whole)
        return pixels

    def fills(self, size: tuple[int, int]) -> bool:
        """Whether it hides the whole canvas: opaque, and no edge of it comes in."""
        a, b, c, d, e, f = self.matrix
        height, width = self.pixels.shape[:2]
        draw = self.draw
        if not self.opaque or draw.opacity < 1 or draw.mask or draw.blend is not Blend.NORMAL:
            return False
        if abs(b) > 1e-9 or abs(c) > 1e-9 or a <= 0 or d <= 0:
            return False
        left, top = (0.5 - e) / a, (0.5 - f) / d
        right, bottom = (size[0] - 0.5 - e) / a, (size[1] - 0.5 - f) / d
        return min(left, top) >= 0.5 and right <= width - 0.5 and bottom <= height - 0.5


class Canvas:
    """Pixels of one scene at one size; showing a view repaints what differs from the last."""

    def __init__(self, size: tuple[int, int], unit: tuple[float, float], rasters: Rasters) -> None:
        """Size in pixels; `unit` is pixels per canvas unit across and down."""
        self.size = size
        self.pixels: Pixels = np.zeros((size[1], size[0], 4), np.uint8)
        self._device = Matrix(unit[0], 0.0, 0.0, unit[1])
        self._unit = max(unit)
        self._rasters = rasters
        self._view: View | None = None
        self._places: list[_Placed] = []
        self._ground: Pixels | None = None
        self._grounded = 0
        self._resting = 0
        self._rested = 0

    def show(self, view: View, planes: Planes | None = None) -> list[Rect]:
        """Paint a view; the rectangles whose pixels may have changed.

        planes: show the last view, and take over what changes; then no rectangles are told.
        """
        last = self._view
        if last is not None and (view is last or view == last):
            return []
        self._view = view
        if last is None or view.finish or last.finish:
            return self._whole(view, 0, planes)
        same = _same_start(last.draws, view.draws)
        self._count_rest(same)
        if same == 0:
            return self._whole(view, 0, planes)
        if not 0 < self._grounded <= same or self._rested >= _PATIENCE:
            return self._whole(view, same, planes)
        return self._changes(last.draws, view.draws, planes)

    def _count_rest(self, same: int) -> None:
        """Notice draws that have rested for a while, so that the ground can take them in."""
        if same > self._grounded and self._grounded > 0:
            self._resting = min(self._resting, same) if self._rested else same
            self._rested = self._rested + 1 if self._resting > self._grounded else 0
        else:
            self._rested = 0

    def _whole(self, view: View, grounded: int, planes: Planes | None) -> list[Rect]:
        """Paint all; keep the first draws as the ground for the frames to come."""
        whole = (0, 0, *self.size)
        self._places = [self._place(d) for d in view.draws]
        self._grounded, self._rested = grounded, 0
        if not self._places[0].fills(self.size):
            self.pixels[:] = (0, 0, 0, 255)
        if grounded:
            self._paint(self._places[:grounded], whole)
            if self._ground is None:
                self._ground = np.empty_like(self.pixels)
            np.copyto(self._ground, self.pixels)
            self._paint(self._places[grounded:], whole)
        else:
            self._paint(self._places[self._filling() :], whole)
        for touch in view.finish:
            np.copyto(self.pixels, touch.effect.repaint(self.pixels, self._unit, touch.phase))
        if planes is None:
            return [whole]
        planes.fill(self.pixels)
        return []

    def _changes(
        self, last: tuple[Draw, ...], draws: tuple[Draw, ...], planes: Planes | None
    ) -> list[Rect]:
        """Paint the tiles that anything left or came to, over the kept ground."""
        before, dirty = self._places, Tiles(self.size)
        tail = _same_end(last[self._grounded :], draws[self._grounded :])
        end, gone = len(draws) - tail, len(last) - tail
        places = before[: self._grounded]
        for i in range(self._grounded, end):
            same = end == gone and last[i] == draws[i]
            places.append(before[i] if same else self._place(draws[i]))
        for place in {*before[self._grounded : gone]} ^ {*places[self._grounded :]}:
            dirty.mark(place.rect)
        self._places = places + before[gone:]
        changed = dirty.rects()
        filling = self._filling()
        ground = self._ground if filling < self._grounded else None
        for rect in changed:
            self._paint(self._places[max(filling, self._grounded) :], rect, ground, planes)
        return [] if planes else joined(changed)

    def _place(self, draw: Draw) -> _Placed:
        made = self._rasters.get(draw, self._unit)
        pixels, matrix = made.pixels, made.matrix.then(draw.matrix).then(self._device)
        if pixels.shape[:2] == (1, 1):
            pixels, matrix = _spread(pixels, matrix)
        matrix = _settled(matrix, gliding=draw.gliding)
        rect = bounds(matrix, pixels.shape[1], pixels.shape[0], self.size)
        layer = kernels.layer(
            pixels, matrix, rect, opacity=draw.opacity, blend=draw.blend, opaque=made.opaque
        )
        return _Placed(draw, pixels, matrix, made.opaque, rect, layer)

    def _filling(self) -> int:
        """The uppermost draw that hides all below it; 0 when there is none."""
        numbers = range(len(self._places) - 1, 0, -1)
        return next((n for n in numbers if self._places[n].fills(self.size)), 0)

    def _paint(
        self,
        places: Sequence[_Placed],
        clip: Rect,
        ground: Pixels | None = None,
        planes: Planes | None = None,
    ) -> None:
        layers = [layer for place in places if (layer := self._layer(place, clip))]
        target = planes.target if planes else None
        kernels.paint(self.pixels, layers, clip, ground, target)

    def _layer(self, place: _Placed, clip: Rect) -> kernels.Layer | None:
        """What of a draw is to be seen within a rectangle."""
        left, top, right, bottom = clip
        x0, y0, x1, y1 = place.rect
        if x0 >= right or x1 <= left or y0 >= bottom or y1 <= top:
            return None
        draw = place.draw
        if draw.mask is None:
            return place.layer
        area = (max(x0, left), max(y0, top), min(x1, right), min(y1, bottom))
        cut = self._masked(place, self._place(draw.mask), area)
        at = Matrix(e=area[0], f=area[1])
        return kernels.layer(cut, at, area, opacity=draw.opacity, blend=draw.blend)

    def _masked(self, place: _Placed, mask: _Placed, area: Rect) -> Pixels:
        """An area of the draw alone, kept where the mask is."""
        one, two = place.alone(area), mask.alone(area)
        share = two[..., 3:].astype(np.uint16)
        return ((one * share + 127) // 255).astype(np.uint8)


def _same_start(one: tuple[Draw, ...], other: tuple[Draw, ...]) -> int:
    same = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        same += 1
    return same


def _same_end(one: tuple[Draw, ...], other: tuple[Draw, ...]) -> int:
    return _same_start(one[::-1], other[::-1])


cv2.setNumThreads(1)  # frames are made side by side with an encoder; more threads only cost
