"""One bedroom and its desk, in the light of the evening and of the night."""

# ruff: noqa: E501 - the data of a drawing or a sound reads best on one line

from __future__ import annotations

import math
import random
from dataclasses import dataclass

from scenery import H, W, glow
from svg import Picture, heart, mix


@dataclass(frozen=True, slots=True)
class Light:
    """The colours of the bedroom at one hour.

    glass: the sky outside from top to bottom. glow: what the room is lit by, and where it is.
    """

    wall: tuple[str, str]
    wood: str
    ink: str
    glass: tuple[str, str, str]
    glow: str
    glow_at: tuple[float, float]
    strength: float
    moon: bool


NIGHT = Light(
    ("#161A44", "#31316F"),
    "#151537",
    "#0D0E2B",
    ("#0C1036", "#1C2460", "#34408C"),
    "#7F8CF5",
    (540, 1180),
    0.55,
    True,
)


EVENING = Light(
    ("#7A3F6B", "#E5795F"),
    "#5A2C47",
    "#3B1A35",
    ("#FF9E7A", "#FFC98F", "#FFE3B0"),
    "#FFD9A0",
    (300, 560),
    0.75,
    False,
)


def _window(picture: Picture, light: Light) -> None:
    x, y, w, h = 620, 330, 330, 470
    picture.box_of(x - 26, y - 26, w + 52, h + 52, light.wood, 22)
    picture.box_of(
        x,
        y,
        w,
        h,
        picture.linear(
            0, y, 0, y + h, (0, light.glass[0]), (0.6, light.glass[1]), (1, light.glass[2])
        ),
        8,
    )
    dice = random.Random(3)
    if light.moon:
        glow(picture, x + 218, y + 118, 130, "#DDE6FF", 0.5)
        picture.path(
            f"M {x + 244} {y + 64} C {x + 168} {y + 64} {x + 160} {y + 170} {x + 236} {y + 176} C {x + 196} {y + 150} {x + 200} {y + 92} {x + 244} {y + 64} Z",
            "#F3F5FF",
        )
        for _ in range(26):
            picture.dot(
                x + dice.uniform(14, w - 14),
                y + dice.uniform(14, h * 0.66),
                dice.uniform(1.4, 3.4),
                "#FFFFFF",
                round(dice.uniform(0.4, 0.95), 2),
            )
    else:
        glow(picture, x + 216, y + 300, 150, "#FFF6D6", 0.9)
        picture.dot(x + 216, y + 300, 54, "#FFF6DA")
    roofs = mix(light.glass[0], light.ink, 0.62)
    d = f"M {x} {y + h} L {x} {y + 392} L {x + 46} {y + 392} L {x + 46} {y + 352} L {x + 110} {y + 352} L {x + 110} {y + 404} L {x + 168} {y + 404} L {x + 204} {y + 366} L {x + 240} {y + 404} L {x + 240} {y + 380} L {x + 330} {y + 380} L {x + 330} {y + h} Z"
    picture.path(d, roofs, 0.85)
    for k in range(9):
        if light.moon or k % 3 == 0:
            picture.box_of(x + 14 + 35 * k, y + 415 + 17 * (k % 3), 12, 15, "#FFD98C", 2, 0.85)
    picture.box_of(x + w / 2 - 8, y, 16, h, light.wood)
    picture.box_of(x, y + h * 0.46, w, 14, light.wood)
    picture.box_of(x - 46, y + h + 20, w + 92, 24, mix(light.wood, light.glow, 0.16), 10)
    cloth = mix(light.wall[0], light.glow, 0.35)
    for side, edge in ((-1, x - 34), (1, x + w + 34)):
        d = f"M {edge - side * 26} {y - 66} C {edge + side * 46} {y + 140} {edge + side * 34} {y + 330} {edge + side * 62} {y + 520} L {edge - side * 46} {y + 520} C {edge - side * 30} {y + 330} {edge - side * 62} {y + 160} {edge - side * 84} {y - 66} Z"
        picture.path(
            d,
            picture.linear(
                edge - 60,
                0,
                edge + 60,
                0,
                (0, mix(cloth, light.ink, 0.35)),
                (0.5, cloth),
                (1, mix(cloth, light.ink, 0.25)),
            ),
            0.96,
        )
    picture.box_of(x - 130, y - 78, w + 260, 16, light.wood, 8)


def _shelf(picture: Picture, light: Light) -> None:
    y = 770
    picture.box_of(70, y, 360, 22, mix(light.wood, light.glow, 0.14), 8)
    picture.box_of(70, y + 22, 360, 10, light.ink, 5, 0.35)
    x = 92.0
    for w, h, colour in (
        (34, 132, "#FF8F7D"),
        (28, 156, "#FFD27A"),
        (40, 112, "#6FCDBA"),
        (26, 144, "#A494F5"),
        (34, 122, "#F7B6A5"),
    ):
        tone = mix(colour, light.wall[0], 0.42)
        picture.box_of(x, y - h, w, h, tone, 5)
        picture.box_of(x + 5, y - h + 16, w - 10, 7, mix(tone, "#FFFFFF", 0.35), 3)
        x += w + 3
    pot = mix("#E98565", light.wall[0], 0.35)
    for turn in (-46, -20, 6, 30, 54):
        picture.open(f"translate(340 {y - 62}) rotate({turn})")
        green = mix("#4FB386", light.wall[0], 0.34 + 0.002 * abs(turn))
        picture.path("M 0 0 C -26 -40 -20 -96 0 -132 C 20 -96 26 -40 0 0 Z", green)
        picture.line("M 0 -10 L 0 -116", mix(green, "#FFFFFF", 0.25), 2.5)
        picture.close()
    picture.path(f"M 300 {y - 70} L 380 {y - 70} L 370 {y} L 310 {y} Z", pot)
    picture.box_of(294, y - 80, 92, 20, mix(pot, "#FFFFFF", 0.14), 6)


