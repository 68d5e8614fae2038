"""Lines that live."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

import cv2
import numpy as np

from kindreel.effects import Moment, PixelEffect, Pixels, register
from kindreel.registry import Range, Unit


@register("boil")
@dataclass(frozen=True, slots=True)
class Boil(PixelEffect):
    """Lets every line tremble a little, as if it were drawn anew each time."""

    strength: Annotated[float, Range(0.0, 30.0, 0.5), Unit("px")] = 3.0
    grain: Annotated[float, Range(10.0, 300.0), Unit("px")] = 70.0
    hold: Annotated[int, Range(1, 12), Unit("frames")] = 4
    drawings: Annotated[int, Range(2, 8)] = 4

    def margin(self) -> float:
        """As far as a line may stray."""
        return self.strength + 1

    def phase(self, moment: Moment) -> float:
        """Which of the few drawings is up; they come round again and again."""
        return float(moment.frame // self.hold % self.drawings + 16 * (moment.seed % 64))

    def repaint(self, pixels: Pixels, scale: float, phase: float) -> Pixels:
        """The picture bent by smooth noise."""
        height, width = pixels.shape[:2]
        draw = np.random.default_rng(int(phase) + 1)
        cells = (
            max(2, round(width / (self.grain * scale))) + 1,
            max(2, round(height / (self.grain * scale))) + 1,
        )
        bent = []
        for axis in (
            np.arange(width, dtype=np.float32)[None, :],
            np.arange(height, dtype=np.float32)[:, None],
        ):
            grid = draw.uniform(-1, 1, (cells[1], cells[0])).astype(np.float32)
            shift = cv2.resize(grid, (width, height), interpolation=cv2.INTER_CUBIC)
            bent.append(np.asarray(axis + shift * np.float32(self.strength * scale), np.float32))
        moved = cv2.remap(
            pixels, bent[0], bent[1], cv2.INTER_LINEAR, borderMode=cv2.BORDER_CONSTANT
        )
        return np.asarray(moved, np.uint8)
