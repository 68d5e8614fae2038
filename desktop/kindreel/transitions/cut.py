"""No transition at all."""

from __future__ import annotations

from dataclasses import dataclass

from kindreel.transitions import PaintedTransition, Pixels, register


@register("cut")
@dataclass(frozen=True, slots=True)
class Cut(PaintedTransition):
    """The later scene is there at once."""

    def weight(self, progress: float) -> float | None:
        """All or nothing."""
        return 0.0 if progress <= 0 else 1.0

    def mix(self, before: Pixels, after: Pixels, progress: float) -> Pixels:
        """The later picture as soon as the transition has begun."""
        return (before if progress <= 0 else after).copy()
