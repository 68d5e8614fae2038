"""The stage itself: the frame as large as it fits, and the pointer on it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDropEvent,
    QFocusEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QTabletEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from kindreel.model.board import Board
from kindreel.model.layers import BubbleLayer, Stroke, TextLayer
from kindreel.render import layout
from kindreel_ui.kit import paint
from kindreel_ui.storyboard.desk import Desk
from kindreel_ui.storyboard.picks import Pick
from kindreel_ui.storyboard.stage import overlay, placed
from kindreel_ui.storyboard.stage.neighbours import Neighbours
from kindreel_ui.storyboard.stage.outline import HANDLES, TURN
from kindreel_ui.storyboard.stage.placed import Placed
from kindreel_ui.storyboard.stage.snapping import Guide
from kindreel_ui.storyboard.stage.strokes import draw_stroke
from kindreel_ui.storyboard.stage.tools import (
    DrawTool,
    HandTool,
    SelectTool,
    StickerTool,
    TextTool,
    Tool,
    Touch,
    chosen,
    topmost,
)
from kindreel_ui.storyboard.stage.viewport import Viewport
from kindreel_ui.storyboard.stage.writing import WritingField
from kindreel_ui.storyboard.words import layer_words
from kindreel_ui.theme import colour, theme

_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_PICTURES = (".png", ".jpg", ".jpeg", ".webp", ".gif", ".svg", ".bmp", ".tif", ".tiff")


class StageView(QWidget):
    """Shows the frame under the playhead and lets one touch its layers.

    looked: zoom or shift changed. dropped: paths of pictures dropped on it.
    """

    looked = Signal()
    dropped = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.view = Viewport()
        self.guides: tuple[Guide, ...] = ()
        self.stroke: Stroke | None = None
        self.snaps = True
        self.shows_safe_zone = True
        self.shows_grid = False
        self._picture: QImage | None = None
        self._backdrop: QPixmap | None = None
        self._hover: Placed | None = None
        self._pressed = False
        self._pen = 0.6
        self._tools: Mapping[str, Tool] = {
            "select": SelectTool(self),
            "hand": HandTool(self),
            "draw": DrawTool(self),
            "text": TextTool(self),
            "sticker": StickerTool(self),
        }
        self._neighbours = Neighbours(desk)
        self._writing = WritingField(desk, self)
        self._set_up()

    def _set_up(self) -> None:
        self.setAccessibleName("Stage")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAcceptDrops(True)
        self.setProperty("ring", "none")
        self.desk.theatre.shown.connect(self._show)
        self.desk.theatre.thumbnail.connect(self._thumbnail_ready)
        self.desk.changed.connect(self._follow)
        self.desk.picked.connect(lambda _before, _after: self._describe())
        self.desk.tool_taken.connect(lambda _tool: self._dress())
        self.desk.player.played.connect(lambda _on: self.update())
        theme().changed.connect(self._redraw)
        if self.desk.board is not None:
            self.view = replace(self.view, canvas=self.desk.board.size)

    # What is seen -------------------------------------------------------------------------------

    def placed(self) -> tuple[Placed, ...]:
        """The layers on the canvas at the playhead, bottom first."""
        return self.desk.placed()

    def look(self, view: Viewport) -> None:
        """Look at the canvas another way."""
        self.view = view
        ratio = self.devicePixelRatioF()
        wide, high = (min(side * ratio, 4096) for side in view.extent)
        self.desk.theatre.set_size(max(1, round(wide)), max(1, round(high)))
        self._writing.lie(self.view)
        self.looked.emit()
        self._redraw()

    def fit(self) -> None:
        """Show the whole canvas, as large as it fits."""
        self.look(replace(self.view, zoom=None, shift=(0.0, 0.0)))

    def show_neighbours(self, *, on: bool) -> None:
        """Show the scenes before and after beside the stage, or only the stage."""
        self._neighbours.on = on
        self._redraw()

    def write(self, pick: Pick) -> None:
        """Let the person type in a layer's text, in place."""
        found = next((p for p in self.placed() if p.layer.id == pick.id), None)
        if found is not None and isinstance(found.layer, TextLayer | BubbleLayer):
            self._writing.open(pick, found, self.view)

    def _show(self, image: QImage, _frame: int) -> None:
        self._picture = image
        if self.desk.player.playing:
            self.update(overlay.frame_box(self.view).toAlignedRect())
        else:
            self.update()

    def _thumbnail_ready(self, key: object) -> None:
        if isinstance(key, tuple) and key[0] == "beside":
            self._redraw()

    def _redraw(self) -> None:
        """Draw the backdrop anew, too."""
        self._backdrop = None
        self.update()

    def _follow(self, _before: Board | None, after: Board | None) -> None:
        if after is not None and after.size != self.view.canvas:
            self.look(replace(self.view, canvas=after.size))
        self._describe()

    def _describe(self) -> None:
        found = chosen(self)
        words = "Nothing chosen"
        if found is not None:
            x, y = found.outline.x, found.outline.y
            words = f"{layer_words(found.layer)}, centre {x:.0f}, {y:.0f}"
        self.setAccessibleDescription(words)
        self._redraw()

    def _dress(self) -> None:
        self.setCursor(self._tools[self.desk.tool].cursor)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the canvas into the new room."""
        size = event.size()
        self.look(replace(self.view, room=(float(size.width()), float(size.height()))))

    # Painting -----------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint neighbours, frame and what lies over it."""
        if self._backdrop is None:
            self._backdrop = self._draw_backdrop()
        with QPainter(self) as painter:
            paint.smooth(painter)
            painter.drawPixmap(0, 0, self._backdrop)
            if self.desk.board is None:
                return
            self._draw_frame(painter)
            if not self.desk.player.playing:
                self._draw_over(painter)
            if self.hasFocus():
                edge = overlay.frame_box(self.view).adjusted(-3, -3, 3, 3)
                paint.rounded(painter, edge, 10, stroke=colour("focus"), width=2)

    def _draw_backdrop(self) -> QPixmap:
        """What stays the same while a scene plays: the ground, the neighbours, the shadow."""
        ratio = self.devicePixelRatioF()
        drawn = QPixmap(self.size() * ratio)
        drawn.setDevicePixelRatio(ratio)
        drawn.fill(colour("bg"))
        if self.desk.board is None:
            return drawn
        with QPainter(drawn) as painter:
            paint.smooth(painter)
            self._neighbours.draw(painter, self.view)
            box = overlay.frame_box(self.view)
            depth = 8 if theme().mode == "dark" else 3
            for ring in range(1, 13):
                around = box.adjusted(-ring, 4 - ring, ring, ring + 4)
                paint.rounded(painter, around, 8 + ring, fill=QColor(0, 0, 0, depth))
        return drawn

    def _draw_frame(self, painter: QPainter) -> None:
        box = overlay.frame_box(self.view)
        painter.save()
        if not self.desk.player.playing:  # cutting the corners costs more than the picture
            paint.clip_round(painter, box, overlay.CORNER)
        if self._picture is None:
            painter.fillRect(box, colour("hover"))
        else:
            painter.drawImage(box, self._picture, QRectF(self._picture.rect()))
        if self.stroke is not None:
            draw_stroke(painter, self.view, self.stroke)
        painter.restore()

    def _draw_over(self, painter: QPainter) -> None:
        if self.shows_safe_zone:
            overlay.draw_safe_zone(painter, self.view)
        if self.shows_grid:
            overlay.draw_grid(painter, self.view)
        overlay.draw_guides(painter, self.view, self.guides)
        found = chosen(self)
        if self._hover is not None and self._hover.layer is not (found.layer if found else None):
            overlay.draw_hover(painter, self.view, self._hover.outline)
        if found is not None:
            outline = found.outline
            words = f"{layer_words(found.layer)}  ·  {outline.width:.0f} × {outline.height:.0f}"
            locked = found.layer.locked
            overlay.draw_chosen(painter, self.view, outline, words, locked=locked)

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
        if hover is not self._hover:
            self._hover = hover
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
        self._hover = None
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
        found = chosen(self)
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
        if _pictures(event):
            event.acceptProposedAction()
        else:
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand the pictures over."""
        self.dropped.emit(_pictures(event))
        event.acceptProposedAction()


def _pictures(event: QDropEvent) -> list[str]:
    files = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
    return [file for file in files if file.lower().endswith(_PICTURES)]


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
