"""Without colour."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

import numpy as np

from kindreel.effects import Moment, PixelEffect, Pixels, register
from kindreel.registry import Range, Unit


@register("grey")
@dataclass(frozen=True, slots=True)
class Grey(PixelEffect):
    """Takes the colour away; with `return_after` it comes back, as when the mood lifts."""

    strength: Annotated[float, Range(0.0, 1.0, 0.01)] = 1.0
    return_after: Annotated[int, Range(0, 600), Unit("frames")] = 0

    def phase(self, moment: Moment) -> float:
        """How grey it is; colour returns over twenty frames."""
        if self.return_after == 0:
            return self.strength
        back = min(1.0, max(0.0, (moment.frame - self.return_after) / 20))
        return round(self.strength * (1 - back), 2)

    def repaint(self, pixels: Pixels, scale: float, phase: float) -> Pixels:
        """Towards each point's own brightness."""
        del scale
        grey = pixels[..., :3] @ np.array([0.0722, 0.7152, 0.2126], np.float32)
        result = pixels.copy()
        colours = pixels[..., :3] * (1 - phase) + grey[..., None] * phase
        result[..., :3] = np.minimum(colours + 0.5, pixels[..., 3:])
        return result
