"""Reveals: each file here turns the avatar into the person in one way.

A reveal is a PaintedReveal, a frozen dataclass whose fields carry Range, Unit and Choice marks.
Its contract: at progress 0 exactly the avatar, at 1 exactly the person; deterministic; the same
at any size; and never more than one large change of brightness, so that it cannot flash.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kindreel.model.plugins import RevealStyle
from kindreel.registry import Registry

Pixels = NDArray[np.uint8]
"""Height × width × 4, blue, green, red, alpha; opaque."""


@dataclass(frozen=True, slots=True)
class Face:
    """Where both faces are; avatar and person lie eye on eye.

    x, y: the point between the eyes, in pixels. eyes: the distance between them.
    """

    x: float
    y: float
    eyes: float

    @property
    def heart(self) -> tuple[float, float]:
        """The middle of the face, a little below the eyes."""
        return self.x, self.y + 0.55 * self.eyes


class PaintedReveal(RevealStyle):
    """How the avatar becomes the person."""

    __slots__ = ()

    def mix(self, avatar: Pixels, person: Pixels, progress: float, face: Face) -> Pixels:
        """A new picture of the same shape, or one of the two at 0 and 1."""
        raise NotImplementedError


shelf: Registry[RevealStyle] = Registry("reveal", __name__)
register = shelf.register
