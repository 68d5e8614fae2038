"""The stage's inner loops against slow arithmetic by the book."""

from __future__ import annotations

from collections.abc import Iterator
from math import cos, radians, sin

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from kindreel.model.layers import Blend
from kindreel.render import kernels
from kindreel.render.i420 import Planes
from kindreel.render.matrix import Matrix, Rect

Floats = NDArray[np.float64]
WIDE, HIGH = 40, 32
WHOLE = (0, 0, WIDE, HIGH)


def picture(seed: int, width: int, height: int, *, opaque: bool = False) -> kernels.Pixels:
    """Noise, premultiplied; a third of it clear."""
    draw = np.random.default_rng(seed)
    alpha = draw.choice([0, 90, 255], (height, width, 1)).astype(float)
    alpha = np.full_like(alpha, 255) if opaque else alpha
    colours = draw.integers(0, 256, (height, width, 3)) * alpha / 255
    return np.concatenate([np.round(colours), alpha], axis=2).astype(np.uint8)


def lay(
    shown: kernels.Pixels,
    pixels: kernels.Pixels,
    matrix: Matrix,
    clip: Rect,
    *,
    opacity: float = 1.0,
    blend: Blend = Blend.NORMAL,
    opaque: bool = False,
) -> None:
    """Paint one picture."""
    layer = kernels.layer(pixels, matrix, clip, opacity=opacity, blend=blend, opaque=opaque)
    kernels.paint(shown, [layer] if layer else [], clip)


def canvas(seed: int = 9) -> kernels.Pixels:
    return picture(seed, WIDE, HIGH, opaque=True)


def sampled(pixels: kernels.Pixels, matrix: Matrix) -> Floats:
    """Each canvas pixel's mean of four neighbours, nothing around the picture; 0 to 1."""
    back = matrix.inverse()
    assert back is not None
    height, width = pixels.shape[:2]
    room = np.zeros((height + 4, width + 4, 4))
    room[2:-2, 2:-2] = pixels / 255
    y, x = np.mgrid[0:HIGH, 0:WIDE] + 0.5
    u = np.clip(back.a * x + back.c * y + back.e + 1.5, 0, width + 2.999)
    v = np.clip(back.b * x + back.d * y + back.f + 1.5, 0, height + 2.999)
    i, j = u.astype(int), v.astype(int)
    s, t = (u - i)[..., None], (v - j)[..., None]
    above = room[j, i] * (1 - s) + room[j, i + 1] * s
    below = room[j + 1, i] * (1 - s) + room[j + 1, i + 1] * s
    return np.asarray(above * (1 - t) + below * t)


def blended(mode: Blend, under: Floats, over: Floats) -> Floats:
    """W3C Compositing and Blending, premultiplied."""
    sa, da = over[..., 3:], under[..., 3:]
    rest = over * (1 - da) + under * (1 - sa)
    results = {
        Blend.NORMAL: over + under * (1 - sa),
        Blend.MULTIPLY: over * under + rest,
        Blend.SCREEN: over + under - over * under,
        Blend.ADD: np.minimum(1, over + under),
        Blend.OVERLAY: rest
        + np.where(2 * under <= da, 2 * over * under, sa * da - 2 * (da - under) * (sa - over)),
    }
    shown = results[mode]
    shown[..., 3:] = results[Blend.ADD if mode is Blend.ADD else Blend.SCREEN][..., 3:]
    return np.asarray(shown * 255)


def turned(degrees: float, scale: float, x: float, y: float) -> Matrix:
    a, b = cos(radians(degrees)) * scale, sin(radians(degrees)) * scale
    return Matrix(a, b, -b, a, x, y)


MATRICES = {
    "plain": Matrix(e=5, f=7),
    "over the edge": Matrix(e=-6, f=-3),
    "between pixels": Matrix(e=5.3, f=7.6),
    "scaled": Matrix(1.3, 0, 0, 0.8, 3.2, 4.1),
    "mirrored": Matrix(-1.1, 0, 0, 1.1, 30.4, 2.2),
    "turned": turned(30, 1.0, 18, 3),
    "turned and small": turned(-70, 0.4, 15, 20),
    "turned and large": turned(12, 4.0, -20, -30),
    "upside down": turned(180, 1.0, 30, 28),
}


