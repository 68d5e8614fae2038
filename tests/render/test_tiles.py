"""What has changed on a canvas, as rectangles."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from kindreel.render.matrix import Rect
from kindreel.render.tiles import SIDE, Tiles, joined

SIZE = (1080, 700)


def corners() -> st.SearchStrategy[Rect]:
    def ordered(x: tuple[int, int], y: tuple[int, int]) -> Rect:
        return min(x), min(y), max(x), max(y)

    across, down = st.integers(0, SIZE[0]), st.integers(0, SIZE[1])
    return st.builds(ordered, st.tuples(across, across), st.tuples(down, down))


@given(st.lists(corners(), max_size=6))
def test_rectangles_hold_what_was_marked_once_each(marks: list[Rect]) -> None:
    tiles, wanted = Tiles(SIZE), np.zeros(SIZE[::-1], np.int8)
    for left, top, right, bottom in marks:
        tiles.mark((left, top, right, bottom))
        if left < right and top < bottom:
            rows = slice(top // SIDE * SIDE, -(-bottom // SIDE) * SIDE)
            columns = slice(left // SIDE * SIDE, -(-right // SIDE) * SIDE)
            wanted[rows, columns] = 1
    found, rects = np.zeros_like(wanted), tiles.rects()
    for left, top, right, bottom in rects:
        found[top:bottom, left:right] += 1
    assert found.max() <= 1
    assert (found >= wanted).all()
    if rects != [(0, 0, *SIZE)]:
        assert np.array_equal(found, wanted)
    for left, top, right, bottom in joined(rects):
        found[top:bottom, left:right] = 0
    assert not found.any()
