"""Frames are pure functions, and the Stage never shows anything else."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from itertools import pairwise
from random import Random

import numpy as np
import pytest

from golden_frames import agrees, strip
from kindreel.effects.float import Float
from kindreel.effects.pop import Pop
from kindreel.effects.vignette import Vignette
from kindreel.model.colour import Colour, Solid
from kindreel.model.curves import Curve
from kindreel.model.ids import LayerId, SceneId, StyleId
from kindreel.model.layers import (
    Blend,
    CameraLayer,
    CaptionLook,
    DrawingLayer,
    ShapeLayer,
    StickerLayer,
    Stroke,
    Transform,
)
from kindreel.model.project import Project, StyleKit
from kindreel.render.frame import Stage
from kindreel.transitions.crossfade import Crossfade
from kindreel.transitions.heart_iris import HeartIris
from stage_examples import (
    SIZE,
    at,
    caption,
    every_kind,
    moving,
    no_media,
    project,
    scene,
    shown,
    two_scenes,
)

BLUE, RED = Colour("#0000FF"), Colour("#FF0000")


def square(ident: str, side: float, **more: object) -> ShapeLayer:
    given: dict[str, object] = {"fill": Solid(RED), "transform": at(540, 960)} | more
    return ShapeLayer(id=LayerId(ident), size=(side, side), **given)  # type: ignore[arg-type]


def stage() -> Stage:
    return Stage(no_media)


def test_a_frame_is_opaque_and_has_the_size_asked_for():
    frame = shown(two_scenes(), 3, (90, 160))
    assert frame.shape == (160, 90, 4)
    assert frame.dtype == np.uint8
    assert (frame[..., 3] == 255).all()


@pytest.mark.parametrize("style", [Crossfade(), HeartIris()], ids=["crossfade", "heart iris"])
def test_a_stage_shows_what_the_plain_function_shows_in_any_order(style: Crossfade | HeartIris):
    made = two_scenes(style)
    board, kept = made.board(), stage()
    frames = [*range(12), *range(36, 60), *range(68, 90)]
    mixed_up = Random(5).sample(frames, len(frames))
    for frame in [*frames, *mixed_up]:
        seen = kept.render(made, board, frame, SIZE)
        assert np.array_equal(seen, shown(made, frame)), frame


def test_equal_keys_mean_equal_pixels():
    made = two_scenes(Crossfade())
    kept, seen = stage(), {}
    for frame in range(0, made.board().length, 3):
        key = kept.key(made, made.board(), frame)
        pixels = shown(made, frame)
        assert np.array_equal(seen.setdefault(key, pixels), pixels)
        assert kept.key(made, made.board(), frame) == key


def test_a_held_picture_keeps_its_key():
    on_twos = replace(every_kind()[2], step=2)
    made = project(scene(on_twos))
    keys = [stage().key(made, made.board(), frame) for frame in (4, 5, 6)]
    assert keys[0] == keys[1] != keys[2]


def test_a_style_kit_holds_every_drawing():
    made = project(scene(every_kind()[2]))
    kit = StyleKit(id=StyleId("k"), name="On threes", step=3)
    board = replace(made.board(), style=StyleId("k"))
    held = replace(made, boards=(board,), styles=(kit,))
    assert np.array_equal(shown(held, 4), shown(held, 5))
    assert not np.array_equal(shown(made, 4), shown(made, 5))


def test_frames_outside_the_video_are_held():
    made = two_scenes()
    last = made.board().length - 1
    assert np.array_equal(shown(made, -5), shown(made, 0))
    assert np.array_equal(shown(made, last + 50), shown(made, last))


def test_the_planes_hold_the_same_picture():
    made, kept = two_scenes(Crossfade()), stage()
    from kindreel.render.i420 import Planes

    for frame in (0, 1, 5, 41, 46, 60, 72):
        planes = Planes(*SIZE)
        planes.fill(shown(made, frame))
        got = kept.render_i420(made, made.board(), frame, SIZE)
        assert np.abs(got.astype(int) - planes.buffer).max() <= 2


def test_frames_are_written_into_given_memory():
    made, kept = two_scenes(), stage()
    out = np.zeros((SIZE[1], SIZE[0], 4), np.uint8)
    assert kept.render(made, made.board(), 3, SIZE, out) is out
    assert np.array_equal(out, shown(made, 3))
    planes = np.zeros((SIZE[1] * 3 // 2, SIZE[0]), np.uint8)
    assert kept.render_i420(made, made.board(), 3, SIZE, planes) is planes
    assert planes.any()


def test_a_frame_given_out_is_never_painted_over():
    made, kept = two_scenes(), stage()
    first = kept.render(made, made.board(), 0, SIZE)
    copy = first.copy()
    kept.render(made, made.board(), 9, SIZE)
    assert np.array_equal(first, copy)


def test_stages_work_side_by_side_in_threads():
    made = two_scenes(Crossfade())
    alone = [shown(made, frame) for frame in range(0, 60, 6)]

    def all_frames(_: int) -> list[np.ndarray]:
        kept = stage()
        return [kept.render(made, made.board(), frame, SIZE) for frame in range(0, 60, 6)]

    with ThreadPoolExecutor(3) as pool:
        for frames in pool.map(all_frames, range(3)):
            assert all(np.array_equal(a, b) for a, b in zip(frames, alone, strict=True))


def test_a_child_goes_where_its_parent_carries_it():
    carried = square("child", 100, parent=LayerId("parent"), transform=at(300, 0))
    holder = square("parent", 200, transform=at(540, 960, rotation=Curve(90.0)), fill=Solid(BLUE))
    frame = shown(project(scene(holder, carried)), 0, (270, 480))
    assert tuple(frame[240 + 75, 135, :3]) == (0, 0, 255)


def test_parents_that_carry_each_other_do_no_harm():
    one, two = square("a", 50, parent=LayerId("b")), square("b", 50, parent=LayerId("a"))
    shown(project(scene(one, two)))


def test_a_mask_shows_a_layer_only_where_it_is_opaque():
    hole = square("hole", 200, visible=False)
    masked = square("big", 900, mask=LayerId("hole"))
    frame = shown(project(scene(hole, masked)), 0, (270, 480))
    assert tuple(frame[240, 135, :3]) == (0, 0, 255)
    assert tuple(frame[240, 60, :3]) != (0, 0, 255)


@pytest.mark.parametrize(
    ("blend", "expected"),
    [
        (Blend.NORMAL, (0, 128, 64)),
        (Blend.MULTIPLY, (0, 64, 32)),
        (Blend.SCREEN, (0, 192, 160)),
        (Blend.ADD, (0, 255, 192)),
        (Blend.OVERLAY, (0, 129, 64)),
    ],
)
def test_layers_blend_as_they_say(blend: Blend, expected: tuple[int, int, int]):
    grey = square("below", 4000, fill=Solid(Colour("#808000")))
    above = square("above", 4000, fill=Solid(Colour("#408000")), blend=blend)
    blue, green, red = (int(v) for v in shown(project(scene(grey, above)))[50, 50, :3])
    for got, wanted in zip((blue, green, red), expected, strict=True):
        assert abs(got - wanted) <= 2


def test_the_rubber_takes_away_what_the_pen_drew():
    line = tuple((x * 20.0, 200.0, 1.0) for x in range(50))
    gap = ((500.0, 200.0, 1.0), (520.0, 200.0, 1.0))
    pen, rubber = Stroke(line, width=60.0), Stroke(gap, width=200.0, erase=True)
    drawing = DrawingLayer(id=LayerId("d"), strokes=(pen, rubber), size=(1000.0, 400.0))
    plain = shown(project(scene()), 0, (270, 480))
    frame = shown(project(scene(drawing)), 0, (270, 480))
    assert not np.array_equal(frame[240, 60], plain[240, 60])
    assert np.array_equal(frame[240, 132], plain[240, 132])


def test_pressure_makes_a_stroke_wider():
    points = tuple((x * 10.0, 200.0, x / 100) for x in range(101))
    drawing = DrawingLayer(
        id=LayerId("d"), strokes=(Stroke(points, width=120.0),), size=(1000.0, 400.0)
    )
    made = project(replace(scene(drawing), background=Solid(Colour("#FFFFFF"))))
    dark = (shown(made, 0, (270, 480))[..., 0] < 128).sum(axis=0)
    assert dark[40] < dark[130] < dark[220]


def test_a_camera_looks_closer():
    camera = CameraLayer(id=LayerId("c"), transform=at(540, 960, scale=Curve(2.0)))
    near = shown(project(scene(square("s", 200), camera)), 0, (270, 480))
    assert (near[..., 2] == 255).sum() > 0
    assert tuple(near[240, 135 + 45, :3]) == (0, 0, 255)


def test_a_camera_centres_what_it_looks_at():
    camera = CameraLayer(id=LayerId("c"), transform=at(800, 400))
    frame = shown(project(scene(square("s", 200, transform=at(800, 400)), camera)), 0, (270, 480))
    assert tuple(frame[240, 135, :3]) == (0, 0, 255)


def test_effects_on_a_camera_repaint_the_whole_picture():
    camera = CameraLayer(id=LayerId("c"), effects=(Vignette(strength=1.0),))
    plain, dark = shown(project(scene())), shown(project(scene(camera)))
    assert dark[2, 2, :3].sum() < plain[2, 2, :3].sum() // 2
    assert (dark[..., 3] == 255).all()


def test_a_layer_is_on_for_its_own_frames():
    short = square("s", 400, start=5, length=10)
    empty = shown(project(scene()))
    made = project(scene(short))
    for frame, on in ((4, False), (5, True), (14, True), (15, False)):
        assert np.array_equal(shown(made, frame), empty) != on


def test_a_layer_that_lasts_to_the_end_goes_on_through_the_transition():
    made = two_scenes(Crossfade())
    from kindreel.render.build import picture
    from kindreel.render.cache import Memo

    during = picture(made, made.board(), 41, Memo())
    assert during.before is not None
    layers = {draw.layer for draw in during.before.draws}
    assert LayerId("star") in layers


def test_effects_move_a_layer():
    pop = StickerLayer(id=LayerId("s"), sticker="heart", effects=(Pop(length=8), Float()))
    made = project(scene(pop))
    assert np.array_equal(shown(made, 0), shown(project(scene())))
    assert not np.array_equal(shown(made, 20), shown(made, 30))


def test_slow_motion_is_smooth_between_whole_pixels():
    slow = square("s", 300, transform=Transform(x=moving(500, 510, 40), y=Curve(960.0)))
    made = project(scene(slow))
    frames = [shown(made, frame, (108, 192)) for frame in range(10, 20)]
    assert all(not np.array_equal(a, b) for a, b in pairwise(frames))


def test_a_hidden_layer_is_not_shown():
    assert np.array_equal(
        shown(project(scene(square("s", 500, visible=False)))), shown(project(scene()))
    )


def test_captions_light_up_the_word_that_is_said():
    look = CaptionLook(karaoke=True)
    made = project(scene(captions=(caption(),)), caption_look=look)
    assert not np.array_equal(shown(made, 2), shown(made, 8))
    still = project(scene(captions=(caption(),)))
    assert np.array_equal(shown(still, 2), shown(still, 8))


def test_a_thumbnail_shows_the_scene():
    made, kept = two_scenes(), stage()
    small = kept.thumbnail(made, made.board(), SceneId("two"), (54, 96))
    assert small.shape == (96, 54, 4)
    assert np.array_equal(small, shown(made, 40 + 18, (54, 96)))


def test_every_layer_kind_looks_as_it_did():
    made: Project = two_scenes()
    agrees("layers", strip([shown(made, frame, (135, 240)) for frame in (0, 8, 30)]))
