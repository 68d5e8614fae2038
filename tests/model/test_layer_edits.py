"""Keys are moved and eased, strokes are added, and all else is shared."""

from __future__ import annotations

from kindreel.model.board import Board, Reveal, Scene
from kindreel.model.curves import NAMED_EASINGS, Curve, Key
from kindreel.model.edits.layers import add_stroke, ease_keys, move_keys
from kindreel.model.ids import BoardId, LayerId, SceneId
from kindreel.model.layers import DrawingLayer, Layer, Stroke, Transform
from kindreel.model.plugins import UnknownReveal

SCENE, SHEET = SceneId("s"), LayerId("l")


def board(transform: Transform | None = None) -> Board:
    sheet = DrawingLayer(id=SHEET, transform=transform or Transform())
    scene = Scene(id=SCENE, length=60, layers=(sheet,))
    reveal = Reveal(id=SceneId("r"), style=UnknownReveal("cut"))
    return Board(id=BoardId("b"), scenes=(scene,), reveal=reveal)


def layer(of: Board) -> Layer:
    return of.scenes[0].layers[0]


def frames(curve: Curve) -> list[int]:
    return [key.frame for key in curve.keys]


def test_all_keys_of_a_moment_move_together() -> None:
    curve = Curve(0.0, (Key(0, 1.0), Key(20, 2.0)))
    other = Curve(0.0, (Key(20, 5.0),))
    before = board(Transform(x=curve, y=other))
    after = layer(move_keys(before, SCENE, SHEET, 20, 30)).transform
    assert frames(after.x) == [0, 30]
    assert frames(after.y) == [30]
    assert after.scale is layer(before).transform.scale


def test_a_key_gives_way_to_one_that_is_moved_onto_it() -> None:
    before = board(Transform(x=Curve(0.0, (Key(0, 1.0), Key(20, 2.0)))))
    after = layer(move_keys(before, SCENE, SHEET, 20, 0)).transform.x
    assert [(k.frame, k.value) for k in after.keys] == [(0, 2.0)]


def test_moving_no_key_changes_nothing() -> None:
    before = board()
    assert move_keys(before, SCENE, SHEET, 5, 9) is before


def test_easing_is_set_on_the_key_that_leads_on() -> None:
    spring = NAMED_EASINGS["Spring"]
    before = board(Transform(x=Curve(0.0, (Key(0, 1.0), Key(20, 2.0), Key(40, 3.0)))))
    after = layer(ease_keys(before, SCENE, SHEET, 25, spring)).transform.x
    assert [k.easing == spring for k in after.keys] == [False, True, False]


def test_a_stroke_goes_on_top_of_the_others() -> None:
    first, second = Stroke(((0.0, 0.0, 1.0),)), Stroke(((9.0, 9.0, 1.0),))
    after = add_stroke(add_stroke(board(), SCENE, SHEET, first), SCENE, SHEET, second)
    drawing = layer(after)
    assert isinstance(drawing, DrawingLayer)
    assert drawing.strokes == (first, second)
