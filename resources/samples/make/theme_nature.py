"""Paper fields, flowers and stones; an iceberg and the sea."""

# ruff: noqa: E501 - the data of a drawing or a sound reads best on one line

from __future__ import annotations

import math
import random

from lucia import cut, flower, leaf
from scenery import W, clouds, glow
from svg import Picture, heart, mix
from theme_sky import sky


def bare_field() -> Picture:
    """Grey paper hills where nothing grows."""
    picture = sky((0, "#B9B3BD"), (1, "#DAD2CE"))
    picture.dot(800, 420, 120, "#D0C9CC")
    for d, tone in (
        (
            "M 0 1240 C 260 1120 520 1240 760 1180 C 900 1150 1000 1180 1080 1160 L 1080 1920 L 0 1920 Z",
            "#A69EA6",
        ),
        ("M 0 1420 C 320 1320 640 1450 1080 1360 L 1080 1920 L 0 1920 Z", "#8C838E"),
        ("M 0 1640 C 300 1570 720 1660 1080 1590 L 1080 1920 L 0 1920 Z", "#6E6472"),
    ):
        cut(picture, d, tone, -12)
    return picture


def garden() -> Picture:
    """Paper hills in full bloom under a paper sun."""
    picture = sky((0, "#FFE7C7"), (0.55, "#FFD3B8"), (1, "#FFE7C7"))
    for k in range(16):
        a = k * math.tau / 16
        picture.path(
            f"M {800 + 150 * math.cos(a - 0.1):.0f} {420 + 150 * math.sin(a - 0.1):.0f} L {800 + 250 * math.cos(a):.0f} {420 + 250 * math.sin(a):.0f} L {800 + 150 * math.cos(a + 0.1):.0f} {420 + 150 * math.sin(a + 0.1):.0f} Z",
            "#FFB84D",
            0.9,
        )
    cut(
        picture,
        "M 920 420 C 920 486 866 540 800 540 C 734 540 680 486 680 420 C 680 354 734 300 800 300 C 866 300 920 354 920 420 Z",
        "#FFC65A",
    )
    for d, tone in (
        (
            "M 0 1240 C 260 1120 520 1240 760 1180 C 900 1150 1000 1180 1080 1160 L 1080 1920 L 0 1920 Z",
            "#9AD1A4",
        ),
        ("M 0 1420 C 320 1320 640 1450 1080 1360 L 1080 1920 L 0 1920 Z", "#5FB588"),
        ("M 0 1640 C 300 1570 720 1660 1080 1590 L 1080 1920 L 0 1920 Z", "#2F8F76"),
    ):
        cut(picture, d, tone, -12)
    dice = random.Random(14)
    for _ in range(30):
        x, y = dice.uniform(20, 1060), dice.uniform(1460, 1880)
        flower(
            picture,
            x,
            y,
            14 + (y - 1400) * 0.035,
            dice.choice(("#F0526B", "#FFF3DF", "#FFC247", "#B78BE8")),
            dice.choice(("#FFC247", "#F0526B")),
        )
    return picture


def bloom(petals: str, middle: str, lean: float) -> Picture:
    """One tall paper flower on its stem."""
    picture = Picture(-220, -240, 440, 760)
    picture.line(f"M 0 500 C {lean} 340 {-lean} 180 0 0", "#2F8F5E", 22)
    picture.line(f"M -5 500 C {lean - 5} 340 {-lean - 5} 180 -5 0", "#58B883", 7)
    leaf(picture, 4, 330, 150, -30, "#3DAF74")
    leaf(picture, -4, 250, 140, 214, "#2FA36B")
    for k in range(8):
        picture.open(f"rotate({45 * k})")
        cut(
            picture,
            "M 0 0 C 62 -44 62 -150 0 -186 C -62 -150 -62 -44 0 0 Z",
            petals if k % 2 else mix(petals, "#FFFFFF", 0.18),
            7,
        )
        picture.close()
    cut(
        picture,
        "M 62 0 C 62 34 34 62 0 62 C -34 62 -62 34 -62 0 C -62 -34 -34 -62 0 -62 C 34 -62 62 -34 62 0 Z",
        middle,
        6,
    )
    picture.path(heart(0, 4, 26), mix(middle, "#8E2A3C", 0.5))
    return picture


def stone() -> Picture:
    """A grey stone, as heavy as a bad word."""
    picture = Picture(-230, -130, 460, 260)
    cut(
        picture,
        "M -200 60 C -226 -30 -140 -112 -20 -108 C 120 -112 214 -50 204 50 C 196 112 90 110 0 108 C -90 112 -184 116 -200 60 Z",
        "#5B5364",
        12,
    )
    picture.path(
        "M -150 -20 C -120 -76 -20 -92 60 -76 C -20 -70 -90 -50 -150 -20 Z", "#837B8C", 0.8
    )
    return picture


