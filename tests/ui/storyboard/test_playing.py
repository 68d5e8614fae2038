"""Boards play in time, and the window stays awake."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from kindreel_ui.playback.clock import StillClock

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Protocol

    class Beats(Protocol):
        def check(self) -> None: ...

    StartBeats = Callable[[], Beats]

    from pytestqt.qtbot import QtBot

    from kindreel_ui.storyboard.screen import StoryboardScreen


def test_space_plays_in_time_and_stops(screen: StoryboardScreen, qtbot: QtBot) -> None:
    player = screen.desk.player
    player.use_clock(StillClock())
    screen.page.area.stage.setFocus()
    started = monotonic()
    qtbot.keyClick(screen.page.area.stage, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: player.frame >= 30, timeout=5000)
    took = monotonic() - started
    qtbot.keyClick(screen.page.area.stage, Qt.Key.Key_Space)
    assert not player.playing
    assert 0.9 <= took <= 2.0


def test_playing_follows_the_scene_and_ends_at_the_last_frame(
    screen: StoryboardScreen, qtbot: QtBot
) -> None:
    player = screen.desk.player
    player.use_clock(StillClock())
    assert screen.desk.board is not None
    player.seek(screen.desk.board.length - 8)
    player.play()
    qtbot.waitUntil(lambda: not player.playing, timeout=5000)
    assert player.frame == screen.desk.board.length - 1
    assert screen.desk.pick.scene == "reveal"


def test_a_looping_scene_starts_again(screen: StoryboardScreen, qtbot: QtBot) -> None:
    player = screen.desk.player
    player.use_clock(StillClock())
    player.set_loop(on=True)
    player.seek(25)
    frames: list[int] = []
    player.moved.connect(frames.append)
    player.play()
    qtbot.waitUntil(lambda: any(f < 10 for f in frames), timeout=5000)
    player.stop()
    assert max(frames) < 30


def test_steps_and_jumps(screen: StoryboardScreen, qtbot: QtBot) -> None:
    stage, player = screen.page.area.stage, screen.desk.player
    stage.setFocus()
    qtbot.keyClick(stage, Qt.Key.Key_Period)
    assert player.frame == 1
    qtbot.keyClick(stage, Qt.Key.Key_Comma)
    assert player.frame == 0
    qtbot.keyClick(stage, Qt.Key.Key_PageDown)
    assert player.frame == 30
    qtbot.keyClick(stage, Qt.Key.Key_End)
    assert screen.desk.board is not None
    assert player.frame == screen.desk.board.length - 1
    qtbot.keyClick(stage, Qt.Key.Key_Home)
    assert player.frame == 0


def test_the_window_stays_awake_while_playing(
    screen: StoryboardScreen, qtbot: QtBot, start_beats: StartBeats
) -> None:
    player = screen.desk.player
    player.use_clock(StillClock())
    player.play()
    qtbot.waitUntil(lambda: player.frame >= 10, timeout=5000)
    beats = start_beats()
    qtbot.waitUntil(lambda: player.frame >= 80, timeout=10_000)
    player.stop()
    beats.check()
