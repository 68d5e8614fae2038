"""The later scene pushes the earlier one out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

import numpy as np

from kindreel.registry import Choice
from kindreel.transitions import PaintedTransition, Pixels, register
from kindreel.transitions.masks import smooth


@register("push")
@dataclass(frozen=True, slots=True)
class Push(PaintedTransition):
    """Both scenes move as if they were printed side by side."""

    towards: Annotated[str, Choice(("left", "right", "up", "down"))] = "left"

    def mix(self, before: Pixels, after: Pixels, progress: float) -> Pixels:
        """A window that moves from the earlier picture to the later one."""
        axis = 1 if self.towards in {"left", "right"} else 0
        length = before.shape[axis]
        gone = round(length * smooth(progress))
        forward = self.towards in {"left", "up"}
        joined = [before, after] if forward else [after, before]
        start = gone if forward else length - gone
        both = np.concatenate(joined, axis=axis)
        return np.ascontiguousarray(both.take(range(start, start + length), axis=axis))
