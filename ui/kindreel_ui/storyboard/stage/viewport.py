"""How the canvas lies in the stage: zoom and shift."""

from __future__ import annotations

from dataclasses import dataclass, replace

STEPS = (0.1, 0.15, 0.25, 0.33, 0.5, 0.75, 1.0, 1.5, 2.0, 3.0, 4.0)
MARGIN = 12.0


@dataclass(frozen=True, slots=True)
class Viewport:
    """Canvas units to widget px.

    canvas: the board's size. room: the widget's size in px.
    zoom: px per canvas unit; None fits the canvas into the room.
    shift: px that the canvas' centre stands off the room's centre.
    """

    canvas: tuple[int, int] = (1080, 1920)
    room: tuple[float, float] = (100.0, 100.0)
    zoom: float | None = None
    shift: tuple[float, float] = (0.0, 0.0)

    @property
    def scale(self) -> float:
        """Px per canvas unit in force."""
        if self.zoom is not None:
            return self.zoom
        wide = max(1.0, self.room[0] - 2 * MARGIN) / self.canvas[0]
        high = max(1.0, self.room[1] - 2 * MARGIN) / self.canvas[1]
        return min(wide, high)

    @property
    def corner(self) -> tuple[float, float]:
        """Where the canvas' top left corner lies in the widget."""
        dx, dy = self.shift if self.zoom is not None else (0.0, 0.0)
        left = (self.room[0] - self.canvas[0] * self.scale) / 2 + dx
        top = (self.room[1] - self.canvas[1] * self.scale) / 2 + dy
        return left, top

    @property
    def extent(self) -> tuple[float, float]:
        """The canvas' width and height in px."""
        return self.canvas[0] * self.scale, self.canvas[1] * self.scale

    def to_canvas(self, x: float, y: float) -> tuple[float, float]:
        """The canvas point under a widget point."""
        left, top = self.corner
        return (x - left) / self.scale, (y - top) / self.scale

    def to_widget(self, x: float, y: float) -> tuple[float, float]:
        """Where a canvas point lies in the widget."""
        left, top = self.corner
        return left + x * self.scale, top + y * self.scale

    def zoomed(self, step: int) -> Viewport:
        """The next zoom step in (+1) or out (-1), about the room's centre."""
        larger = [z for z in STEPS if z > self.scale * 1.001]
        smaller = [z for z in STEPS if z < self.scale / 1.001]
        if step > 0:
            zoom = larger[0] if larger else STEPS[-1]
        else:
            zoom = smaller[-1] if smaller else STEPS[0]
        grown = zoom / self.scale
        dx, dy = self.shift if self.zoom is not None else (0.0, 0.0)
        return replace(self, zoom=zoom, shift=(dx * grown, dy * grown))

    def shifted(self, dx: float, dy: float) -> Viewport:
        """The canvas pushed by so many px."""
        x, y = self.shift if self.zoom is not None else (0.0, 0.0)
        return replace(self, zoom=self.scale, shift=(x + dx, y + dy))
