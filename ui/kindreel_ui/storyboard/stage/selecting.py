"""The tool that chooses, moves, resizes and turns."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count

from PySide6.QtCore import Qt

from kindreel.model.board import Board
from kindreel.model.ids import SceneId
from kindreel.model.layers import BubbleLayer, TextLayer
from kindreel_ui.storyboard.picks import Pick
from kindreel_ui.storyboard.stage import placed as shaping
from kindreel_ui.storyboard.stage.outline import TURN, handle_at, resized, turned
from kindreel_ui.storyboard.stage.overlay import REACH_PX
from kindreel_ui.storyboard.stage.placed import Placed
from kindreel_ui.storyboard.stage.snapping import snapped
from kindreel_ui.storyboard.stage.tools import Scenery, Touch, chosen, topmost
from kindreel_ui.storyboard.words import layer_words

_HANDLE_PX = 9.0
_SNAP_PX = 6.0
_START_PX = 3.0
_gestures = count(1)


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
