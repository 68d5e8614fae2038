"""The timeline's tracks: seen, scrubbed, chosen, moved and trimmed."""

from __future__ import annotations

from itertools import count

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from kindreel.model.board import Board
from kindreel.model.edits import layers as edits
from kindreel_ui.storyboard.desk import Desk
from kindreel_ui.storyboard.picks import layer_id
from kindreel_ui.storyboard.timeline import drawing
from kindreel_ui.storyboard.timeline.drags import Part, dragged, pulled
from kindreel_ui.storyboard.timeline.drawing import HEADER, ROW, RULER
from kindreel_ui.storyboard.timeline.picture import TOP, TimelinePicture
from kindreel_ui.storyboard.timeline.tracks import Block, Track
from kindreel_ui.storyboard.timeline.waveforms import Waveforms

_EDGE_PX = 6.0
_SNAP_PX = 7.0
_gestures = count(1)


class TimelineView(TimelinePicture):
    """Lets one scrub, choose, move and trim."""

    def __init__(self, desk: Desk, waveforms: Waveforms, parent: QWidget | None = None) -> None:
        super().__init__(desk, waveforms, parent)
        self.snaps = True
        self._hold: _Hold | None = None
        self._scrubs = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setProperty("ringRadius", 4)

    # Pointer ------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Scrub on the ruler, choose and take hold elsewhere."""
        at = event.position()
        if event.button() != Qt.MouseButton.LeftButton or self._desk.board is None:
            return
        if self._press_cut_or_beat(at):
            return
        row = self._row_at(at)
        if at.x() < HEADER:
            if row is not None:
                self._press_header(at, *row)
            return
        block = self._block_at(at, row) if row else None
        if block is None:
            self._scrub(at)
            return
        self._desk.player.stop()
        self._desk.choose(block.pick, seek=False)
        self._hold = _Hold(block, self._part_at(at, block), self._key_at(at, block), at.x())

    def _press_cut_or_beat(self, at: QPointF) -> bool:
        board = self._desk.board
        if board is None or not RULER <= at.y() < TOP or at.x() < HEADER:
            return False
        boxes = drawing.cut_boxes(self._scale, board) + drawing.beat_boxes(self._scale, board)
        pick = next((pick for pick, box in boxes if box.contains(at)), None)
        if pick is not None:
            self._desk.choose(pick)
        return pick is not None

    def _row_at(self, at: QPointF) -> tuple[float, Track] | None:
        if at.y() < TOP:
            return None
        found = [(y, t) for y, t in self._rows() if y <= at.y() < y + ROW]
        return found[-1] if found else None

    def _press_header(self, at: QPointF, y: float, track: Track) -> None:
        if track.pick is None:
            return
        eye, lock = (box.adjusted(-5, -5, 5, 5) for box in drawing.header_buttons(y))
        scene, layer = track.pick.scene, layer_id(track.pick)
        if eye.contains(at):
            label = "Hide layer" if track.visible else "Show layer"
            visible = not track.visible
            self._desk.edit(label, lambda b: edits.show_layer(b, scene, layer, visible=visible))
        elif lock.contains(at):
            label = "Free layer" if track.locked else "Lock layer"
            locked = not track.locked
            self._desk.edit(label, lambda b: edits.lock_layer(b, scene, layer, locked=locked))
        else:
            self._desk.choose(track.pick)

    def _block_at(self, at: QPointF, row: tuple[float, Track]) -> Block | None:
        y, track = row
        for block in reversed(track.blocks):
            box = drawing.block_box(self._scale, block, y)
            if box.left() - 2 <= at.x() <= box.right() + 2:
                return block
        return None

    def _part_at(self, at: QPointF, block: Block) -> Part:
        left, right = self._scale.x_of(block.start), self._scale.x_of(block.end) - 2
        if right - left > 3 * _EDGE_PX:
            if at.x() - left < _EDGE_PX:
                return "start"
            if right - at.x() < _EDGE_PX:
                return "end"
        return "whole"

    def _key_at(self, at: QPointF, block: Block) -> int | None:
        near = (k for k in block.keys if abs(self._scale.x_of(k) - at.x()) <= 7)
        return next(near, None)

    def _scrub(self, at: QPointF) -> None:
        self._scrubs = True
        self._desk.player.seek(self._scale.frame_at(at.x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Scrub, or drag what is held; otherwise show what a press would do."""
        at = event.position()
        if self._scrubs:
            self._scrub(at)
        elif self._hold is not None:
            self._drag(self._hold, at.x())
        else:
            self._show_cursor(at)

    def _show_cursor(self, at: QPointF) -> None:
        row = self._row_at(at)
        block = self._block_at(at, row) if row and at.x() >= HEADER else None
        edge = block is not None and self._part_at(at, block) != "whole"
        key = block is not None and self._key_at(at, block) is not None
        shape = Qt.CursorShape.SizeHorCursor if edge or key else Qt.CursorShape.ArrowCursor
        self.setCursor(shape)

    def _drag(self, hold: _Hold, x: float) -> None:
        frames = round((x - hold.x) / self._scale.per_frame)
        if not hold.moved and abs(x - hold.x) < 3:
            return
        board = hold.before or self._desk.board
        if board is None:
            return
        hold.before, hold.moved = board, True
        if hold.key is not None:
            self._drag_key(hold, board, hold.key, frames)
            return
        block = hold.block
        edge = block.end if hold.part == "end" else block.start
        frames = self._snapped(edge + frames, block) - edge
        label = "Move" if hold.part == "whole" else "Trim"
        after = dragged(board, block.pick, hold.part, frames)
        self._desk.edit(f"{label} {block.pick.kind}", lambda _b: after, hold.gesture)

    def _drag_key(self, hold: _Hold, board: Board, key: int, frames: int) -> None:
        pick = hold.block.pick
        layer = next(p for p in board.panel(pick.scene).layers if p.id == pick.id)
        own = key - board.span_of(pick.scene).start - layer.start
        after = edits.move_keys(board, pick.scene, layer.id, own, max(0, own + frames))
        self._desk.edit("Move keyframe", lambda _b: after, hold.gesture)

    def _snapped(self, edge: int, block: Block) -> int:
        if not self.snaps:
            return edge
        others = [b for t in self._tracks for b in t.blocks if b.pick != block.pick]
        marks = {self._desk.player.frame, *(b.start for b in others), *(b.end for b in others)}
        board = self._desk.board
        marks |= {s.start for s in board.spans()} if board else set()
        return pulled(edge, marks, _SNAP_PX / self._scale.per_frame)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Let go; a whole drag is one step of undo."""
        if self._hold is not None and self._hold.moved:
            self._desk.end_gesture()
        elif self._hold is not None:
            self._desk.player.seek(self._clicked_frame(self._hold))
        self._hold, self._scrubs = None, False

    def _clicked_frame(self, hold: _Hold) -> int:
        if hold.key is not None:
            return hold.key
        inside = hold.block.start <= self._desk.player.frame < hold.block.end
        return self._desk.player.frame if inside else hold.block.start

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl, go along with Shift, else up and down."""
        steps = event.angleDelta()
        mods = event.modifiers()
        if mods & Qt.KeyboardModifier.ControlModifier:
            self.set_zoom(self._scale.zoom * (1.25 if steps.y() > 0 else 0.8))
        elif mods & Qt.KeyboardModifier.ShiftModifier or steps.x():
            self._scale = self._scale.scrolled(self._scale.offset - (steps.x() or steps.y()))
        else:
            self._scroll = max(0.0, min(self._most_scroll(), self._scroll - steps.y() / 2))
        self._redraw()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right move the playhead, up and down choose a layer."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        rows = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step is not None:
            far = 10 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
            self._desk.player.step(step * far)
        elif rows is not None:
            self._choose_row(rows)
        else:
            super().keyPressEvent(event)

    def _choose_row(self, step: int) -> None:
        picks = [t.pick for t in self._tracks if t.pick is not None]
        if picks:
            here = self._desk.pick
            at = picks.index(here) + step if here in picks else (0 if step > 0 else -1)
            self._desk.choose(picks[max(0, min(len(picks) - 1, at))])


class _Hold:
    """A block under the pressed pointer."""

    def __init__(self, block: Block, part: Part, key: int | None, x: float) -> None:
        self.block, self.part, self.key, self.x = block, part, key, x
        self.moved = False
        self.before: Board | None = None
        self.gesture = f"timeline {next(_gestures)}"
