"""The playhead: where it is, and how it moves while the board plays."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from kindreel.model.board import Board, Span
from kindreel_ui.playback.clock import Clock, StillClock

_TICK_MS = 8


class Player(QObject):
    """Moves the playhead over one board, by hand or in time.

    moved: the frame the playhead is at now. played: whether it plays. looped, muted: as toggled.
    """

    moved = Signal(int)
    played = Signal(bool)
    looped = Signal(bool)
    muted = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._board: Board | None = None
        self._clock: Clock = StillClock()
        self._frame = 0
        self._playing = False
        self._loop = False
        self._mute = False
        self._range = (0, 1)
        self._timer = QTimer(self, interval=_TICK_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)

    @property
    def board(self) -> Board | None:
        """The board that is played."""
        return self._board

    @property
    def frame(self) -> int:
        """Where the playhead is."""
        return self._frame

    @property
    def playing(self) -> bool:
        """Whether it plays."""
        return self._playing

    @property
    def loop(self) -> bool:
        """Whether a scene is played again at its end."""
        return self._loop

    @property
    def mute(self) -> bool:
        """Whether the sound is off by choice."""
        return self._mute

    def use_board(self, board: Board | None) -> None:
        """Go on with another version of the board; the playhead stays where it can."""
        self._board = board
        if board is None:
            self.stop()
            self._frame = 0
            return
        if self._frame >= board.length:
            self.seek(board.length - 1)

    def use_clock(self, clock: Clock) -> None:
        """Keep time by another clock; a playing board goes on at once."""
        playing = self._playing
        self.stop()
        self._clock = clock
        if playing:
            self.play()

    def span(self) -> Span | None:
        """The panel under the playhead."""
        return self._board.span_at(self._frame) if self._board else None

    def seek(self, frame: int) -> None:
        """Put the playhead on a frame; a playing board plays on from there."""
        if self._board is None:
            return
        self._go(max(0, min(self._board.length - 1, frame)))
        if self._playing:
            self._start_clock()

    def step(self, frames: int) -> None:
        """Stop and move by frames."""
        self.stop()
        self.seek(self._frame + frames)

    def step_scene(self, panels: int) -> None:
        """Go to the start of this, an earlier or a later panel."""
        span = self.span()
        if span is None or self._board is None:
            return
        index = span.index + panels
        if panels < 0 and self._frame > span.start:
            index += 1
        spans = list(self._board.spans())
        self.seek(spans[max(0, min(len(spans) - 1, index))].start)

    def toggle(self) -> None:
        """Play, or stop."""
        if self._playing:
            self.stop()
        else:
            self.play()

    def play(self) -> None:
        """Play from here; from the start when at the end."""
        if self._board is None or self._playing:
            return
        if self._frame >= self._board.length - 1:
            self._go(0)
        self._playing = True
        self._start_clock()
        self._timer.start()
        self.played.emit(True)

    def stop(self) -> None:
        """Stop where it is."""
        if not self._playing:
            return
        self._playing = False
        self._timer.stop()
        self._clock.stop()
        self.played.emit(False)

    def set_loop(self, *, on: bool) -> None:
        """Play the scene under the playhead again and again, or the board once."""
        self._loop = on
        if self._playing:
            self._start_clock()
        self.looped.emit(on)

    def set_mute(self, *, on: bool) -> None:
        """Play without or with sound."""
        self._mute = on
        self.muted.emit(on)

    def _start_clock(self) -> None:
        span = self.span()
        if span is None or self._board is None:
            return
        whole = (0, self._board.length)
        self._range = (span.start, span.end) if self._loop else whole
        self._clock.start(float(self._frame / self._board.rate))

    def _tick(self) -> None:
        if self._board is None:
            return
        frame = int(self._clock.now() * self._board.rate + 1e-6)
        if frame < self._range[1]:
            self._go(max(self._range[0], frame))
        elif self._loop:
            self._go(self._range[0])
            self._start_clock()
        else:
            self._go(self._range[1] - 1)
            self.stop()

    def _go(self, frame: int) -> None:
        if frame != self._frame:
            self._frame = frame
            self.moved.emit(frame)
