"""From project and frame number to a list of what is drawn where: the pure half of the stage."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, field

from kindreel.effects import PixelEffect
from kindreel.model.ids import LayerId
from kindreel.model.layers import Blend
from kindreel.model.plugins import TransitionStyle
from kindreel.render.matrix import Matrix
from kindreel.render.sprite import Sprite


@dataclass(frozen=True, slots=True)
class Touch:
    """A pixel effect at a moment: equal touches paint alike."""

    effect: PixelEffect
    phase: float


@dataclass(frozen=True, slots=True)
class Draw:
    """One sprite on the canvas.

    matrix: from canvas units about the sprite's centre to the canvas.
    gliding: it moves, so it may stand between whole pixels.
    mask: shows this only where that is opaque. layer: what it belongs to, None for none.
    """

    sprite: Sprite
    matrix: Matrix
    opacity: float = 1.0
    blend: Blend = Blend.NORMAL
    touches: tuple[Touch, ...] = ()
    gliding: bool = False
    mask: Draw | None = None
    layer: LayerId | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class View:
    """One scene at one frame: draws bottom first, then what repaints the whole picture."""

    draws: tuple[Draw, ...]
    finish: tuple[Touch, ...] = ()


@dataclass(frozen=True, slots=True)
class Picture:
    """One frame of the video: a scene, and during a transition the one before it."""

    view: View
    before: View | None = None
    style: TransitionStyle | None = None
    progress: float = 1.0

    @property
    def key(self) -> Hashable:
        """Equal keys, equal pixels at any size."""
        return self
