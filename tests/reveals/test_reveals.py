"""What every reveal keeps to."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest

from golden_frames import agrees, strip
from kindreel.model.colour import is_colour
from kindreel.model.plugins import RevealStyle
from kindreel.registry import form
from kindreel.render import people, standins
from kindreel.render.people import Cast, Side
from kindreel.render.sources import Sources
from kindreel.reveals import Face, PaintedReveal, shelf
from stage_examples import NIGHT, SUNSET, no_media

ALL = [s for s in shelf.defaults() if isinstance(s, PaintedReveal)]
SIZES = [(54, 96), (61, 107), (96, 54)]


def kind_of(style: RevealStyle) -> str:
    return shelf.kind_of(style)


@cache
def sides(size: tuple[int, int]) -> tuple[np.ndarray, np.ndarray, Face]:
    """A drawn face on a sunset, and a darker, finer picture with its eyes at the same place."""
    cast = Cast(Side("a", None), Side("a", None), SUNSET)
    pair = people.pair(cast, size, Sources(no_media))
    night = people.pair(Cast(Side("a", None), Side("a", None), NIGHT), size, Sources(no_media))
    grain = np.random.default_rng(3).integers(0, 40, (size[1], size[0], 1), np.uint8)
    person = night.avatar.copy()
    person[..., :3] = person[..., :3] // 2 + grain
    return pair.avatar, person, pair.face


def test_the_shelf_is_well_filled():
    assert len(ALL) == len(shelf.kinds()) >= 9


@pytest.mark.parametrize("style", ALL, ids=kind_of)
def test_every_field_can_be_shown_in_a_form(style: PaintedReveal):
    for field in form(style):
        assert field.range or field.choice or is_colour(str(field.default)), field.name


@pytest.mark.parametrize("style", ALL, ids=kind_of)
@pytest.mark.parametrize("size", SIZES)
def test_a_reveal_goes_from_exactly_the_avatar_to_exactly_the_person(
    style: PaintedReveal, size: tuple[int, int]
):
    avatar, person, face = sides(size)
    assert np.array_equal(style.mix(avatar, person, 0.0, face), avatar)
    assert np.array_equal(style.mix(avatar, person, 1.0, face), person)


@pytest.mark.parametrize("style", ALL, ids=kind_of)
def test_a_reveal_is_deterministic_and_leaves_its_input_untouched(style: PaintedReveal):
    avatar, person, face = sides((54, 96))
    kept = avatar.copy(), person.copy()
    for progress in (0.01, 0.2, 0.5, 0.8, 0.99):
        one = style.mix(avatar, person, progress, face)
        assert np.array_equal(one, style.mix(avatar, person, progress, face))
        assert (one[..., 3] == 255).all()
        assert one.shape == avatar.shape
    assert np.array_equal(avatar, kept[0])
    assert np.array_equal(person, kept[1])


@pytest.mark.parametrize("style", ALL, ids=kind_of)
def test_a_reveal_is_the_same_at_any_size(style: PaintedReveal):
    small, large = ((w, h) for w, h in ((54, 96), (216, 384)))
    one = style.mix(*sides(small)[:2], 0.55, sides(small)[2])
    two = style.mix(*sides(large)[:2], 0.55, sides(large)[2])
    shrunk = two.reshape(96, 4, 54, 4, 4).mean(axis=(1, 3))
    assert np.abs(one - shrunk).mean() < 14


@pytest.mark.parametrize("style", ALL, ids=kind_of)
def test_a_reveal_never_flashes(style: PaintedReveal):
    """Over a second and a half the picture turns lighter or darker at most three times."""
    avatar, person, face = sides((27, 48))
    lightness = np.array([style.mix(avatar, person, i / 45, face).mean() for i in range(46)])
    steps = np.diff(lightness[::3])
    turns = np.diff(np.sign(steps[np.abs(steps) > 12]))
    assert np.count_nonzero(turns) <= 3


@pytest.mark.parametrize("style", ALL, ids=kind_of)
def test_a_reveal_looks_as_it_did(style: PaintedReveal):
    avatar, person, face = sides((63, 112))
    frames = [style.mix(avatar, person, progress, face) for progress in (0.2, 0.5, 0.8)]
    agrees(f"reveals/{kind_of(style)}", strip(frames))


def test_a_person_without_a_yes_cannot_be_told():
    """What is left of two very different people without their yes is nearly the same grey."""
    one, two = (np.full((96, 54, 4), 255, np.uint8) for _ in range(2))
    two[30:50, 10:40, :3] = 0
    hidden = standins.hidden(two)
    assert np.abs(hidden[..., 0].astype(int) - hidden[..., 2]).max() == 0
    assert np.abs(standins.hidden(one).astype(int) - hidden).max() < 130
