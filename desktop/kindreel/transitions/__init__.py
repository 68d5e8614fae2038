"""Transitions: each file here leads from one scene to the next in one way.

A transition is a PaintedTransition, a frozen dataclass whose fields carry Range, Unit and Choice
marks. It is pure, and starts from the earlier picture and ends in the later one.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from kindreel.model.plugins import TransitionStyle
from kindreel.registry import Registry

Pixels = NDArray[np.uint8]
"""Height × width × 4, blue, green, red, alpha; opaque."""


class PaintedTransition(TransitionStyle):
    """How one scene gives way to the next."""

    __slots__ = ()

    def weight(self, progress: float) -> float | None:
        """The later scene's share where the mix is a plain mean of both; None where it is not."""
        del progress
        return None

    def mix(self, before: Pixels, after: Pixels, progress: float) -> Pixels:
        """A new picture of the same shape; at 0 exactly `before`, at 1 exactly `after`."""
        raise NotImplementedError


shelf: Registry[TransitionStyle] = Registry("transition", __name__)
register = shelf.register
