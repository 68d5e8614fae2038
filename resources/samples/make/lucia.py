"""Lucía Moreno, cut from paper: layers with soft edges of shadow, speckles, stitched flowers."""

# ruff: noqa: E501 - the data of a drawing or a sound reads best on one line

from __future__ import annotations

import math
import random

from faces import HEAD_BOX, HEAD_ON_BODY, WHOLE_BOX, Mood
from svg import Picture, heart, mix

SKIN, BLUSH, HAIR, HAIR_2, HAIR_3 = "#E8AE84", "#E3735E", "#6B2F2A", "#8A4234", "#A85A40"
INK, DRESS, TEAL, CREAM, ROSE, SUN = (
    "#3B1D22",
    "#1E8F83",
    "#146C66",
    "#FFF3DF",
    "#F0526B",
    "#FFC247",
)
FACE = (
    "M -140 -290 C -150 -190 -126 -110 -70 -60 C -34 -30 34 -30 70 -60 "
    "C 126 -110 150 -190 140 -290 C 130 -392 74 -420 0 -420 C -74 -420 -130 -392 -140 -290 Z"
)


def cut(picture: Picture, d: str, colour: str, lift: float = 9.0) -> None:
    """One sheet of paper: its shadow on the sheet below, its lit edge, and itself."""
    for k, see in ((1.5, 0.07), (1.1, 0.09), (0.7, 0.12)):
        picture.open(f"translate({lift * 0.45 * k:.1f} {lift * k:.1f})")
        picture.path(d, "#2A0F16", see)
        picture.close()
    picture.path(d, colour)
    picture.line(d, mix(colour, "#FFFFFF", 0.35), 2.5, 0.7)


def speckle(
    picture: Picture, seed: int, box: tuple[float, float, float, float], count: int, colour: str
) -> None:
    """Fibres in the paper."""
    dice = random.Random(seed)
    x, y, rx, ry = box
    for _ in range(count):
        turn, reach = dice.uniform(0, 6.28), math.sqrt(dice.random())
        picture.dot(
            x + rx * reach * math.cos(turn),
            y + ry * reach * math.sin(turn),
            dice.uniform(1, 2.3),
            colour,
            0.35,
        )


def flower(picture: Picture, x: float, y: float, size: float, petals: str, heart_of: str) -> None:
    """A flower of six round petals."""
    for k in range(6):
        turn = k * math.pi / 3
        px, py = x + size * 0.62 * math.cos(turn), y + size * 0.62 * math.sin(turn)
        picture.dot(px + 2, py + 4, size * 0.46, "#2A0F16", 0.18)
        picture.dot(px, py, size * 0.46, petals)
        picture.dot(
            px - size * 0.08, py - size * 0.1, size * 0.22, mix(petals, "#FFFFFF", 0.3), 0.7
        )
    picture.dot(x, y, size * 0.34, heart_of)


def leaf(picture: Picture, x: float, y: float, size: float, turn: float, colour: str) -> None:
    """A pointed leaf with its rib."""
    picture.open(f"translate({x} {y}) rotate({turn})")
    cut(
        picture,
        f"M 0 0 C {size * 0.4} {-size * 0.34} {size * 0.8} {-size * 0.26} {size} 0 C {size * 0.8} {size * 0.26} {size * 0.4} {size * 0.34} 0 0 Z",
        colour,
        5,
    )
    picture.line(f"M {size * 0.12} 0 L {size * 0.86} 0", mix(colour, "#FFFFFF", 0.4), 3, 0.7)
    picture.close()


def _eye(picture: Picture, side: int, mood: Mood) -> None:
    x, y = side * 62, -238
    if mood.eyes != "open":
        bend = 26 if mood.eyes == "shut" else -32
        base = y + (0 if mood.eyes == "shut" else 14)
        picture.line(
            f"M {x - 28} {base} C {x - 12} {base + bend} {x + 12} {base + bend} {x + 28} {base}",
            INK,
            10,
        )
        if mood.eyes == "shut":
            for k in (-1, 0, 1):
                picture.line(
                    f"M {x + k * 16} {base + 17 - abs(k) * 4} L {x + k * 23} {base + 31 - abs(k) * 5}",
                    INK,
                    6,
                )
        return
    h = 33 * mood.wide
    picture.oval(x, y, 33, h, "#FFF9EF")
    px, py = x + 9 * mood.gaze[0] - side, y + 1 + 9 * mood.gaze[1]
    picture.dot(px, py, 21.5, INK)
    picture.path(
        f"M {px - 21.5:.1f} {py:.1f} C {px - 21.5:.1f} {py + 28:.1f} {px + 21.5:.1f} {py + 28:.1f} {px + 21.5:.1f} {py:.1f} Z",
        "#7A4A2C",
    )
    picture.dot(px, py, 11, INK)
    picture.dot(px - 7, py - 9, 7, "#FFFFFF")
    lid = f"M {x - 37} {y - 3} C {x - 32} {y - h - 14} {x + 32} {y - h - 14} {x + 37} {y - 3} C {x + 28} {y - h * 0.76} {x - 28} {y - h * 0.76} {x - 37} {y - 3} Z"
    picture.path(lid, mix(SKIN, HAIR, 0.45))
    picture.line(f"M {x + side * 33} {y - 12} L {x + side * 47} {y - 23}", INK, 6)
    picture.line(f"M {x + side * 26} {y - 24} L {x + side * 38} {y - 37}", INK, 6)