@pytest.mark.parametrize("mode", list(Blend))
@pytest.mark.parametrize("name", list(MATRICES))
def test_pixels_are_those_of_exact_arithmetic(name: str, mode: Blend) -> None:
    pixels, shown, matrix = picture(1, 21, 17), canvas(), MATRICES[name]
    wanted = blended(mode, shown / 255, sampled(pixels, matrix))
    lay(shown, pixels, matrix, WHOLE, blend=mode)
    off = np.abs(shown - wanted)
    assert off.max() <= 6  # shares are 128ths: at most this much between black and white
    assert off.mean() <= 0.8


@pytest.mark.parametrize("name", list(MATRICES))
def test_opaque_pictures_have_their_own_way_and_the_same_pixels(name: str) -> None:
    pixels, one, other = picture(2, 21, 17, opaque=True), canvas(), canvas()
    lay(one, pixels, MATRICES[name], WHOLE)
    lay(other, pixels, MATRICES[name], WHOLE, opaque=True)
    assert np.abs(one.astype(int) - other).max() <= 1


@given(
    angle=st.sampled_from([0.0, 90.0, 33.3]),
    scale=st.floats(0.3, 3),
    x=st.floats(-20, 40),
    y=st.floats(-20, 40),
    left=st.integers(0, WIDE),
    top=st.integers(0, HIGH),
    opaque=st.booleans(),
)
@settings(max_examples=80, deadline=None)
def test_no_clip_moves_a_pixel(
    angle: float, scale: float, x: float, y: float, left: int, top: int, *, opaque: bool
) -> None:
    pixels, matrix = picture(3, 25, 19, opaque=opaque), turned(angle, scale, x, y)
    whole, parts = canvas(), canvas()
    lay(whole, pixels, matrix, WHOLE, opaque=opaque)
    for clip in (
        (0, 0, left, top),
        (left, 0, WIDE, top),
        (0, top, left, HIGH),
        (left, top, WIDE, HIGH),
    ):
        lay(parts, pixels, matrix, clip, opaque=opaque)
    assert np.array_equal(whole, parts)


