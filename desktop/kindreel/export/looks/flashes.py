"""Flashes (WCAG 2.3.1): at most three in any second, unless they are small.

A flash is a pair of opposing changes of relative luminance by a tenth or more, the darker state
below 0.8; or one of a saturated red. Changes count when a quarter of the picture takes part,
which is on the safe side of the rule's quarter of ten degrees of view.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kindreel.model.time import Rate

Floats = NDArray[np.float32]

SIZE = (54, 96)
"""Pictures this small are enough to see a quarter of the frame flash."""

_AREA = 0.25
_MOST = 3
_CHANGE = 0.1
_DARK = 0.8
_RED_SHARE = 0.8
_RED_CHANGE = 20 / 320

_LINEAR = np.array(
    [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in np.arange(256) / 255],
    np.float32,
)


@dataclass(frozen=True, slots=True)
class Flashing:
    """Frames in which there are too many flashes. red: they are red ones."""

    frame: int
    flashes: int
    red: bool


class _Swings:
    """Follows one quantity per pixel and tells which pixels turn back by enough.

    dark: the lower state of a change must be below it.
    """

    def __init__(self, first: Floats, change: float, dark: float) -> None:
        self._low = first.copy()
        self._high = first.copy()
        self._way = np.zeros(first.shape, np.int8)
        self._change = np.float32(change)
        self._dark = np.float32(dark)

    def follow(self, now: Floats, counts: NDArray[np.bool_] | None = None) -> tuple[float, float]:
        """The shares of pixels that have newly risen, and newly fallen.

        counts: pixels whose change is one that matters, None for all.
        """
        np.minimum(self._low, now, out=self._low)
        np.maximum(self._high, now, out=self._high)
        rose = (now - self._low >= self._change) & (self._low < self._dark) & (self._way <= 0)
        fell = (self._high - now >= self._change) & (now < self._dark) & (self._way >= 0)
        if counts is not None:
            rose &= counts
            fell &= counts
        fell &= ~rose
        self._way[rose], self._way[fell] = 1, -1
        turned = rose | fell
        self._low[turned] = now[turned]
        self._high[turned] = now[turned]
        return float(rose.mean()), float(fell.mean())


def luminance(picture: NDArray[np.uint8]) -> Floats:
    """Relative luminance, 0 to 1, of BGRA pixels."""
    blue, green, red = (_LINEAR[picture[..., c]] for c in range(3))
    light: Floats = red * np.float32(0.2126)
    light += green * np.float32(0.7152)
    light += blue * np.float32(0.0722)
    return light


def _redness(picture: NDArray[np.uint8]) -> tuple[Floats, NDArray[np.bool_]]:
    """How red pixels are (R − G − B, 0 to 1), and which are a saturated red."""
    blue, green, red = (_LINEAR[picture[..., c]] for c in range(3))
    pure = np.maximum(red - green - blue, 0)
    return pure, red >= _RED_SHARE * np.maximum(red + green + blue, np.float32(1e-6))


def flashing(pictures: Iterable[tuple[int, NDArray[np.uint8]]], rate: Rate) -> Iterator[Flashing]:
    """Where a second of a video has more than three flashes; each stretch is told once.

    pictures: frame numbers and small BGRA pictures, in order, every frame of the video.
    """
    general = _Counter(rate, red=False)
    reds = _Counter(rate, red=True)
    swings: tuple[_Swings, _Swings] | None = None
    was_red = None
    for frame, picture in pictures:
        light = luminance(picture)
        pure, is_red = _redness(picture)
        if swings is None or was_red is None:
            swings = _Swings(light, _CHANGE, _DARK), _Swings(pure, _RED_CHANGE, 1.0)
        else:
            yield from general.note(frame, swings[0].follow(light))
            yield from reds.note(frame, swings[1].follow(pure, is_red | was_red))
        was_red = is_red


class _Counter:
    """Counts changes of a large part of the picture within a second."""

    def __init__(self, rate: Rate, *, red: bool) -> None:
        self._second = round(rate)
        self._red = red
        self._changes: list[int] = []
        self._way = 0
        self._quiet_from = 0

    def note(self, frame: int, shares: tuple[float, float]) -> Iterator[Flashing]:
        rose, fell = shares
        way = 1 if rose >= _AREA else -1 if fell >= _AREA else 0
        if way in (0, self._way):
            return
        self._way = way
        self._changes = [f for f in self._changes if frame - f < self._second]
        self._changes.append(frame)
        flashes = len(self._changes) // 2
        if flashes > _MOST and frame >= self._quiet_from:
            self._quiet_from = frame + self._second
            yield Flashing(self._changes[0], flashes, self._red)
