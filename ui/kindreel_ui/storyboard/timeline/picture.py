"""The timeline's tracks as they are seen."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import (
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from kindreel_ui.kit import paint
from kindreel_ui.storyboard.desk import Desk
from kindreel_ui.storyboard.picks import Pick
from kindreel_ui.storyboard.timeline import drawing
from kindreel_ui.storyboard.timeline.drawing import BEATS, HEADER, ROW, RULER
from kindreel_ui.storyboard.timeline.scale import Scale
from kindreel_ui.storyboard.timeline.tracks import Track, tracks
from kindreel_ui.storyboard.timeline.waveforms import Waveforms
from kindreel_ui.theme import colour, theme

TOP = RULER + BEATS
_LEFT = HEADER + 12


class TimelinePicture(QWidget):
    """Ruler, beats and tracks on one grid.

    zoomed: the zoom changed, 1 shows all.
    """

    zoomed = Signal(float)

    def __init__(self, desk: Desk, waveforms: Waveforms, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._waveforms = waveforms
        self._scale = Scale(1, _LEFT, 100.0)
        self._tracks: tuple[Track, ...] = ()
        self._scroll = 0.0
        self._drawn: QPixmap | None = None
        self.setAccessibleName("Timeline")
        desk.changed.connect(lambda _before, _after: self.read())
        desk.picked.connect(self._follow_pick)
        desk.player.moved.connect(self._follow_playhead)
        waveforms.ready.connect(self.read)
        theme().changed.connect(self._redraw)
        self.read()

    # What is shown ------------------------------------------------------------------------------

    @property
    def scale(self) -> Scale:
        """How frames lie."""
        return self._scale

    def read(self) -> None:
        """Take over the board as it is now."""
        board = self._desk.board
        self._tracks = ()
        if board is not None:
            self._scale = replace(self._scale, length=board.length, rate=board.rate)
            self._tracks = tracks(board, self._desk.pick.scene, self._waveforms.lengths_s)
        self._scroll = min(self._scroll, self._most_scroll())
        self._describe()
        self._redraw()

    def _follow_pick(self, _before: Pick, _after: Pick) -> None:
        self.read()
        self._show_chosen()

    def _describe(self) -> None:
        layer = next((t for t in self._tracks if t.pick == self._desk.pick), None)
        words = f"{len(self._tracks)} tracks"
        self.setAccessibleDescription(f"{words}, {layer.words} chosen" if layer else words)

    def _most_scroll(self) -> float:
        rows = len(self._tracks) - sum(1 for t in self._tracks if t.pinned)
        room = self.height() - TOP - (len(self._tracks) - rows) * ROW
        return max(0.0, rows * ROW - max(ROW, room))

    def sizeHint(self) -> QSize:
        """Five tracks."""
        return QSize(600, round(TOP + 5 * ROW))

    def set_zoom(self, zoom: float) -> None:
        """Show more or less time; the playhead stays where it is."""
        self._scale = self._scale.zoomed(zoom, self._desk.player.frame)
        self.zoomed.emit(self._scale.zoom)
        self._redraw()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the tracks the width there is."""
        wide = max(100.0, event.size().width() - _LEFT - 16)
        self._scale = replace(self._scale, width=wide).scrolled(self._scale.offset)
        self._scroll = min(self._scroll, self._most_scroll())
        self._redraw()

    def _follow_playhead(self, frame: int) -> None:
        before = self._scale
        if self._desk.player.playing:
            self._scale = self._scale.showing(frame)
        if self._scale is before:
            self.update()
        else:
            self._redraw()

    # Painting -----------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint what was drawn before, and the playhead over it."""
        if self._drawn is None:
            self._drawn = self._draw_all()
        with QPainter(self) as painter:
            paint.smooth(painter)
            painter.drawPixmap(0, 0, self._drawn)
            if self._desk.board is None:
                return
            painter.setClipRect(QRectF(HEADER + 1, 0, self.width() - HEADER, self.height()))
            drawing.draw_playhead(painter, self._scale, self._desk.player.frame, self.height())

    def _redraw(self) -> None:
        """Draw everything anew at the next paint; the playhead alone needs no more than a paint."""
        self._drawn = None
        self.update()

    def _draw_all(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        drawn = QPixmap(self.size() * ratio)
        drawn.setDevicePixelRatio(ratio)
        drawn.fill(colour("surface"))
        board = self._desk.board
        if board is None:
            return drawn
        with QPainter(drawn) as painter:
            paint.smooth(painter)
            self._draw_rows(painter)
            painter.fillRect(QRectF(0, 0, self.width(), TOP), colour("surface"))
            painter.setClipRect(QRectF(HEADER, 0, self.width() - HEADER, self.height()))
            drawing.draw_ruler(painter, self._scale)
            drawing.draw_beats(painter, self._scale, board, self._desk.pick)
            drawing.draw_scene_line(painter, self._scale, board, self._desk.pick.scene)
            painter.setClipping(False)
            drawing.draw_beats_title(painter)
            painter.fillRect(QRectF(HEADER, 0, 1, self.height()), colour("stroke"))
        return drawn

    def _draw_rows(self, painter: QPainter) -> None:
        wide, high = self.width(), self.height()
        for y, track in self._rows():
            on = track.pick is not None and track.pick == self._desk.pick
            if on:
                painter.fillRect(QRectF(0, y, wide, ROW), colour("selection"))
            else:
                painter.fillRect(QRectF(0, y, wide, ROW), colour("surface"))
            painter.fillRect(QRectF(0, y, wide, 1), colour("stroke"))
            drawing.draw_header(painter, track, y, on=on)
            painter.save()
            painter.setClipRect(QRectF(HEADER, TOP, wide - HEADER, high - TOP))
            for block in track.blocks:
                chosen = block.pick == self._desk.pick
                levels = self._waveforms.levels
                drawing.draw_block(painter, self._scale, track, block, y, on=chosen, levels=levels)
            painter.restore()

    def _rows(self) -> list[tuple[float, Track]]:
        """Captions on top, voice and music at the foot stay; what is between them scrolls."""
        above = self._tracks[:1]
        layers = [t for t in self._tracks if not t.pinned]
        below = [t for t in self._tracks[1:] if t.pinned]
        top = TOP + ROW * len(above)
        foot = min(self.height() - ROW * len(below), top + ROW * len(layers))
        rows = [(top + i * ROW - self._scroll, t) for i, t in enumerate(layers)]
        rows = [(y, t) for y, t in rows if y + ROW > top and y < foot]
        rows += [(TOP + i * ROW, t) for i, t in enumerate(above)]
        rows += [(foot + i * ROW, t) for i, t in enumerate(below)]
        return rows

    def _show_chosen(self) -> None:
        """Scroll to the chosen layer's row."""
        picks = [t.pick for t in self._tracks if t.pick is not None]
        if self._desk.pick not in picks:
            return
        y = picks.index(self._desk.pick) * ROW
        rows = len(self._tracks) - sum(1 for t in self._tracks if t.pinned)
        room = rows * ROW - self._most_scroll()
        self._scroll = min(y, max(self._scroll, y + ROW - room))
        self._redraw()
