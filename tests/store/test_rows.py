"""A project in rows: all of it comes back, and only what changed is written."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from kindreel.errors import DocumentError
from kindreel.model import layers
from kindreel.model.board import Board, Reveal, Scene
from kindreel.model.colour import Colour
from kindreel.model.curves import Curve
from kindreel.model.ids import BoardId, LayerId, ProjectId, SceneId
from kindreel.model.layers import DrawingLayer, Stroke, TextLayer, Transform
from kindreel.model.plugins import UnknownEffect, UnknownReveal
from kindreel.model.project import Project
from kindreel.store.parts import LAYERS, Packer
from kindreel.store.rows import Rows, project_of, rows_of
from model_strategies import projects, values

FILE = Path("project.sqlite")


def project(*scene_layers: Any) -> Project:
    scene = Scene(id=SceneId("one"), length=30, layers=scene_layers)
    reveal = Reveal(id=SceneId("end"), style=UnknownReveal("never_seen", '{"a": 1}'))
    return Project(
        id=ProjectId("p"),
        title="Kind words",
        boards=(Board(id=BoardId("b"), reveal=reveal, scenes=(scene,)),),
    )


def text(layer: str, **given: Any) -> TextLayer:
    return TextLayer(id=LayerId(layer), text="hello", **given)


def changed(rows: Rows, table: str, key: str, old: str, new: str) -> Rows:
    """The rows with a piece of one body replaced."""
    *rest, body = rows[table][key]
    assert old in body
    row = (*rest, body.replace(old, new))
    return {**rows, table: {**rows[table], key: row}}


@settings(
    max_examples=25,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],  # shrinking a project takes minutes
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(projects())
def test_every_project_comes_back_equal(value: Project):
    assert project_of(rows_of(value, Packer()), FILE) == value


@pytest.mark.parametrize("cls", LAYERS.values(), ids=LAYERS)
def test_every_layer_comes_back_equal(cls: type):
    @settings(max_examples=15, deadline=None)
    @given(values(cls))
    def check(layer: Any) -> None:
        value = project(layer)
        assert project_of(rows_of(value, Packer()), FILE) == value

    check()


def test_every_layer_class_of_the_model_can_be_stored():
    assert set(get_args(layers.Layer)) == set(LAYERS.values())


def test_an_unknown_effect_is_saved_back_letter_for_letter():
    effect = UnknownEffect("glow_of_tomorrow", '{"radius":1.50,  "tint": "\\u2764"}')
    value = project(text("t", effects=(effect,)))
    again = project_of(rows_of(value, Packer()), FILE)
    assert again.boards[0].scenes[0].layers[0].effects == (effect,)


def test_layers_with_the_same_id_are_all_kept():
    value = project(text("twin"), text("twin", name="second"))
    assert project_of(rows_of(value, Packer()), FILE) == value


def test_an_edit_changes_only_the_rows_of_its_part():
    packer = Packer()
    drawing = DrawingLayer(id=LayerId("d"), strokes=(Stroke(((1.0, 2.0, 0.5),)),))
    before = rows_of(project(text("t"), drawing), packer)
    after = rows_of(project(text("t", name="new"), drawing), packer)
    assert [
        (table, key)
        for table in after
        for key in after[table]
        if before[table].get(key) != after[table][key]
    ] == [("layers", "b/one/t")]


def test_an_untouched_part_is_not_packed_again():
    packer = Packer()
    value = project(text("t"))
    layer = value.boards[0].scenes[0].layers[0]
    rows_of(value, packer)
    first = packer(layer)
    rows_of(replace(value, title="Other"), packer)
    assert packer(layer) is first


@pytest.mark.parametrize(
    "broken",
    [
        text("t", style=layers.TextStyle(colour=Colour("red"))),
        text("t", transform=Transform(x=Curve(float("nan")))),
        text("t", box=("wide", "high")),
        text("t", start=1.5),
    ],
    ids=["no colour", "not a number", "text for a number", "half a frame"],
)
def test_a_value_that_could_not_be_opened_again_is_not_saved(broken: TextLayer):
    with pytest.raises(DocumentError, match="cannot be saved"):
        rows_of(project(broken), Packer())


def test_whole_numbers_may_stand_for_decimals():
    value = project(text("t", transform=Transform(x=Curve(540))))
    assert project_of(rows_of(value, Packer()), FILE) == value


@pytest.mark.parametrize(
    ("table", "key", "old", "new"),
    [
        ("layers", "b/one/t", '"name"', '"nickname"'),
        ("layers", "b/one/t", '"text": "hello", ', ""),
        ("layers", "b/one/t", '"visible": true', '"visible": 1'),
        ("layers", "b/one/t", '"blend": "normal"', '"blend": "burn"'),
        ("layers", "b/one/t", "{", "["),
        ("layers", "b/one/t", "#FFFFFF", "#FFFFF?"),
        ("scenes", "b/one", '"kind": "solid"', '"kind": "plasma"'),
        ("scenes", "b/one", '"length": 30', '"length": 0'),
        ("scenes", "b/one", '"length": 30', '"layers": [], "length": 30'),
        ("boards", "b", "[30, 1]", "[30, 0]"),
        ("project", "p", '"title": "Kind words"', '"title": null'),
    ],
)
def test_a_damaged_row_is_told_in_a_sentence(table: str, key: str, old: str, new: str):
    rows = changed(rows_of(project(text("t")), Packer()), table, key, old, new)
    with pytest.raises(DocumentError, match="is damaged"):
        project_of(rows, FILE)


def test_an_unknown_kind_of_layer_is_told_in_a_sentence():
    rows = rows_of(project(text("t")), Packer())
    scene, place, _, body = rows["layers"]["b/one/t"]
    with pytest.raises(DocumentError, match="is damaged"):
        project_of({**rows, "layers": {"b/one/t": (scene, place, "hologram", body)}}, FILE)


@pytest.mark.parametrize("table", ["project", "boards", "scenes", "drawings"])
def test_missing_rows_are_told_in_a_sentence(table: str):
    drawing = DrawingLayer(id=LayerId("d"), strokes=(Stroke(((1.0, 2.0, 0.5),)),))
    rows = rows_of(project(drawing), Packer())
    with pytest.raises(DocumentError, match="is damaged"):
        project_of({**rows, table: {}}, FILE)


def test_the_rows_name_all_media_even_those_of_unknown_plug_ins():
    media = "ab" * 32 + ".png"
    effect = UnknownEffect("overlay_of_tomorrow", f'{{"picture": "{media}"}}')
    rows = rows_of(project(text("t", effects=(effect,))), Packer())
    assert list(rows["media"]) == [media]
