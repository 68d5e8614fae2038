"""The scenes before and after, small and dim beside the stage."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from kindreel.model.ids import SceneId
from kindreel_ui.kit import paint, paint_thumbnail
from kindreel_ui.storyboard.desk import Desk
from kindreel_ui.storyboard.filmstrip.model import telling_frame
from kindreel_ui.storyboard.stage.viewport import Viewport
from kindreel_ui.storyboard.words import beat_words
from kindreel_ui.theme import colour, font

_GAP = 36.0
_TOOL_ROOM = 64.0
_THUMBNAIL = (216, 384)


class Neighbours:
    """Paints them when there is room, and knows which one is under the pointer."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.on = True

    def boxes(self, view: Viewport) -> list[tuple[SceneId, int, QRectF]]:
        """Scene, its place on the board, and where it is painted."""
        span, board = self._desk.span, self._desk.board
        if span is None or board is None or view.zoom is not None or not self.on:
            return []
        high = view.extent[1] * 0.5
        wide = high * view.canvas[0] / view.canvas[1]
        left, top = view.corner
        y = top + (view.extent[1] - high) / 2
        found = []
        for step, x in ((-1, left - _GAP - wide), (1, left + view.extent[0] + _GAP)):
            index = span.index + step
            room = x > _TOOL_ROOM and x + wide < view.room[0] - 12
            if 0 <= index < len(board.panels) and room:
                found.append((board.panels[index].id, index, QRectF(x, y, wide, high)))
        return found

    def at(self, view: Viewport, point: QPointF) -> SceneId | None:
        """The neighbour under a point."""
        return next((scene for scene, _, box in self.boxes(view) if box.contains(point)), None)

    def draw(self, painter: QPainter, view: Viewport) -> None:
        """Paint both."""
        board, project = self._desk.board, self._desk.project
        if board is None or project is None:
            return
        for scene, index, box in self.boxes(view):
            span = board.span_of(scene)
            key = ("beside", scene, id(span.panel), id(project.creators))
            frame = span.start + telling_frame(span.panel)
            picture = self._desk.theatre.picture(board, frame, _THUMBNAIL, key)
            paint_thumbnail(painter, box, picture, 10)
            paint.rounded(painter, box, 10, fill=colour("bg", 0.58))
            words = f"{index + 1}  {beat_words(span.panel.beat)}"
            foot = QRectF(box.x(), box.bottom() + 8, box.width(), 16)
            paint.text(painter, foot, words, font("caption"), colour("text3"), paint.CENTRE)
