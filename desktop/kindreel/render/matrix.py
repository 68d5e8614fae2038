"""Flat positions: how one plane lies on another."""

from __future__ import annotations

from math import atan2, ceil, cos, floor, hypot, radians, sin
from typing import NamedTuple

Point = tuple[float, float]
Rect = tuple[int, int, int, int]
"""Left, top, right and bottom in whole pixels; right and bottom are outside."""


class Matrix(NamedTuple):
    """x' = a·x + c·y + e and y' = b·x + d·y + f, in pixel-edge coordinates."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def then(self, after: Matrix) -> Matrix:
        """This one first, `after` next."""
        a, b, c, d, e, f = self
        ta, tb, tc, td, te, tf = after
        return Matrix(
            a * ta + b * tc,
            a * tb + b * td,
            c * ta + d * tc,
            c * tb + d * td,
            e * ta + f * tc + te,
            e * tb + f * td + tf,
        )

    def map(self, x: float, y: float) -> Point:
        """Where a point comes to lie."""
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def inverse(self) -> Matrix | None:
        """The way back; None where all is flattened to a line or a point."""
        a, b, c, d, e, f = self
        area = a * d - b * c
        if abs(area) < 1e-12:
            return None
        return Matrix(
            d / area, -b / area, -c / area, a / area, (c * f - d * e) / area, (b * e - a * f) / area
        )

    def size(self) -> float:
        """The larger of the two stretches: how many target units one source unit becomes."""
        return max(hypot(self.a, self.b), hypot(self.c, self.d))

    def quad(self, width: float, height: float) -> tuple[Point, Point, Point, Point]:
        """The corners of a box about 0, 0: left top, right top, right bottom, left bottom."""
        x, y = width / 2, height / 2
        return self.map(-x, -y), self.map(x, -y), self.map(x, y), self.map(-x, y)


IDENTITY = Matrix()


def placed(
    x: float, y: float, scale: float = 1.0, stretch: float = 1.0, rotation: float = 0.0
) -> Matrix:
    """A box about 0, 0 scaled, turned (degrees clockwise) and put with its centre at x, y."""
    along, across = cos(radians(rotation)) * scale, sin(radians(rotation)) * scale
    return Matrix(along * stretch, across * stretch, -across, along, x, y)


def scaled(scale: float) -> Matrix:
    """Everything larger by a factor about 0, 0."""
    return Matrix(scale, 0.0, 0.0, scale)


def similarity(source: tuple[Point, Point], target: tuple[Point, Point]) -> Matrix:
    """The move, turn and even scale that brings two points onto two others."""
    (x0, y0), (x1, y1) = source
    (u0, v0), (u1, v1) = target
    scale = hypot(u1 - u0, v1 - v0) / max(1e-9, hypot(x1 - x0, y1 - y0))
    turn = atan2(v1 - v0, u1 - u0) - atan2(y1 - y0, x1 - x0)
    a, b = cos(turn) * scale, sin(turn) * scale
    return Matrix(a, b, -b, a, u0 - a * x0 + b * y0, v0 - b * x0 - a * y0)


def bounds(matrix: Matrix, width: float, height: float, limit: tuple[int, int]) -> Rect:
    """The pixels that a picture of width × height from 0, 0 can touch, within width, height."""
    a, b, c, d, e, f = matrix
    xs = (e, e + a * width, e + c * height, e + a * width + c * height)
    ys = (f, f + b * width, f + d * height, f + b * width + d * height)
    return (
        max(0, floor(min(xs)) - 1),
        max(0, floor(min(ys)) - 1),
        min(limit[0], ceil(max(xs)) + 1),
        min(limit[1], ceil(max(ys)) + 1),
    )
