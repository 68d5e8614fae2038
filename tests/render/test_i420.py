"""Colours keep their value on the way to the encoder."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from kindreel.render.i420 import Planes

RED, GREEN, BLUE = 0.2126, 0.7152, 0.0722


def exact(pixels: NDArray[np.uint8]) -> tuple[NDArray[np.float64], ...]:
    """BT.709 limited by the book, chroma as the mean of 2×2."""
    blue, green, red = (pixels[..., i].astype(float) for i in range(3))
    luma = RED * red + GREEN * green + BLUE * blue
    halves = [
        128 + 224 / 255 * (colour - luma) / (2 * (1 - weight))
        for colour, weight in ((blue, BLUE), (red, RED))
    ]
    height, width = luma.shape
    small = [h.reshape(height // 2, 2, width // 2, 2).mean(axis=(1, 3)) for h in halves]
    return 16 + 219 / 255 * luma, *small


def noise(width: int, height: int) -> NDArray[np.uint8]:
    pixels = np.random.default_rng(1).integers(0, 256, (height, width, 4), np.uint8)
    pixels[..., 3] = 255
    return pixels


def filled(pixels: NDArray[np.uint8]) -> Planes:
    planes = Planes(pixels.shape[1], pixels.shape[0])
    planes.fill(pixels)
    return planes


def test_planes_are_exact_but_for_rounding():
    pixels = noise(320, 480)
    planes = filled(pixels)
    for got, wanted in zip((planes.y, planes.u, planes.v), exact(pixels), strict=True):
        assert np.abs(got - wanted).mean() <= 0.26
        assert np.abs(got - wanted).max() <= 0.52
        assert abs((got - wanted).mean()) <= 0.01


def test_greys_keep_no_colour_and_are_exact():
    ramp = np.full((2, 512, 4), 255, np.uint8)
    ramp[..., :3] = (np.arange(512) // 2)[None, :, None]
    planes = filled(ramp)
    assert (planes.u == 128).all()
    assert (planes.v == 128).all()
    assert np.abs(planes.y[0] - (16 + ramp[0, :, 0] * (219 / 255))).max() <= 0.51
    assert planes.y[0, 0] == 16
    assert planes.y[0, -1] == 235


def test_a_rectangle_converts_to_the_same_as_the_whole():
    before, after = noise(128, 96), noise(128, 96)
    after[31:60, 17:90] = 255 - after[31:60, 17:90]
    planes = filled(before)
    planes.fill(after, (17, 31, 90, 60))
    assert np.array_equal(planes.buffer, filled(after).buffer)


def test_an_empty_rectangle_changes_nothing():
    planes = filled(noise(64, 64))
    kept = planes.buffer.copy()
    planes.fill(noise(64, 64)[::-1], (20, 20, 20, 20))
    assert np.array_equal(planes.buffer, kept)


def test_odd_sizes_are_refused():
    with pytest.raises(ValueError, match="even"):
        Planes(33, 64)
