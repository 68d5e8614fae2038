"""The open board as pictures and sound: what the stage shows and the filmstrip's thumbnails."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal
from PySide6.QtGui import QImage

from kindreel.jobs import Progress
from kindreel.model.board import Board
from kindreel.model.project import Project
from kindreel_ui.playback.clock import StillClock
from kindreel_ui.playback.lane import Ask, Make, PictureLane
from kindreel_ui.playback.player import Player
from kindreel_ui.playback.speaker import Pcm, SpeakerClock, has_loudspeaker
from kindreel_ui.runner import Newest, Runner

_KEPT = 400
_QUIET_MS = 400

Mix = Callable[[Board, Progress], Pcm]
"""Gives the sound of a whole board; runs on a lane."""


def heard_of(board: Board) -> Hashable:
    """Everything that the sound of a board depends on."""
    return (board.rate, board.music, tuple((p.length, p.sounds) for p in board.panels))


class Theatre(QObject):
    """Shows the frame under the playhead, plays sound, and makes thumbnails.

    shown: a QImage and the frame it shows. thumbnail: the key of one that is ready now.
    sound: "on", "off" (no loudspeaker), "silent" (nothing to hear) or "mixing".
    """

    shown = Signal(object, int)
    thumbnail = Signal(object)
    sound = Signal(str)
    failed = Signal(object)

    def __init__(
        self, runner: Runner, mix: Mix | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.player = Player(self)
        self._lane = PictureLane(self)
        self._lane.made.connect(self._made)
        self._lane.failed.connect(self._unmade)
        self._mix = mix
        self._mixing = Newest(runner)
        self._heard: Hashable = None
        self._speaker: SpeakerClock | None = None
        self._state = "off"
        self._project: Project | None = None
        self._board: Board | None = None
        self._size = (0, 0)
        self._thumbnails: OrderedDict[Hashable, QImage] = OrderedDict()
        self._asked: set[Hashable] = set()
        self._quiet = QTimer(self, singleShot=True, interval=_QUIET_MS)
        self._quiet.timeout.connect(self._start_mix)
        self.player.moved.connect(self._refresh)
        self.player.muted.connect(self._follow_mute)
        app = QCoreApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self.close)

    @property
    def sound_state(self) -> str:
        """How it stands with the sound."""
        return self._state

    def use_stage(self, make: Make | None) -> None:
        """Make pictures from now on with another project's media."""
        self._lane.use(make)
        self._thumbnails.clear()
        self._asked.clear()
        self._heard = None

    def show_board(self, project: Project | None, board: Board | None) -> None:
        """Show another version of the board."""
        self._project, self._board = project, board
        self.player.use_board(board)
        self._refresh()
        if board is not None and heard_of(board) != self._heard:
            self._quiet.start()

    def set_size(self, wide: int, high: int) -> None:
        """Make pictures of so many px from now on."""
        if (wide, high) != self._size and wide > 0 and high > 0:
            self._size = (wide, high)
            self._refresh()

    def _refresh(self) -> None:
        if self._project is None or self._board is None or self._size == (0, 0):
            return
        self._lane.want(Ask(self._project, self._board, self.player.frame, self._size))

    def picture(
        self, board: Board, frame: int, size: tuple[int, int], key: Hashable
    ) -> QImage | None:
        """The thumbnail kept under a key; when there is none yet, it is made and told."""
        kept = self._thumbnails.get(key)
        if kept is not None:
            self._thumbnails.move_to_end(key)
            return kept
        if self._project is not None and key not in self._asked:
            self._asked.add(key)
            self._lane.want(Ask(self._project, board, frame, size, key, patient=True))
        return None

    def _made(self, ask: Ask, image: QImage) -> None:
        if not ask.patient:
            self.shown.emit(image, ask.frame)
            return
        self._asked.discard(ask.key)
        self._thumbnails[ask.key] = image
        if len(self._thumbnails) > _KEPT:
            self._thumbnails.popitem(last=False)
        self.thumbnail.emit(ask.key)

    def _unmade(self, ask: Ask, error: Exception) -> None:
        if not ask.patient:
            self.player.stop()
            self.failed.emit(error)

    def _start_mix(self) -> None:
        board, mix = self._board, self._mix
        if board is None or mix is None:
            return
        key = heard_of(board)
        if key == self._heard:
            return
        self._heard = key
        if not any(p.sounds for p in board.panels) and not board.music:
            self._use_sound(None, "silent")
            return
        self._tell("mixing")
        task = self._mixing.free(lambda progress: mix(board, progress))
        task.finished.connect(self._mixed)
        task.failed.connect(lambda _error: self._use_sound(None, "off"))

    def _mixed(self, pcm: Pcm) -> None:
        if has_loudspeaker():
            self._use_sound(SpeakerClock(pcm, self), "on")
        else:
            self._use_sound(None, "off")

    def _use_sound(self, speaker: SpeakerClock | None, state: str) -> None:
        old, self._speaker = self._speaker, speaker
        self.player.use_clock(speaker or StillClock())
        if old is not None:
            old.deleteLater()
        self._follow_mute()
        self._tell(state)

    def _follow_mute(self) -> None:
        if self._speaker is not None:
            self._speaker.set_mute(on=self.player.mute)

    def _tell(self, state: str) -> None:
        self._state = state
        self.sound.emit(state)

    def close(self) -> None:
        """Stop everything."""
        self.player.stop()
        self._mixing.drop()
        self._lane.close()
