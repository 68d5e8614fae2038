"""The stage to work on: the pointer, the keys and dropped files go to the tool in hand."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QTabletEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from kindreel.model.layers import BubbleLayer, TextLayer
from kindreel.render import layout
from kindreel_ui.storyboard.desk import Desk
from kindreel_ui.storyboard.intake import ENDINGS
from kindreel_ui.storyboard.picks import Pick
from kindreel_ui.storyboard.stage import placed
from kindreel_ui.storyboard.stage.outline import HANDLES, TURN
from kindreel_ui.storyboard.stage.picture import StagePicture
from kindreel_ui.storyboard.stage.selecting import SelectTool
from kindreel_ui.storyboard.stage.tools import (
    DrawTool,
    HandTool,
    StickerTool,
    TextTool,
    Tool,
    Touch,
    topmost,
)
from kindreel_ui.storyboard.stage.viewport import Viewport
from kindreel_ui.storyboard.stage.writing import WritingField
from kindreel_ui.storyboard.words import layer_words

_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class StageView(StagePicture):
    """Lets one touch the layers of the frame on show.

    dropped: paths of pictures, clips and sounds dropped on it.
    """

    dropped = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.snaps = True
        self._pressed = False
        self._pen = 0.6
        self._tools: Mapping[str, Tool] = {
            "select": SelectTool(self),
            "hand": HandTool(self),
            "draw": DrawTool(self),
            "text": TextTool(self),
            "sticker": StickerTool(self),
        }
        self._writing = WritingField(desk, self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAcceptDrops(True)
        self.setProperty("ring", "none")
        desk.tool_taken.connect(lambda _tool: self._dress())

    def look(self, view: Viewport) -> None:
        """Look at the canvas another way; a field that is open goes along."""
        super().look(view)
        self._writing.lie(self.view)

    def write(self, pick: Pick) -> None:
        """Let the person type in a layer's text, in place."""
        found = next((p for p in self.placed() if p.layer.id == pick.id), None)
        if found is not None and isinstance(found.layer, TextLayer | BubbleLayer):
            self._writing.open(pick, found, self.view)

    def _dress(self) -> None:
        self.setCursor(self._tools[self.desk.tool].cursor)

    # Pointer ------------------------------------------------------------------------------------

    def _touch(self, event: QMouseEvent | QTabletEvent, pressure: float = 0.6) -> Touch:
        at = event.position()
        mods = event.modifiers()
        return Touch(
            self.view.to_canvas(at.x(), at.y()),
            (at.x(), at.y()),
            bool(mods & Qt.KeyboardModifier.ShiftModifier),
            bool(mods & Qt.KeyboardModifier.AltModifier),
            pressure,
        )

    def _hand(self, event: QMouseEvent) -> Tool:
        middle = bool(event.buttons() & Qt.MouseButton.MiddleButton)
        return self._tools["hand" if middle else self.desk.tool]

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Give the pointer to the tool, or go to a neighbour that was clicked."""
        self.desk.player.stop()
        neighbour = self._neighbours.at(self.view, event.position())
        if neighbour is not None:
            self.desk.choose(Pick(neighbour))
            return
        if event.button() in {Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton}:
            self._writing.close_field()
            self._pressed = True
            self._hand(event).press(self._touch(event, self._pen))
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag, or show what a click would choose."""
        touch = self._touch(event, self._pen)
        if self._pressed:
            self._hand(event).drag(touch)
            self.update()
        elif self.desk.tool == "select":
            self._hover_at(touch)

    def _hover_at(self, touch: Touch) -> None:
        hover = topmost(self, touch.canvas)
        tool = self._tools["select"]
        handle = tool.handle_under(touch.canvas) if isinstance(tool, SelectTool) else None
        self.setCursor(_cursor(handle) if handle else tool.cursor)
        if hover is not self.hover:
            self.hover = hover
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        if self._pressed:
            self._pressed = False
            tool = self._tools[self.desk.tool]
            if event.button() == Qt.MouseButton.MiddleButton:
                tool = self._tools["hand"]
            tool.release(self._touch(event, self._pen))
            self._pen = 0.6
            self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Type in the text under the pointer."""
        at = event.position()
        found = topmost(self, self.view.to_canvas(at.x(), at.y()))
        if found is not None and isinstance(found.layer, TextLayer | BubbleLayer):
            pick = Pick(self.desk.pick.scene, "layer", found.layer.id)
            self.desk.choose(pick)
            self.write(pick)
            return
        caption = self._caption_at(self.view.to_canvas(at.x(), at.y()))
        if caption is not None:
            self.desk.choose(Pick(self.desk.pick.scene, "caption", caption))

    def _caption_at(self, point: tuple[float, float]) -> str | None:
        board, project = self.desk.board, self.desk.project
        if board is None or project is None:
            return None
        for box in layout.boxes(project, board, self.desk.player.frame):
            if box.caption is not None and placed.outline_of(box.quad).holds(point):
                return box.caption
        return None

    def tabletEvent(self, event: QTabletEvent) -> None:
        """Remember how hard the pen presses; Qt sends the mouse event after it."""
        self._pen = event.pressure() or 0.05
        event.ignore()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl, push the canvas otherwise when it is larger than the room."""
        steps = event.angleDelta()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.look(self.view.zoomed(1 if steps.y() > 0 else -1))
        elif self.view.zoom is not None:
            self.look(self.view.shifted(steps.x() / 4, steps.y() / 4))

    def leaveEvent(self, _event: QEvent) -> None:
        """Nothing is under the pointer any more."""
        self.hover = None
        self.update()

    # Keys ---------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the chosen layer by 1, with Shift by 10; Enter types, Esc lets go."""
        step = _ARROWS.get(Qt.Key(event.key()))
        if step is not None and self._nudge(step, event.modifiers()):
            return
        if event.key() == Qt.Key.Key_Escape:
            self.desk.take("select")
            self.desk.let_go()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.desk.layer is not None:
            self.write(self.desk.pick)
        else:
            super().keyPressEvent(event)

    def _nudge(self, step: tuple[int, int], mods: Qt.KeyboardModifier) -> bool:
        found = self.desk.place
        if found is None or found.layer.locked:
            return False
        far = 10 if mods & Qt.KeyboardModifier.ShiftModifier else 1
        scene, frame = self.desk.pick.scene, self.desk.layer_frame(found.layer)
        offset = (float(step[0] * far), float(step[1] * far))
        label = f"Move {layer_words(found.layer)}"
        gesture = f"nudge {found.layer.id}"
        self.desk.edit(label, lambda b: placed.move(b, scene, found, frame, offset), gesture)
        return True

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """A row of nudges ends; hide the ring."""
        self.desk.end_gesture()
        super().focusOutEvent(event)
        self.update()

    # Dropped files ------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take pictures only; the window knows what to do with the rest."""
        if _files(event):
            event.acceptProposedAction()
        else:
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand the files over."""
        self.dropped.emit(_files(event))
        event.acceptProposedAction()


def _files(event: QDropEvent) -> list[str]:
    files = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
    return [file for file in files if file.lower().endswith(ENDINGS)]


def _cursor(handle: str) -> Qt.CursorShape:
    shapes = Qt.CursorShape
    if handle == TURN:
        return shapes.PointingHandCursor
    across, down = HANDLES[handle]
    if not across:
        return shapes.SizeVerCursor
    if not down:
        return shapes.SizeHorCursor
    return shapes.SizeFDiagCursor if across == down else shapes.SizeBDiagCursor