def test_all_at_once_is_the_same_as_one_after_the_other() -> None:
    wide, high = 60, 150
    clip = (4, 6, 58, 140)
    ground = picture(6, wide, high, opaque=True)
    matrices = (turned(20, 3.0, 20, 5), Matrix(2.7, 0, 0, 7.1, -3.3, 8.2), turned(-5, 2.0, 9, 90))
    pictures = [picture(number, 21, 17, opaque=number == 1) for number in range(3)]
    rects = ((0, 0, wide, high), (10, 11, 50, 120), (5, 80, 60, 150))
    layers = [
        kernels.layer(pixels, matrix, rect, opaque=number == 1)
        for number, (pixels, matrix, rect) in enumerate(zip(pictures, matrices, rects, strict=True))
    ]
    at_once, planes = np.zeros_like(ground), Planes(wide, high)
    kernels.paint(at_once, [x for x in layers if x], clip, ground, planes.target)
    steps, filled = np.zeros_like(ground), Planes(wide, high)
    for top in range(clip[1], clip[3], 2):
        row = (clip[0], top, clip[2], top + 2)
        kernels.paint(steps, (), row, ground)
        for layer in layers:
            assert layer is not None
            kernels.paint(steps, [layer], row)
    filled.fill(steps, clip)
    assert np.array_equal(at_once, steps)
    inside = np.s_[clip[1] : clip[3], clip[0] : clip[2]]
    halves = np.s_[clip[1] // 2 : clip[3] // 2, clip[0] // 2 : clip[2] // 2]
    assert np.array_equal(planes.y[inside], filled.y[inside])
    assert np.array_equal(planes.u[halves], filled.u[halves])
    assert np.array_equal(planes.v[halves], filled.v[halves])


def test_half_opacity_shows_half() -> None:
    shown, white = np.zeros((HIGH, WIDE, 4), np.uint8), np.full((HIGH, WIDE, 4), 255, np.uint8)
    lay(shown, white, Matrix(), WHOLE, opacity=0.5, opaque=True)
    assert (shown == 128).all()


def test_a_picture_in_its_place_stays_as_it_is() -> None:
    pixels = picture(4, WIDE, HIGH, opaque=True)
    shown = np.zeros_like(pixels)
    lay(shown, pixels, Matrix(), WHOLE)
    assert np.array_equal(shown, pixels)


def test_turned_opaque_pixels_stay_opaque_and_flat_colours_flat() -> None:
    shown, flat = np.zeros((HIGH, WIDE, 4), np.uint8), np.full((200, 200, 4), 255, np.uint8)
    flat[..., :3] = (7, 130, 254)
    lay(shown, flat, turned(33, 1.1, 60, -120), WHOLE)
    assert (shown == flat[0, 0]).all()


@pytest.mark.parametrize(
    "matrix",
    [
        Matrix(0, 0, 0, 0),
        Matrix(1, 1, 1, 1),
        Matrix(1e-9, d=1e-9),
        Matrix(1e9, d=1e9),
        Matrix(e=1e12),
        Matrix(e=float("nan")),
        Matrix(float("inf")),
    ],
)
def test_senseless_places_paint_nothing_outside_and_end(matrix: Matrix) -> None:
    room = np.full((HIGH + 2, WIDE, 4), 7, np.uint8)
    lay(room[1:-1], picture(5, 9, 9), matrix, WHOLE)
    assert (room[0] == 7).all()
    assert (room[-1] == 7).all()


@pytest.fixture
def narrow() -> Iterator[None]:
    """As on a computer without AVX2."""
    kernels.take_avx2(wanted=False)
    yield
    kernels.take_avx2(wanted=True)


def painted(
    pixels: kernels.Pixels, matrix: Matrix, clip: Rect, opacity: float, *, opaque: bool
) -> tuple[kernels.Pixels, ...]:
    shown = canvas()
    lay(shown, pixels, matrix, clip, opacity=opacity, opaque=opaque)
    planes = [np.zeros((HIGH // k, WIDE // k), np.uint8) for k in (1, 2, 2)]
    kernels.paint(shown, (), WHOLE, planes=kernels.target(*planes))
    return shown, *planes


@settings(max_examples=300, deadline=None)
@given(
    st.integers(0, 99), st.integers(1, 60), st.integers(1, 40),
    st.sampled_from([0.0, 90.0, 17.0, -4.0]), st.floats(0.2, 4), st.floats(-20, 40),
    st.floats(-20, 40), st.sampled_from([1.0, 0.37]), st.integers(0, WIDE - 1),
)  # fmt: skip
def test_every_processor_paints_the_same(
    seed: int, width: int, height: int, degrees: float, scale: float,
    x: float, y: float, opacity: float, left: int,
) -> None:  # fmt: skip
    if not kernels.take_avx2(wanted=True):
        pytest.skip("no AVX2 here")
    matrix, clip = turned(degrees, scale, x, y), (left, 0, WIDE, HIGH)
    opaque = seed % 2 == 0
    pixels = picture(seed, width, height, opaque=opaque)
    wide = painted(pixels, matrix, clip, opacity, opaque=opaque)
    kernels.take_avx2(wanted=False)
    plain = painted(pixels, matrix, clip, opacity, opaque=opaque)
    kernels.take_avx2(wanted=True)
    assert all(np.array_equal(one, other) for one, other in zip(wide, plain, strict=True))


@pytest.mark.usefixtures("narrow")
@pytest.mark.parametrize("name", list(MATRICES))
def test_without_avx2_pixels_are_those_of_exact_arithmetic(name: str) -> None:
    test_pixels_are_those_of_exact_arithmetic(name, Blend.NORMAL)
