"""What every effect keeps to."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import numpy as np
import pytest

from golden_frames import agrees, strip
from kindreel.effects import Moment, MovingEffect, PixelEffect, Pose, TextEffect, shelf
from kindreel.model.colour import INK, is_colour
from kindreel.model.ids import LayerId
from kindreel.model.layers import CameraLayer, Layer, StickerLayer, TextLayer, TextStyle
from kindreel.model.plugins import Effect, UnknownEffect
from kindreel.model.project import Project
from kindreel.registry import form
from stage_examples import at, project, scene, shown

ALL = shelf.defaults()
MOVING = [e for e in ALL if isinstance(e, MovingEffect)]
PIXEL = [e for e in ALL if isinstance(e, PixelEffect)]
FRAMES = (0, 1, 7, 23, 59)


def kind_of(effect: Effect) -> str:
    return shelf.kind_of(effect)


def with_effect(effect: Effect, *, camera: bool = False) -> Project:
    layers: tuple[Layer, ...] = (
        StickerLayer(id=LayerId("heart"), sticker="heart", size=620.0, transform=at(540, 1150)),
        TextLayer(
            id=LayerId("words"),
            text="Kind words stay",
            style=TextStyle(size=130.0, colour=INK),
            transform=at(540, 420),
        ),
    )
    if camera:
        return project(
            scene(*layers, CameraLayer(id=LayerId("camera"), effects=(effect,)), length=60)
        )
    return project(scene(*(replace(layer, effects=(effect,)) for layer in layers), length=60))


@cache
def picture() -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
    frame = shown(with_effect(UnknownEffect("none")), 0, (54, 96))
    frame[:20] = 0
    return frame


def test_the_shelf_is_well_filled():
    assert len(shelf.kinds()) >= 16


@pytest.mark.parametrize("effect", ALL, ids=kind_of)
def test_every_field_can_be_shown_in_a_form(effect: Effect):
    for field in form(effect):
        assert field.range or field.choice or is_colour(str(field.default)), field.name
        if field.range is not None:
            assert field.range.low <= field.default <= field.range.high


@pytest.mark.parametrize("effect", MOVING, ids=kind_of)
def test_a_moving_effect_is_a_pure_function_of_its_moment(effect: MovingEffect):
    for frame in FRAMES:
        moment = Moment(frame, 60, 30.0, 7)
        pose = effect.pose(moment)
        assert pose == effect.pose(moment)
        numbers = (pose.x, pose.y, pose.scale, pose.stretch, pose.rotation, pose.opacity)
        assert all(np.isfinite(n) for n in numbers)
        assert 0 <= pose.opacity <= 1


@pytest.mark.parametrize("effect", PIXEL, ids=kind_of)
def test_a_pixel_effect_leaves_its_input_untouched(effect: PixelEffect):
    before = picture()
    kept = before.copy()
    after = effect.repaint(before, 0.05, effect.phase(Moment(3, 60)))
    assert np.array_equal(before, kept)
    assert after.shape == before.shape
    assert after.dtype == np.uint8


@pytest.mark.parametrize("effect", PIXEL, ids=kind_of)
def test_a_pixel_effect_paints_no_colour_brighter_than_its_alpha(effect: PixelEffect):
    after = effect.repaint(picture(), 0.05, effect.phase(Moment(3, 60)))
    assert (after[..., :3].max(axis=2).astype(int) <= after[..., 3].astype(int) + 1).all()


@pytest.mark.parametrize("effect", PIXEL, ids=kind_of)
def test_equal_phases_give_equal_pixels(effect: PixelEffect):
    phase = effect.phase(Moment(3, 60))
    one, two = (effect.repaint(picture(), 0.05, phase) for _ in range(2))
    assert np.array_equal(one, two)


@pytest.mark.parametrize("effect", PIXEL, ids=kind_of)
@pytest.mark.parametrize("shape", [(1, 1), (3, 40), (40, 3)])
def test_a_pixel_effect_takes_pictures_of_any_shape(effect: PixelEffect, shape: tuple[int, int]):
    pixels = np.full((*shape, 4), 200, np.uint8)
    assert effect.repaint(pixels, 1.0, 0.0).shape == pixels.shape


@pytest.mark.parametrize("effect", ALL, ids=kind_of)
def test_an_effect_looks_as_it_did(effect: Effect):
    whole = kind_of(effect) in {"vignette", "film_grain", "paper"}
    made = with_effect(effect, camera=whole)
    frames = [shown(made, frame, (63, 112)) for frame in (4, 15, 57)]
    agrees(f"effects/{kind_of(effect)}", strip(frames))


def test_a_typewriter_ends_with_all_letters():
    typed = [e for e in ALL if isinstance(e, TextEffect)]
    for effect in typed:
        assert effect.shown(20, Moment(0, 600)) <= 1
        assert effect.shown(20, Moment(599, 600)) == 20


def test_an_unknown_effect_draws_nothing():
    plain = project(scene(StickerLayer(id=LayerId("h"), sticker="heart")))
    unknown = StickerLayer(id=LayerId("h"), sticker="heart", effects=(UnknownEffect("later"),))
    assert np.array_equal(shown(plain), shown(project(scene(unknown))))


def test_pop_starts_from_nothing_and_ends_at_rest():
    pop = shelf.get("pop")()
    assert isinstance(pop, MovingEffect)
    assert pop.pose(Moment(0, 60)).scale == 0
    assert pop.pose(Moment(30, 60)) == Pose()
