"""Violet questions, a mirror and a keyboard; a door, a path and a walker."""

# ruff: noqa: E501 - the data of a drawing or a sound reads best on one line

from __future__ import annotations

import random

from scenery import H, W, clouds, glow
from svg import Picture, heart, mix
from theme_sky import sky


def questions() -> Picture:
    """Violet depth with large question marks that fade away."""
    picture = sky((0, "#2B1658"), (0.5, "#54319A"), (1, "#7F4FB8"))
    glow(picture, 540, 800, 720, "#C9A2FF", 0.45)
    mark = "M -60 -70 C -60 -150 70 -150 70 -62 C 70 -10 8 -6 6 48"
    dice = random.Random(6)
    for _ in range(16):
        x, y, s = dice.uniform(0, W), dice.uniform(80, H - 60), dice.uniform(0.5, 1.6)
        picture.open(
            f"translate({x:.0f} {y:.0f}) rotate({dice.uniform(-26, 26):.0f}) scale({s:.2f})", 0.13
        )
        picture.line(mark, "#FFFFFF", 26)
        picture.dot(6, 98, 17, "#FFFFFF")
        picture.close()
    return picture


def question() -> Picture:
    """One great question mark."""
    picture = Picture(-220, -300, 440, 600)
    mark = "M -120 -120 C -120 -290 140 -290 140 -110 C 140 0 10 -6 8 104"
    picture.open("translate(8 14)")
    picture.line(mark, "#1D0D45", 72, 0.35)
    picture.dot(8, 218, 46, "#1D0D45", 0.35)
    picture.close()
    picture.line(
        mark,
        picture.linear(-140, -260, 140, 240, (0, "#FFE3A6"), (0.5, "#FFB77A"), (1, "#FF7A8C")),
        72,
    )
    picture.dot(8, 218, 46, "#FF7A8C")
    return picture


def mirror() -> Picture:
    """A standing mirror with a golden frame."""
    picture = Picture(-400, -560, 800, 1120)
    picture.oval(16, 30, 340, 490, "#1D0D45", 0.35)
    picture.oval(
        0,
        0,
        344,
        494,
        picture.linear(-340, -490, 340, 490, (0, "#FFE9AE"), (0.5, "#E0A64E"), (1, "#A8692F")),
    )
    picture.oval(0, 0, 316, 466, "#8E5A2C")
    picture.oval(
        0,
        0,
        304,
        454,
        picture.linear(-300, -450, 300, 450, (0, "#F4ECFF"), (0.5, "#CDB8F2"), (1, "#9F84D8")),
    )
    picture.path("M -210 -300 L -90 -410 L 250 60 L 200 210 Z", "#FFFFFF", 0.22)
    picture.path("M -260 -160 L -236 -226 L 130 340 L 80 392 Z", "#FFFFFF", 0.16)
    picture.path(heart(0, -494, 44), "#FF8FA0")
    for side in (-1, 1):
        picture.line(
            f"M {side * 40} -486 C {side * 110} -520 {side * 150} -490 {side * 130} -452",
            "#E0A64E",
            16,
        )
    return picture


def keyboard() -> Picture:
    """The keys of a keyboard; one of them has a heart."""
    picture = Picture(-500, -190, 1000, 380)
    picture.box_of(-480, -160, 960, 340, "#1D0D45", 46, 0.4)
    picture.box_of(
        -486, -176, 972, 340, picture.linear(0, -176, 0, 164, (0, "#6C4BB8"), (1, "#4A2F8E")), 46
    )
    for row, count in enumerate((10, 9, 8)):
        for k in range(count):
            x, y = (k - count / 2) * 92 + 6, -146 + 96 * row
            loved = row == 1 and k == 4
            face = "#FF8FA0" if loved else "#F3ECFF"
            picture.box_of(x, y + 8, 80, 78, mix(face, "#2B1658", 0.45), 18)
            picture.box_of(x, y, 80, 76, face, 18)
            if loved:
                picture.path(heart(x + 40, y + 36, 22), "#FFFFFF")
    return picture


def rose_sky() -> Picture:
    """Rose and peach, with rings that widen like a good word."""
    picture = sky((0, "#F7A8C4"), (0.5, "#FFC3A8"), (1, "#FFE0B0"))
    for k in range(7):
        r = 140 + 130 * k
        picture.line(
            f"M {540 - r} 760 A {r} {r} 0 1 1 {540 + r} 760 A {r} {r} 0 1 1 {540 - r} 760",
            "#FFFFFF",
            5,
            round(0.55 - 0.07 * k, 2),
        )
    glow(picture, 540, 760, 520, "#FFF6E8", 0.8)
    clouds(picture, ((130, 1500, 1.3), (930, 1600, 1.5), (540, 1760, 1.8)), "#FFFFFF", 0.55)
    return picture


