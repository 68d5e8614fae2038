"""Short ways to write keyframes that do not look mechanical."""

from __future__ import annotations

from math import pi, sin

from kindreel.model.curves import NAMED_EASINGS, Curve, Easing, Key
from kindreel.model.layers import Transform

Move = float | tuple[tuple[int, float], ...]

SWAY = NAMED_EASINGS["Gentle in and out"]
ARRIVE = NAMED_EASINGS["Gentle out"]
LEAVE = NAMED_EASINGS["Gentle in"]
OVERSHOOT = NAMED_EASINGS["Overshoot"]
EVEN = NAMED_EASINGS["Linear"]


def curve(value: Move, easing: Easing = SWAY) -> Curve:
    """A still value, or keys (frame, value) with one easing between them."""
    if isinstance(value, tuple):
        return Curve(value[0][1], tuple(Key(f, v, easing) for f, v in value))
    return Curve(value)


def at(
    x: Move,
    y: Move,
    *,
    scale: Move = 1.0,
    rotation: Move = 0.0,
    opacity: Move = 1.0,
    stretch: Move = 1.0,
    easing: Easing = SWAY,
) -> Transform:
    """Where a layer stands and how it moves, all with one easing."""
    return Transform(
        x=curve(x, easing),
        y=curve(y, easing),
        scale=curve(scale, easing),
        rotation=curve(rotation, easing),
        opacity=curve(opacity, easing),
        stretch=curve(stretch, easing),
    )


def breath(length: int, rest: float = 1.0, depth: float = 0.008, period: int = 96) -> Move:
    """Keys of a scale that swells and falls like a chest."""
    half = period // 2
    count = length // half + 2
    return tuple((k * half, rest * (1 + depth * (k % 2))) for k in range(count))


def nod(length: int, depth: float = 1.6, period: int = 54, seed: int = 0) -> Move:
    """Keys of a head's small tilts, no two the same."""
    count = length // period + 2
    return tuple(
        (k * period, depth * sin(k * 2.4 + seed) * (0.6 + 0.4 * sin(k * pi / 3 + seed)))
        for k in range(count)
    )
