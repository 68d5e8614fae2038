"""Frames: the plain function and the Stage that remembers what it can reuse."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable

import cv2
import numpy as np
from numpy.typing import NDArray

from kindreel.model.board import Board, Reveal
from kindreel.model.ids import SceneId
from kindreel.model.project import Project
from kindreel.render import build, fonts
from kindreel.render.cache import Memo
from kindreel.render.displaylist import Picture, View
from kindreel.render.i420 import Planes
from kindreel.render.matrix import Rect
from kindreel.render.painter import Canvas
from kindreel.render.raster import Pixels
from kindreel.render.rasters import Rasters
from kindreel.render.sources import Media, Sources
from kindreel.transitions import PaintedTransition

Size = tuple[int, int]

_SIZES = 3
"""Sizes a Stage keeps canvases for: the preview, a thumbnail, the export."""


class _Slot:
    """One scene's canvas and its video planes."""

    def __init__(self, canvas: Canvas) -> None:
        self.canvas = canvas
        self._planes: Planes | None = None
        self._stale: list[Rect] = []

    def show(self, view: View) -> Pixels:
        self._stale += self.canvas.show(view)
        return self.canvas.pixels

    def planes(self, view: View) -> Planes:
        """Y, U and V of a view; only what changed is converted."""
        whole = (0, 0, *self.canvas.size)
        if self._planes is None:
            self._planes = Planes(*self.canvas.size)
            self._stale = [whole]
        if not self._stale:
            self.canvas.show(view, self._planes)
            return self._planes
        self.show(view)
        rects = [whole] if whole in self._stale else self._stale
        for rect in rects:
            self._planes.fill(self.canvas.pixels, rect)
        self._stale = []
        return self._planes


class _Screen:
    """Two slots for one size, so that both scenes of a transition keep what they have."""

    def __init__(self, size: Size, canvas: Size, rasters: Rasters) -> None:
        unit = (size[0] / canvas[0], size[1] / canvas[1])
        self.slots = [_Slot(Canvas(size, unit, rasters)) for _ in range(2)]
        self.mixed: Planes | None = None
        self.size = size

    def pixels(self, picture: Picture, index: int) -> Pixels:
        """The whole picture; the canvas's own memory where nothing is mixed."""
        after = self.slots[index % 2].show(picture.view)
        if picture.before is None:
            return after
        before = self.slots[(index + 1) % 2].show(picture.before)
        style = picture.style
        if not isinstance(style, PaintedTransition):
            return after
        weight = style.weight(picture.progress)
        if weight is None:
            return style.mix(before, after, picture.progress)
        return np.asarray(cv2.addWeighted(before, 1 - weight, after, weight, 0), np.uint8)

    def i420(self, picture: Picture, index: int) -> NDArray[np.uint8]:
        """The same as planes; plain means of two scenes are taken there."""
        slot, style = self.slots[index % 2], picture.style
        if picture.before is None or not isinstance(style, PaintedTransition):
            return slot.planes(picture.view).buffer
        weight = style.weight(picture.progress)
        if self.mixed is None:
            self.mixed = Planes(*self.size)
        if weight is None:
            self.mixed.fill(self.pixels(picture, index))
            return self.mixed.buffer
        other = self.slots[(index + 1) % 2]
        after, before = slot.planes(picture.view).buffer, other.planes(picture.before).buffer
        cv2.addWeighted(before, 1 - weight, after, weight, 0, dst=self.mixed.buffer)
        return self.mixed.buffer


class Stage:
    """Shows frames and remembers sprites, scenes and decoded files between them.

    For one thread; preview, thumbnails and export each have their own.
    """

    def __init__(self, media: Media) -> None:
        """`media` tells where a media file lies."""
        fonts.load()
        self._sources = Sources(media)
        self._rasters = Rasters(self._sources)
        self._memo = Memo()
        self._screens: OrderedDict[tuple[Size, Size], _Screen] = OrderedDict()

    def _picture(self, project: Project, board: Board, frame: int) -> Picture:
        return build.picture(project, board, frame, self._memo)

    def _screen(self, board: Board, size: Size) -> _Screen:
        key = (size, board.size)
        if key not in self._screens:
            self._screens[key] = _Screen(size, board.size, self._rasters)
            if len(self._screens) > _SIZES:
                self._screens.popitem(last=False)
        self._screens.move_to_end(key)
        return self._screens[key]

    def key(self, project: Project, board: Board, frame: int) -> Hashable:
        """Equal keys mean equal pixels at any size."""
        return self._picture(project, board, frame)

    def render(
        self, project: Project, board: Board, frame: int, size: Size, out: Pixels | None = None
    ) -> Pixels:
        """The frame as opaque BGRA, height × width × 4; written into `out` when given."""
        picture = self._picture(project, board, frame)
        pixels = self._screen(board, size).pixels(picture, _index(board, frame))
        if out is None:
            return pixels.copy()
        np.copyto(out, pixels)
        return out

    def render_i420(
        self,
        project: Project,
        board: Board,
        frame: int,
        size: Size,
        out: NDArray[np.uint8] | None = None,
    ) -> NDArray[np.uint8]:
        """The frame as Y, U and V planes, height * 3 / 2 × width; BT.709, limited range."""
        picture = self._picture(project, board, frame)
        planes = self._screen(board, size).i420(picture, _index(board, frame))
        if out is None:
            return planes.copy()
        np.copyto(out, planes.reshape(out.shape))
        return out

    def thumbnail(self, project: Project, board: Board, scene: SceneId, size: Size) -> Pixels:
        """A scene's most telling frame: past its entrances, or the person at rest."""
        span = board.span_of(scene)
        panel = span.panel
        if isinstance(panel, Reveal):
            own = panel.avatar + panel.change // 2
        else:
            own = panel.length * 3 // 5
        return self.render(project, board, span.start + own, size)

    def problems(self) -> tuple[str, ...]:
        """A sentence for each file that could not be shown so far."""
        return tuple(self._sources.problems.values())


def _index(board: Board, frame: int) -> int:
    return board.span_at(frame).index


def render_frame(project: Project, board: Board, frame: int, size: Size, media: Media) -> Pixels:
    """One frame as opaque BGRA, height × width × 4, from nothing but its arguments."""
    return Stage(media).render(project, board, frame, size)
