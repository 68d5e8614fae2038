"""The first format: a document that was saved with it opens for ever."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import create_engine, inspect

from kindreel.effects.float import Float
from kindreel.effects.pop import Pop
from kindreel.model import layers
from kindreel.model.board import Beat, Board, PostKit, Reveal, Scene, Transition
from kindreel.model.colour import Colour, Gradient, Solid
from kindreel.model.curves import Bezier, Curve, Hold, Key, Linear, Spring
from kindreel.model.ids import (
    BoardId,
    CaptionId,
    CreatorId,
    LayerId,
    MediaId,
    ProjectId,
    SceneId,
    SoundId,
    StyleId,
)
from kindreel.model.plugins import UnknownEffect, UnknownReveal, UnknownTransition
from kindreel.model.project import Project, StyleKit
from kindreel.model.reveal import Consent, Creator, Portrait
from kindreel.model.sound import Caption, Role, Sound
from kindreel.store import tables
from kindreel.store.document import Document
from kindreel.store.migrate import DOCUMENT, ready
from kindreel.store.parts import LAYERS

KEPT = Path(__file__).parents[1] / "documents" / "v1" / "Every kind.kindreel"
HEART = MediaId("76f86d80798f5a36f7db6257d348588af48df17435dafd093981a6379cffbeac.svg")

MOVING = layers.Transform(
    x=Curve(540.0, (Key(0, 0.0, Hold()), Key(10, 100.0, Linear()), Key(20, 540.0, Spring()))),
    y=Curve(960.0, (Key(-5, 1.5, Bezier(0.34, 1.56, 0.64, 1.0)), Key(30, -2.25))),
    scale=Curve(1.25),
    stretch=Curve(0.5),
    rotation=Curve(-12.5),
    opacity=Curve(0.75),
)
POP = Pop(delay=3, length=20, overshoot=2.5)
FLOAT = Float(height=10.0, tilt=1.5, period=2.5)
TOMORROW = UnknownEffect("glow_of_tomorrow", '{"radius":1.50, "rays":[]}')
SUNSET = Gradient(((0.0, Colour("#FF7A66")), (1.0, Colour("#80FFC857"))), "radial", 30.0)


def layer(kind: str, **given: Any) -> Any:
    return LAYERS[kind](id=LayerId(kind), **given)


def every_layer(heart: MediaId) -> tuple[Any, ...]:
    """One layer of each kind, the first with every common field set."""
    pen = layers.Stroke(((1.0, 2.5, 0.5), (3.0, 4.125, 1.0)), Colour("#123456"), 9.5)
    rubber = layers.Stroke(((5.0, 6.0, 0.25),), erase=True)
    return (
        layer(
            "image",
            name="Herz ❤ قلب",
            start=3,
            length=40,
            transform=MOVING,
            effects=(POP, FLOAT, TOMORROW),
            blend=layers.Blend.MULTIPLY,
            visible=False,
            locked=True,
            step=2,
            parent=LayerId("shape"),
            mask=LayerId("text"),
            media=heart,
            size=(320.0, 240.5),
        ),
        layer("clip", media=(heart, heart), size=(1.0, 2.0), offset=0.5, speed=2.0, loop=True),
        layer("text", text="Você é incrível! 👩🏽‍🎨 שלום", animate="words", quoted=True),
        layer("sticker", sticker="heart", size=99.5, colour=Colour("#00FF00")),
        layer("shape", shape="star", fill=SUNSET, stroke=Colour("#000000"), radius=4.0),
        layer("drawing", strokes=(pen, rubber), size=(200.0, 100.0), media=heart),
        layer("bubble", text="why would you", tail=None, author="someone", quoted=True),
        layer("particles", particle="confetti", count=7, seed=42, colours=(Colour("#ABCDEF"),)),
        layer("camera", transform=MOVING),
    )


def every_kind(heart: MediaId) -> Project:
    """A project with everything in it that format 1 knows."""
    sound = Sound(
        id=SoundId("voice"), media=heart, name="Ana", start=4, offset=0.25, length=50, fade_in=3
    )
    music = Sound(id=SoundId("song"), media=heart, role=Role.MUSIC, gain_db=-6.5, loop=True)
    words = (layers.Word(text="hello", start=0, length=9),)
    look = layers.CaptionLook(y=0.7, karaoke=True, style=layers.TextStyle(italic=True))
    first = Scene(
        id=SceneId("first"),
        title="The comment",
        script="Ana reads.",
        notes="slowly",
        background=SUNSET,
        layers=every_layer(heart),
        sounds=(sound,),
        captions=(Caption(id=CaptionId("c"), text="hello", words=words, quoted=True),),
        length=90,
        beat=Beat.HURT,
    )
    second = Scene(
        id=SceneId("second"),
        length=45,
        background=Solid(Colour("#FFFFFF")),
        entry=Transition(style=UnknownTransition("curtain_of_tomorrow", '{"folds":3}'), length=12),
    )
    reveal = Reveal(
        id=SceneId("end"),
        style=UnknownReveal("mosaic_of_tomorrow"),
        creators=(CreatorId("ana"),),
        arrangement="together",
        hold=70,
        calm=False,
    )
    board = Board(
        id=BoardId("board"),
        reveal=reveal,
        title="One kind comment",
        size=(1920, 1080),
        rate=Fraction(30000, 1001),
        scenes=(first, second),
        music=(music,),
        caption_look=look,
        style=StyleId("ink"),
        post=PostKit(caption="Be kind.", hashtags=("CreateKindness", "BeKind")),
        cover=17,
    )
    empty = Board(
        id=BoardId("empty"), reveal=Reveal(id=SceneId("end"), style=UnknownReveal("none"))
    )
    ana = Creator(
        id=CreatorId("ana"),
        name="Ana",
        handle="ana.draws",
        avatar=Portrait(media=heart, left_eye=(0.25, 0.5), right_eye=(0.75, 0.5)),
        person=Portrait(media=heart, offset=1.5),
        consent=Consent(given=True, on="2026-02-03", under_16=True, guardian=True),
        style=StyleId("ink"),
    )
    ink = StyleKit(id=StyleId("ink"), name="Ink", boil=1.5, step=2, paper=0.25, sketch=0.5)
    return Project(
        id=ProjectId("project"),
        title="Every kind",
        boards=(board, empty),
        creators=(ana,),
        styles=(ink,),
        language="pt-BR",
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the document that is kept."""
    return shutil.copytree(KEPT, tmp_path / KEPT.name)


