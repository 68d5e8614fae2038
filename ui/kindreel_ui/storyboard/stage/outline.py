"""The turned box of a layer on the canvas, and what its handles do to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from math import atan2, cos, degrees, hypot, radians, sin
from types import MappingProxyType

Point = tuple[float, float]

TURN = "turn"
HANDLES: Mapping[str, Point] = MappingProxyType(
    {
        "top left": (-1, -1),
        "top": (0, -1),
        "top right": (1, -1),
        "right": (1, 0),
        "bottom right": (1, 1),
        "bottom": (0, 1),
        "bottom left": (-1, 1),
        "left": (-1, 0),
    }
)
"""Each handle's place on the box, in half widths and half heights from its centre."""

_LEAST = 4.0


@dataclass(frozen=True, slots=True)
class Outline:
    """A box on the canvas.

    x, y: its centre, in canvas units. angle: degrees clockwise.
    """

    x: float
    y: float
    width: float
    height: float
    angle: float = 0.0

    def at(self, across: float, down: float) -> Point:
        """The canvas point so many half widths and half heights from the centre."""
        return self._out(across * self.width / 2, down * self.height / 2)

    def _out(self, dx: float, dy: float) -> Point:
        c, s = cos(radians(self.angle)), sin(radians(self.angle))
        return self.x + c * dx - s * dy, self.y + s * dx + c * dy

    def inside(self, point: Point) -> Point:
        """The point as seen from the box's centre and along its own axes."""
        c, s = cos(radians(self.angle)), sin(radians(self.angle))
        dx, dy = point[0] - self.x, point[1] - self.y
        return c * dx + s * dy, c * dy - s * dx

    def corners(self) -> tuple[Point, Point, Point, Point]:
        """Top left, top right, bottom right and bottom left as they lie on the canvas."""
        return self.at(-1, -1), self.at(1, -1), self.at(1, 1), self.at(-1, 1)

    def bounds(self) -> tuple[float, float, float, float]:
        """The least upright box around it: left, top, right, bottom."""
        xs, ys = zip(*self.corners(), strict=True)
        return min(xs), min(ys), max(xs), max(ys)

    def holds(self, point: Point) -> bool:
        """Whether a point lies in the box."""
        dx, dy = self.inside(point)
        return abs(dx) <= self.width / 2 and abs(dy) <= self.height / 2

    def turn_point(self, reach: float) -> Point:
        """Where the round handle for turning stands, `reach` above the box."""
        return self._out(0.0, -self.height / 2 - reach)

    def moved(self, dx: float, dy: float) -> Outline:
        """The box elsewhere."""
        return replace(self, x=self.x + dx, y=self.y + dy)


def handle_at(outline: Outline, point: Point, within: float, reach: float) -> str | None:
    """The handle under a point, or None.

    within: how far off a handle still counts; reach: the turning handle's distance.
    """
    places = {TURN: outline.turn_point(reach)}
    places |= {name: outline.at(*place) for name, place in HANDLES.items()}
    name, off = min(
        ((n, hypot(x - point[0], y - point[1])) for n, (x, y) in places.items()),
        key=lambda found: found[1],
    )
    return name if off <= within else None


def resized(
    outline: Outline, handle: str, point: Point, *, keep_ratio: bool, from_centre: bool
) -> Outline:
    """The box with one handle dragged to a point; the opposite side stays unless `from_centre`."""
    across, down = HANDLES[handle]
    dx, dy = outline.inside(point)
    reach = 1.0 if from_centre else 2.0
    held = (0.0, 0.0) if from_centre else (-across * outline.width / 2, -down * outline.height / 2)
    width, height = outline.width, outline.height
    if across:
        width = max(_LEAST, across * (dx - held[0]) * 2 / reach)
    if down:
        height = max(_LEAST, down * (dy - held[1]) * 2 / reach)
    if keep_ratio:
        width, height = _in_ratio(outline, (across, down), (width, height))
    if from_centre:
        return replace(outline, width=width, height=height)
    shift = (across * (width - outline.width) / 2, down * (height - outline.height) / 2)
    x, y = outline.at(2 * shift[0] / outline.width, 2 * shift[1] / outline.height)
    return replace(outline, x=x, y=y, width=width, height=height)


def _in_ratio(outline: Outline, place: Point, size: Point) -> Point:
    wide, high = size[0] / outline.width, size[1] / outline.height
    if not place[0]:
        factor = high
    elif not place[1]:
        factor = wide
    else:
        factor = max(wide, high)
    return outline.width * factor, outline.height * factor


def turned(outline: Outline, point: Point, *, by_steps: bool) -> Outline:
    """The box with its turning handle dragged towards a point; by_steps: in 15° steps."""
    angle = degrees(atan2(point[0] - outline.x, outline.y - point[1]))
    if by_steps:
        angle = round(angle / 15) * 15.0
    return replace(outline, angle=_near(angle, outline.angle))


def _near(angle: float, before: float) -> float:
    """The same direction, named so that it is less than half a turn from `before`."""
    return angle + 360.0 * round((before - angle) / 360.0)
