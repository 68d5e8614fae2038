"""The four parts of a turn over time: avatar, change, name and line, hold."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter
from PySide6.QtWidgets import QWidget

from kindreel.model.board import Board
from kindreel_ui.kit import Painted, paint
from kindreel_ui.theme import colour, font, tint

PARTS = (
    ("avatar", "Avatar", "hook"),
    ("change", "Change", "reveal"),
    ("name", "Name and line", "message"),
    ("hold", "Hold", "neutral"),
)


class PartsBar(Painted):
    """As wide as the parts are long; a press puts the playhead there.

    sought: the frame of the turn.
    """

    sought = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._board: Board | None = None
        self._at = 0
        self.setFixedHeight(52)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName("Parts of the reveal")

    def show_board(self, board: Board | None, at: int) -> None:
        """Show the parts; `at` is the playhead counted from the turn's start."""
        self._board, self._at = board, at
        self.update()

    def draw(self, painter: QPainter, box: QRectF) -> None:
        """Paint the parts and the playhead."""
        board = self._board
        if board is None:
            return
        reveal, x = board.reveal, 0.0
        for field, words, tone in PARTS:
            frames = getattr(reveal, field)
            wide = box.width() * frames / reveal.turn
            place = QRectF(x, 18, wide - 2, 30)
            paint.rounded(painter, place, 6, fill=tint(tone))
            paint.rounded(painter, QRectF(x, 18, 4, 30), 2, fill=colour(tone))
            letters = font("labelStrong")
            paint.text(painter, place.adjusted(12, 0, -46, 0), words, letters, colour("text"))
            seconds = f"{float(frames / board.rate):.1f} s"
            ends = place.adjusted(0, 0, -8, 0)
            paint.text(painter, ends, seconds, font("mono", px=11), colour("text2"), paint.RIGHT)
            x += wide
        self._draw_playhead(painter, box, board)

    def _draw_playhead(self, painter: QPainter, box: QRectF, board: Board) -> None:
        turn = board.reveal.turn
        if not 0 <= self._at < turn:
            return
        x = box.width() * self._at / turn
        painter.fillRect(QRectF(x - 0.75, 6, 1.5, 46), colour("accent"))
        left = min(max(0.0, x - 21), box.width() - 42)
        flag = QRectF(left, 0, 42, 16)
        paint.rounded(painter, flag, 5, fill=colour("accent"))
        words = f"{float(self._at / board.rate):.1f} s"
        paint.text(painter, flag, words, font("overline"), colour("onAccent"), paint.CENTRE)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Seek."""
        self._seek(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Scrub."""
        self._seek(event)

    def _seek(self, event: QMouseEvent) -> None:
        if self._board is not None:
            turn = self._board.reveal.turn
            frame = int(event.position().x() / max(1, self.width()) * turn)
            self.sought.emit(max(0, min(turn - 1, frame)))
