"""What every transition keeps to."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest

from golden_frames import agrees, strip
from kindreel.model.colour import is_colour
from kindreel.model.plugins import TransitionStyle, UnknownTransition
from kindreel.registry import form
from kindreel.transitions import PaintedTransition, shelf
from stage_examples import shown, two_scenes

ALL = [s for s in shelf.defaults() if isinstance(s, PaintedTransition)]
SIZES = [(54, 96), (55, 97), (96, 54)]


def kind_of(style: TransitionStyle) -> str:
    return shelf.kind_of(style)


@cache
def pictures(size: tuple[int, int]) -> tuple[np.ndarray, np.ndarray]:
    made = two_scenes()
    return shown(made, 30, size), shown(made, 60, size)


def test_the_shelf_is_well_filled():
    assert len(ALL) == len(shelf.kinds()) >= 12


@pytest.mark.parametrize("style", ALL, ids=kind_of)
def test_every_field_can_be_shown_in_a_form(style: PaintedTransition):
    for field in form(style):
        assert field.range or field.choice or is_colour(str(field.default)), field.name


@pytest.mark.parametrize("style", ALL, ids=kind_of)
@pytest.mark.parametrize("size", SIZES)
def test_a_transition_goes_from_one_picture_to_the_other(
    style: PaintedTransition, size: tuple[int, int]
):
    before, after = pictures(size)
    assert np.array_equal(style.mix(before, after, 0.0), before)
    assert np.array_equal(style.mix(before, after, 1.0), after)


@pytest.mark.parametrize("style", ALL, ids=kind_of)
def test_a_transition_is_deterministic_and_leaves_its_input_untouched(style: PaintedTransition):
    before, after = pictures((54, 96))
    kept = before.copy(), after.copy()
    for progress in (0.02, 0.3, 0.5, 0.77, 0.98):
        one = style.mix(before, after, progress)
        assert np.array_equal(one, style.mix(before, after, progress))
        assert (one[..., 3] == 255).all()
        assert one.shape == before.shape
    assert np.array_equal(before, kept[0])
    assert np.array_equal(after, kept[1])


@pytest.mark.parametrize("style", ALL, ids=kind_of)
def test_a_weight_tells_the_same_as_the_mix(style: PaintedTransition):
    before, after = pictures((54, 96))
    for progress in (0.0, 0.25, 0.6, 1.0):
        weight = style.weight(progress)
        if weight is not None:
            mean = before * (1 - weight) + after * weight
            assert np.abs(style.mix(before, after, progress) - mean).max() <= 1


@pytest.mark.parametrize("style", ALL, ids=kind_of)
def test_a_transition_never_flashes(style: PaintedTransition):
    before, after = pictures((27, 48))
    lightness = [style.mix(before, after, i / 15).mean() for i in range(16)]
    turns = np.diff(np.sign(np.diff(np.array(lightness))[np.abs(np.diff(lightness)) > 8]))
    assert np.count_nonzero(turns) <= 1


@pytest.mark.parametrize("style", ALL, ids=kind_of)
def test_a_transition_looks_as_it_did(style: PaintedTransition):
    made = two_scenes(style)
    frames = [shown(made, 40 + frame, (63, 112)) for frame in (2, 5, 9)]
    agrees(f"transitions/{kind_of(style)}", strip(frames))


def test_an_unknown_transition_plays_as_a_cut():
    unknown = two_scenes(UnknownTransition("later"))
    assert np.array_equal(shown(unknown, 42), shown(two_scenes(), 42))
