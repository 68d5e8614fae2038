"""Effects: each file here moves or repaints a layer in one way.

An effect is a MovingEffect, a PixelEffect or a TextEffect, a frozen dataclass whose fields carry
Range, Unit and Choice marks. It is pure: the same fields and moment give the same picture.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kindreel.model.plugins import Effect
from kindreel.registry import Registry

Pixels = NDArray[np.uint8]
"""Height × width × 4, blue, green, red, alpha; colours premultiplied by alpha."""


@dataclass(frozen=True, slots=True)
class Moment:
    """When an effect is asked.

    frame: since the layer came on, held on twos or threes where the layer is.
    length: frames the layer is on. rate: frames per second.
    seed: the layer's own number, so that two layers never wobble alike.
    voice: how loud the scene's voice is, 0 to 1, at this frame and the ones before it, newest
        first; only for a layer with a HearingEffect.
    """

    frame: int
    length: int
    rate: float = 30.0
    seed: int = 0
    voice: tuple[float, ...] = ()

    @property
    def seconds(self) -> float:
        """Seconds since the layer came on."""
        return self.frame / self.rate


@dataclass(frozen=True, slots=True)
class Pose:
    """How far a layer is off its own transform.

    x, y: canvas units. scale, stretch: factors. rotation: degrees clockwise. opacity: a factor.
    """

    x: float = 0.0
    y: float = 0.0
    scale: float = 1.0
    stretch: float = 1.0
    rotation: float = 0.0
    opacity: float = 1.0


class MovingEffect(Effect):
    """An effect that moves, turns, scales or fades a layer."""

    __slots__ = ()

    def pose(self, moment: Moment) -> Pose:
        """How far the layer is off at a moment."""
        raise NotImplementedError


class HearingEffect(MovingEffect):
    """A moving effect that follows the voice; its moments carry `voice`."""

    __slots__ = ()


HEARD = 16
"""Frames of voice that a moment carries."""


class PixelEffect(Effect):
    """An effect that repaints a layer's pixels, or the whole picture when it sits on a camera."""

    __slots__ = ()

    def margin(self) -> float:
        """Canvas units by which the painting grows on each side."""
        return 0.0

    def phase(self, moment: Moment) -> float:
        """All that the pixels depend on in a moment; equal phases give equal pixels."""
        del moment
        return 0.0

    def repaint(self, pixels: Pixels, scale: float, phase: float) -> Pixels:
        """New pixels of the same shape; `scale` is pixels per canvas unit."""
        raise NotImplementedError


class TextEffect(Effect):
    """An effect that lets letters come in one after the other."""

    __slots__ = ()

    def shown(self, letters: int, moment: Moment) -> int:
        """How many of so many letters are there at a moment."""
        raise NotImplementedError


shelf: Registry[Effect] = Registry("effect", __name__)
register = shelf.register
