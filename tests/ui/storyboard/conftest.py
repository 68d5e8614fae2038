from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from statistics import median
from time import monotonic, thread_time
from typing import TYPE_CHECKING

import pytest

from kindreel.model.board import Beat, Board, Reveal, Scene
from kindreel.model.colour import Colour, Solid
from kindreel.model.curves import Curve
from kindreel.model.ids import BoardId, CaptionId, CreatorId, LayerId, ProjectId, SceneId
from kindreel.model.layers import StickerLayer, TextLayer, Transform
from kindreel.model.project import Project
from kindreel.model.reveal import Consent, Creator
from kindreel.model.sound import Caption
from kindreel.reveals import shelf

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from kindreel_ui.app import App
    from kindreel_ui.storyboard.screen import StoryboardScreen


def scene(name: str, beat: Beat, colour: str, frames: int = 30) -> Scene:
    heart = StickerLayer(
        id=LayerId(f"heart-{name}"),
        sticker="heart",
        size=120.0,
        transform=Transform(x=Curve(135.0), y=Curve(330.0)),
    )
    words = TextLayer(
        id=LayerId(f"words-{name}"),
        text=name,
        box=(220.0, 80.0),
        transform=Transform(x=Curve(135.0), y=Curve(90.0)),
    )
    caption = Caption(id=CaptionId(f"caption-{name}"), text=f"This is {name}", length=frames)
    return Scene(
        id=SceneId(name),
        title=name.capitalize(),
        length=frames,
        beat=beat,
        background=Solid(Colour(colour)),
        layers=(heart, words),
        captions=(caption,),
    )


class Beats:
    """A heartbeat of the GUI thread: how long it waited, and how much of that was its own work.

    The machine may be busy with other things; only the thread's own work is the window's fault.
    """

    def __init__(self) -> None:
        self.gaps: list[float] = []
        self.work: list[float] = []
        self._last = (monotonic(), thread_time())
        from PySide6.QtCore import QTimer

        self._timer = QTimer(interval=5)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def _beat(self) -> None:
        now = (monotonic(), thread_time())
        self.gaps.append(now[0] - self._last[0])
        self.work.append(now[1] - self._last[1])
        self._last = now

    def check(self) -> None:
        """No piece of the window's own work took 50 ms, and beats came as a rule in time."""
        assert self.gaps
        assert max(self.work) < 0.05
        assert median(self.gaps) < 0.05


@pytest.fixture
def start_beats(qapp: object) -> type[Beats]:
    """Starts a heartbeat of the GUI thread when called."""
    del qapp
    return Beats


@pytest.fixture
def project() -> Project:
    """Three short scenes and a reveal on a small canvas, so that pictures are quick."""
    reveal = Reveal(
        id=SceneId("reveal"),
        title="Meet Amara",
        style=shelf.get("heart_iris")(),
        creators=(CreatorId("amara"),),
        avatar=10,
        change=10,
        name=5,
        hold=5,
    )
    board = Board(
        id=BoardId("board"),
        title="Small story",
        reveal=reveal,
        size=(270, 480),
        scenes=(
            scene("hook", Beat.HOOK, "#35507A"),
            scene("turn", Beat.TURN, "#2F8F83"),
            scene("message", Beat.MESSAGE, "#C0584B"),
        ),
    )
    amara = Creator(
        id=CreatorId("amara"), name="Amara", handle="amara", consent=Consent(given=True)
    )
    return Project(id=ProjectId("p"), title="Small story", boards=(board,), creators=(amara,))


@pytest.fixture
def screen(app: App, qtbot: QtBot, project: Project, tmp_path: Path) -> Iterator[StoryboardScreen]:
    """The Storyboard on show with the small project open."""
    from kindreel_ui.storyboard.screen import StoryboardScreen

    app.window.resize(1440, 900)
    app.window.show()
    with qtbot.waitSignal(app.session.opened, timeout=20_000):
        app.session.create(tmp_path / "Small story.kindreel", lambda _media: project)
    app.window.go("storyboard")
    shown = app.window.shown
    assert isinstance(shown, StoryboardScreen)
    qtbot.waitUntil(lambda: shown.page.area.stage._picture is not None, timeout=20_000)
    yield shown
    shown.theatre.close()
