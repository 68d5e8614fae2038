"""Boards of every layer kind, drawn by us, for the tests of the stage and its shelves."""

from __future__ import annotations

import math
from pathlib import Path

from kindreel.model.board import Board, Reveal, Scene, Transition
from kindreel.model.colour import CORAL, INK, Colour, Gradient
from kindreel.model.curves import Curve, Key
from kindreel.model.ids import BoardId, CaptionId, CreatorId, LayerId, MediaId, ProjectId, SceneId
from kindreel.model.layers import (
    BubbleLayer,
    DrawingLayer,
    Layer,
    ParticleLayer,
    ShapeLayer,
    StickerLayer,
    Stroke,
    TextLayer,
    TextStyle,
    Transform,
)
from kindreel.model.plugins import RevealStyle, TransitionStyle
from kindreel.model.project import Project
from kindreel.model.reveal import Consent, Creator
from kindreel.model.sound import Caption, Word
from kindreel.render.frame import render_frame
from kindreel.render.raster import Pixels
from kindreel.reveals.heart_iris import HeartIris

SIZE = (108, 192)
SUNSET = Gradient(((0.0, Colour("#FFE3B3")), (1.0, Colour("#FF9E80"))))
NIGHT = Gradient(((0.0, Colour("#3B2A63")), (1.0, Colour("#121638"))), angle=30.0)


def no_media(media: MediaId) -> Path:
    return Path("no-such-folder") / media


def at(x: float, y: float, **curves: Curve) -> Transform:
    return Transform(x=Curve(x), y=Curve(y), **curves)


def moving(start: float, end: float, frames: int) -> Curve:
    return Curve(start, (Key(0, start), Key(frames, end)))


def every_kind() -> tuple[Layer, ...]:
    """One layer of each kind that needs no file, some of them moving."""
    wave = tuple((100 + i * 8, 200 + 60 * math.sin(i / 6), 0.2 + 0.008 * i) for i in range(100))
    gap = tuple((500.0 + i, 200.0, 1.0) for i in range(40))
    strokes = (Stroke(wave, width=40.0), Stroke(gap, width=90.0, erase=True))
    swing = Curve(0.0, (Key(0, -8.0), Key(20, 8.0)))
    return (
        ShapeLayer(id=LayerId("heart"), shape="heart", size=(700.0, 640.0), transform=at(540, 900)),
        DrawingLayer(
            id=LayerId("wave"),
            strokes=strokes,
            size=(1000.0, 400.0),
            transform=at(540, 1500, rotation=swing),
        ),
        StickerLayer(
            id=LayerId("star"),
            sticker="star",
            transform=Transform(x=moving(200, 800, 30), y=Curve(500.0)),
        ),
        BubbleLayer(id=LayerId("bubble"), text="this made my day", transform=at(560, 1150)),
        TextLayer(
            id=LayerId("title"),
            text="Kind words stay",
            style=TextStyle(size=110.0, colour=INK, shadow=6.0),
            transform=at(540, 330),
            animate="words",
        ),
        ParticleLayer(id=LayerId("hearts"), count=12),
    )


def scene(*layers: Layer, ident: str = "one", length: int = 40, **more: object) -> Scene:
    return Scene(id=SceneId(ident), length=length, background=SUNSET, layers=layers, **more)  # type: ignore[arg-type]


def caption(text: str = "I posted my first video", length: int = 40) -> Caption:
    words = tuple(Word(text=w, start=i * 6, length=6) for i, w in enumerate(text.split()))
    return Caption(id=CaptionId("c"), text=text, length=length, words=words)


def creator(**more: object) -> Creator:
    given: dict[str, object] = {"handle": "amara.draws", "consent": Consent(given=True)} | more
    return Creator(id=CreatorId("amara"), name="Amara Osei", **given)  # type: ignore[arg-type]


def project(
    *scenes: Scene,
    style: RevealStyle | None = None,
    creators: tuple[Creator, ...] | None = None,
    **more: object,
) -> Project:
    cast = creators if creators is not None else (creator(),)
    reveal = Reveal(
        id=SceneId("reveal"),
        style=style or HeartIris(),
        creators=tuple(c.id for c in cast),
        background=SUNSET,
        avatar=4,
        change=10,
        name=8,
        hold=6,
    )
    board = Board(id=BoardId("board"), reveal=reveal, scenes=scenes, **more)  # type: ignore[arg-type]
    return Project(id=ProjectId("p"), title="Stage", boards=(board,), creators=cast)


def two_scenes(style: TransitionStyle | None = None, length: int = 12) -> Project:
    """All layer kinds, then a night scene that takes over."""
    entry = Transition(style=style, length=length) if style is not None else None
    night = Scene(
        id=SceneId("two"),
        length=30,
        background=NIGHT,
        layers=(
            StickerLayer(id=LayerId("moon"), sticker="heart", size=500.0, colour=CORAL),
            TextLayer(id=LayerId("words"), text="and again", transform=at(540, 400)),
        ),
        entry=entry,
    )
    return project(scene(*every_kind(), captions=(caption(),)), night)


def shown(made: Project, frame: int = 0, size: tuple[int, int] = SIZE) -> Pixels:
    """One frame of a project's first board."""
    return render_frame(made, made.board(), frame, size, no_media)
