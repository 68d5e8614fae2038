"""Paints the three people behind the drawn creators; nobody sat for them, code made them up.

Each portrait is lit from a relief of the face, then gets its eyes, brows, hair and clothes, a
blurred room, and film grain.  `eyes.json` says where the pupils are.
"""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np
from portrait_eyes import eye_places, paint_eye, paint_lashes_and_brows
from portrait_face import (
    HEIGHT,
    UNIT,
    WIDTH,
    Array,
    Person,
    blur,
    grid,
    half_width,
    hump,
    lit,
    noise,
    relief,
    skin,
    step,
    tint,
)
from portrait_hair import Strands, coils, crop, waves
from scipy.interpolate import PchipInterpolator

OUT = Path(__file__).parents[1] / "cast"
PEOPLE = {
    "amara": Person(
        seed=3,
        skin=(0.47, 0.285, 0.20),
        blush=(0.58, 0.26, 0.19),
        lip=(0.52, 0.20, 0.19),
        hair=(0.17, 0.115, 0.10),
        iris=(0.26, 0.14, 0.07),
        cloth=(0.93, 0.42, 0.30),
        ground=((0.98, 0.74, 0.52), (0.72, 0.42, 0.34), (0.35, 0.22, 0.22)),
        jaw=0.99,
        nose=1.16,
        lips=1.22,
        shine=1.25,
    ),
    "jun": Person(
        seed=5,
        skin=(0.80, 0.61, 0.485),
        blush=(0.84, 0.50, 0.40),
        lip=(0.70, 0.40, 0.37),
        hair=(0.13, 0.12, 0.135),
        iris=(0.22, 0.13, 0.08),
        cloth=(0.24, 0.44, 0.80),
        ground=((0.62, 0.74, 0.90), (0.30, 0.40, 0.58), (0.16, 0.20, 0.30)),
        jaw=1.05,
        lid=0.84,
        nose=1.04,
        stubble=0.20,
        brow=1.2,
        shine=0.75,
    ),
    "lucia": Person(
        seed=7,
        skin=(0.70, 0.485, 0.37),
        blush=(0.80, 0.40, 0.33),
        lip=(0.72, 0.28, 0.28),
        hair=(0.34, 0.165, 0.105),
        iris=(0.38, 0.23, 0.10),
        cloth=(0.10, 0.48, 0.44),
        ground=((0.86, 0.90, 0.62), (0.40, 0.58, 0.40), (0.16, 0.30, 0.25)),
        jaw=0.95,
        nose=0.92,
        freckles=90,
    ),
}


def background(person: Person) -> Array:
    """A room far out of focus: a gradient and discs of light."""
    dice = np.random.default_rng(person.seed + 60)
    near, middle, far = (np.array(c, np.float32) for c in person.ground)
    _, v = grid()
    share = np.clip((v + 2.6) / 6.4, 0, 1)[..., None]
    room = np.where(
        share < 0.5, near + (middle - near) * share * 2, middle + (far - middle) * (share * 2 - 1)
    )
    for _ in range(34):
        disc = np.zeros((HEIGHT, WIDTH), np.float32)
        at = (int(dice.uniform(0, WIDTH)), int(dice.uniform(-40, HEIGHT * 0.6)))
        cv2.circle(disc, at, int(dice.uniform(22, 78)), 1.0, -1, cv2.LINE_AA)
        light = near * 0.6 + np.array([0.5, 0.42, 0.3]) * dice.uniform(0.4, 1.0)
        room = room + blur(disc, 5)[..., None] * light * dice.uniform(0.05, 0.26)
    return blur(room.astype(np.float32), 7)


