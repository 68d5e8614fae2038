"""The tools of the stage: what pressing, dragging and letting go does with each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import count
from typing import Protocol

from PySide6.QtCore import Qt

from kindreel.model.board import Board
from kindreel.model.edits import layers as edits
from kindreel.model.ids import SceneId
from kindreel.model.layers import BubbleLayer, DrawingLayer, Stroke, TextLayer
from kindreel_ui.storyboard.desk import Desk
from kindreel_ui.storyboard.newscenes import new_drawing, new_sticker, new_text
from kindreel_ui.storyboard.picks import Pick
from kindreel_ui.storyboard.stage import placed as shaping
from kindreel_ui.storyboard.stage.outline import TURN, handle_at, resized, turned
from kindreel_ui.storyboard.stage.overlay import REACH_PX
from kindreel_ui.storyboard.stage.placed import Placed
from kindreel_ui.storyboard.stage.snapping import Guide, snapped
from kindreel_ui.storyboard.stage.viewport import Viewport
from kindreel_ui.storyboard.words import layer_words

_HANDLE_PX = 9.0
_SNAP_PX = 6.0
_START_PX = 3.0
_gestures = count(1)


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


class SelectTool:
    """Chooses, moves, resizes and turns layers."""

    cursor = Qt.CursorShape.ArrowCursor

    def __init__(self, scenery: Scenery) -> None:
        self._scenery = scenery
        self._start: Placed | None = None
        self._handle: str | None = None
        self._from = Touch((0, 0), (0, 0))
        self._moving = False
        self._gesture = ""

    def handle_under(self, point: tuple[float, float]) -> str | None:
        """The handle of the chosen layer under a point."""
        found = chosen(self._scenery)
        if found is None or found.layer.locked:
            return None
        scale = self._scenery.view.scale
        return handle_at(found.outline, point, _HANDLE_PX / scale, REACH_PX / scale)

    def press(self, touch: Touch) -> None:
        """Take a handle, or choose what is under the pointer."""
        desk = self._scenery.desk
        self._from, self._moving = touch, False
        self._gesture = f"stage {next(_gestures)}"
        self._handle = self.handle_under(touch.canvas)
        if self._handle is not None:
            self._start = chosen(self._scenery)
            return
        already = chosen(self._scenery)
        if already is not None and already.outline.holds(touch.canvas) and not already.layer.locked:
            self._start = already
            return
        self._start = topmost(self._scenery, touch.canvas)
        if self._start is None:
            desk.let_go()
        else:
            desk.choose(Pick(desk.pick.scene, "layer", self._start.layer.id))

    def drag(self, touch: Touch) -> None:
        """Move, resize or turn what was taken."""
        start = self._start
        if start is None:
            return
        far = max(abs(a - b) for a, b in zip(touch.widget, self._from.widget, strict=True))
        self._moving = self._moving or far >= _START_PX
        if not self._moving:
            return
        scene = self._scenery.desk.pick.scene
        frame = self._scenery.desk.layer_frame(start.layer)
        if self._handle is None:
            self._move(start, scene, frame, touch)
        elif self._handle == TURN:
            to = turned(start.outline, touch.canvas, by_steps=touch.shift)
            self._edit(
                f"Turn {layer_words(start.layer)}",
                lambda b: shaping.turn(b, scene, start, frame, to),
            )
        else:
            self._resize(start, scene, frame, touch)

    def _resize(self, start: Placed, scene: SceneId, frame: int, touch: Touch) -> None:
        handle = self._handle or ""
        letters = isinstance(start.layer, TextLayer | BubbleLayer) and " " in handle
        keep = touch.shift or letters
        to = resized(start.outline, handle, touch.canvas, keep_ratio=keep, from_centre=touch.alt)
        self._edit(
            f"Resize {layer_words(start.layer)}",
            lambda b: shaping.resize(b, scene, start, frame, to, handle),
        )

    def _move(self, start: Placed, scene: SceneId, frame: int, touch: Touch) -> None:
        dx = touch.canvas[0] - self._from.canvas[0]
        dy = touch.canvas[1] - self._from.canvas[1]
        if touch.shift:
            dx, dy = (dx, 0.0) if abs(dx) > abs(dy) else (0.0, dy)
        if self._scenery.snaps and not touch.alt:
            others = [
                p.outline.bounds() for p in self._scenery.placed() if p.layer.id != start.layer.id
            ]
            box = start.outline.moved(dx, dy).bounds()
            view = self._scenery.view
            snap = snapped(box, others, view.canvas, _SNAP_PX / view.scale)
            dx, dy = dx + snap.dx, dy + snap.dy
            self._scenery.guides = snap.guides
        self._edit(
            f"Move {layer_words(start.layer)}",
            lambda b: shaping.move(b, scene, start, frame, (dx, dy)),
        )

    def _edit(self, label: str, change: Callable[[Board], Board]) -> None:
        self._scenery.desk.edit(label, change, self._gesture)

    def release(self, _touch: Touch) -> None:
        """Let go; the whole drag is one step of undo."""
        self._scenery.guides = ()
        if self._moving:
            self._scenery.desk.end_gesture()
        self._start = None


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
