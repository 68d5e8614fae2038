from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
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