def doorway() -> Picture:
    """A dark room; the door stands open to a sunrise."""
    picture = sky((0, "#241F3A"), (0.7, "#3A2F55"), (1, "#1C1830"))
    x, y, w, h = 330, 420, 420, 960
    picture.path(
        f"M {x} {y + h} L {x + w} {y + h} L 1010 1920 L 70 1920 Z",
        picture.linear(0, y + h, 0, H, (0, "#FFD9A0", 0.75), (1, "#FFB98A", 0.05)),
    )
    picture.box_of(x - 30, y - 30, w + 60, h + 30, "#17132A", 10)
    picture.box_of(
        x, y, w, h, picture.linear(0, y, 0, y + h, (0, "#FF9E80"), (0.6, "#FFD08F"), (1, "#FFEFC4"))
    )
    glow(picture, x + w / 2, y + 640, 330, "#FFFBE4", 0.95)
    picture.dot(x + w / 2, y + 660, 92, "#FFFBEA")
    picture.path(
        f"M {x} {y + 760} C {x + 120} {y + 700} {x + 280} {y + 800} {x + w} {y + 730} L {x + w} {y + h} L {x} {y + h} Z",
        "#6FB59A",
    )
    picture.path(
        f"M {x + 180} {y + 760} C {x + 240} {y + 760} {x + 210} {y + 850} {x + 320} {y + h} L {x + 100} {y + h} C {x + 180} {y + 850} {x + 150} {y + 770} {x + 180} {y + 760} Z",
        "#FFE8C2",
    )
    picture.path(
        f"M {x} {y} L {x - 190} {y - 70} L {x - 190} {y + h + 120} L {x} {y + h} Z",
        picture.linear(x - 190, 0, x, 0, (0, "#2C2444"), (1, "#5B3F5E")),
    )
    picture.dot(x - 40, y + 520, 13, "#FFD27A")
    return picture


def sunrise_path() -> Picture:
    """A path through green hills towards the sun."""
    picture = sky((0, "#FF9478"), (0.32, "#FFC08A"), (0.55, "#FFE9BE"), (1, "#FFE9BE"))
    glow(picture, 540, 900, 760, "#FFF6D0", 0.85)
    picture.dot(540, 900, 190, picture.radial(540, 900, 190, (0, "#FFFFF2"), (1, "#FFE9A8")))
    clouds(picture, ((180, 520, 1.1), (900, 430, 1.2), (950, 760, 0.8)), "#FFF3E4", 0.7)
    picture.path(
        "M 0 1060 C 240 930 440 1080 620 1010 C 800 940 960 1040 1080 970 L 1080 1920 L 0 1920 Z",
        "#9CCFA6",
    )
    picture.path(
        "M 0 1190 C 300 1110 700 1240 1080 1120 L 1080 1920 L 0 1920 Z",
        picture.linear(0, 1150, 0, H, (0, "#63B08E"), (1, "#1F5E58")),
    )
    picture.path(
        "M 512 1050 C 560 1040 574 1050 580 1062 C 600 1180 690 1240 760 1400 C 830 1580 940 1760 1010 1920 L 90 1920 C 190 1720 330 1560 400 1400 C 460 1260 520 1180 512 1050 Z",
        picture.linear(0, 1050, 0, H, (0, "#FFF0CE"), (1, "#E2B182")),
    )
    dice = random.Random(9)
    for _ in range(46):
        side = dice.choice((-1, 1))
        y = dice.uniform(1260, 1880)
        x = 540 + side * (150 + (y - 1200) * 0.62 + dice.uniform(0, 240))
        picture.dot(
            x,
            y,
            dice.uniform(5, 11),
            dice.choice(("#FFD1DC", "#FFF3B0", "#FF9D8A", "#FFFFFF")),
            0.9,
        )
    return picture


def walker(step: int) -> Picture:
    """Somebody who walks away from us, one foot or the other in front."""
    picture = Picture(-170, -330, 340, 680)
    picture.oval(0, 318, 130, 20, "#1F3B3A", 0.3)
    one, two = (46, -58) if step else (-58, 46)
    picture.line(
        f"M -26 110 C -30 180 {-30 + one * 0.3:.0f} 230 {-34 + one * 0.25:.0f} {290 if one > 0 else 312}",
        "#33285A",
        50,
    )
    picture.line(
        f"M 26 110 C 30 180 {30 + two * 0.3:.0f} 230 {34 + two * 0.25:.0f} {290 if two > 0 else 312}",
        "#2A2150",
        50,
    )
    swing = 20 if step else -20
    picture.line(f"M -84 -70 C -118 0 {-112 - swing} 40 {-100 - swing} 104", "#F2E2CF", 44)
    picture.line(f"M 84 -70 C 118 0 {112 - swing} 40 {100 - swing} 104", "#DCC5B2", 44)
    picture.path(
        "M -96 140 C -112 0 -104 -90 -54 -116 C -20 -130 20 -130 54 -116 C 104 -90 112 0 96 140 C 40 160 -40 160 -96 140 Z",
        picture.linear(-100, 0, 100, 0, (0, "#FFFFFF"), (0.5, "#FFF0DC"), (1, "#DFC5B0")),
    )
    picture.path(
        "M -62 -70 C -62 -96 62 -96 62 -70 L 68 70 C 68 104 -68 104 -68 70 Z",
        picture.linear(-60, 0, 60, 0, (0, "#FF9478"), (1, "#DE5560")),
    )
    picture.box_of(-44, 4, 88, 62, "#C9474F", 16)
    picture.path(heart(0, -32, 20), "#FFE6D0")
    picture.path(
        "M -92 -150 C -106 -260 -66 -316 0 -318 C 66 -316 106 -260 92 -150 C 70 -96 -70 -96 -92 -150 Z",
        picture.linear(-90, -300, 90, -110, (0, "#FFFFFF"), (0.5, "#FFF0DC"), (1, "#DBC0AA")),
    )
    picture.line("M 0 -306 C -8 -240 -8 -180 0 -112", "#D9BFA8", 5, 0.7)
    return picture
