"""The later scene slides over the earlier one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

import numpy as np

from kindreel.registry import Choice
from kindreel.transitions import PaintedTransition, Pixels, register
from kindreel.transitions.masks import smooth


@register("slide")
@dataclass(frozen=True, slots=True)
class Slide(PaintedTransition):
    """The later scene slides in on top, with a soft shadow at its edge."""

    side: Annotated[str, Choice(("left", "right", "top", "bottom"))] = "right"

    def mix(self, before: Pixels, after: Pixels, progress: float) -> Pixels:
        """The later picture comes in from its side."""
        turned = self.side in {"top", "bottom"}
        below, above = (_turn(before), _turn(after)) if turned else (before, after)
        if self.side in {"left", "top"}:
            below, above = below[:, ::-1], above[:, ::-1]
        width = below.shape[1]
        shown = round(width * smooth(progress))
        result = below.copy()
        if 0 < shown < width:
            _shade(result, width - shown)
        if shown:
            result[:, width - shown :] = above[:, :shown]
        if self.side in {"left", "top"}:
            result = result[:, ::-1]
        return np.ascontiguousarray(_turn(result) if turned else result)


def _turn(pixels: Pixels) -> Pixels:
    return pixels.transpose(1, 0, 2)


def _shade(pixels: Pixels, edge: int) -> None:
    """Darken what lies under the edge of the sliding sheet."""
    depth = min(edge, max(2, pixels.shape[1] // 24))
    fall = np.linspace(1.0, 0.62, depth, dtype=np.float32)[:, None]
    strip = pixels[:, edge - depth : edge, :3]
    strip[:] = (strip * fall + 0.5).astype(np.uint8)
