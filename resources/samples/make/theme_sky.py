"""Rain, a rainbow and a shield; lanterns over the hills."""

# ruff: noqa: E501 - the data of a drawing or a sound reads best on one line

from __future__ import annotations

import random

from scenery import H, W, clouds, glow
from svg import Picture, heart


def sky(*stops: tuple[float, str]) -> Picture:
    """A canvas of colours from top to bottom."""
    picture = Picture(0, 0, W, H)
    picture.box_of(0, 0, W, H, picture.linear(0, 0, 0, H, *stops))
    return picture


def storm() -> Picture:
    """Rain and heavy clouds."""
    picture = sky((0, "#1E2B5E"), (0.55, "#3E5A9E"), (1, "#27386F"))
    dice = random.Random(4)
    clouds(
        picture,
        ((140, 300, 1.6), (820, 240, 1.9), (480, 420, 1.5), (1040, 520, 1.3)),
        "#16204A",
        0.75,
    )
    clouds(picture, ((320, 200, 1.5), (960, 400, 1.2)), "#2A3A78", 0.9)
    for _ in range(110):
        x, y, long = dice.uniform(-40, W + 80), dice.uniform(380, H), dice.uniform(40, 110)
        picture.line(
            f"M {x:.0f} {y:.0f} l {-long * 0.28:.0f} {long:.0f}",
            "#A9C4FF",
            dice.uniform(2, 4),
            round(dice.uniform(0.12, 0.4), 2),
        )
    picture.path("M 0 1660 C 300 1600 760 1620 1080 1670 L 1080 1920 L 0 1920 Z", "#1B2754")
    return picture


def clear_sky() -> Picture:
    """The same place when the rain is over."""
    picture = sky((0, "#4FA9E6"), (0.5, "#8ED6F5"), (0.85, "#D9F4FB"), (1, "#FFF1D6"))
    glow(picture, 820, 330, 420, "#FFF8D8", 0.9)
    picture.dot(820, 330, 96, "#FFFBE8")
    for k, colour in enumerate(("#FF8A7A", "#FFC45E", "#8EDBA9", "#7FB6F5", "#B79AF0")):
        r = 760 - 34 * k
        picture.line(
            f"M {540 - r} 1500 C {540 - r} {1500 - r * 1.32:.0f} {540 + r} {1500 - r * 1.32:.0f} {540 + r} 1500",
            colour,
            34,
            0.38,
        )
    clouds(
        picture,
        ((150, 560, 1.2), (980, 700, 1.0), (200, 1180, 0.9), (940, 1240, 1.1)),
        "#FFFFFF",
        0.85,
    )
    picture.path(
        "M 0 1560 C 260 1480 520 1560 760 1520 C 900 1500 1000 1520 1080 1540 L 1080 1920 L 0 1920 Z",
        "#7CCB9A",
    )
    picture.path("M 0 1680 C 300 1620 700 1690 1080 1650 L 1080 1920 L 0 1920 Z", "#58B083")
    return picture


def shield() -> Picture:
    """A shield with a heart."""
    picture = Picture(-380, -440, 760, 880)
    form = "M 0 -400 C 110 -330 220 -306 320 -300 C 336 -20 236 230 0 390 C -236 230 -336 -20 -320 -300 C -220 -306 -110 -330 0 -400 Z"
    picture.open("translate(0 18)")
    picture.path(form, "#0F2250", 0.25)
    picture.close()
    picture.path(form, picture.linear(-300, -400, 300, 390, (0, "#FFFFFF"), (1, "#C7DDF6")))
    picture.open("scale(0.86)")
    picture.path(
        form, picture.linear(-300, -380, 300, 380, (0, "#FF9C86"), (0.5, "#FF7A66"), (1, "#DD4A5C"))
    )
    picture.path("M 0 -400 C 110 -330 220 -306 320 -300 C 336 -20 236 230 0 390 Z", "#8E1F3C", 0.16)
    picture.close()
    picture.path(heart(0, -20, 170), "#FFF7EE")
    picture.oval(-84, -96, 34, 24, "#FFFFFF", 0.9)
    return picture


def _hills(picture: Picture, tones: tuple[str, str, str]) -> None:
    picture.path(
        "M 0 1480 C 180 1360 380 1420 560 1500 C 760 1580 900 1400 1080 1420 L 1080 1920 L 0 1920 Z",
        tones[0],
    )
    picture.path(
        "M 0 1620 C 260 1520 480 1640 700 1600 C 860 1570 980 1560 1080 1600 L 1080 1920 L 0 1920 Z",
        tones[1],
    )
    picture.path("M 0 1760 C 300 1690 700 1780 1080 1720 L 1080 1920 L 0 1920 Z", tones[2])


def lantern_night() -> Picture:
    """A night full of stars over hills and a lake."""
    picture = sky((0, "#0F1434"), (0.45, "#2A2760"), (0.8, "#5A3A74"), (1, "#8A4F78"))
    dice = random.Random(11)
    for _ in range(120):
        picture.dot(
            dice.uniform(0, W),
            dice.uniform(0, 1350),
            dice.uniform(1.2, 4),
            "#FFFFFF",
            round(dice.uniform(0.25, 0.95), 2),
        )
    picture.path(
        "M -100 760 C 260 560 620 640 1180 320 L 1180 520 C 700 800 300 760 -100 960 Z",
        "#8F86D8",
        0.10,
    )
    _hills(picture, ("#332A5E", "#241E4A", "#171436"))
    for k in range(14):
        picture.box_of(40 + 78 * k + (k * 37) % 29, 1664 + (k * 53) % 70, 10, 12, "#FFD27A", 2, 0.8)
    return picture


def lantern_dawn() -> Picture:
    """The same hills when the morning comes."""
    picture = sky(
        (0, "#3A3A80"), (0.4, "#A8678F"), (0.68, "#FF9E84"), (0.84, "#FFD49A"), (1, "#FFE9C0")
    )
    glow(picture, 540, 1430, 620, "#FFF3CF", 0.95)
    picture.dot(540, 1440, 130, "#FFF8E0")
    clouds(picture, ((200, 700, 1.1), (900, 860, 1.3), (160, 1120, 0.9)), "#FFE3D0", 0.35)
    _hills(picture, ("#8A4F7E", "#643A6E", "#41285A"))
    return picture


def lantern() -> Picture:
    """A paper lantern that shines, a heart on it."""
    picture = Picture(-260, -300, 520, 600)
    glow(picture, 0, 0, 258, "#FFB45F", 0.75)
    form = "M -96 -120 C -130 -60 -130 70 -92 128 L 92 128 C 130 70 130 -60 96 -120 Z"
    picture.path(
        form, picture.linear(0, -120, 0, 130, (0, "#FFF0B8"), (0.55, "#FFC36B"), (1, "#FF8A4A"))
    )
    for x in (-58, 0, 58):
        picture.line(
            f"M {x * 0.84:.0f} -120 C {x * 1.3:.0f} -40 {x * 1.3:.0f} 60 {x * 0.8:.0f} 128",
            "#D9692F",
            3,
            0.35,
        )
    picture.box_of(-98, -136, 196, 22, "#8E3F2C", 10)
    picture.box_of(-94, 120, 188, 20, "#8E3F2C", 10)
    picture.path(heart(0, 4, 46), "#D8413C", 0.9)
    return picture
