"""The relief of a face and the light on it: a height map, its normals, shadows and skin.

Lengths are in half face widths: u to the right, v downwards, 0, 0 between the eyes' height and
the nose bridge; heights point at the camera.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray
from scipy.interpolate import PchipInterpolator

Array = NDArray[np.float32]
WIDTH, HEIGHT, UNIT = 900, 1600, 208.0
CENTRE = (450.0, 545.0)
EYE_U, EYE_V = 0.425, 0.0


@dataclass(frozen=True, slots=True)
class Person:
    """What one painted person looks like; colours are red, green, blue from 0 to 1."""

    seed: int
    skin: tuple[float, float, float]
    blush: tuple[float, float, float]
    lip: tuple[float, float, float]
    hair: tuple[float, float, float]
    iris: tuple[float, float, float]
    cloth: tuple[float, float, float]
    ground: tuple[tuple[float, float, float], ...]
    jaw: float = 1.0
    nose: float = 1.0
    lips: float = 1.0
    lid: float = 1.0
    freckles: int = 0
    stubble: float = 0.0
    shine: float = 1.0
    brow: float = 1.0
    outline: tuple[float, ...] = (
        0.3,
        0.72,
        0.93,
        1.0,
        0.985,
        0.93,
        0.84,
        0.73,
        0.57,
        0.40,
        0.24,
        0.02,
    )


def grid() -> tuple[Array, Array]:
    """The places u and v of every pixel."""
    y, x = np.mgrid[0:HEIGHT, 0:WIDTH].astype(np.float32)
    return (x - CENTRE[0]) / UNIT, (y - CENTRE[1]) / UNIT


def pixel(u: float, v: float) -> tuple[float, float]:
    """Where a point of the face lies in the picture."""
    return CENTRE[0] + u * UNIT, CENTRE[1] + v * UNIT


def blur(a: Array, sigma: float) -> Array:
    """The array made soft."""
    return cv2.GaussianBlur(a, (0, 0), sigma)


def noise(seed: int, sigma: float) -> Array:
    """Soft noise with a spread of 1."""
    raw = np.random.default_rng(seed).normal(size=(HEIGHT, WIDTH)).astype(np.float32)
    soft = blur(raw, sigma) if sigma else raw
    return soft / soft.std()


def step(a: Array) -> Array:
    """A soft step from 0 to 1 about zero."""
    return (1 / (1 + np.exp(-np.clip(a, -30, 30)))).astype(np.float32)


def hump(u: Array, v: Array, at: tuple[float, float], size: tuple[float, float]) -> Array:
    """A soft round hill of height 1."""
    return np.exp(-(((u - at[0]) / size[0]) ** 2) - ((v - at[1]) / size[1]) ** 2)


def half_width(person: Person, v: Array) -> Array:
    """How wide the face is at a height."""
    at = (-1.62, -1.3, -0.9, -0.4, 0.0, 0.4, 0.75, 1.0, 1.2, 1.33, 1.41, 1.45)
    jaw = np.array([1, 1, 1, 1, 1, 1 + (person.jaw - 1) * 0.5, *[person.jaw] * 6])
    curve = PchipInterpolator(at, np.array(person.outline) * jaw)
    return np.where((v > at[0]) & (v < at[-1]), curve(np.clip(v, at[0], at[-1])), 0.001).astype(
        np.float32
    )


def mouth_line(u: Array) -> Array:
    """The height of the line between the lips: a closed smile."""
    return 0.82 - 0.092 * np.abs(u / 0.38) ** 2.2 + 0.008 * np.exp(-((u / 0.06) ** 2))


def relief(person: Person, u: Array, v: Array) -> Array:
    """The height of the face at every pixel."""
    w = half_width(person, v)
    side = np.clip(1 - np.abs(u / w) ** 2.3, 0, 1)
    z = 0.98 * np.sqrt(side) * np.sqrt(np.clip(w, 0, 1))
    a = np.abs(u)
    z += 0.055 * hump(a, v, (0.40, -0.27), (0.30, 0.10))
    z -= 0.150 * hump(a, v, (EYE_U, -0.01), (0.25, 0.145))
    z += 0.085 * hump(a, v, (EYE_U, 0.01), (0.17, 0.12))
    z -= 0.035 * hump(a, v, (0.36, 0.19), (0.18, 0.05))
    z += 0.105 * hump(a, v, (0.55, 0.33), (0.24, 0.19))
    z -= 0.030 * hump(a, v, (0.66, 0.82), (0.16, 0.22))
    z += _nose(person, a, v) + _mouth(person, u, v)
    z += 0.085 * hump(u, v, (0, 1.22), (0.24, 0.14))
    return z


def _nose(person: Person, a: Array, v: Array) -> Array:
    run = np.clip((v + 0.24) / 0.60, 0, 1)
    wide = 0.085 + 0.075 * run * person.nose
    ridge = (0.07 + 0.24 * run) * np.exp(-((a / wide) ** 2)) * step((0.44 - v) / 0.055)
    ridge *= step((v + 0.24) / 0.05)
    ball = 0.11 * hump(a, v, (0, 0.355), (0.135 * person.nose, 0.11))
    wing = 0.150 * hump(a, v, (0.180 * person.nose, 0.405), (0.085, 0.080))
    hole = 0.05 * hump(a, v, (0.10 * person.nose, 0.485), (0.055, 0.022))
    fold_at = 0.24 * person.nose + 0.28 * np.clip((v - 0.36) / 0.46, 0, 1) ** 1.1
    fold = 0.030 * np.exp(-(((a - fold_at) / 0.045) ** 2)) * hump(a * 0, v, (0, 0.62), (1, 0.17))
    return (ridge + ball + wing - hole - fold).astype(np.float32)


def _mouth(person: Person, u: Array, v: Array) -> Array:
    line, inside = mouth_line(u), np.clip(1 - (u / 0.41) ** 2, 0, 1)
    upper = 0.042 * person.lips * np.exp(-(((v - line + 0.055) / 0.055) ** 2)) * inside
    lower = 0.085 * person.lips * np.exp(-(((v - line - 0.085) / 0.068) ** 2)) * inside**1.4
    seam = 0.075 * np.exp(-(((v - line) / 0.017) ** 2)) * np.clip(1 - (u / 0.43) ** 2, 0, 1) ** 0.5
    groove = 0.022 * hump(u, v, (0, 0.60), (0.05, 0.07))
    under = 0.045 * hump(u, v, (0, 1.03), (0.22, 0.05))
    mound = 0.030 * hump(u, v, (0, 0.80), (0.40, 0.26))
    corner = 0.035 * hump(np.abs(u), v, (0.43, 0.70), (0.05, 0.06))
    return (upper + lower - seam - groove - under + mound - corner).astype(np.float32)


def lips(person: Person, u: Array, v: Array) -> Array:
    """Where the lips are red, 0 to 1."""
    line, inside = mouth_line(u), np.sqrt(np.clip(1 - (u / 0.405) ** 2, 0, 1))
    bow = (
        0.095
        - 0.022 * np.exp(-((u / 0.05) ** 2))
        + 0.018 * np.exp(-(((np.abs(u) - 0.10) / 0.06) ** 2))
    )
    top, bottom = line - bow * person.lips * inside, line + 0.150 * person.lips * inside**1.3
    edge = 0.018
    inside_both = step((v - top) / edge * 2.2) * step((bottom - v) / edge * 2.2)
    return (inside_both * (inside > 0)).astype(np.float32)


def shadow(z: Array, light: tuple[float, float, float]) -> Array:
    """How much light each pixel gets past the hills before it, 0 to 1."""
    x, y, up = light
    reach = np.full_like(z, -1.0)
    for step in range(2, 90, 2):
        moved = cv2.warpAffine(
            z,
            np.array([[1, 0, -x * step], [0, 1, -y * step]], np.float32),
            (WIDTH, HEIGHT),
            borderMode=cv2.BORDER_REPLICATE,
        )
        reach = np.maximum(reach, (moved - z) - up * step / UNIT)
    return 1 - np.clip(reach * 5 + 0.10, 0, 0.8)


def lit(person: Person, z: Array, albedo: Array) -> Array:
    """The face in a warm key from the upper left, a cool fill and a rim from the right."""
    pores = noise(person.seed, 1.1) * 0.00022 + noise(person.seed + 1, 2.6) * 0.00045
    fine = z + pores
    dx = cv2.Sobel(fine, cv2.CV_32F, 1, 0, ksize=3) * UNIT / 8
    dy = cv2.Sobel(fine, cv2.CV_32F, 0, 1, ksize=3) * UNIT / 8
    length = np.sqrt(dx**2 + dy**2 + 1)
    nx, ny, nz = -dx / length, -dy / length, 1 / length
    key = (-0.50, -0.52, 0.69)
    facing = nx * key[0] + ny * key[1] + nz * key[2]
    open_sky = blur(shadow(blur(z, 1.5), key), 5.0)
    hollow = np.clip(1 + 2.4 * (z - blur(z, 16)) + 1.1 * (z - blur(z, 48)), 0.45, 1.12)
    out = np.zeros_like(albedo)
    for c, (wrap, key_c, fill_c) in enumerate(
        ((0.42, 1.16, 0.30), (0.24, 1.0, 0.29), (0.18, 0.86, 0.33))
    ):
        soft = np.clip((facing + wrap) / (1 + wrap), 0, 1)
        light = key_c * soft * (0.35 + 0.65 * open_sky ** (1 + 0.4 * c)) + fill_c * (
            0.75 - 0.25 * ny
        )
        out[..., c] = albedo[..., c] * light * hollow
    rim = np.clip(nx * 0.9 - nz * 0.15, 0, 1) ** 3
    out += albedo * rim[..., None] * np.array([0.55, 0.42, 0.34], np.float32)
    half = np.clip(nx * -0.27 + ny * -0.31 + nz * 0.91, 0, 1)
    gloss = (
        (0.11 * half**22 + 0.09 * half**90)
        * person.shine
        * open_sky
        * (1 + 0.15 * noise(person.seed + 3, 1.3))
    )
    return out + np.clip(gloss, 0, 1)[..., None] * np.array([1.0, 0.92, 0.82], np.float32)


def skin(person: Person, u: Array, v: Array) -> Array:
    """The skin's own colour: warm cheeks and nose, darker lids, lips, freckles, stubble."""
    base = np.ones((HEIGHT, WIDTH, 3), np.float32) * np.array(person.skin, np.float32)
    mottle = 1 + 0.022 * noise(person.seed + 5, 14) + 0.012 * noise(person.seed + 6, 4)
    base *= mottle[..., None]
    a = np.abs(u)
    warm = 0.50 * hump(a, v, (0.60, 0.40), (0.26, 0.22)) + 0.38 * hump(
        a, v, (0, 0.44), (0.18, 0.14)
    )
    warm += 0.18 * hump(a, v, (0, 1.25), (0.3, 0.15)) + 0.2 * hump(a, v, (0.95, 0.1), (0.12, 0.3))
    base = tint(base, person.blush, np.clip(warm, 0, 0.6))
    dark = tuple(0.62 * c for c in person.skin)
    base = tint(base, dark, 0.42 * hump(a, v, (EYE_U, -0.04), (0.27, 0.14)))
    base = tint(base, dark, 0.22 * hump(a, v, (0.38, 0.17), (0.2, 0.06)))
    if person.stubble:
        beard = np.clip((v - 0.62) / 0.3, 0, 1) * np.clip((a - 0.15) / 0.4 + (v > 0.98), 0, 1)
        specks = np.clip(noise(person.seed + 8, 0.8), 0, 1.5) / 1.5
        base = tint(base, (0.25, 0.22, 0.24), person.stubble * beard * (0.45 + 0.55 * specks))
    dice = np.random.default_rng(person.seed)
    spots = np.zeros((HEIGHT, WIDTH), np.float32)
    for _ in range(person.freckles):
        x, y = pixel(float(dice.normal(0, 0.42)), float(dice.normal(0.33, 0.16)))
        cv2.circle(
            spots,
            (int(x * 8), int(y * 8)),
            int(dice.uniform(8, 20)),
            float(dice.uniform(0.15, 0.5)),
            -1,
            cv2.LINE_AA,
            3,
        )
    base = tint(base, tuple(0.66 * c for c in person.skin), blur(spots, 0.9))
    ridges = 1 + 0.05 * noise(person.seed + 9, 1.2)
    nostril = hump(a, v, (0.105 * person.nose, 0.470), (0.058, 0.024))
    base = tint(base, tuple(0.18 * c for c in person.skin), np.clip(1.15 * nostril, 0, 0.9))
    mouth = lips(person, u, v)
    return tint(base, person.lip, 0.82 * mouth) * (1 + (ridges - 1) * mouth)[..., None]


def tint(a: Array, colour: tuple[float, ...], share: Array) -> Array:
    """The picture mixed with one colour, pixel by pixel."""
    return a + (np.array(colour, np.float32) - a) * share[..., None]
