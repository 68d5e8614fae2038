"""The stage as it is seen: the frame as large as it fits, and what lies over it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from kindreel.model.board import Board
from kindreel.model.layers import Stroke
from kindreel_ui.kit import paint
from kindreel_ui.storyboard.desk import Desk
from kindreel_ui.storyboard.stage import overlay
from kindreel_ui.storyboard.stage.neighbours import Neighbours
from kindreel_ui.storyboard.stage.placed import Placed
from kindreel_ui.storyboard.stage.snapping import Guide
from kindreel_ui.storyboard.stage.strokes import draw_stroke
from kindreel_ui.storyboard.stage.viewport import Viewport
from kindreel_ui.storyboard.words import layer_words
from kindreel_ui.theme import colour, theme


class StagePicture(QWidget):
    """Shows the frame under the playhead.

    looked: zoom or shift changed.
    """

    looked = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.view = Viewport()
        self.guides: tuple[Guide, ...] = ()
        self.stroke: Stroke | None = None
        self.shows_safe_zone = True
        self.shows_grid = False
        self.hover: Placed | None = None
        self._picture: QImage | None = None
        self._backdrop: QPixmap | None = None
        self._neighbours = Neighbours(desk)
        self.setAccessibleName("Stage")
        desk.theatre.shown.connect(self._show)
        desk.theatre.thumbnail.connect(self._thumbnail_ready)
        desk.changed.connect(self._follow)
        desk.picked.connect(lambda _before, _after: self._describe())
        desk.player.played.connect(lambda _on: self.update())
        theme().changed.connect(self._redraw)
        if desk.board is not None:
            self.view = replace(self.view, canvas=desk.board.size)

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
        self.looked.emit()
        self._redraw()

    def fit(self) -> None:
        """Show the whole canvas, as large as it fits."""
        self.look(replace(self.view, zoom=None, shift=(0.0, 0.0)))

    def show_neighbours(self, *, on: bool) -> None:
        """Show the scenes before and after beside the stage, or only the stage."""
        self._neighbours.on = on
        self._redraw()

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
        found = self.desk.place
        words = "Nothing chosen"
        if found is not None:
            x, y = found.outline.x, found.outline.y
            words = f"{layer_words(found.layer)}, centre {x:.0f}, {y:.0f}"
        self.setAccessibleDescription(words)
        self._redraw()

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
        found = self.desk.place
        if self.hover is not None and self.hover.layer is not (found.layer if found else None):
            overlay.draw_hover(painter, self.view, self.hover.outline)
        if found is not None:
            outline = found.outline
            words = f"{layer_words(found.layer)}  ·  {outline.width:.0f} × {outline.height:.0f}"
            locked = found.layer.locked
            overlay.draw_chosen(painter, self.view, outline, words, locked=locked)