def torso(person: Person, u: Array, v: Array) -> tuple[Array, Array, Array]:
    """Relief, colour and cover of neck and clothes."""
    at = (0.2, 1.1, 1.50, 1.70, 1.86, 2.12, 2.6, 3.6)
    shape = PchipInterpolator(at, (0.60, 0.575, 0.59, 0.76, 1.28, 1.86, 2.24, 2.4))
    wide = shape(np.clip(v, at[0], at[-1])).astype(np.float32)
    z = 0.62 * np.sqrt(np.clip(1 - np.abs(u / wide) ** 2.4, 0, 1)) - 0.1
    z -= (
        0.016
        * np.exp(-(((np.abs(u) - 0.14 - 0.2 * (1.75 - v)) / 0.07) ** 2))
        * hump(u, v, (0, 1.5), (0.6, 0.25))
    )
    collar = 1.67 - 0.38 * np.abs(u) ** 2.2 / 0.5 + 0.18
    cloth = step((v - collar) / 0.012)
    folds = 0.030 * noise(person.seed + 70, 70) + 0.005 * noise(person.seed + 71, 22)
    band = 0.05 * np.exp(-(((v - collar - 0.06) / 0.05) ** 2))
    z = z + cloth * (0.05 + folds + band)
    knit = (
        1
        + 0.10 * np.sin(u * 150) * np.sin(v * 150 + 3 * np.sin(u * 150))
        + 0.06 * noise(person.seed + 72, 1.2)
    )
    bare = skin(person, u, np.full_like(v, -3.0)) * 0.92
    dyed = np.array(person.cloth, np.float32) * knit[..., None]
    albedo = bare + (dyed - bare) * cloth[..., None]
    cover = step((wide - np.abs(u)) / 0.012) * step((v - 0.4) / 0.02)
    return z.astype(np.float32), albedo.astype(np.float32), cover


def ears(person: Person, picture: Array, u: Array, v: Array) -> Array:
    """The picture with both ears, a little out of focus."""
    for side in (-1, 1):
        x = side * u - 1.03
        shell = step((1 - ((x / 0.115) ** 2 + ((v - 0.12) / 0.27) ** 2)) / 0.08)
        tone = np.array(person.skin, np.float32) * (1.0 if side < 0 else 0.62)
        tone = tone * (1 - 0.45 * hump(x, v, (0.0, 0.10), (0.05, 0.15)))[..., None]
        picture = picture + (tone - picture) * shell[..., None]
    return picture


def glasses(picture: Array, u: Array, v: Array) -> Array:
    """The picture with thin round frames, their shadow and a glint."""
    a = np.abs(u)
    round_ = np.sqrt(((a - 0.43) / 0.335) ** 2 + ((v - 0.03) / 0.300) ** 2)
    frame = np.exp(-(((round_ - 1) / 0.042) ** 4))
    bridge = np.exp(-(((v + 0.05 + 0.06 * np.cos(u * 14)) / 0.018) ** 4)) * (a < 0.105)
    arms = (
        np.exp(-(((v + 0.03) / 0.02) ** 4)) * step((a - 0.755) / 0.006) * step((1.03 - a) / 0.006)
    )
    wire = np.clip(frame + bridge + arms, 0, 1)
    shade = np.roll(np.roll(blur(wire, 5), 9, 0), 7, 1)
    picture = picture * (1 - 0.42 * shade)[..., None]
    glint = (round_ < 0.95) * np.exp(-(((u * 0.8 + v + 0.30 - 0.68 * (u > 0)) / 0.05) ** 2))
    picture = tint(picture, (1.0, 1.0, 1.0), 0.13 * blur(glint.astype(np.float32), 3))
    metal = 0.10 + 0.5 * np.exp(-(((round_ - 0.99) / 0.012) ** 2)) * np.clip(-(v + 0.05) * 3, 0, 1)
    return picture + (metal[..., None] * np.array([1.0, 0.95, 0.9]) - picture) * wire[..., None]


def hoops(picture: Array, u: Array, v: Array) -> Array:
    """The picture with golden rings at the ears."""
    for side in (-1, 1):
        ring = np.sqrt(((side * u - 1.06) / 0.135) ** 2 + ((v - 0.60) / 0.20) ** 2)
        wire = np.exp(-(((ring - 1) / 0.085) ** 4))
        gold = (
            np.array([0.86, 0.62, 0.25])
            * (0.55 + 0.9 * np.exp(-(((v - 0.50) / 0.09) ** 2)))[..., None]
        )
        picture = picture + (gold - picture) * wire[..., None]
    return picture