def _fairy_lights(picture: Picture, light: Light) -> None:
    d = "M -10 150 C 160 290 330 290 470 190 C 600 100 760 110 1090 210"
    picture.line(d, light.ink, 5, 0.6)
    for k in range(15):
        t = (k + 0.5) / 15
        x = -10 + 1100 * t
        y = 190 + 62 * math.sin(t * 7.4 + 0.3)
        colour = ("#FFD27A", "#FF9A86", "#FFE8B0")[k % 3]
        glow(picture, x, y + 22, 42, colour, 0.55 if light.moon else 0.4)
        picture.oval(x, y + 20, 9, 13, colour)


def _posters(picture: Picture, light: Light) -> None:
    for x, y, w, h, turn, tone in (
        (150, 400, 150, 190, -3, "#FFE2C4"),
        (330, 440, 120, 150, 4, "#CFE9E2"),
    ):
        picture.open(f"translate({x} {y}) rotate({turn})")
        paper = mix(tone, light.wall[0], 0.38)
        picture.box_of(6, 9, w, h, light.ink, 4, 0.25)
        picture.box_of(0, 0, w, h, paper, 4)
        if w > 130:
            picture.path(
                "M 30 120 L 120 120 L 102 148 L 48 148 Z M 72 112 L 72 46 L 112 112 Z",
                mix("#E8664F", light.wall[0], 0.35),
            )
        else:
            picture.path(heart(w / 2, h / 2, 36), mix("#F07A6A", light.wall[0], 0.35))
        picture.close()


def room(light: Light) -> Picture:
    """The bedroom at one hour."""
    picture = Picture(0, 0, W, H)
    picture.box_of(0, 0, W, H, picture.linear(0, 0, 0, H, (0, light.wall[0]), (1, light.wall[1])))
    for k in range(9):
        picture.box_of(120 * k + 54, 0, 3, H, light.ink, 0, 0.07)
    _posters(picture, light)
    _window(picture, light)
    _shelf(picture, light)
    glow(picture, *light.glow_at, 820, light.glow, light.strength * 0.55)
    _fairy_lights(picture, light)
    picture.box_of(
        0, 1330, W, 590, picture.linear(0, 1330, 0, H, (0, light.ink, 0.0), (1, light.ink, 0.75))
    )
    return picture


def desk(light: Light) -> Picture:
    """The desk in the foreground, with the back of a laptop, a cup and pens."""
    picture = Picture(0, 0, W, 620)
    top = 250
    wood = mix(light.wood, light.glow, 0.10)
    picture.box_of(0, top, W, 370, picture.linear(0, top, 0, 620, (0, wood), (1, light.ink)))
    picture.box_of(0, top, W, 12, light.glow, 0, 0.45)
    shell = mix("#F4E7E4", light.wall[0], 0.30)
    picture.oval(530, top + 66, 330, 22, light.ink, 0.35)
    picture.path(
        "M 264 60 C 264 36 278 24 300 24 L 760 24 C 782 24 796 36 796 60 L 812 300 L 248 300 Z",
        picture.linear(
            250, 24, 810, 300, (0, mix(shell, "#FFFFFF", 0.35)), (1, mix(shell, light.ink, 0.28))
        ),
    )
    picture.box_of(216, 296, 628, 26, mix(shell, light.ink, 0.40), 12)
    picture.path(heart(530, 160, 52), "#FF7A66")
    picture.oval(505, 132, 13, 8, "#FFFFFF", 0.6)
    cup = mix("#FFC65A", light.wall[0], 0.28)
    picture.line("M 972 200 C 1022 196 1022 268 970 266", cup, 16)
    picture.path(
        "M 878 170 L 976 170 L 968 306 C 966 318 888 318 886 306 Z",
        picture.linear(
            878, 0, 976, 0, (0, mix(cup, "#FFFFFF", 0.3)), (1, mix(cup, light.ink, 0.3))
        ),
    )
    picture.oval(927, 170, 49, 12, mix(cup, light.ink, 0.45))
    for k in (0, 1):
        x = 912 + 26 * k
        picture.line(f"M {x} 140 C {x - 18} 112 {x + 18} 92 {x} 62", "#FFFFFF", 6, 0.35)
    for x, h, colour in ((96, 120, "#FF8F7D"), (122, 150, "#7FD1C0"), (148, 108, "#FFD27A")):
        picture.line(
            f"M {x} 250 L {x + (x - 122) * 0.3:.0f} {250 - h}", mix(colour, light.wall[0], 0.25), 14
        )
    picture.path("M 72 190 L 172 190 L 164 318 L 80 318 Z", mix("#8C6FC4", light.wall[0], 0.35))
    picture.oval(122, 190, 50, 11, light.ink, 0.5)
    return picture
