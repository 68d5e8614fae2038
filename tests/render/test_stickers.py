"""Our own stickers."""

from __future__ import annotations

import numpy as np
import pytest

from kindreel.model.colour import CORAL, Colour
from kindreel.render import stickers


def test_there_are_enough_to_choose_from():
    assert len(stickers.names()) >= 12
    assert {"heart", "heart_outline", "heart_sparkle", "star", "sparkle"} <= set(stickers.names())


@pytest.mark.parametrize("name", stickers.names())
def test_a_sticker_draws_at_any_size_and_stays_inside(name: str):
    for side in (16, 200):
        pixels = stickers.draw(name, side, CORAL)
        assert pixels.shape == (side, side, 4)
        assert (pixels[..., 3] > 200).sum() > 0.1 * side * side
        border = np.concatenate([pixels[0], pixels[-1], pixels[:, 0], pixels[:, -1]])
        assert (border[:, 3] > 128).mean() < 0.2


def test_a_sticker_takes_the_colour_asked_for():
    red, blue = (stickers.draw("heart", 64, Colour(c)) for c in ("#E02020", "#2040E0"))
    assert red[32, 32, 2] > red[32, 32, 0]
    assert blue[32, 32, 0] > blue[32, 32, 2]


def test_an_unknown_sticker_is_a_heart():
    assert np.array_equal(stickers.draw("none", 40, CORAL), stickers.draw("heart", 40, CORAL))
