"""Eyes, lashes and brows, painted over the lit face."""

from __future__ import annotations

import cv2
import numpy as np
from portrait_face import (
    EYE_U,
    EYE_V,
    HEIGHT,
    UNIT,
    WIDTH,
    Array,
    Person,
    blur,
    grid,
    pixel,
    step,
    tint,
)


def _lids(person: Person, x: Array) -> tuple[Array, Array]:
    """The upper and the lower lid over an eye's own width, -1 (inner) to 1 (outer)."""
    inside = np.clip(1 - x**2, 0, 1)
    upper = -0.120 * person.lid * inside**0.62 * (1 - 0.10 * x) - 0.018 * x
    lower = 0.054 * inside**0.85 * (1 + 0.14 * x) - 0.018 * x
    return upper, lower


def _iris(person: Person, ball: Array, x: Array, y: Array) -> Array:
    r = np.sqrt(x**2 + y**2)
    turn = np.arctan2(y, x)
    rays = 0.5 + 0.25 * np.sin(turn * 23 + 3 * np.sin(turn * 5)) + 0.25 * np.sin(turn * 41 + r * 60)
    iris = np.array(person.iris, np.float32)
    glow = 0.75 + 1.0 * np.clip(y / 0.11 + 0.2, 0, 1)[..., None]
    colour = iris * (0.55 + 0.7 * rays[..., None]) * glow
    edge = step((0.100 - r) / 0.004)
    out = ball + (colour - ball) * edge[..., None]
    out = tint(out, (0.03, 0.02, 0.02), 0.85 * np.exp(-(((r - 0.101) / 0.012) ** 2)) * edge)
    return tint(out, (0.01, 0.01, 0.01), step((0.044 - r) / 0.004))


def paint_eye(person: Person, picture: Array, side: int) -> Array:
    """The picture with one eye set in."""
    u, v = grid()
    x, y = u - side * EYE_U, v - EYE_V
    along = side * x / 0.228
    upper, lower = _lids(person, along)
    soft = 0.006
    gap = step((y - upper) / soft) * step((lower - y) / soft)
    gap *= (np.abs(along) < 1).astype(np.float32)
    shade = 1 - 0.42 * np.clip(np.abs(x) / 0.2, 0, 1) ** 2
    ball = np.array([0.86, 0.82, 0.79], np.float32) * shade[..., None]
    ball = tint(ball, (0.78, 0.50, 0.46), 0.35 * np.exp(-(((along + 0.95) / 0.16) ** 2)))
    gaze = 0.006 * -side
    eye = _iris(person, ball, x - gaze, y + 0.022)
    eye *= (1 - 0.62 * np.exp(-np.clip(y - upper, 0, 1) / 0.034))[..., None]
    out = picture + (eye - picture) * gap[..., None]
    for dx, dy, r, see in ((-0.036, -0.052, 0.017, 0.95), (0.034, 0.012, 0.009, 0.35)):
        spot = np.exp(-(((x - gaze - dx) / r) ** 4) - ((y - dy) / (r * 1.1)) ** 4)
        out = tint(out, (1.0, 0.98, 0.95), see * spot * gap)
    dark = (person.hair[0] * 0.4, person.hair[1] * 0.35, person.hair[2] * 0.35)
    near = (np.abs(along) < 1.06).astype(np.float32)
    out = tint(out, dark, 0.92 * near * np.exp(-(((y - upper + 0.004) / 0.0125) ** 2)))
    deep = tuple(0.42 * c for c in person.skin)
    fold = upper - 0.048 - 0.012 * along
    crease = np.clip(1.12 - along**2 * 0.9, 0, 1)
    out = tint(out, deep, 0.60 * crease * np.exp(-(((y - fold) / 0.011) ** 2)))
    out = tint(
        out,
        tuple(min(1.0, 1.12 * c + 0.06) for c in person.skin),
        0.28 * crease * np.exp(-(((y - (upper + fold) / 2) / 0.014) ** 2)),
    )
    out = tint(out, deep, 0.45 * near * np.exp(-(((y - lower - 0.004) / 0.009) ** 2)))
    return tint(
        out, (0.95, 0.72, 0.66), 0.30 * near * np.exp(-(((y - lower + 0.006) / 0.006) ** 2))
    )


