"""Words are shaped, broken, fitted and drawn."""

from __future__ import annotations

import numpy as np
import pytest

from kindreel.model.colour import INK, Colour
from kindreel.model.layers import TextStyle
from kindreel.render import fonts, glyphs
from kindreel.render.raster import Pixels, painted

PLAIN = TextStyle(size=80.0, colour=INK)
BOX = (840.0, 320.0)


def drawn(text: str, style: TextStyle = PLAIN, box: tuple[float, float] = BOX) -> Pixels:
    return painted(900, 400, 1.0, glyphs.block(text, style, box).paint).pixels


@pytest.mark.parametrize("family", fonts.FAMILIES)
def test_every_face_that_ships_is_there(family: str):
    assert family in fonts.load()


def test_long_text_is_broken_into_lines_that_fit_the_width():
    block = glyphs.block("kind words stay with us for years", PLAIN, BOX)
    assert block.lines > 1
    assert block.ink.width() <= BOX[0] + 1


def test_text_that_does_not_fit_is_made_smaller():
    block = glyphs.block("so many kind words " * 12, PLAIN, BOX)
    assert block.size < PLAIN.size
    assert block.height <= BOX[1] + 1


def test_a_long_word_is_made_smaller_and_not_broken():
    block = glyphs.block("Freundlichkeitsbotschafterinnen", PLAIN, BOX)
    assert block.lines == 1
    assert block.size < PLAIN.size


def test_own_line_breaks_are_kept():
    assert glyphs.block("one\ntwo\nthree", PLAIN, BOX).lines == 3


def test_emoji_are_in_colour():
    pixels = drawn("💛")
    strong = pixels[pixels[..., 3] > 200].astype(int)
    assert len(strong) > 500
    assert (strong[:, 2] - strong[:, 0]).mean() > 60


def test_emoji_look_the_same_again_after_an_outline():
    first = drawn("hi 💛👩🏽‍🦱")
    drawn("hi 💛", TextStyle(size=80.0, outline=6.0))
    assert np.array_equal(first, drawn("hi 💛👩🏽‍🦱"))


def test_arabic_is_joined_and_runs_from_the_right():
    whole = glyphs.block("مرحبا", PLAIN, BOX).ink.width()
    apart = sum(glyphs.block(letter, PLAIN, BOX).ink.width() for letter in "مرحبا")
    assert 0 < whole < apart
    block = glyphs.block("abc مرحبا", TextStyle(size=80.0, align="left"), BOX)
    first = block.runs(4, 1)[0].positions()[0].x()
    last = block.runs(8, 1)[0].positions()[0].x()
    assert first > last


def test_a_heavier_weight_is_wider_and_darker():
    light, heavy = (drawn("kindness", TextStyle(size=80.0, weight=w)) for w in (300, 900))
    assert (heavy[..., 3] > 128).sum() > 1.4 * (light[..., 3] > 128).sum()


def test_an_outline_surrounds_the_letters():
    style = TextStyle(size=80.0, outline=10.0, outline_colour=Colour("#FF0000"))
    pixels = drawn("o", style)
    assert ((pixels[..., 2] > 200) & (pixels[..., 1] < 40)).sum() > 300


def test_words_and_letters_are_counted_as_qt_counts_them():
    assert glyphs.words("a 💛 bc") == [(0, 1), (2, 2), (5, 2)]
    assert len(glyphs.letters("👩🏽‍🦱 é")) == 2


def test_no_text_draws_nothing():
    assert drawn("   ").max() == 0


def ink(words: str, weight: int) -> float:
    return float(drawn(words, TextStyle(size=80.0, weight=weight))[..., 3].sum())


@pytest.mark.parametrize("words", ["الكلمات الطيبة", "מילים טובות"])
def test_other_scripts_are_bold_where_the_style_is(words: str):
    """Inter has none of these letters; the face that has them comes in its own bold."""
    assert ink(words, 800) > 1.25 * ink(words, 400)


def test_only_letters_that_a_face_lacks_are_foreign():
    face = fonts.font(TextStyle(), 60.0)
    assert fonts.foreign("Kind words, добрые слова 😀 2", face) == []
    assert fonts.foreign("Say الكلمات 5", face) == [(4, 7)]
