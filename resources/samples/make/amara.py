"""Amara Osei, painted like a picture-book page: soft light, no outlines, hair full of coils."""

# ruff: noqa: E501 - the data of a drawing or a sound reads best on one line

from __future__ import annotations

import math
import random

from faces import BODY_BOX, HEAD_BOX, HEAD_ON_BODY, WHOLE_BOX, Mood
from svg import Picture, heart, mirror, mix

SKIN, LIGHT, SHADE = "#9A5F3F", "#C98A61", "#6B3828"
HAIR, HAIR_LIGHT = "#2B181C", "#5B3A3A"
INK, LIP, BAND, TOP = "#2A1215", "#A63F45", "#FFC44D", "#FF7A5C"
FACE = (
    "M -152 -270 C -158 -176 -128 -92 -64 -52 C -30 -32 30 -32 64 -52 "
    "C 128 -92 158 -176 152 -270 C 148 -390 84 -424 0 -424 C -84 -424 -148 -390 -152 -270 Z"
)


def _cloud(picture: Picture) -> None:
    """The hair behind the face, round and full, lit from the upper left."""
    dice = random.Random(5)
    paint = picture.radial(-110, -500, 430, (0, "#6A4443"), (0.45, HAIR_LIGHT), (1, HAIR))
    for i in range(26):
        turn = math.pi * (0.93 + 1.14 * i / 25)
        wobble = 1 + 0.035 * dice.uniform(-1, 1)
        x, y = 222 * wobble * math.cos(turn), -330 + 196 * wobble * math.sin(turn)
        picture.dot(x, y, dice.uniform(62, 76), paint)
    picture.oval(0, -350, 232, 190, paint)
    for _ in range(150):
        turn, reach = dice.uniform(-0.1, math.pi + 0.1), dice.uniform(0.62, 1.18)
        x, y = -232 * reach * math.cos(turn), -335 - 205 * reach * math.sin(turn)
        lit = max(0.0, 1 - math.hypot(x + 130, y + 480) / 330)
        r = dice.uniform(9, 17)
        start = dice.uniform(0, 6.28)
        ends = [
            (x + r * math.cos(start + a), y + r * math.sin(start + a)) for a in (0, 1.6, 3.2, 4.4)
        ]
        d = f"M {ends[0][0]:.0f} {ends[0][1]:.0f} C " + " ".join(
            f"{p[0]:.0f} {p[1]:.0f}" for p in ends[1:]
        )
        picture.line(d, mix("#3C2427", "#A9705C", lit), 3.2, round(0.25 + 0.35 * lit, 2))


def _hairline(picture: Picture) -> None:
    """Curls that fall on the forehead, and the yellow band over them."""
    dice = random.Random(8)
    for i in range(13):
        turn = math.pi * (1.06 + 0.88 * i / 12)
        x, y = 148 * math.cos(turn), -318 + 96 * math.sin(turn)
        picture.dot(x, y, dice.uniform(25, 33), mix(HAIR, HAIR_LIGHT, 0.35 if x < 0 else 0.1))
    band = picture.linear(-190, -470, 190, -340, (0, "#FFE08A"), (0.5, BAND), (1, "#D98A2B"))
    picture.path(
        "M -186 -352 C -150 -500 150 -500 186 -352 C 178 -338 170 -334 162 -334 "
        "C 128 -444 -128 -444 -162 -334 C -170 -334 -178 -338 -186 -352 Z",
        band,
    )
    for x, y, turn in ((-116, -402, -34), (-42, -437, -12), (42, -437, 12), (116, -402, 34)):
        picture.open(f"translate({x} {y}) rotate({turn})")
        picture.path(heart(0, 0, 11), "#E8553F")
        picture.close()


