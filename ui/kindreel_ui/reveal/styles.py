"""The ways an avatar can become a person: cards that play when the pointer is on them."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QImage, QPainter, QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from kindreel.model.board import Board
from kindreel.model.edits.cast import set_reveal_style
from kindreel.model.plugins import RevealStyle
from kindreel.registry import title
from kindreel.reveals import shelf
from kindreel_ui.kit import Bare, Box, icons, paint, paint_thumbnail, row
from kindreel_ui.playback.theatre import Theatre
from kindreel_ui.reveal.stand import Stand
from kindreel_ui.theme import colour, font, theme

_PICTURE = (108, 192)
_STEPS = 12
_STEP_MS = 90
_REST = 8


class StyleCard(Bare):
    """One style; hover or focus plays it, a click takes it."""

    def __init__(
        self, style: RevealStyle, stand: Stand, theatre: Theatre, parent: QWidget | None = None
    ) -> None:
        self.kind = shelf.kind_of(style)
        super().__init__(title(self.kind), parent)
        self.style_value = style
        self._stand, self._theatre = stand, theatre
        self._step = _REST
        self._last: QImage | None = None
        self.setCheckable(True)
        self.setFixedSize(122, 168)
        self.setProperty("ringRadius", 12)
        self._clock = QTimer(self, interval=_STEP_MS)
        self._clock.timeout.connect(self._go_on)

    def sizeHint(self) -> QSize:
        """A card's size."""
        return QSize(122, 168)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Play."""
        super().enterEvent(event)
        self._play()

    def leaveEvent(self, event: QEvent) -> None:
        """Rest at the half of the change."""
        super().leaveEvent(event)
        self._rest()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Play."""
        super().focusInEvent(event)
        self._play()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Rest."""
        super().focusOutEvent(event)
        self._rest()

    def _play(self) -> None:
        self._step = 0
        self._clock.start()

    def _rest(self) -> None:
        self._clock.stop()
        self._step = _REST
        self.update()

    def _go_on(self) -> None:
        if self._picture() is not None:
            self._step = (self._step + 1) % (_STEPS + 3)
        self.update()

    def _picture(self) -> QImage | None:
        board, project = self._stand.board, self._stand.project
        if board is None or project is None:
            return None
        step = min(_STEPS, self._step)
        shown = self._shown(board)
        frame = self._stand.turn_start + board.reveal.avatar
        frame += round(board.reveal.change * step / _STEPS)
        who = self._stand.creator
        key = ("style", self.kind, step, id(who), id(board.reveal.background))
        image = self._theatre.picture(shown, min(frame, shown.length - 1), _PICTURE, key)
        if image is not None:
            self._last = image
        return image

    def _shown(self, board: Board) -> Board:
        if isinstance(board.reveal.style, type(self.style_value)):
            return board
        return set_reveal_style(board, self.style_value)

    def draw(self, painter: QPainter, box: QRectF) -> None:
        """Paint the card."""
        on = self.isChecked()
        edge, ground = ("accent", "selection") if on else ("stroke", "raised")
        wide = 2.0 if on else 1.0
        paint.rounded(painter, box, 12, fill=colour(ground), stroke=colour(edge), width=wide)
        picture = self._picture() or self._last
        place = QRectF(8, 8, box.width() - 16, box.height() - 44)
        paint_thumbnail(painter, place, picture, 8)
        words = QRectF(4, box.height() - 34, box.width() - 8, 32)
        ink = colour("text" if on else "text2")
        paint.text(painter, words, self.accessibleName(), font("labelStrong"), ink, paint.CENTRE)
        if on:
            tick = QRectF(box.width() - 30, 14, 18, 18)
            paint.rounded(painter, tick, 9, fill=colour("accent"))
            icons.paint(painter, "check-bold", tick.adjusted(3, 3, -3, -3), "onAccent")


class StyleRow(QScrollArea):
    """All styles side by side.

    chosen: the style that is wanted.
    """

    chosen = Signal(object)

    def __init__(self, stand: Stand, theatre: Theatre, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stand = stand
        self.cards = [StyleCard(style, stand, theatre) for style in shelf.defaults()]
        line = row(gap=10)
        for card in self.cards:
            line.addWidget(card)
            card.clicked.connect(partial(self._take, card))
        line.addStretch(1)
        held = Box(line)
        self.setWidget(held)
        held.setAutoFillBackground(False)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedHeight(182)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        stand.changed.connect(self.refresh)
        theatre.thumbnail.connect(lambda _key: self._repaint())
        theme().changed.connect(self._repaint)

    def _repaint(self) -> None:
        for card in self.cards:
            card.update()

    def refresh(self) -> None:
        """Mark the board's style."""
        reveal = self._stand.reveal
        for card in self.cards:
            on = reveal is not None and isinstance(reveal.style, type(card.style_value))
            if on and not card.isChecked():
                self.ensureWidgetVisible(card, 10, 0)
            card.setChecked(on)
            card.update()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin with the board's style in view."""
        super().showEvent(event)
        for card in self.cards:
            if card.isChecked():
                QTimer.singleShot(0, self, partial(self.ensureWidgetVisible, card, 10, 0))

    def _take(self, card: StyleCard, _on: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's signal
        self.refresh()
        self.chosen.emit(card.style_value)