def _front(name: str, person: Person, picture: Array, u: Array, v: Array) -> Array:
    """The picture with what lies before the face."""
    if name == "amara":
        return hoops(coils(person, front=True).over(picture), u, v)
    if name == "jun":
        return glasses(_shaded(picture, crop(person)), u, v)
    return _shaded(picture, waves(person, front=True))


def _shaded(picture: Array, hair: Strands) -> Array:
    """The picture with hair and the soft shadow the hair throws."""
    alone = hair.over(np.ones_like(picture) * 5.0, 1.0)
    cover = np.clip((5.0 - alone.mean(2)) / 4.5, 0, 1)
    fall = np.roll(np.roll(blur(cover, 9), 14, 0), 9, 1)
    return hair.over(picture * (1 - 0.50 * fall)[..., None])


def film(person: Person, picture: Array) -> Array:
    """The picture as a camera gives it: soft edges of the field, falloff, grain, warm grade."""
    u, v = grid()
    far = np.clip((np.hypot(u / 1.25, (v - 0.1) / 1.5) - 0.95) * 1.5, 0, 1)[..., None]
    picture = picture + (blur(picture, 3.2) - picture) * far
    picture = picture * (1 - 0.30 * np.clip(np.hypot(u, v * 0.75) / 2.6 - 0.25, 0, 1))[..., None]
    bloom = blur(np.clip(picture - 0.72, 0, 1), 22)
    picture = np.clip(picture + 0.5 * bloom, 0, None)
    picture = 1 - np.exp(-1.55 * picture)
    picture = picture / (1 - np.exp(-1.55))
    picture = picture + (noise(person.seed + 80, 0.9) * 0.014)[..., None]
    picture = np.clip(picture, 0, 1)
    curve = picture * picture * (3 - 2 * picture)
    return np.clip(0.65 * picture + 0.35 * curve, 0, 1) * np.array([1.0, 0.985, 0.955], np.float32)


def paint(name: str, person: Person) -> Array:
    """The portrait, red, green, blue from 0 to 1."""
    u, v = grid()
    picture = background(person)
    if name == "amara":
        picture = coils(person, front=False).over(picture, 0.9)
    if name == "lucia":
        picture = waves(person, front=False).over(picture, 0.9)
    z, albedo, cover = torso(person, u, v)
    face = step((half_width(person, v) - np.abs(u)) / 0.008) * (np.abs(v) < 1.46)
    under = np.roll(np.roll(blur(face, 26), 58, 0), 22, 1) * step((v - 0.6) / 0.1)
    body = lit(replace(person, shine=0.12), z, albedo) * (1 - 0.66 * under)[..., None]
    picture = picture + (body - picture) * blur(cover, 1.4)[..., None]
    if name != "lucia":
        picture = ears(person, picture, u, v)
    head = lit(person, relief(person, u, v), skin(person, u, v))
    for side in (-1, 1):
        head = paint_eye(person, head, side)
    head = paint_lashes_and_brows(person, head)
    picture = picture + (head - picture) * blur(face.astype(np.float32), 1.5)[..., None]
    return film(person, _front(name, person, picture, u, v))


def main() -> None:
    """Write the three portraits and their eyes."""
    OUT.mkdir(exist_ok=True)
    for name, person in PEOPLE.items():
        picture = (255 * paint(name, person)).astype(np.uint8)[..., ::-1]
        small = cv2.resize(picture, (810, 1440), interpolation=cv2.INTER_AREA)
        cv2.imwrite(str(OUT / f"{name}_person.jpg"), small, [cv2.IMWRITE_JPEG_QUALITY, 86])
    print(json.dumps(eye_places()), UNIT)


if __name__ == "__main__":
    main()