def _eye(picture: Picture, side: int, mood: Mood) -> None:
    x, y, rx, ry = side * 66, -238, 35, 39 * mood.wide
    if mood.eyes != "open":
        bend = 24 if mood.eyes == "shut" else -34
        base = y + (6 if mood.eyes == "shut" else 14)
        d = f"M {x - 34} {base} C {x - 16} {base + bend} {x + 16} {base + bend} {x + 34} {base}"
        picture.line(d, INK, 10)
        return
    picture.oval(x, y + 3, rx + 9, ry + 8, SHADE, 0.32)
    picture.oval(
        x,
        y,
        rx,
        ry,
        picture.linear(0, y - ry, 0, y + ry, (0, "#E9D6CC"), (0.4, "#FFFBF6"), (1, "#FFF6EE")),
    )
    px, py = x + 8 * mood.gaze[0] - 2 * side, y + 2 + 9 * mood.gaze[1]
    r = 28 if mood.wide < 1.1 else 24
    picture.dot(
        px,
        py,
        r,
        picture.radial(px, py + 9, r + 4, (0, "#B4703B"), (0.6, "#6A3A22"), (1, "#32170F")),
    )
    picture.dot(px, py, r * 0.55, "#1A0A0A")
    picture.dot(px - 9, py - 10, r * 0.33, "#FFFFFF")
    picture.dot(px + 9, py + 10, r * 0.15, "#FFFFFF", 0.8)
    lid = y - ry
    d = (
        f"M {x - 38} {y - 10} C {x - 30} {lid - 8} {x + 28} {lid - 10} {x + 38} {y - 12} "
        f"C {x + 26} {lid + 8} {x - 26} {lid + 8} {x - 38} {y - 10} Z"
    )
    picture.path(d, INK)
    for k in (0, 1):
        sx, sy = x + side * (32 - 9 * k), y - 22 - 11 * k
        picture.line(f"M {sx} {sy} L {sx + side * (15 - 3 * k)} {sy - 11 - 3 * k}", INK, 6)


def _brow(picture: Picture, side: int, mood: Mood) -> None:
    inner, outer = -308 - 10 * mood.brow[0], -300 - 10 * mood.brow[1]
    d = (
        f"M {side * 30} {inner + 10} C {side * 52} {inner - 14} {side * 84} {outer - 16} "
        f"{side * 110} {outer + 12} C {side * 84} {outer + 2} {side * 52} {inner + 8} "
        f"{side * 32} {inner + 22} Z"
    )
    picture.path(d, HAIR)


def _smile(picture: Picture, wide: float, deep: float) -> None:
    y = -132
    picture.path(
        f"M {-wide} {y} C {-wide * 0.5} {y + 14} {wide * 0.5} {y + 14} {wide} {y} C {wide * 0.86} {y + deep} {-wide * 0.86} {y + deep} {-wide} {y} Z",
        "#5A1620",
    )
    picture.path(
        f"M {-wide * 0.86} {y + 6} C {-wide * 0.4} {y + 15} {wide * 0.4} {y + 15} {wide * 0.86} {y + 6} C {wide * 0.72} {y + 28} {-wide * 0.72} {y + 28} {-wide * 0.86} {y + 6} Z",
        "#FFFAF4",
    )
    low = y + deep * 0.73
    picture.path(
        f"M {-wide * 0.45} {low - 4} C {-wide * 0.2} {low - 18} {wide * 0.2} {low - 18} {wide * 0.45} {low - 4} C {wide * 0.2} {low + 4} {-wide * 0.2} {low + 4} {-wide * 0.45} {low - 4} Z",
        "#EC7478",
    )
    picture.line(
        f"M {-wide - 8} {y - 7} C {-wide - 6} {y + 2} {-wide} {y + 4} {-wide + 4} {y + 4}",
        SHADE,
        5,
        0.8,
    )
    picture.line(
        f"M {wide + 8} {y - 7} C {wide + 6} {y + 2} {wide} {y + 4} {wide - 4} {y + 4}",
        SHADE,
        5,
        0.8,
    )


