"""Which parts of a canvas have changed, in tiles: cheap to mark, to ask, and to cut up."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from kindreel.render.matrix import Rect

SIDE: Final = 32
"""Pixels along a tile's edge; even, so that video planes can follow."""
_NEARLY_ALL: Final = 0.8
_LOOSE: Final = 1.3


class Tiles:
    """A map of marked tiles over a canvas."""

    def __init__(self, size: tuple[int, int]) -> None:
        """Nothing is marked."""
        self._size = size
        shape = (-(-size[1] // SIDE), -(-size[0] // SIDE))
        self._marked: NDArray[np.bool_] = np.zeros(shape, np.bool_)

    def _part(self, rect: Rect) -> NDArray[np.bool_]:
        left, top, right, bottom = rect
        if right <= left or bottom <= top:
            return self._marked[:0]
        return self._marked[
            top // SIDE : (bottom + SIDE - 1) // SIDE, left // SIDE : (right + SIDE - 1) // SIDE
        ]

    def mark(self, rect: Rect) -> None:
        """Mark all tiles that a rectangle touches."""
        self._part(rect)[:] = True

    def touches(self, rect: Rect) -> bool:
        """Whether a rectangle touches a marked tile."""
        return bool(self._part(rect).any())

    def rects(self) -> list[Rect]:
        """The marked tiles as few rectangles that do not overlap."""
        width, height = self._size
        if not self._marked.any():
            return []
        if self._marked.mean() > _NEARLY_ALL:
            return [(0, 0, width, height)]
        edges = np.diff(np.pad(self._marked.view(np.int8), ((0, 1), (1, 1))), axis=1)
        firsts, lasts = np.argwhere(edges == 1).tolist(), np.argwhere(edges == -1).tolist()
        runs: list[set[tuple[int, int]]] = [set() for _ in range(len(edges))]
        for (row, first), (_, last) in zip(firsts, lasts, strict=True):
            runs[row].add((first, last))
        return self._stacked(runs)

    def _stacked(self, runs: list[set[tuple[int, int]]]) -> list[Rect]:
        """Equal stretches of tiles in rows below each other as one rectangle."""
        open_: dict[tuple[int, int], int] = {}
        found: list[Rect] = []
        for row, here in enumerate(runs):
            over = [r for r in open_ if r not in here]
            found.extend(self._rect(run, open_.pop(run), row) for run in over)
            for run in here:
                open_.setdefault(run, row)
        return found

    def _rect(self, run: tuple[int, int], top: int, bottom: int) -> Rect:
        width, height = self._size
        return run[0] * SIDE, top * SIDE, min(width, run[1] * SIDE), min(height, bottom * SIDE)


def _area(rect: Rect) -> int:
    return (rect[2] - rect[0]) * (rect[3] - rect[1])


def joined(rects: list[Rect]) -> list[Rect]:
    """Fewer rectangles with the same pixels and some more: each costs something by itself."""
    left, done = list(rects), []
    while left:
        one = left.pop()
        for other in left:
            both = (
                min(one[0], other[0]),
                min(one[1], other[1]),
                max(one[2], other[2]),
                max(one[3], other[3]),
            )
            if _area(both) <= _LOOSE * (_area(one) + _area(other)):
                left.remove(other)
                left.append(both)
                break
        else:
            done.append(one)
    return done
