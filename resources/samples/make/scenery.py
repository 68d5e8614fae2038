"""Places under the sky and things: a dawn, sun rays, a card, a phone; and the light on them."""

# ruff: noqa: E501 - the data of a drawing or a sound reads best on one line

from __future__ import annotations

import math
import random

from svg import Picture, heart

W, H = 1080, 1920


def glow(picture: Picture, x: float, y: float, radius: float, colour: str, strength: float) -> None:
    """A soft light on everything behind it."""
    paint = picture.radial(
        x, y, radius, (0, colour, strength), (0.45, colour, strength * 0.4), (1, colour, 0.0)
    )
    picture.dot(x, y, radius, paint)


def clouds(
    picture: Picture, rows: tuple[tuple[float, float, float], ...], colour: str, opacity: float
) -> None:
    """Clouds at (x, y, size)."""
    for x, y, s in rows:
        picture.path(
            f"M {x - 150 * s} {y} C {x - 190 * s} {y} {x - 190 * s} {y - 52 * s} {x - 138 * s} {y - 52 * s} "
            f"C {x - 126 * s} {y - 112 * s} {x - 42 * s} {y - 118 * s} {x - 20 * s} {y - 74 * s} "
            f"C {x + 24 * s} {y - 122 * s} {x + 112 * s} {y - 96 * s} {x + 110 * s} {y - 44 * s} "
            f"C {x + 170 * s} {y - 46 * s} {x + 170 * s} {y} {x + 130 * s} {y} Z",
            colour,
            opacity,
        )


def dawn() -> Picture:
    """A sky in which the night gives way: teal above, peach below."""
    picture = Picture(0, 0, W, H)
    sky = picture.linear(
        0,
        0,
        0,
        H,
        (0, "#16345C"),
        (0.34, "#2A7685"),
        (0.62, "#7CC4A8"),
        (0.82, "#FFD9A6"),
        (1, "#FFB98C"),
    )
    picture.box_of(0, 0, W, H, sky)
    dice = random.Random(12)
    for _ in range(46):
        y = dice.uniform(20, 620)
        picture.dot(
            dice.uniform(0, W), y, dice.uniform(1.5, 4), "#FFFFFF", round(0.85 * (1 - y / 760), 2)
        )
    glow(picture, 560, 720, 720, "#E9FFE9", 0.62)
    clouds(
        picture,
        ((150, 1010, 1.25), (960, 900, 1.05), (840, 1320, 1.5), (170, 1420, 1.3)),
        "#FFFFFF",
        0.20,
    )
    clouds(picture, ((60, 1120, 0.9), (1030, 1080, 1.0), (520, 1560, 1.7)), "#FFF3DC", 0.34)
    return picture


def rays() -> Picture:
    """Warm sun rays behind hills: a place to stand together."""
    picture = Picture(0, 0, W, H)
    picture.box_of(
        0, 0, W, H, picture.linear(0, 0, 0, H, (0, "#FFC46B"), (0.5, "#FFA45C"), (1, "#F2705A"))
    )
    cx, cy = 540, 960
    for k in range(20):
        a = k * math.tau / 20
        edge = picture.radial(
            cx, cy, 1500, (0, "#FFF6D2", 0.75), (0.6, "#FFF0C0", 0.28), (1, "#FFE9B0", 0.05)
        )
        x1, y1 = cx + 1900 * math.cos(a), cy + 1900 * math.sin(a)
        x2, y2 = cx + 1900 * math.cos(a + 0.155), cy + 1900 * math.sin(a + 0.155)
        picture.path(f"M {cx} {cy} L {x1:.0f} {y1:.0f} L {x2:.0f} {y2:.0f} Z", edge)
    glow(picture, cx, cy, 640, "#FFFBE6", 0.85)
    clouds(
        picture,
        ((180, 420, 1.0), (930, 330, 0.9), (880, 640, 0.7), (120, 760, 0.75)),
        "#FFFFFF",
        0.55,
    )
    picture.path(
        "M 0 1500 C 220 1380 420 1420 600 1480 C 800 1540 940 1420 1080 1440 L 1080 1920 L 0 1920 Z",
        "#F28A5E",
    )
    picture.path(
        "M 0 1620 C 260 1520 560 1600 760 1640 C 900 1660 1000 1590 1080 1580 L 1080 1920 L 0 1920 Z",
        "#DB6450",
    )
    return picture


def coral() -> Picture:
    """Soft coral shapes for words to stand on."""
    picture = Picture(0, 0, W, H)
    picture.box_of(
        0, 0, W, H, picture.linear(0, 0, 760, H, (0, "#FFA47E"), (0.5, "#FF7A66"), (1, "#DE4C66"))
    )
    glow(picture, 230, 360, 700, "#FFE0AE", 0.55)
    for x, y, r in ((1010, 1700, 460), (40, 300, 320), (980, 260, 210), (130, 1620, 240)):
        picture.dot(x, y, r, "#FFFFFF", 0.07)
    dice = random.Random(2)
    for _ in range(18):
        x, y, s = dice.uniform(30, 1050), dice.uniform(120, 1850), dice.uniform(14, 34)
        picture.open(f"translate({x:.0f} {y:.0f}) rotate({dice.uniform(-24, 24):.0f})")
        picture.path(heart(0, 0, s), "#FFFFFF", 0.10)
        picture.close()
    return picture


def boat_card() -> Picture:
    """A frame of Amara's first animation: a paper boat under a big moon."""
    picture = Picture(-190, -250, 380, 500)
    picture.box_of(-172, -226, 356, 472, "#2A0F22", 34, 0.22)
    picture.box_of(-180, -240, 360, 472, "#FFFAF3", 34)
    picture.box_of(
        -160, -220, 320, 360, picture.linear(0, -220, 0, 140, (0, "#FFB68A"), (1, "#F7D7C0")), 22
    )
    picture.dot(74, -120, 52, "#FFF6DF")
    picture.path("M -92 34 L 92 34 L 56 84 L -56 84 Z", "#FFFFFF")
    picture.path("M -6 30 L -6 -88 L 66 30 Z", "#FF7A66")
    picture.path("M -16 30 L -16 -54 L -62 30 Z", "#FFD9CC")
    for y, colour in ((70, "#7FA4E0"), (98, "#5D84CF")):
        d = f"M -160 {y} C -120 {y - 22} -90 {y - 22} -60 {y} C -20 {y + 20} 20 {y + 20} 50 {y} C 90 {y - 22} 120 {y - 22} 160 {y} L 160 118 C 160 130 150 140 138 140 L -138 140 C -150 140 -160 130 -160 118 Z"
        picture.path(d, colour, 0.95)
    picture.path(heart(-130, 186, 17), "#FF7A66")
    picture.box_of(-96, 176, 150, 20, "#E9D8D2", 10)
    picture.box_of(78, 176, 66, 20, "#F3E7E2", 10)
    return picture


def phone() -> Picture:
    """A phone that shines into the dark."""
    picture = Picture(-300, -460, 600, 920)
    glow(picture, 0, 0, 300, "#9AA6FF", 0.5)
    picture.box_of(-176, -346, 362, 706, "#0A0B20", 58, 0.5)
    picture.box_of(-180, -360, 360, 706, "#20224E", 58)
    picture.box_of(
        -164, -344, 328, 674, picture.linear(0, -344, 0, 330, (0, "#EEF0FF"), (1, "#C5CCFF")), 46
    )
    picture.box_of(-54, -330, 108, 22, "#20224E", 11)
    return picture