def _mouth(picture: Picture, form: str) -> None:
    if form == "smile":
        _smile(picture, 60, 62)
    elif form == "laugh":
        _smile(picture, 66, 84)
    elif form == "oh":
        picture.oval(0, -114, 24, 30, LIP)
        picture.oval(0, -114, 17, 23, "#4A1018")
        picture.oval(0, -100, 11, 8, "#D9666C")
    elif form == "talk":
        picture.path("M -42 -128 C -18 -142 18 -142 42 -128 C 30 -88 -30 -88 -42 -128 Z", LIP)
        picture.path("M -34 -126 C -14 -134 14 -134 34 -126 C 24 -98 -24 -98 -34 -126 Z", "#4A1018")
        picture.path(
            "M -30 -126 C -14 -132 14 -132 30 -126 C 22 -116 -22 -116 -30 -126 Z", "#FFFAF4"
        )
    elif form == "sad":
        picture.path(
            "M -36 -104 C -18 -128 -8 -124 0 -121 C 8 -124 18 -128 36 -104 C 18 -114 -18 -114 -36 -104 Z",
            LIP,
        )
        picture.path(
            "M -28 -106 C -14 -113 14 -113 28 -106 C 16 -96 -16 -96 -28 -106 Z",
            mix(LIP, LIGHT, 0.35),
        )
    else:
        picture.path(
            "M -44 -122 C -24 -132 -10 -134 0 -129 C 10 -134 24 -132 44 -122 C 22 -114 -22 -114 -44 -122 Z",
            LIP,
        )
        picture.path(
            "M -38 -120 C -20 -114 20 -114 38 -120 C 24 -98 -24 -98 -38 -120 Z",
            mix(LIP, LIGHT, 0.3),
        )
        picture.line("M -46 -124 C -24 -115 24 -115 46 -124", "#6B2128", 4)


def _skin(picture: Picture) -> None:
    """The face's planes: light from the left, warmth on cheeks and nose, shade on the right."""
    for side in (-1, 1):
        picture.oval(side * 152, -228, 26, 38, SKIN if side < 0 else mix(SKIN, SHADE, 0.5))
        picture.oval(side * 154, -224, 13, 22, mix(SKIN, SHADE, 0.8))
    picture.path(
        FACE,
        picture.linear(-150, -400, 170, -60, (0, LIGHT), (0.42, SKIN), (1, mix(SKIN, SHADE, 0.72))),
    )
    picture.path(
        "M 96 -400 C 150 -340 158 -240 150 -190 C 140 -120 104 -70 40 -44 C 96 -90 118 -150 118 -220 C 120 -300 116 -350 96 -400 Z",
        SHADE,
        0.30,
    )
    picture.oval(
        -50, -338, 74, 44, picture.radial(-50, -338, 74, (0, "#E9B58C", 0.6), (1, "#E9B58C", 0.0))
    )
    for side in (-1, 1):
        picture.dot(
            side * 92,
            -170,
            48,
            picture.radial(side * 92, -170, 48, (0, "#E8503F", 0.55), (1, "#E8503F", 0.0)),
        )
    picture.dot(
        -96, -192, 20, picture.radial(-96, -192, 20, (0, "#FFD9B8", 0.5), (1, "#FFD9B8", 0.0))
    )


def _nose(picture: Picture) -> None:
    picture.path(
        "M -2 -252 C 16 -224 30 -196 26 -178 C 16 -166 -14 -166 -26 -176 C -14 -172 4 -174 4 -190 C 4 -210 -6 -230 -2 -252 Z",
        SHADE,
        0.34,
    )
    picture.oval(
        0, -180, 25, 15, picture.radial(-6, -186, 24, (0, "#D59A70"), (1, mix(SKIN, SHADE, 0.15)))
    )
    picture.line("M -25 -176 C -22 -166 -14 -166 -10 -170", SHADE, 5, 0.75)
    picture.line("M 25 -176 C 22 -166 14 -166 10 -170", SHADE, 5, 0.75)
    picture.oval(-7, -188, 8, 5, "#FFE3C8", 0.55)


