"""A property over time: a base value, or keyframes with easing between them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, replace
from math import cos, exp, isfinite, sqrt
from operator import attrgetter
from types import MappingProxyType
from typing import Final


@dataclass(frozen=True, slots=True)
class Hold:
    """Stay, then jump at the next key."""


@dataclass(frozen=True, slots=True)
class Linear:
    """Go evenly."""


@dataclass(frozen=True, slots=True)
class Bezier:
    """A cubic through (0, 0), (x1, y1), (x2, y2), (1, 1), as in CSS cubic-bezier().

    x1, x2: 0 to 1, so that time never runs backwards; y1, y2 may overshoot.
    """

    x1: float
    y1: float
    x2: float
    y2: float

    def __post_init__(self) -> None:
        if not (0 <= self.x1 <= 1 and 0 <= self.x2 <= 1):
            msg = f"a Bézier easing needs x between 0 and 1, not {self.x1} and {self.x2}"
            raise ValueError(msg)
        if not (isfinite(self.y1) and isfinite(self.y2)):
            msg = "a Bézier easing needs finite handles"
            raise ValueError(msg)


@dataclass(frozen=True, slots=True)
class Spring:
    """An underdamped spring that settles at the next key.

    bounces: half swings before the end, 1 to 10.
    damping: how fast they die away, above 0 (about 3 lively, 8 calm).
    """

    bounces: float = 3.0
    damping: float = 5.0


Easing = Hold | Linear | Bezier | Spring

NAMED_EASINGS: Mapping[str, Easing] = MappingProxyType(
    {
        "Hold": Hold(),
        "Linear": Linear(),
        "Ease": Bezier(0.25, 0.1, 0.25, 1.0),
        "Gentle in": Bezier(0.42, 0.0, 1.0, 1.0),
        "Gentle out": Bezier(0.16, 1.0, 0.3, 1.0),
        "Gentle in and out": Bezier(0.65, 0.0, 0.35, 1.0),
        "Pull back": Bezier(0.36, 0.0, 0.66, -0.56),
        "Overshoot": Bezier(0.34, 1.56, 0.64, 1.0),
        "Spring": Spring(),
    }
)


def _cubic(a: float, b: float, t: float) -> float:
    return 3 * a * t * (1 - t) ** 2 + 3 * b * t * t * (1 - t) + t**3


def _bezier(easing: Bezier, u: float) -> float:
    low, high = 0.0, 1.0
    for _ in range(40):  # halving pins t to 1e-12, far below a level of colour or a pixel
        t = (low + high) / 2
        if _cubic(easing.x1, easing.x2, t) < u:
            low = t
        else:
            high = t
    return _cubic(easing.y1, easing.y2, (low + high) / 2)


def _spring(easing: Spring, u: float) -> float:
    swing = exp(-easing.damping * u) * cos(3.141592653589793 * (easing.bounces + 0.5) * u)
    return 1 - swing * sqrt(1 - u) if u < 1 else 1.0


def ease(easing: Easing, u: float) -> float:
    """How far along the value is (0 to 1, or beyond on overshoot) at `u` of the way, 0 to 1."""
    if u <= 0:
        return 0.0
    if u >= 1:
        return 1.0
    if isinstance(easing, Hold):
        return 0.0
    if isinstance(easing, Linear):
        return u
    return _bezier(easing, u) if isinstance(easing, Bezier) else _spring(easing, u)


@dataclass(frozen=True, slots=True)
class Key:
    """The value at a frame; `easing` leads from here to the next key.

    frame: counted from the layer's first frame; may lie outside the layer.
    """

    frame: int
    value: float
    easing: Easing = NAMED_EASINGS["Gentle in and out"]


_frame_of: Final = attrgetter("frame")


@dataclass(frozen=True, slots=True)
class Curve:
    """A number over time: `base` where there are no keys.

    keys: by rising frame, no two at the same one.
    """

    base: float = 0.0
    keys: tuple[Key, ...] = ()

    def __post_init__(self) -> None:
        if any(a.frame >= b.frame for a, b in zip(self.keys, self.keys[1:], strict=False)):
            msg = "a curve's keys must have rising frames"
            raise ValueError(msg)

    def at(self, frame: float) -> float:
        """The value at a frame; before the first and after the last key it holds."""
        if not self.keys:
            return self.base
        after = bisect_right(self.keys, frame, key=_frame_of)
        if after == 0:
            return self.keys[0].value
        key = self.keys[after - 1]
        if after == len(self.keys):
            return key.value
        following = self.keys[after]
        u = (frame - key.frame) / (following.frame - key.frame)
        return key.value + (following.value - key.value) * ease(key.easing, u)

    def changes(self) -> bool:
        """Whether the value is ever different from one frame to another."""
        return len(self.keys) > 1 and any(k.value != self.keys[0].value for k in self.keys)


def set_key(curve: Curve, key: Key) -> Curve:
    """The curve with a key added, or changed where one stands at its frame."""
    others = [k for k in curve.keys if k.frame != key.frame]
    return replace(curve, keys=tuple(sorted([*others, key], key=lambda k: k.frame)))


def drop_key(curve: Curve, frame: int) -> Curve:
    """The curve without the key at a frame; the last one to go leaves its value as the base."""
    kept = tuple(k for k in curve.keys if k.frame != frame)
    if kept == curve.keys:
        return curve
    return Curve(curve.base if kept else curve.keys[0].value, kept)


def set_value(curve: Curve, frame: int, value: float) -> Curve:
    """The curve with another value now: a key when it is keyed, its base otherwise."""
    if not curve.keys:
        return curve if curve.base == value else replace(curve, base=value)
    here = next((k for k in curve.keys if k.frame == frame), None)
    if here is not None:
        return set_key(curve, replace(here, value=value))
    earlier = [k for k in curve.keys if k.frame < frame]
    easing = earlier[-1].easing if earlier else curve.keys[0].easing
    return set_key(curve, Key(frame, value, easing))


def shift_keys(curve: Curve, by: int) -> Curve:
    """The curve with all keys so many frames later."""
    return replace(curve, keys=tuple(replace(k, frame=k.frame + by) for k in curve.keys))
