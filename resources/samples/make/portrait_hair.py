"""Hair, strand by strand: coils, a short cut, and long waves."""

from __future__ import annotations

from collections.abc import Iterator

import cv2
import numpy as np
from portrait_face import HEIGHT, WIDTH, Array, Person, blur, grid, pixel, step
from scipy.interpolate import PchipInterpolator

Points = Array


class Strands:
    """A sheet of hair that strands are drawn on, to be laid over a picture."""

    def __init__(self, person: Person) -> None:
        self.person = person
        base = tuple(int(255 * 0.6 * c) for c in person.hair)
        self._colour = np.full((HEIGHT, WIDTH, 3), base, np.uint8)
        self._cover = np.zeros((HEIGHT, WIDTH), np.uint8)

    def draw(self, points: Points, shade: Array, width: int = 1) -> None:
        """One strand through pixel points; `shade` brightens each stretch, 1 is the hair's own."""
        px = (points * 16).astype(np.int32)
        for k in range(len(px) - 1):
            stretch = px[k : k + 2].reshape(-1, 1, 2)
            tone = [float(min(255.0, 255 * c * shade[k])) for c in self.person.hair]
            cv2.polylines(self._colour, [stretch], False, tone, width, cv2.LINE_AA, 4)
        cv2.polylines(self._cover, [px.reshape(-1, 1, 2)], False, 255, width, cv2.LINE_AA, 4)

    def fill(self, mask: Array) -> None:
        """Dense hair wherever the mask is set."""
        self._cover = np.maximum(self._cover, (255 * mask).astype(np.uint8))

    def over(self, picture: Array, soft: float = 0.6) -> Array:
        """The picture with this hair in front."""
        cover = blur(self._cover.astype(np.float32) / 255, soft)[..., None]
        colour = blur(self._colour.astype(np.float32) / 255, soft)
        return picture + (colour - picture) * cover


def _coil(x: float, y: float, r: float, dice: np.random.Generator) -> Points:
    turn = dice.uniform(0, 6.28) + np.linspace(0, dice.uniform(3.0, 6.5), 9)
    reach = r * np.linspace(1, 0.55, 9)
    return np.stack([x + reach * np.cos(turn), y + reach * np.sin(turn)], 1).astype(np.float32)


def coils(person: Person, *, front: bool) -> Strands:
    """An afro: a ball of small coils; the front ones fall along the hairline."""
    dice = np.random.default_rng(person.seed + (31 if front else 30))
    sheet = Strands(person)
    count = 10000 if front else 17000
    if front:
        sheet.fill(_scalp())
    for _ in range(count):
        turn, reach = dice.uniform(0, 6.283), np.sqrt(dice.uniform(0, 1)) * dice.normal(1.0, 0.035)
        u, v = (
            1.62 * reach * np.cos(turn),
            -0.72 + 1.42 * reach * np.sin(turn) * (1.0 if np.sin(turn) < 0 else 0.86),
        )
        if front and not _on_scalp(u, v, dice):
            continue
        lit = max(0.0, -0.55 * u / 1.6 - 0.75 * (v + 0.72) / 1.4 + 0.42)
        rim = max(0.0, u / 1.6 - 0.55) * 1.6
        tone = (0.35 + 2.3 * lit**1.3 + rim) * dice.uniform(0.55, 1.5)
        x, y = pixel(u, v)
        sheet.draw(_coil(x, y, dice.uniform(4.0, 9.5), dice), np.linspace(0.6, 1.3, 9) * tone)
    if not front:
        ball = np.zeros((HEIGHT, WIDTH), np.float32)
        x, y = pixel(0, -0.74)
        cv2.ellipse(ball, (int(x), int(y)), (316, 273), 0, 0, 360, 1.0, -1)
        sheet.fill(blur(ball, 6))
    return sheet


def _hairline(u: Array) -> Array:
    return -0.98 + 0.20 * u**2 + 0.75 * np.clip((np.abs(u) - 0.70) / 0.3, 0, 1.2)


def _scalp() -> Array:
    """Where the hair at the front is too dense to see through."""
    u, v = grid()
    dense = step((_hairline(u) - 0.05 - v) / 0.03) * step((1.22 - np.abs(u)) / 0.03)
    return (dense * step((v + 1.75) / 0.05)).astype(np.float32)


def _on_scalp(u: float, v: float, dice: np.random.Generator) -> bool:
    line = float(_hairline(np.array(u, np.float32))) + dice.normal(0, 0.03)
    return v < line and (abs(u) < 1.15 or v < -0.3)