def iceberg_sea() -> Picture:
    """Sky, the tip of an iceberg, and all of it that lies under the water; two canvases tall."""
    picture = Picture(0, 0, W, 3840)
    picture.box_of(
        0,
        0,
        W,
        1240,
        picture.linear(0, 0, 0, 1240, (0, "#7FC4DE"), (0.6, "#CBEBEE"), (1, "#FFE9D2")),
    )
    glow(picture, 800, 480, 380, "#FFF7E0", 0.9)
    picture.dot(800, 480, 90, "#FFFBF0")
    clouds(picture, ((200, 420, 1.0), (940, 760, 0.9)), "#FFFFFF", 0.8)
    picture.box_of(
        0,
        1200,
        W,
        2640,
        picture.linear(
            0, 1200, 0, 3840, (0, "#2FA3B8"), (0.22, "#1C7297"), (0.6, "#0F4068"), (1, "#071F3E")
        ),
    )
    for k in range(7):
        x = 90 + 150 * k
        picture.path(
            f"M {x} 1210 L {x + 60} 1210 L {x + 250 - 30 * k} {2300 + 90 * (k % 3)} L {x + 60 - 30 * k} {2300 + 90 * (k % 3)} Z",
            picture.linear(0, 1210, 0, 2300, (0, "#D6FBFF", 0.20), (1, "#D6FBFF", 0.0)),
        )
    under = "M 250 1205 L 830 1205 L 970 1560 L 930 2100 L 1000 2460 L 780 2960 L 560 3340 L 400 3000 L 180 2600 L 210 2120 L 110 1640 Z"
    picture.path(
        under, picture.linear(0, 1205, 0, 3340, (0, "#9FE0EC"), (0.4, "#4D9FC6"), (1, "#255C92"))
    )
    for d, see in (
        ("M 560 1205 L 830 1205 L 970 1560 L 930 2100 L 700 1800 Z", 0.22),
        ("M 930 2100 L 1000 2460 L 780 2960 L 620 2400 Z", 0.30),
        ("M 210 2120 L 480 2300 L 400 3000 L 180 2600 Z", 0.16),
        ("M 620 2400 L 780 2960 L 560 3340 L 480 2300 Z", 0.24),
    ):
        picture.path(d, "#06264A", see)
    for d, see in (
        ("M 250 1205 L 470 1205 L 380 1700 L 110 1640 Z", 0.28),
        ("M 380 1700 L 700 1800 L 480 2300 L 210 2120 Z", 0.12),
    ):
        picture.path(d, "#FFFFFF", see)
    picture.path(
        "M 300 1212 L 380 960 L 470 820 L 560 700 L 650 840 L 700 940 L 790 1212 Z",
        picture.linear(300, 700, 790, 1212, (0, "#FFFFFF"), (1, "#BFE0EE")),
    )
    picture.path("M 560 700 L 650 840 L 700 940 L 790 1212 L 600 1212 L 560 980 Z", "#8FC3DC", 0.75)
    picture.path("M 380 960 L 470 820 L 560 700 L 520 940 L 440 1040 Z", "#FFFFFF", 0.8)
    for k in range(6):
        x = k * 216 - 60
        picture.line(
            f"M {x} 1204 C {x + 60} 1188 {x + 140} 1220 {x + 216} 1204", "#FFFFFF", 9, 0.75
        )
    dice = random.Random(21)
    for _ in range(70):
        y = dice.uniform(1400, 3800)
        picture.dot(
            dice.uniform(0, W), y, dice.uniform(2, 8), "#DDF7FF", round(dice.uniform(0.08, 0.35), 2)
        )
    glow(picture, 545, 2450, 420, "#FFD9A0", 0.40)
    return picture


def coral_sea() -> Picture:
    """Warm light from above, seen from under the water."""
    picture = sky((0, "#FFE3BE"), (0.28, "#8FD8D2"), (0.65, "#2F8FA8"), (1, "#14567C"))
    for k in range(9):
        x = 60 + 120 * k
        picture.path(
            f"M {x} 0 L {x + 70} 0 L {x + 190 - 40 * k // 2} 1500 L {x - 60 - 40 * k // 2} 1500 Z",
            picture.linear(0, 0, 0, 1500, (0, "#FFF8E0", 0.42), (1, "#FFF8E0", 0.0)),
        )
    for x, h, tone in (
        (60, 380, "#FF8A7A"),
        (190, 260, "#FFC45E"),
        (930, 420, "#FF7A8C"),
        (1020, 280, "#FFB98A"),
        (820, 220, "#F2A0C4"),
    ):
        for k in (-1, 0, 1):
            picture.line(
                f"M {x} 1930 C {x + 30 * k} {1930 - h * 0.5:.0f} {x + 60 * k} {1930 - h * 0.7:.0f} {x + 74 * k} {1930 - h}",
                tone,
                34,
            )
    dice = random.Random(5)
    for _ in range(40):
        picture.dot(
            dice.uniform(0, W),
            dice.uniform(200, 1800),
            dice.uniform(3, 11),
            "#FFFFFF",
            round(dice.uniform(0.15, 0.5), 2),
        )
    return picture
