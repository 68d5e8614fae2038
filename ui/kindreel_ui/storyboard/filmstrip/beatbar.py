"""The story in one line: a bar of beats, cold to warm, as wide as they are long."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from kindreel.model.board import Board
from kindreel_ui.kit import Painted, paint
from kindreel_ui.storyboard.words import beat_words
from kindreel_ui.theme import colour

_GAP = 2.0


class BeatBar(Painted):
    """Shows whether the story turns."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts: list[tuple[str, int]] = []
        self.setFixedHeight(6)

    def show_board(self, board: Board | None) -> None:
        """Show another board's beats."""
        panels = board.panels if board else ()
        self._parts = [(p.beat.value, p.length) for p in panels]
        beats = ", ".join(beat_words(p.beat) for p in panels)
        self.setAccessibleName(f"Beats: {beats}")
        self.update()

    def draw(self, painter: QPainter, box: QRectF) -> None:
        """Paint the bar."""
        total = sum(length for _, length in self._parts)
        room = box.width() - _GAP * (len(self._parts) - 1)
        x = 0.0
        for beat, length in self._parts:
            wide = room * length / total
            paint.rounded(painter, QRectF(x, 0, wide, 6), 3, fill=colour(beat))
            x += wide + _GAP