def _through(keys: Array, steps: int) -> Points:
    t = np.linspace(0, 1, len(keys))
    at = np.linspace(0, 1, steps)
    return np.stack([PchipInterpolator(t, keys[:, k])(at) for k in (0, 1)], 1).astype(np.float32)


def _gloss(steps: int, at: float, wide: float, top: float, tone: float) -> Array:
    t = np.linspace(0, 1, steps)
    return ((0.55 + 0.35 * t + top * np.exp(-(((t - at) / wide) ** 2))) * tone).astype(np.float32)


def _crop(dice: np.random.Generator) -> Iterator[tuple[Array, float]]:
    """Locks of a short cut that spring from the crown: fringe swept to one side, short sides."""
    for lock in np.linspace(-1, 1, 120):
        spread = lock + dice.normal(0, 0.03)
        tip_u = 0.99 * np.sin(spread * 1.75)
        side = abs(tip_u) > 0.88
        tip_v = (-0.22 if side else -0.90 - 0.14 * tip_u) + dice.normal(0, 0.10)
        sweep = -0.05 * np.sign(tip_u) if side else 0.20
        bulge_u, bulge_v = 1.06 * np.sin(spread * 1.5), -1.62 + 0.62 * spread**2
        lift = dice.normal(0, 0.05)
        keys = np.array(
            [
                (0.16, -1.66),
                (bulge_u * 0.62, bulge_v - 0.05 + lift),
                (bulge_u * 0.96, bulge_v + 0.28),
                (tip_u + sweep, tip_v),
            ]
        )
        yield keys, 0.6 + 0.9 * dice.random()


def crop(person: Person) -> Strands:
    """A short cut, dark and smooth."""
    dice = np.random.default_rng(person.seed + 40)
    sheet = Strands(person)
    locks = sorted(_crop(dice), key=lambda lock: -lock[0][-1][1])
    for keys, tone in locks:
        for _ in range(64):
            mine = keys + dice.normal(0, 1, keys.shape) * np.array(
                [[0.03, 0.03], [0.07, 0.05], [0.055, 0.05], [0.05, 0.05]]
            )
            points = np.array([pixel(*p) for p in _through(mine, 12)])
            left = max(0.0, 0.6 - keys[1][0])
            sheet.draw(points, _gloss(12, 0.42, 0.16, 1.5 * left, tone * dice.uniform(0.5, 1.5)))
    return sheet


def waves(person: Person, *, front: bool) -> Strands:
    """Long hair from a parting, in waves; the front locks frame the face."""
    dice = np.random.default_rng(person.seed + (51 if front else 50))
    sheet = Strands(person)
    count = 46 if front else 64
    for side in (-1, 1):
        for lock in np.linspace(0, 1, count):
            width = (0.99 + 0.24 * lock) if front else (0.55 + 0.95 * lock)
            phase, sway = dice.uniform(0, 6.28), dice.uniform(0.05, 0.11)
            end = dice.uniform(1.7, 2.5) if front else dice.uniform(2.0, 2.7)
            top = -1.10 - 0.70 * lock if front else -1.76
            near = 0.40 + 0.16 * lock if front else 0.50 * width
            keys = np.array(
                [
                    (0.10 * side * 0.4 + 0.05, top),
                    (side * near, top + 0.07 + 0.05 * lock),
                    (side * (near + 0.30), top + 0.25 + 0.19 * lock),
                    (side * width * (0.90 + 0.09 * lock), -0.62),
                    (side * width * 1.02, 0.10),
                    (side * (width * 1.02 + 0.02), 1.0),
                    (side * (width * 1.06 + 0.05), end),
                ]
            )
            tone = (
                (0.62 + 0.75 * dice.random())
                * (1.0 if side < 0 else 0.72)
                * (1.0 if front else 0.5)
            )
            for _ in range(46):
                mine = keys + dice.normal(0, 1, keys.shape) * np.array(
                    [
                        [0.02, 0.02],
                        [0.03, 0.03],
                        [0.03, 0.03],
                        [0.022, 0.03],
                        [0.022, 0.03],
                        [0.03, 0.04],
                        [0.05, 0.12],
                    ]
                )
                curve = _through(mine, 26)
                t = np.linspace(0, 1, 26)
                curve[:, 0] += sway * np.clip(t - 0.4, 0, 1) * 1.8 * np.sin(9 * t + phase)
                points = np.array([pixel(*p) for p in curve])
                shade = _gloss(26, 0.27, 0.09, 0.9, 1.0) + 0.35 * np.sin(
                    9 * t + phase + 1.0
                ) * np.clip(t - 0.35, 0, 1)
                sheet.draw(points, np.clip(shade, 0.2, 3) * tone * dice.uniform(0.6, 1.45))
    return sheet
