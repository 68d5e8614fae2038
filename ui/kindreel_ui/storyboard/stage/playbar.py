"""The bar under the stage: where the playhead is, and how to move it."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from kindreel.model.board import Board
from kindreel.model.time import timecode
from kindreel_ui.kit import Bare, Chip, IconButton, Label, Panel, icons, paint, row
from kindreel_ui.playback.theatre import Theatre
from kindreel_ui.theme import colour

_SOUND = {
    "off": ("Sound: off", "neutral", "speaker-slash"),
    "mixing": ("Mixing sound…", "neutral", "hourglass-medium"),
}


class PlayButton(Bare):
    """The round one in the middle."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Play", parent)
        self._playing = False
        self.setToolTip("Play (Space)")
        self.setFixedSize(36, 36)
        self.setProperty("ringRadius", 18)

    def show_playing(self, *, on: bool) -> None:
        """Show what a click will do."""
        self._playing = on
        words = "Pause" if on else "Play"
        self.setAccessibleName(words)
        self.setToolTip(f"{words} (Space)")
        self.update()

    def draw(self, painter: QPainter, box: QRectF) -> None:
        """Paint the disc and its sign."""
        paint.rounded(painter, box, 18, fill=colour("text"))
        name = "pause-fill" if self._playing else "play-fill"
        icons.paint(painter, name, QRectF(10, 10, 16, 16), "surface")


class Playbar(Panel):
    """Time, steps, play, loop and sound."""

    def __init__(self, theatre: Theatre, parent: QWidget | None = None) -> None:
        self._theatre = theatre
        self._player = theatre.player
        self._now = Label("00:00:00", "mono", tone="text")
        self._all = Label("/ 00:00:00", "mono", tone="text3")
        self._rate = Label("", "mono", tone="text3")
        self._chip = Chip("")
        self._play = PlayButton()
        self._loop = IconButton("repeat", "Loop scene (L)", checked=False)
        self._mute = IconButton("speaker-high", "Mute (M)", checked=False)
        steps = self._steps()
        time = row(self._now, self._all, None, gap=4)
        sound = row(None, self._chip, self._loop, self._mute, self._rate, gap=4)
        bar = row(margins=(16, 4, 16, 4))
        bar.addLayout(time, 1)
        bar.addLayout(row(*steps[:2], self._play, *steps[2:], gap=4))
        bar.addLayout(sound, 1)
        super().__init__(bar, "bottom", parent)
        self.setFixedHeight(44)
        self.setAccessibleName("Playback")
        self._connect()
        self._show_sound(theatre.sound_state)

    def _steps(self) -> list[IconButton]:
        player = self._player
        made = []
        for icon, words, run in (
            ("skip-back", "Previous scene (Page Up)", lambda: player.step_scene(-1)),
            ("caret-left", "One frame back (,)", lambda: player.step(-1)),
            ("caret-right", "One frame on (.)", lambda: player.step(1)),
            ("skip-forward", "Next scene (Page Down)", lambda: player.step_scene(1)),
        ):
            button = IconButton(icon, words)
            button.clicked.connect(lambda _on=False, run=run: run())
            made.append(button)
        return made

    def _connect(self) -> None:
        player = self._player
        self._play.clicked.connect(player.toggle)
        self._loop.clicked.connect(lambda on: player.set_loop(on=on))
        self._mute.clicked.connect(lambda on: player.set_mute(on=on))
        player.moved.connect(lambda _frame: self._show_time())
        player.played.connect(lambda on: self._play.show_playing(on=on))
        player.looped.connect(self._loop.setChecked)
        player.muted.connect(self._show_mute)
        self._theatre.sound.connect(self._show_sound)

    def show_board(self, board: Board | None) -> None:
        """Show another board's length and rate."""
        self._rate.setText(f"{float(board.rate):g} fps" if board else "")
        self._show_time()

    def _show_time(self) -> None:
        board = self._player.board
        if board is not None:
            self._now.setText(timecode(self._player.frame, board.rate))
            self._all.setText(f"/ {timecode(board.length, board.rate)}")

    def _show_mute(self, on: bool) -> None:  # noqa: FBT001 - Qt's signal sends a bare bool
        self._mute.setChecked(on)
        self._mute.set_icon("speaker-slash" if on else "speaker-high")

    def _show_sound(self, state: str) -> None:
        words = _SOUND.get(state)
        self._chip.setVisible(words is not None)
        if words is not None:
            self._chip.show_words(*words)
