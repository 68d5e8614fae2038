"""Where things are: for handles, hit tests and checks."""

from __future__ import annotations

import pytest

from kindreel.model.curves import Curve
from kindreel.model.ids import CaptionId, LayerId
from kindreel.model.layers import CameraLayer, ShapeLayer
from kindreel.render.layout import boxes
from stage_examples import at, caption, every_kind, project, scene


def test_all_visible_layers_and_the_caption_have_a_box():
    made = project(scene(*every_kind(), captions=(caption(),)))
    found = boxes(made, made.board(), 10)
    kinds = [b.kind for b in found]
    assert kinds == ["shape", "drawing", "sticker", "bubble", "text", "particle", "caption"]
    assert found[-1].caption == CaptionId("c")


def test_a_box_turns_with_its_layer():
    turned = ShapeLayer(
        id=LayerId("s"), size=(200.0, 100.0), transform=at(500, 600, rotation=Curve(90.0))
    )
    made = project(scene(turned))
    (box,) = boxes(made, made.board(), 0)
    assert box.quad[0] == pytest.approx((550, 500))
    assert box.quad[2] == pytest.approx((450, 700))


def test_a_box_moves_with_the_camera():
    layer = ShapeLayer(id=LayerId("s"), size=(100.0, 100.0), transform=at(540, 960))
    camera = CameraLayer(id=LayerId("c"), transform=at(640, 960, scale=Curve(2.0)))
    made = project(scene(layer, camera))
    (box,) = boxes(made, made.board(), 0)
    assert box.quad[0] == pytest.approx((240, 860))


def test_a_caption_stays_in_what_the_platforms_leave_free():
    words = "many long words that fill the whole width of the caption and more"
    made = project(scene(captions=(caption(words),)))
    box = boxes(made, made.board(), 0)[-1]
    xs = [x for x, _ in box.quad]
    assert min(xs) >= 65
    assert max(xs) <= 900


def test_text_tells_the_place_of_its_ink():
    made = project(scene(*every_kind()))
    text = next(b for b in boxes(made, made.board(), 30) if b.kind == "text")
    assert text.ink[0][0] > text.quad[0][0]
    assert text.ink[2][1] < text.quad[2][1]
