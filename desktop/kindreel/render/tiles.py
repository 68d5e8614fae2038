"""Which parts of a canvas have changed, in tiles: cheap to mark, to ask, and to cut up."""

from __future__ import annotations

from typing import Final

from kindreel.render.matrix import Rect

SIDE: Final = 32
"""Pixels along a tile's edge; even, so that video planes can follow."""
_NEARLY_ALL: Final = 0.8
_LOOSE: Final = 1.3


class Tiles:
    """A map of marked tiles over a canvas: one number for each row, one bit for each tile."""

    def __init__(self, size: tuple[int, int]) -> None:
        """Nothing is marked."""
        self._size = size
        self._rows = [0] * -(-size[1] // SIDE)

    def mark(self, rect: Rect) -> None:
        """Mark all tiles that a rectangle touches."""
        left, top, right, bottom = rect
        if right <= left or bottom <= top:
            return
        bits = (1 << -(-right // SIDE)) - (1 << left // SIDE)
        for row in range(top // SIDE, -(-bottom // SIDE)):
            self._rows[row] |= bits

    def rects(self) -> list[Rect]:
        """The marked tiles as few rectangles that do not overlap."""
        width, height = self._size
        marked = sum(row.bit_count() for row in self._rows)
        if marked > _NEARLY_ALL * len(self._rows) * -(-width // SIDE):
            return [(0, 0, width, height)]
        return self._stacked()

    def _stacked(self) -> list[Rect]:
        """Equal stretches of tiles in rows below each other as one rectangle."""
        open_: dict[tuple[int, int], int] = {}
        found: list[Rect] = []
        above = 0
        for row, bits in enumerate((*self._rows, 0)):
            if bits == above:
                continue
            here, above = _runs(bits), bits
            over = [r for r in open_ if r not in here]
            found.extend(self._rect(run, open_.pop(run), row) for run in over)
            for run in here:
                open_.setdefault(run, row)
        return found

    def _rect(self, run: tuple[int, int], top: int, bottom: int) -> Rect:
        width, height = self._size
        return run[0] * SIDE, top * SIDE, min(width, run[1] * SIDE), min(height, bottom * SIDE)


def _runs(bits: int) -> list[tuple[int, int]]:
    """First and end of each stretch of ones, lowest first."""
    found = []
    while bits:
        lowest = bits & -bits
        rest = bits & (bits + lowest)
        found.append((lowest.bit_length() - 1, (bits ^ rest).bit_length()))
        bits = rest
    return found


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