def _mouth(picture: Picture, form: str) -> None:
    if form in ("smile", "laugh"):
        w, deep = (54, 58) if form == "smile" else (60, 84)
        cut(
            picture,
            f"M {-w} -126 C {-w * 0.4} -118 {w * 0.4} -118 {w} -126 C {w * 0.9} {-126 + deep} {-w * 0.9} {-126 + deep} {-w} -126 Z",
            "#A32A3C",
            4,
        )
        picture.path(
            f"M {-w * 0.84} -121 C {-w * 0.4} -115 {w * 0.4} -115 {w * 0.84} -121 L {w * 0.7} -104 C {w * 0.3} -98 {-w * 0.3} -98 {-w * 0.7} -104 Z",
            "#FFF9EF",
        )
    elif form == "oh":
        cut(picture, "M 0 -138 C 28 -138 28 -86 0 -86 C -28 -86 -28 -138 0 -138 Z", "#A32A3C", 4)
    elif form == "talk":
        cut(
            picture,
            "M -32 -124 C -14 -132 14 -132 32 -124 C 26 -90 -26 -90 -32 -124 Z",
            "#A32A3C",
            4,
        )
    elif form == "sad":
        picture.line("M -32 -98 C -16 -120 16 -120 32 -98", "#A32A3C", 12)
    else:
        picture.line("M -34 -116 C -16 -98 16 -98 34 -116", "#A32A3C", 12)


def draw_back(picture: Picture) -> None:
    """The long hair that falls behind the shoulders."""
    cut(
        picture,
        "M -150 -360 C -250 -260 -200 -130 -260 -20 C -300 60 -250 150 -280 250 C -180 300 -60 260 0 240 C 60 260 180 300 280 250 C 250 150 300 60 260 -20 C 200 -130 250 -260 150 -360 Z",
        HAIR,
    )
    for side in (-1, 1):
        for k, colour in ((0, HAIR_2), (1, HAIR_3)):
            x = side * (226 - 46 * k)
            picture.line(
                f"M {side * (176 - 24 * k)} -260 C {x + side * 20} -160 {x - side * 24} -70 {x} 20 C {x + side * 26} 90 {x - side * 16} 150 {x - side * 4} 226",
                colour,
                20 - 6 * k,
                0.8,
            )


