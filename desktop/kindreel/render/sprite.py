"""What a layer looks like at rest, before anything moves it."""

from __future__ import annotations

from typing import Protocol

from kindreel.render.raster import Raster
from kindreel.render.sources import Sources


class Sprite(Protocol):
    """A hashable value that can become pixels; equal sprites give equal pixels."""

    @property
    def box(self) -> tuple[float, float]:
        """Width and height in canvas units, about the sprite's centre."""

    def raster(self, scale: float, sources: Sources) -> Raster:
        """The pixels for a scale in pixels per canvas unit; bitmaps may give fewer or more."""
