"""Colours of an exported video, decoded again, are those of the stage."""

from __future__ import annotations

import subprocess
from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np
import pytest
from imageio_ffmpeg import get_ffmpeg_exe
from numpy.typing import NDArray

from kindreel.export.presets import Quality, preset
from kindreel.export.video import export
from kindreel.model.colour import Colour, Solid
from kindreel.model.ids import LayerId, MediaId
from kindreel.model.layers import ImageLayer
from stage_examples import at, project, scene

SIDE = 64
PATCHES = (
    (255, 0, 0), (0, 255, 0), (0, 0, 255), (255, 255, 0), (0, 255, 255), (255, 0, 255),
    (255, 255, 255), (0, 0, 0), (128, 128, 128), (255, 122, 102), (255, 200, 87), (43, 91, 132),
    (200, 30, 60), (20, 160, 140), (250, 210, 190), (90, 60, 50), (64, 64, 64), (192, 192, 192),
)  # fmt: skip
"""Red, green, blue: the corners of the cube, greys, and what a palette holds."""


def chart() -> NDArray[np.uint8]:
    """Patches above; a ramp of grey and one of each colour below. Blue, green, red."""
    width, height = 6 * SIDE, 7 * SIDE
    picture = np.zeros((height, width, 3), np.uint8)
    for number, colour in enumerate(PATCHES):
        row, column = divmod(number, 6)
        picture[row * SIDE : (row + 1) * SIDE, column * SIDE : (column + 1) * SIDE] = colour[::-1]
    ramp = np.linspace(0, 255, width).round().astype(np.uint8)
    for row, share in enumerate(((1, 1, 1), (0.2, 0.5, 1), (0.3, 1, 0.2), (1, 0.4, 0.1)), 3):
        picture[row * SIDE : (row + 1) * SIDE] = (ramp[:, None] * np.array(share)).round()
    return picture


def planes(pixels: NDArray[np.uint8]) -> tuple[NDArray[np.float64], ...]:
    """BT.709 limited by the book, before any rounding; chroma is the mean of 2×2."""
    blue, green, red = (pixels[..., c].astype(float) for c in range(3))
    luma = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    halves = [
        (128 + 224 / 255 * (colour - luma) / (2 * (1 - weight)))
        .reshape(luma.shape[0] // 2, 2, luma.shape[1] // 2, 2)
        .mean(axis=(1, 3))
        for colour, weight in ((blue, 0.0722), (red, 0.2126))
    ]
    return 16 + 219 / 255 * luma, *halves


def decoded(path: Path, form: str) -> bytes:
    command = [get_ffmpeg_exe(), "-v", "error", "-ss", "1", "-i", str(path), "-frames:v", "1"]
    if form == "bgr24":
        command += ["-vf", "scale=sws_flags=accurate_rnd+full_chroma_int+bicubic"]
    raw = [*command, "-f", "rawvideo", "-pix_fmt", form, "-"]
    return subprocess.run(raw, check=True, capture_output=True).stdout


@pytest.fixture(scope="module")
def film(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The chart as a video of the best quality."""
    folder = tmp_path_factory.mktemp("colour")
    picture = chart()
    height, width = picture.shape[:2]
    cv2.imwrite(str(folder / "chart.png"), picture)
    layer = ImageLayer(
        id=LayerId("chart"),
        media=MediaId("chart.png"),
        size=(float(width), float(height)),
        transform=at(width / 2, height / 2),
    )
    made = project(scene(layer, length=60))
    first = replace(made.board().scenes[0], background=Solid(Colour("#FF000000")))
    board = replace(made.board(), scenes=(first,), size=(width, height))
    out = folder / "film.mp4"
    export(made, board, out, lambda m: folder / m, preset("tiktok"), Quality.BEST, range(60))
    return out


def test_the_planes_are_within_a_third_of_a_level(film: Path):
    """Rounding alone costs a quarter of a level."""
    wanted = planes(chart())
    flat = np.frombuffer(decoded(film, "yuv420p"), np.uint8)
    start, errors = 0, []
    for plane in wanted:
        got = flat[start : start + plane.size].reshape(plane.shape)
        start += plane.size
        errors.append(np.abs(got - plane).ravel())
    assert np.concatenate(errors).mean() <= 0.3
    assert max(float(np.quantile(e, 0.999)) for e in errors) <= 2


def inner(row: int, column: int) -> tuple[slice, slice]:
    """A patch without its edge, where 4:2:0 mixes neighbours."""
    top, left = row * SIDE, column * SIDE
    return slice(top + 8, top + SIDE - 8), slice(left + 8, left + SIDE - 8)


def test_each_saturated_patch_comes_back_but_for_rounding(film: Path):
    picture = chart()
    got = np.frombuffer(decoded(film, "bgr24"), np.uint8).reshape(picture.shape).astype(int)
    worst, mean = 0.0, []
    for number, colour in enumerate(PATCHES):
        patch = got[inner(*divmod(number, 6))].reshape(-1, 3)
        error = np.abs(patch - np.array(colour[::-1]))
        mean.append(error.mean())
        worst = max(worst, float(error.mean(axis=0).max()))
    assert worst <= 1.5
    assert np.mean(mean) <= 0.3


def test_pure_red_is_pure(film: Path):
    got = np.frombuffer(decoded(film, "bgr24"), np.uint8).reshape(chart().shape)
    red = got[inner(0, 0)].reshape(-1, 3).astype(float).mean(axis=0)
    assert np.abs(red - (0, 0, 255)).max() <= 1.0


def test_ramps_come_back_without_a_cast(film: Path):
    picture = chart()
    got = np.frombuffer(decoded(film, "bgr24"), np.uint8).reshape(picture.shape).astype(float)
    grey = slice(3 * SIDE + 8, 4 * SIDE - 8)
    assert np.abs(got[grey] - picture[grey]).mean() <= 0.3
    assert abs(float((got[grey] - picture[grey]).mean())) <= 0.2
    for row in (4, 5, 6):
        rows = slice(row * SIDE + 8, (row + 1) * SIDE - 8)
        assert np.abs(got[rows] - picture[rows]).mean() <= 0.5