def draw_head(picture: Picture, mood: Mood) -> None:
    """The head alone, above the neck."""
    picture.path(
        "M -176 -250 C -210 -420 -130 -540 0 -540 C 130 -540 210 -420 176 -250 C 176 -190 160 -150 150 -130 L -150 -130 C -160 -150 -176 -190 -176 -250 Z",
        HAIR,
    )
    cut(picture, FACE, SKIN)
    speckle(picture, 4, (0, -230, 130, 180), 90, "#B8714C")
    for side in (-1, 1):
        picture.dot(side * 88, -172, 34, BLUSH, 0.55)
        for k in range(3):
            picture.dot(side * (78 + 11 * k), -176 + 9 * (k % 2), 3.6, "#B8523F", 0.8)
        inner, outer = -302 - 11 * mood.brow[0], -300 - 11 * mood.brow[1]
        picture.line(
            f"M {side * 34} {inner} C {side * 54} {inner - 16} {side * 80} {outer - 14} {side * 98} {outer + 8}",
            HAIR,
            13,
        )
        _eye(picture, side, mood)
    cut(
        picture,
        "M -4 -238 C 10 -214 26 -186 20 -176 C 10 -166 -12 -168 -20 -174 C -8 -186 -8 -214 -4 -238 Z",
        mix(SKIN, "#C8734F", 0.35),
        4,
    )
    _mouth(picture, mood.mouth)
    if mood.tear:
        cut(
            picture,
            "M 92 -192 C 110 -166 112 -146 92 -144 C 72 -146 74 -166 92 -192 Z",
            "#A9DDF5",
            4,
        )
    cut(
        picture,
        "M -36 -528 C -150 -524 -214 -410 -178 -250 C -172 -180 -226 -110 -206 -20 C -202 10 -210 30 -220 48 C -160 30 -130 -30 -146 -100 C -156 -150 -142 -180 -144 -220 C -146 -320 -84 -380 66 -424 C 60 -470 20 -520 -36 -528 Z",
        HAIR_2,
    )
    cut(
        picture,
        "M -36 -528 C 110 -560 216 -430 178 -250 C 172 -180 226 -110 206 -20 C 202 10 210 30 220 48 C 160 30 130 -30 146 -100 C 156 -150 142 -184 144 -226 C 140 -320 110 -370 30 -412 C -20 -440 -60 -490 -36 -528 Z",
        HAIR,
    )
    picture.line("M -60 -492 C -130 -450 -160 -370 -156 -280", HAIR_3, 12, 0.9)
    picture.line("M 30 -496 C 110 -470 156 -390 156 -300", HAIR_2, 12, 0.9)
    leaf(picture, 138, -392, 70, 24, "#2FA36B")
    leaf(picture, 128, -404, 66, -60, "#3DB57A")
    flower(picture, 126, -400, 46, ROSE, SUN)
    flower(picture, 82, -452, 30, CREAM, SUN)


def draw_body(picture: Picture) -> None:
    """Neck, shoulders and a teal blouse with stitched flowers."""
    cut(
        picture,
        "M -54 -120 C -54 -20 -60 40 -150 84 L 0 220 L 150 84 C 60 40 54 -20 54 -120 Z",
        mix(SKIN, "#C8734F", 0.22),
    )
    picture.path(
        "M -54 -70 C -20 -26 30 -26 54 -66 C 54 -20 54 0 60 20 C 10 30 -40 0 -56 -30 Z",
        "#8E3F30",
        0.4,
    )
    cut(
        picture,
        "M -440 1040 L -424 580 C -420 380 -384 220 -250 140 C -210 116 -180 100 -148 84 C -120 200 120 200 148 84 C 180 100 210 116 250 140 C 384 220 420 380 424 580 L 440 1040 Z",
        DRESS,
    )
    cut(
        picture,
        "M -250 138 C -210 116 -180 100 -148 82 C -120 200 120 200 148 82 C 180 100 210 116 250 138 C 200 310 -200 310 -250 138 Z",
        CREAM,
        7,
    )
    for x, y, size, colour in (
        (0, 214, 40, ROSE),
        (-92, 196, 32, SUN),
        (92, 196, 32, SUN),
        (-168, 146, 28, ROSE),
        (168, 146, 28, ROSE),
    ):
        flower(picture, x, y, size, colour, CREAM if colour == SUN else SUN)
    for x, y, turn in ((-52, 222, 200), (52, 222, -20), (-132, 184, 220), (132, 184, -40)):
        leaf(picture, x, y, 26, turn, "#3DB57A")
    for side in (-1, 1):
        cut(
            picture,
            f"M {side * 286} 1040 C {side * 280} 860 {side * 268} 720 {side * 270} 580 C {side * 276} 480 {side * 270} 400 {side * 250} 340 C {side * 262} 420 {side * 258} 500 {side * 244} 580 C {side * 248} 720 {side * 256} 860 {side * 262} 1040 Z",
            TEAL,
            4,
        )
    picture.path(heart(0, 400, 46), TEAL, 0.5)
    speckle(picture, 6, (0, 600, 360, 380), 170, "#0F5550")


def head(mood: Mood) -> Picture:
    """The head as a picture."""
    picture = Picture(*HEAD_BOX)
    draw_head(picture, mood)
    return picture


def body() -> Picture:
    """The body as a picture, with the hair that hangs behind it."""
    picture = Picture(-450, -400, 900, 1400)
    draw_back(picture)
    draw_body(picture)
    return picture


def whole(mood: Mood) -> Picture:
    """Head and body together, the head grown a little for charm."""
    picture = Picture(*WHOLE_BOX)
    draw_back(picture)
    draw_body(picture)
    picture.open(HEAD_ON_BODY)
    draw_head(picture, mood)
    picture.close()
    return picture


EYES = ((-62, -238), (62, -238))
