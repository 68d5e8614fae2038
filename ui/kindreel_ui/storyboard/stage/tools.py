"""The tools of the stage: what pressing, dragging and letting go does with each."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Protocol

from PySide6.QtCore import Qt

from kindreel.model.edits import layers as edits
from kindreel.model.layers import DrawingLayer, Stroke
from kindreel_ui.storyboard.desk import Desk
from kindreel_ui.storyboard.newscenes import new_drawing, new_sticker, new_text
from kindreel_ui.storyboard.picks import Pick
from kindreel_ui.storyboard.stage.placed import Placed
from kindreel_ui.storyboard.stage.snapping import Guide
from kindreel_ui.storyboard.stage.viewport import Viewport


@dataclass(frozen=True, slots=True)
class Touch:
    """The pointer at one moment: on the canvas, and in px of the widget; how hard a pen presses."""

    canvas: tuple[float, float]
    widget: tuple[float, float]
    shift: bool = False
    alt: bool = False
    pressure: float = 0.6


class Scenery(Protocol):
    """What a tool sees of the stage."""

    desk: Desk
    view: Viewport
    guides: tuple[Guide, ...]
    stroke: Stroke | None
    snaps: bool

    def placed(self) -> tuple[Placed, ...]:
        """The layers on the canvas, bottom first."""

    def look(self, view: Viewport) -> None:
        """Look at the canvas another way."""

    def write(self, pick: Pick) -> None:
        """Let the person type in a layer's text."""


class Tool(Protocol):
    """One tool: it gets the pointer while it is in hand."""

    cursor: Qt.CursorShape

    def press(self, touch: Touch) -> None:
        """The pointer goes down."""

    def drag(self, touch: Touch) -> None:
        """The pointer moves while it is down."""

    def release(self, touch: Touch) -> None:
        """The pointer goes up."""


def topmost(scenery: Scenery, point: tuple[float, float]) -> Placed | None:
    """The highest layer under a point that may be touched."""
    for found in reversed(scenery.placed()):
        if not found.layer.locked and found.outline.holds(point):
            return found
    return None


def chosen(scenery: Scenery) -> Placed | None:
    """The chosen layer as it lies on the canvas."""
    return scenery.desk.place


class HandTool:
    """Pushes the canvas about."""

    cursor = Qt.CursorShape.OpenHandCursor

    def __init__(self, scenery: Scenery) -> None:
        self._scenery = scenery
        self._last = (0.0, 0.0)

    def press(self, touch: Touch) -> None:
        """Take hold."""
        self._last = touch.widget

    def drag(self, touch: Touch) -> None:
        """Push."""
        x, y = self._last
        self._last = touch.widget
        view = self._scenery.view
        self._scenery.look(view.shifted(touch.widget[0] - x, touch.widget[1] - y))

    def release(self, _touch: Touch) -> None:
        """Let go."""


class DrawTool:
    """Draws by hand, thicker the harder a pen presses."""

    cursor = Qt.CursorShape.CrossCursor

    def __init__(self, scenery: Scenery) -> None:
        self._scenery = scenery
        self._points: list[tuple[float, float, float]] = []
        self.ink = Stroke(())

    def press(self, touch: Touch) -> None:
        """Begin a stroke."""
        self._points = []
        self.drag(touch)

    def drag(self, touch: Touch) -> None:
        """Go on; what is drawn shows at once."""
        x, y = touch.canvas
        self._points.append((round(x, 1), round(y, 1), round(touch.pressure, 2)))
        self._scenery.stroke = replace(self.ink, points=tuple(self._points))

    def release(self, _touch: Touch) -> None:
        """Put the stroke on the chosen drawing, or on a new one."""
        stroke, self._scenery.stroke = self._scenery.stroke, None
        desk = self._scenery.desk
        if stroke is None or desk.board is None:
            return
        scene = desk.pick.scene
        sheet = chosen(self._scenery)
        if sheet is not None and isinstance(sheet.layer, DrawingLayer) and not sheet.layer.locked:
            layer = sheet.layer.id
            moved = _onto(sheet, sheet.layer, stroke)
            desk.edit("Draw", lambda b: edits.add_stroke(b, scene, layer, moved))
            return
        drawing = new_drawing(stroke, desk.board.size)
        desk.edit("Draw", lambda b: edits.add_layer(b, scene, drawing))
        desk.choose(Pick(scene, "layer", drawing.id))


def _onto(sheet: Placed, drawing: DrawingLayer, stroke: Stroke) -> Stroke:
    """The stroke in the drawing's own units, however it lies on the canvas."""
    outline = sheet.outline
    wide, high = drawing.size[0] / outline.width, drawing.size[1] / outline.height
    points = []
    for x, y, pressure in stroke.points:
        dx, dy = outline.inside((x, y))
        own = (dx * wide + drawing.size[0] / 2, dy * high + drawing.size[1] / 2)
        points.append((round(own[0], 1), round(own[1], 1), pressure))
    return replace(stroke, points=tuple(points), width=stroke.width * wide)


class TextTool:
    """Puts words where one clicks and lets one type."""

    cursor = Qt.CursorShape.IBeamCursor

    def __init__(self, scenery: Scenery) -> None:
        self._scenery = scenery

    def press(self, touch: Touch) -> None:
        """Add the text."""
        desk = self._scenery.desk
        scene = desk.pick.scene
        layer = new_text(*touch.canvas)
        desk.edit("Add text", lambda b: edits.add_layer(b, scene, layer))
        desk.take("select")
        pick = Pick(scene, "layer", layer.id)
        desk.choose(pick)
        self._scenery.write(pick)

    def drag(self, _touch: Touch) -> None:
        """Nothing to drag."""

    def release(self, _touch: Touch) -> None:
        """Nothing to let go of."""


class StickerTool:
    """Puts a heart where one clicks."""

    cursor = Qt.CursorShape.CrossCursor

    def __init__(self, scenery: Scenery) -> None:
        self._scenery = scenery

    def press(self, touch: Touch) -> None:
        """Add the heart."""
        desk = self._scenery.desk
        scene = desk.pick.scene
        layer = new_sticker(*touch.canvas)
        desk.edit("Add heart", lambda b: edits.add_layer(b, scene, layer))
        desk.take("select")
        desk.choose(Pick(scene, "layer", layer.id))

    def drag(self, _touch: Touch) -> None:
        """Nothing to drag."""

    def release(self, _touch: Touch) -> None:
        """Nothing to let go of."""
