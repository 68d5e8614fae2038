"""The compositor: draws a view onto pixels, and only what has changed since the last one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import cv2
import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QTransform

from kindreel.model.layers import Blend
from kindreel.render.displaylist import Draw, View
from kindreel.render.grounds import draw_ground, fills
from kindreel.render.matrix import Matrix, Rect, bounds
from kindreel.render.raster import Pixels, Raster, as_image
from kindreel.render.rasters import Rasters
from kindreel.render.tiles import Tiles, joined

_MODES: Final = {
    Blend.NORMAL: QPainter.CompositionMode.CompositionMode_SourceOver,
    Blend.MULTIPLY: QPainter.CompositionMode.CompositionMode_Multiply,
    Blend.SCREEN: QPainter.CompositionMode.CompositionMode_Screen,
    Blend.ADD: QPainter.CompositionMode.CompositionMode_Plus,
    Blend.OVERLAY: QPainter.CompositionMode.CompositionMode_Overlay,
}
_HINTS: Final = QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
_PATIENCE: Final = 6
"""Frames that a draw must rest before it becomes part of the kept ground."""


def _settled(matrix: Matrix, *, gliding: bool) -> Matrix:
    """Unturned and unscaled pixels: whole positions, or a hair's scale that lets them glide.

    QPainter moves plain pictures in whole pixels only.
    """
    a, b, c, d, e, f = matrix
    if abs(a - 1) > 1e-6 or abs(d - 1) > 1e-6 or abs(b) > 1e-9 or abs(c) > 1e-9:
        return matrix
    if gliding and (abs(e - round(e)) > 0.02 or abs(f - round(f)) > 0.02):
        return Matrix(1.0001, 0.0, 0.0, 1.0001, e, f)
    return Matrix(1.0, 0.0, 0.0, 1.0, round(e), round(f))


class Canvas:
    """Pixels of one scene at one size; showing a view repaints what differs from the last."""

    def __init__(self, size: tuple[int, int], unit: tuple[float, float], rasters: Rasters) -> None:
        """Size in pixels; `unit` is pixels per canvas unit across and down."""
        self.size = size
        self.pixels: Pixels = np.zeros((size[1], size[0], 4), np.uint8)
        self._image = as_image(self.pixels, opaque=True)
        self._device = Matrix(unit[0], 0.0, 0.0, unit[1])
        self._unit = max(unit)
        self._rasters = rasters
        self._view: View | None = None
        self._rects: list[Rect] = []
        self._ground: Pixels | None = None
        self._grounded = 0
        self._resting = 0
        self._rested = 0

    def show(self, view: View) -> list[Rect]:
        """Paint a view; the rectangles whose pixels may have changed."""
        last = self._view
        if last is not None and (view is last or view == last):
            return []
        self._view = view
        if last is None or view.finish or last.finish:
            return self._whole(view, 0)
        same = _same_start(last.draws, view.draws)
        self._count_rest(same)
        if same == 0:
            return self._whole(view, 0)
        if not 0 < self._grounded <= same or self._rested >= _PATIENCE:
            return self._whole(view, same)
        return self._changes(last.draws, view.draws)

    def _count_rest(self, same: int) -> None:
        """Notice draws that have rested for a while, so that the ground can take them in."""
        if same > self._grounded and self._grounded > 0:
            self._resting = min(self._resting, same) if self._rested else same
            self._rested = self._rested + 1 if self._resting > self._grounded else 0
        else:
            self._rested = 0

    def _whole(self, view: View, grounded: int) -> list[Rect]:
        """Paint all; keep the first draws as the ground for the frames to come."""
        width, height = self.size
        rects = [self._rect(d) for d in view.draws]
        self._grounded, self._rested = grounded, 0
        self._paint(view.draws[:grounded])
        if grounded:
            if self._ground is None:
                self._ground = np.empty_like(self.pixels)
            np.copyto(self._ground, self.pixels)
        self._paint(view.draws[grounded:])
        self._rects = rects
        for touch in view.finish:
            np.copyto(self.pixels, touch.effect.repaint(self.pixels, self._unit, touch.phase))
        return [(0, 0, width, height)]

    def _changes(self, last: tuple[Draw, ...], draws: tuple[Draw, ...]) -> list[Rect]:
        """Paint what moved and all that it touches over the kept ground."""
        assert self._ground is not None
        first = self._grounded
        tail = _same_end(last[first:], draws[first:])
        kept = [*self._rects[:first], *self._rects[len(last) - tail :]]
        rects = [
            self._rect(draw)
            if first <= i < len(draws) - tail
            else kept[i if i < first else i - len(draws) + len(kept)]
            for i, draw in enumerate(draws)
        ]
        alike = len(last) == len(draws)
        moved = [i for i in range(first, len(draws) - tail) if not (alike and last[i] == draws[i])]
        gone = moved if alike else range(first, len(last) - tail)
        dirty = Tiles(self.size)
        for rect in (*(self._rects[i] for i in gone), *(rects[i] for i in moved)):
            dirty.mark(rect)
        again = self._touched(rects, set(moved), dirty)
        changed = dirty.rects()
        painted = [draws[i] for i in again]
        if not any(self._fills(draw) for draw in painted):
            for left, top, right, bottom in changed:
                self.pixels[top:bottom, left:right] = self._ground[top:bottom, left:right]
        self._paint(painted)
        self._rects = rects
        return joined(changed)

    def _touched(self, rects: list[Rect], again: set[int], dirty: Tiles) -> list[int]:
        """All draws to paint again: those that moved and those a repainted tile reaches."""
        waiting = [i for i in range(self._grounded, len(rects)) if i not in again]
        grew = True
        while grew:
            grew = False
            for i in list(waiting):
                if dirty.touches(rects[i]):
                    waiting.remove(i)
                    again.add(i)
                    dirty.mark(rects[i])
                    grew = True
        return sorted(again)

    def _place(self, draw: Draw) -> tuple[Raster, Matrix]:
        made = self._rasters.get(draw, self._unit)
        matrix = made.matrix.then(draw.matrix).then(self._device)
        return made, _settled(matrix, gliding=draw.gliding)

    def _rect(self, draw: Draw) -> Rect:
        made, matrix = self._place(draw)
        height, width = made.pixels.shape[:2]
        return bounds(matrix, width, height, self.size)

    def _paint(self, draws: Sequence[Draw]) -> None:
        draws = draws[self._hidden(draws) :]
        painter = QPainter(self._image)
        painter.setRenderHints(_HINTS)
        for draw in draws:
            painter.setCompositionMode(_MODES[draw.blend])
            painter.setOpacity(draw.opacity)
            if draw.mask is None:
                self._draw(painter, draw)
            else:
                cut = self._masked(draw, draw.mask)
                painter.resetTransform()
                painter.drawImage(0, 0, as_image(cut))
        painter.end()

    def _fills(self, draw: Draw) -> bool:
        """Whether a draw hides all that lies below it."""
        made, matrix = self._place(draw)
        return fills(draw, made, matrix, self.size)

    def _hidden(self, draws: Sequence[Draw]) -> int:
        """How many draws need no painting any more: a ground that fills the canvas was drawn."""
        for number in range(len(draws) - 1, -1, -1):
            if self._fills(draws[number]):
                made, matrix = self._place(draws[number])
                return number + 1 if draw_ground(made, matrix, self.pixels) else 0
        return 0

    def _draw(self, painter: QPainter, draw: Draw) -> None:
        made, matrix = self._place(draw)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, not made.soft)
        painter.setTransform(QTransform(*matrix))
        if made.opaque and made.pixels.shape[:2] == (1, 1):
            blue, green, red, _ = (int(v) for v in made.pixels[0, 0])
            painter.fillRect(QRectF(0, 0, 1, 1), QColor(red, green, blue))
        else:
            painter.drawImage(0, 0, made.image)

    def _masked(self, draw: Draw, mask: Draw) -> Pixels:
        """The draw alone, kept where the mask is."""
        one, two = self._alone(draw), self._alone(mask)
        share = two[..., 3:].astype(np.uint16)
        return ((one * share + 127) // 255).astype(np.uint8)

    def _alone(self, draw: Draw) -> Pixels:
        pixels = np.zeros_like(self.pixels)
        image = as_image(pixels)
        painter = QPainter(image)
        painter.setRenderHints(_HINTS)
        self._draw(painter, draw)
        painter.end()
        return pixels


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