def draw_head(picture: Picture, mood: Mood) -> None:
    """The head alone, above the neck."""
    _cloud(picture)
    _skin(picture)
    _hairline(picture)
    for side in (-1, 1):
        _brow(picture, side, mood)
        _eye(picture, side, mood)
        ring = picture.linear(0, -190, 0, -110, (0, "#FFE29A"), (1, "#D99A2E"))
        d = f"M {side * 158} -192 C {side * 196} -186 {side * 198} -124 {side * 164} -122 C {side * 134} -124 {side * 134} -178 {side * 152} -192"
        picture.line(d, ring, 9)
    _nose(picture)
    _mouth(picture, mood.mouth)
    if mood.tear:
        picture.path(
            "M -98 -190 C -84 -168 -82 -150 -98 -148 C -114 -150 -112 -168 -98 -190 Z",
            picture.linear(0, -190, 0, -148, (0, "#DDF3FF"), (1, "#8CC9F2")),
            0.9,
        )


def draw_body(picture: Picture) -> None:
    """Neck, shoulders and a coral jumper with one stitched heart."""
    neck = picture.linear(
        -60, 0, 66, 0, (0, mix(SKIN, LIGHT, 0.2)), (0.5, mix(SKIN, SHADE, 0.35)), (1, SHADE)
    )
    picture.path(
        "M -60 -120 C -58 -40 -66 20 -104 60 C -60 120 60 120 104 60 C 66 20 58 -40 60 -120 Z", neck
    )
    picture.path(
        "M -60 -84 C -30 -24 40 -18 60 -70 C 60 -30 60 -10 62 4 C 20 20 -40 0 -59 -40 Z",
        "#4B2219",
        0.5,
    )
    cloth = picture.linear(-380, 80, 460, 760, (0, "#FF9B78"), (0.4, TOP), (1, "#C9463F"))
    half = "M 3 1010 L -436 1010 L -424 570 C -420 350 -380 190 -226 122 C -160 94 -116 84 -92 50 C -60 96 -30 106 3 106 Z"
    picture.path(half, cloth)
    picture.path(mirror(half), cloth)
    picture.line(
        "M -98 56 C -64 114 64 114 98 56",
        picture.linear(-98, 0, 98, 0, (0, "#FFAF8C"), (1, "#D95A48")),
        26,
    )
    for k in range(13):
        t = (k - 6) / 6.6
        x, y = 92 * t, 99 - 42 * t * t
        picture.line(f"M {x:.0f} {y - 9:.0f} L {x * 1.04:.0f} {y + 9:.0f}", "#C34A3D", 2.5, 0.5)
    for side in (-1, 1):
        picture.line(
            f"M {side * 268} 1000 C {side * 270} 800 {side * 266} 700 {side * 262} 570 C {side * 258} 440 {side * 250} 350 {side * 232} 290",
            "#A8352F",
            7,
            0.5,
        )
        picture.line(
            f"M {side * 150} 130 C {side * 190} 180 {side * 226} 240 {side * 236} 300",
            "#A8352F",
            5,
            0.25,
        )
    picture.path(heart(92, 290, 40), "#FFF0DC")
    picture.line(heart(92, 290, 31), "#FF7A5C", 3, 0.8)
    picture.path(
        "M -424 570 C -420 350 -380 190 -226 122 C -330 200 -376 360 -384 570 L -392 1010 L -436 1010 L -424 570 Z",
        "#FFD2B0",
        0.45,
    )


def head(mood: Mood) -> Picture:
    """The head as a picture."""
    picture = Picture(*HEAD_BOX)
    draw_head(picture, mood)
    return picture


def body() -> Picture:
    """The body as a picture."""
    picture = Picture(*BODY_BOX)
    draw_body(picture)
    return picture


def whole(mood: Mood) -> Picture:
    """Head and body together, the head grown a little for charm."""
    picture = Picture(*WHOLE_BOX)
    draw_body(picture)
    picture.open(HEAD_ON_BODY)
    draw_head(picture, mood)
    picture.close()
    return picture


EYES = ((-66, -238), (66, -238))