def hairs(curves: list[tuple[list[tuple[float, float]], float, float]]) -> Array:
    """How much each pixel is covered by strands: (points, width, strength) each."""
    sheet = np.zeros((HEIGHT, WIDTH), np.uint8)
    for points, width, see in curves:
        px = np.array([[p[0] * 16, p[1] * 16] for p in points], np.int32)
        layer = [px.reshape(-1, 1, 2)]
        cv2.polylines(
            sheet,
            layer,
            isClosed=False,
            color=int(255 * see),
            thickness=max(1, round(width)),
            lineType=cv2.LINE_AA,
            shift=4,
        )
    return sheet.astype(np.float32) / 255


def _bezier(points: tuple[tuple[float, float], ...], steps: int = 7) -> list[tuple[float, float]]:
    (ax, ay), (bx, by), (cx, cy) = points
    t = np.linspace(0, 1, steps)
    x = ax * (1 - t) ** 2 + 2 * bx * t * (1 - t) + cx * t**2
    y = ay * (1 - t) ** 2 + 2 * by * t * (1 - t) + cy * t**2
    return list(zip(x.tolist(), y.tolist(), strict=True))


def paint_lashes_and_brows(person: Person, picture: Array) -> Array:
    """The picture with lashes and brows, hair by hair."""
    dice = np.random.default_rng(person.seed + 20)
    lashes, brows = [], []
    for side in (-1, 1):
        for t in np.linspace(-0.75, 1.0, 34):
            upper, _ = _lids(person, np.array(t, np.float32))
            u, v = side * (EYE_U + 0.228 * t), EYE_V + float(upper)
            long = (0.026 + 0.030 * (t + 0.75) / 1.75) * dice.uniform(0.7, 1.15)
            lean = side * (0.02 + 0.045 * t)
            tip = (u + lean, v - long)
            lashes.append(
                (
                    _bezier((pixel(u, v), pixel(u + lean * 0.7, v - long * 0.25), pixel(*tip))),
                    1,
                    0.75,
                )
            )
        for _ in range(260):
            t = dice.uniform(0, 1)
            thick = 0.047 * (1 - 0.65 * t**1.5) * min(1.0, 0.5 + 3.2 * t) * person.brow
            u = 0.19 + 0.50 * t
            v = -0.268 - 0.080 * np.sin(0.42 + t * 2.1) + dice.uniform(-1, 1) * thick
            long, turn = dice.uniform(0.05, 0.085), -0.85 + 1.05 * t + dice.normal(0, 0.12)
            end = (u + long * np.cos(turn), v + long * np.sin(turn) * 0.8)
            brows.append(
                (
                    _bezier(
                        (
                            pixel(side * u, v),
                            pixel(side * (u + end[0]) / 2, (v + end[1]) / 2 - 0.006),
                            pixel(side * end[0], end[1]),
                        ),
                        4,
                    ),
                    1,
                    float(dice.uniform(0.4, 0.95)),
                )
            )
    colour = tuple(0.3 * c for c in person.hair)
    drawn = hairs(brows)
    out = tint(picture, colour, 0.62 * blur(drawn, 4.0))
    out = tint(out, colour, np.clip(blur(drawn, 0.7) * 1.15, 0, 0.85))
    return tint(out, tuple(0.3 * c for c in person.hair), blur(hairs(lashes), 0.7))


def eye_places() -> tuple[tuple[float, float], tuple[float, float]]:
    """The pupils in fractions of the picture's width and height."""
    left, right = pixel(-EYE_U, EYE_V - 0.022), pixel(EYE_U, EYE_V - 0.022)
    return (left[0] / WIDTH, left[1] / HEIGHT), (right[0] / WIDTH, right[1] / HEIGHT)


__all__ = ["UNIT", "eye_places", "hairs", "paint_eye", "paint_lashes_and_brows"]