def test_the_kept_document_was_saved_with_format_1():
    with closing(sqlite3.connect(f"{(KEPT / 'project.sqlite').as_uri()}?mode=ro", uri=True)) as db:
        assert db.execute("PRAGMA user_version").fetchone() == (1,)


def test_the_kept_document_opens_with_all_that_is_in_it(folder: Path):
    with Document.open(folder) as document:
        assert document.project == every_kind(HEART)
        assert document.media.missing([HEART]) == ()
        assert document.media.damaged([HEART]) == ()


def test_the_kept_document_can_be_looked_at_without_a_change(folder: Path):
    before = (folder / "project.sqlite").read_bytes()
    Document.open(folder, read_only=True)
    assert (folder / "project.sqlite").read_bytes() == before


def test_every_kind_of_layer_is_in_the_kept_document(folder: Path):
    with Document.open(folder) as document:
        kept = document.project.boards[0].scenes[0].layers
    assert {type(each) for each in kept} == set(LAYERS.values())


def test_the_steps_make_the_tables_that_the_code_knows(tmp_path: Path):
    ready(tmp_path / "project.sqlite", DOCUMENT)
    engine = create_engine(f"sqlite:///{tmp_path / 'project.sqlite'}")
    found = inspect(engine)
    assert set(found.get_table_names()) == set(tables.metadata.tables)
    for name, table in tables.metadata.tables.items():
        made = {c["name"]: (str(c["type"]), c["nullable"]) for c in found.get_columns(name)}
        keys = table.primary_key.columns.keys()
        assert made.keys() == set(table.columns.keys())
        assert found.get_pk_constraint(name)["constrained_columns"] == keys
        for column in table.columns:
            if column.name not in keys:
                assert made[column.name] == (str(column.type.compile(engine.dialect)), False)
    engine.dispose()
