"""Where a moved or resized box wants to settle: edges and centres of its neighbours."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

Bounds = tuple[float, float, float, float]
"""Left, top, right, bottom in canvas units."""

SAFE_MARGINS = (60.0, 180.0, 170.0, 420.0)
"""Left, top, right, bottom that the apps draw over, at 1080 × 1920."""


@dataclass(frozen=True, slots=True)
class Guide:
    """A dotted line that shows why something snapped: upright at `at`, or level."""

    at: float
    upright: bool


@dataclass(frozen=True, slots=True)
class Snap:
    """How far to move so that the box settles, and the guides to show."""

    dx: float = 0.0
    dy: float = 0.0
    guides: tuple[Guide, ...] = ()


def safe_box(size: tuple[int, int]) -> Bounds:
    """The part of the canvas that no app covers with its own buttons."""
    wide, high = size[0] / 1080, size[1] / 1920
    left, top, right, bottom = SAFE_MARGINS
    return left * wide, top * high, size[0] - right * wide, size[1] - bottom * high


def _lines(low: float, high: float) -> tuple[float, float, float]:
    return low, (low + high) / 2, high


def _nearest(mine: Iterable[float], theirs: Iterable[float], within: float) -> tuple[float, float]:
    """The least shift that brings one of mine onto one of theirs, and where; 0 and NaN if none."""
    pairs = [(other - own, other) for own in mine for other in theirs]
    near = [pair for pair in pairs if abs(pair[0]) <= within]
    return min(near, key=lambda pair: abs(pair[0])) if near else (0.0, float("nan"))


def snapped(box: Bounds, others: Iterable[Bounds], size: tuple[int, int], within: float) -> Snap:
    """How a moved box settles on the canvas, the safe zone and its neighbours.

    within: the greatest distance that still pulls, in canvas units.
    """
    uprights: set[float] = set()
    levels: set[float] = set()
    safe = safe_box(size)
    for left, top, right, bottom in ((0.0, 0.0, float(size[0]), float(size[1])), *others):
        uprights.update(_lines(left, right))
        levels.update(_lines(top, bottom))
    uprights.update((safe[0], safe[2]))
    levels.update((safe[1], safe[3]))
    dx, x = _nearest(_lines(box[0], box[2]), sorted(uprights), within)
    dy, y = _nearest(_lines(box[1], box[3]), sorted(levels), within)
    guides = [Guide(x, upright=True)] if x == x else []  # noqa: PLR0124 - NaN is the "none" here
    if y == y:  # noqa: PLR0124 - the same
        guides.append(Guide(y, upright=False))
    return Snap(dx, dy, tuple(guides))
