"""The pictures of the six templates: a shield, a mirror, lanterns, a path, flowers, an iceberg."""

# ruff: noqa: E501 - the data of a drawing or a sound reads best on one line

from __future__ import annotations

import math
import random

from lucia import cut, flower, leaf
from scenery import H, W, _clouds, glow
from svg import Picture, heart, mix


def _sky(*stops: tuple[float, str]) -> Picture:
    picture = Picture(0, 0, W, H)
    picture.box_of(0, 0, W, H, picture.linear(0, 0, 0, H, *stops))
    return picture


def storm() -> Picture:
    """Rain and heavy clouds."""
    picture = _sky((0, "#1E2B5E"), (0.55, "#3E5A9E"), (1, "#27386F"))
    dice = random.Random(4)
    _clouds(picture, ((140, 300, 1.6), (820, 240, 1.9), (480, 420, 1.5), (1040, 520, 1.3)), "#16204A", 0.75)
    _clouds(picture, ((320, 200, 1.5), (960, 400, 1.2)), "#2A3A78", 0.9)
    for _ in range(110):
        x, y, long = dice.uniform(-40, W + 80), dice.uniform(380, H), dice.uniform(40, 110)
        picture.line(f"M {x:.0f} {y:.0f} l {-long * 0.28:.0f} {long:.0f}", "#A9C4FF", dice.uniform(2, 4), round(dice.uniform(0.12, 0.4), 2))
    picture.path("M 0 1660 C 300 1600 760 1620 1080 1670 L 1080 1920 L 0 1920 Z", "#1B2754")
    return picture


def clear_sky() -> Picture:
    """The same place when the rain is over."""
    picture = _sky((0, "#4FA9E6"), (0.5, "#8ED6F5"), (0.85, "#D9F4FB"), (1, "#FFF1D6"))
    glow(picture, 820, 330, 420, "#FFF8D8", 0.9)
    picture.dot(820, 330, 96, "#FFFBE8")
    for k, colour in enumerate(("#FF8A7A", "#FFC45E", "#8EDBA9", "#7FB6F5", "#B79AF0")):
        r = 760 - 34 * k
        picture.line(f"M {540 - r} 1500 C {540 - r} {1500 - r * 1.32:.0f} {540 + r} {1500 - r * 1.32:.0f} {540 + r} 1500", colour, 34, 0.38)
    _clouds(picture, ((150, 560, 1.2), (980, 700, 1.0), (200, 1180, 0.9), (940, 1240, 1.1)), "#FFFFFF", 0.85)
    picture.path("M 0 1560 C 260 1480 520 1560 760 1520 C 900 1500 1000 1520 1080 1540 L 1080 1920 L 0 1920 Z", "#7CCB9A")
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
    picture.path(form, picture.linear(-300, -380, 300, 380, (0, "#FF9C86"), (0.5, "#FF7A66"), (1, "#DD4A5C")))
    picture.path("M 0 -400 C 110 -330 220 -306 320 -300 C 336 -20 236 230 0 390 Z", "#8E1F3C", 0.16)
    picture.close()
    picture.path(heart(0, -20, 170), "#FFF7EE")
    picture.oval(-84, -96, 34, 24, "#FFFFFF", 0.9)
    return picture


def questions() -> Picture:
    """Violet depth with large question marks that fade away."""
    picture = _sky((0, "#2B1658"), (0.5, "#54319A"), (1, "#7F4FB8"))
    glow(picture, 540, 800, 720, "#C9A2FF", 0.45)
    mark = "M -60 -70 C -60 -150 70 -150 70 -62 C 70 -10 8 -6 6 48"
    dice = random.Random(6)
    for _ in range(16):
        x, y, s = dice.uniform(0, W), dice.uniform(80, H - 60), dice.uniform(0.5, 1.6)
        picture.open(f"translate({x:.0f} {y:.0f}) rotate({dice.uniform(-26, 26):.0f}) scale({s:.2f})", 0.13)
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
    picture.line(mark, picture.linear(-140, -260, 140, 240, (0, "#FFE3A6"), (0.5, "#FFB77A"), (1, "#FF7A8C")), 72)
    picture.dot(8, 218, 46, "#FF7A8C")
    return picture


def mirror() -> Picture:
    """A standing mirror with a golden frame."""
    picture = Picture(-400, -560, 800, 1120)
    picture.oval(16, 30, 340, 490, "#1D0D45", 0.35)
    picture.oval(0, 0, 344, 494, picture.linear(-340, -490, 340, 490, (0, "#FFE9AE"), (0.5, "#E0A64E"), (1, "#A8692F")))
    picture.oval(0, 0, 316, 466, "#8E5A2C")
    picture.oval(0, 0, 304, 454, picture.linear(-300, -450, 300, 450, (0, "#F4ECFF"), (0.5, "#CDB8F2"), (1, "#9F84D8")))
    picture.path("M -210 -300 L -90 -410 L 250 60 L 200 210 Z", "#FFFFFF", 0.22)
    picture.path("M -260 -160 L -236 -226 L 130 340 L 80 392 Z", "#FFFFFF", 0.16)
    picture.path(heart(0, -494, 44), "#FF8FA0")
    for side in (-1, 1):
        picture.line(f"M {side * 40} -486 C {side * 110} -520 {side * 150} -490 {side * 130} -452", "#E0A64E", 16)
    return picture


def keyboard() -> Picture:
    """The keys of a keyboard; one of them has a heart."""
    picture = Picture(-500, -190, 1000, 380)
    picture.box_of(-480, -160, 960, 340, "#1D0D45", 46, 0.4)
    picture.box_of(-486, -176, 972, 340, picture.linear(0, -176, 0, 164, (0, "#6C4BB8"), (1, "#4A2F8E")), 46)
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
    picture = _sky((0, "#F7A8C4"), (0.5, "#FFC3A8"), (1, "#FFE0B0"))
    for k in range(7):
        r = 140 + 130 * k
        picture.line(f"M {540 - r} 760 A {r} {r} 0 1 1 {540 + r} 760 A {r} {r} 0 1 1 {540 - r} 760", "#FFFFFF", 5, round(0.55 - 0.07 * k, 2))
    glow(picture, 540, 760, 520, "#FFF6E8", 0.8)
    _clouds(picture, ((130, 1500, 1.3), (930, 1600, 1.5), (540, 1760, 1.8)), "#FFFFFF", 0.55)
    return picture


def _hills(picture: Picture, tones: tuple[str, str, str]) -> None:
    picture.path("M 0 1480 C 180 1360 380 1420 560 1500 C 760 1580 900 1400 1080 1420 L 1080 1920 L 0 1920 Z", tones[0])
    picture.path("M 0 1620 C 260 1520 480 1640 700 1600 C 860 1570 980 1560 1080 1600 L 1080 1920 L 0 1920 Z", tones[1])
    picture.path("M 0 1760 C 300 1690 700 1780 1080 1720 L 1080 1920 L 0 1920 Z", tones[2])


def lantern_night() -> Picture:
    """A night full of stars over hills and a lake."""
    picture = _sky((0, "#0F1434"), (0.45, "#2A2760"), (0.8, "#5A3A74"), (1, "#8A4F78"))
    dice = random.Random(11)
    for _ in range(120):
        picture.dot(dice.uniform(0, W), dice.uniform(0, 1350), dice.uniform(1.2, 4), "#FFFFFF", round(dice.uniform(0.25, 0.95), 2))
    picture.path("M -100 760 C 260 560 620 640 1180 320 L 1180 520 C 700 800 300 760 -100 960 Z", "#8F86D8", 0.10)
    _hills(picture, ("#332A5E", "#241E4A", "#171436"))
    for k in range(14):
        picture.box_of(40 + 78 * k + (k * 37) % 29, 1664 + (k * 53) % 70, 10, 12, "#FFD27A", 2, 0.8)
    return picture


def lantern_dawn() -> Picture:
    """The same hills when the morning comes."""
    picture = _sky((0, "#3A3A80"), (0.4, "#A8678F"), (0.68, "#FF9E84"), (0.84, "#FFD49A"), (1, "#FFE9C0"))
    glow(picture, 540, 1430, 620, "#FFF3CF", 0.95)
    picture.dot(540, 1440, 130, "#FFF8E0")
    _clouds(picture, ((200, 700, 1.1), (900, 860, 1.3), (160, 1120, 0.9)), "#FFE3D0", 0.35)
    _hills(picture, ("#8A4F7E", "#643A6E", "#41285A"))
    return picture


def lantern() -> Picture:
    """A paper lantern that shines, a heart on it."""
    picture = Picture(-260, -300, 520, 600)
    glow(picture, 0, 0, 258, "#FFB45F", 0.75)
    form = "M -96 -120 C -130 -60 -130 70 -92 128 L 92 128 C 130 70 130 -60 96 -120 Z"
    picture.path(form, picture.linear(0, -120, 0, 130, (0, "#FFF0B8"), (0.55, "#FFC36B"), (1, "#FF8A4A")))
    for x in (-58, 0, 58):
        picture.line(f"M {x * 0.84:.0f} -120 C {x * 1.3:.0f} -40 {x * 1.3:.0f} 60 {x * 0.8:.0f} 128", "#D9692F", 3, 0.35)
    picture.box_of(-98, -136, 196, 22, "#8E3F2C", 10)
    picture.box_of(-94, 120, 188, 20, "#8E3F2C", 10)
    picture.path(heart(0, 4, 46), "#D8413C", 0.9)
    return picture


def doorway() -> Picture:
    """A dark room; the door stands open to a sunrise."""
    picture = _sky((0, "#241F3A"), (0.7, "#3A2F55"), (1, "#1C1830"))
    x, y, w, h = 330, 420, 420, 960
    picture.path(f"M {x} {y + h} L {x + w} {y + h} L 1010 1920 L 70 1920 Z", picture.linear(0, y + h, 0, H, (0, "#FFD9A0", 0.75), (1, "#FFB98A", 0.05)))
    picture.box_of(x - 30, y - 30, w + 60, h + 30, "#17132A", 10)
    picture.box_of(x, y, w, h, picture.linear(0, y, 0, y + h, (0, "#FF9E80"), (0.6, "#FFD08F"), (1, "#FFEFC4")))
    glow(picture, x + w / 2, y + 640, 330, "#FFFBE4", 0.95)
    picture.dot(x + w / 2, y + 660, 92, "#FFFBEA")
    picture.path(f"M {x} {y + 760} C {x + 120} {y + 700} {x + 280} {y + 800} {x + w} {y + 730} L {x + w} {y + h} L {x} {y + h} Z", "#6FB59A")
    picture.path(f"M {x + 180} {y + 760} C {x + 240} {y + 760} {x + 210} {y + 850} {x + 320} {y + h} L {x + 100} {y + h} C {x + 180} {y + 850} {x + 150} {y + 770} {x + 180} {y + 760} Z", "#FFE8C2")
    picture.path(f"M {x} {y} L {x - 190} {y - 70} L {x - 190} {y + h + 120} L {x} {y + h} Z", picture.linear(x - 190, 0, x, 0, (0, "#2C2444"), (1, "#5B3F5E")))
    picture.dot(x - 40, y + 520, 13, "#FFD27A")
    return picture


def sunrise_path() -> Picture:
    """A path through green hills towards the sun."""
    picture = _sky((0, "#FF9478"), (0.32, "#FFC08A"), (0.55, "#FFE9BE"), (1, "#FFE9BE"))
    glow(picture, 540, 900, 760, "#FFF6D0", 0.85)
    picture.dot(540, 900, 190, picture.radial(540, 900, 190, (0, "#FFFFF2"), (1, "#FFE9A8")))
    _clouds(picture, ((180, 520, 1.1), (900, 430, 1.2), (950, 760, 0.8)), "#FFF3E4", 0.7)
    picture.path("M 0 1060 C 240 930 440 1080 620 1010 C 800 940 960 1040 1080 970 L 1080 1920 L 0 1920 Z", "#9CCFA6")
    picture.path("M 0 1190 C 300 1110 700 1240 1080 1120 L 1080 1920 L 0 1920 Z", picture.linear(0, 1150, 0, H, (0, "#63B08E"), (1, "#1F5E58")))
    picture.path("M 512 1050 C 560 1040 574 1050 580 1062 C 600 1180 690 1240 760 1400 C 830 1580 940 1760 1010 1920 L 90 1920 C 190 1720 330 1560 400 1400 C 460 1260 520 1180 512 1050 Z", picture.linear(0, 1050, 0, H, (0, "#FFF0CE"), (1, "#E2B182")))
    dice = random.Random(9)
    for _ in range(46):
        side = dice.choice((-1, 1))
        y = dice.uniform(1260, 1880)
        x = 540 + side * (150 + (y - 1200) * 0.62 + dice.uniform(0, 240))
        picture.dot(x, y, dice.uniform(5, 11), dice.choice(("#FFD1DC", "#FFF3B0", "#FF9D8A", "#FFFFFF")), 0.9)
    return picture


def walker(step: int) -> Picture:
    """Somebody who walks away from us, one foot or the other in front."""
    picture = Picture(-170, -330, 340, 680)
    picture.oval(0, 318, 130, 20, "#1F3B3A", 0.3)
    one, two = (46, -58) if step else (-58, 46)
    picture.line(f"M -26 110 C -30 180 {-30 + one * 0.3:.0f} 230 {-34 + one * 0.25:.0f} {290 if one > 0 else 312}", "#33285A", 50)
    picture.line(f"M 26 110 C 30 180 {30 + two * 0.3:.0f} 230 {34 + two * 0.25:.0f} {290 if two > 0 else 312}", "#2A2150", 50)
    swing = 20 if step else -20
    picture.line(f"M -84 -70 C -118 0 {-112 - swing} 40 {-100 - swing} 104", "#F2E2CF", 44)
    picture.line(f"M 84 -70 C 118 0 {112 - swing} 40 {100 - swing} 104", "#DCC5B2", 44)
    picture.path("M -96 140 C -112 0 -104 -90 -54 -116 C -20 -130 20 -130 54 -116 C 104 -90 112 0 96 140 C 40 160 -40 160 -96 140 Z", picture.linear(-100, 0, 100, 0, (0, "#FFFFFF"), (0.5, "#FFF0DC"), (1, "#DFC5B0")))
    picture.path("M -62 -70 C -62 -96 62 -96 62 -70 L 68 70 C 68 104 -68 104 -68 70 Z", picture.linear(-60, 0, 60, 0, (0, "#FF9478"), (1, "#DE5560")))
    picture.box_of(-44, 4, 88, 62, "#C9474F", 16)
    picture.path(heart(0, -32, 20), "#FFE6D0")
    picture.path("M -92 -150 C -106 -260 -66 -316 0 -318 C 66 -316 106 -260 92 -150 C 70 -96 -70 -96 -92 -150 Z", picture.linear(-90, -300, 90, -110, (0, "#FFFFFF"), (0.5, "#FFF0DC"), (1, "#DBC0AA")))
    picture.line("M 0 -306 C -8 -240 -8 -180 0 -112", "#D9BFA8", 5, 0.7)
    return picture


def bare_field() -> Picture:
    """Grey paper hills where nothing grows."""
    picture = _sky((0, "#B9B3BD"), (1, "#DAD2CE"))
    picture.dot(800, 420, 120, "#D0C9CC")
    for d, tone in (("M 0 1240 C 260 1120 520 1240 760 1180 C 900 1150 1000 1180 1080 1160 L 1080 1920 L 0 1920 Z", "#A69EA6"), ("M 0 1420 C 320 1320 640 1450 1080 1360 L 1080 1920 L 0 1920 Z", "#8C838E"), ("M 0 1640 C 300 1570 720 1660 1080 1590 L 1080 1920 L 0 1920 Z", "#6E6472")):
        cut(picture, d, tone, -12)
    return picture


def garden() -> Picture:
    """Paper hills in full bloom under a paper sun."""
    picture = _sky((0, "#FFE7C7"), (0.55, "#FFD3B8"), (1, "#FFE7C7"))
    for k in range(16):
        a = k * math.tau / 16
        picture.path(f"M {800 + 150 * math.cos(a - 0.1):.0f} {420 + 150 * math.sin(a - 0.1):.0f} L {800 + 250 * math.cos(a):.0f} {420 + 250 * math.sin(a):.0f} L {800 + 150 * math.cos(a + 0.1):.0f} {420 + 150 * math.sin(a + 0.1):.0f} Z", "#FFB84D", 0.9)
    cut(picture, "M 920 420 C 920 486 866 540 800 540 C 734 540 680 486 680 420 C 680 354 734 300 800 300 C 866 300 920 354 920 420 Z", "#FFC65A")
    for d, tone in (("M 0 1240 C 260 1120 520 1240 760 1180 C 900 1150 1000 1180 1080 1160 L 1080 1920 L 0 1920 Z", "#9AD1A4"), ("M 0 1420 C 320 1320 640 1450 1080 1360 L 1080 1920 L 0 1920 Z", "#5FB588"), ("M 0 1640 C 300 1570 720 1660 1080 1590 L 1080 1920 L 0 1920 Z", "#2F8F76")):
        cut(picture, d, tone, -12)
    dice = random.Random(14)
    for _ in range(30):
        x, y = dice.uniform(20, 1060), dice.uniform(1460, 1880)
        flower(picture, x, y, 14 + (y - 1400) * 0.035, dice.choice(("#F0526B", "#FFF3DF", "#FFC247", "#B78BE8")), dice.choice(("#FFC247", "#F0526B")))
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
        cut(picture, "M 0 0 C 62 -44 62 -150 0 -186 C -62 -150 -62 -44 0 0 Z", petals if k % 2 else mix(petals, "#FFFFFF", 0.18), 7)
        picture.close()
    cut(picture, "M 62 0 C 62 34 34 62 0 62 C -34 62 -62 34 -62 0 C -62 -34 -34 -62 0 -62 C 34 -62 62 -34 62 0 Z", middle, 6)
    picture.path(heart(0, 4, 26), mix(middle, "#8E2A3C", 0.5))
    return picture


def stone() -> Picture:
    """A grey stone, as heavy as a bad word."""
    picture = Picture(-230, -130, 460, 260)
    cut(picture, "M -200 60 C -226 -30 -140 -112 -20 -108 C 120 -112 214 -50 204 50 C 196 112 90 110 0 108 C -90 112 -184 116 -200 60 Z", "#7C7482", 12)
    picture.path("M -150 -20 C -120 -76 -20 -92 60 -76 C -20 -70 -90 -50 -150 -20 Z", "#9D95A2", 0.8)
    return picture


def iceberg_sea() -> Picture:
    """Sky, the tip of an iceberg, and all of it that lies under the water; two canvases tall."""
    picture = Picture(0, 0, W, 3840)
    picture.box_of(0, 0, W, 1240, picture.linear(0, 0, 0, 1240, (0, "#7FC4DE"), (0.6, "#CBEBEE"), (1, "#FFE9D2")))
    glow(picture, 800, 480, 380, "#FFF7E0", 0.9)
    picture.dot(800, 480, 90, "#FFFBF0")
    _clouds(picture, ((200, 420, 1.0), (940, 760, 0.9)), "#FFFFFF", 0.8)
    picture.box_of(0, 1200, W, 2640, picture.linear(0, 1200, 0, 3840, (0, "#2FA3B8"), (0.22, "#1C7297"), (0.6, "#0F4068"), (1, "#071F3E")))
    for k in range(7):
        x = 90 + 150 * k
        picture.path(f"M {x} 1210 L {x + 60} 1210 L {x + 250 - 30 * k} {2300 + 90 * (k % 3)} L {x + 60 - 30 * k} {2300 + 90 * (k % 3)} Z", picture.linear(0, 1210, 0, 2300, (0, "#D6FBFF", 0.20), (1, "#D6FBFF", 0.0)))
    under = "M 250 1205 L 830 1205 L 970 1560 L 930 2100 L 1000 2460 L 780 2960 L 560 3340 L 400 3000 L 180 2600 L 210 2120 L 110 1640 Z"
    picture.path(under, picture.linear(0, 1205, 0, 3340, (0, "#9FE0EC"), (0.4, "#4D9FC6"), (1, "#255C92")))
    for d, see in (("M 560 1205 L 830 1205 L 970 1560 L 930 2100 L 700 1800 Z", 0.22), ("M 930 2100 L 1000 2460 L 780 2960 L 620 2400 Z", 0.30), ("M 210 2120 L 480 2300 L 400 3000 L 180 2600 Z", 0.16), ("M 620 2400 L 780 2960 L 560 3340 L 480 2300 Z", 0.24)):
        picture.path(d, "#06264A", see)
    for d, see in (("M 250 1205 L 470 1205 L 380 1700 L 110 1640 Z", 0.28), ("M 380 1700 L 700 1800 L 480 2300 L 210 2120 Z", 0.12)):
        picture.path(d, "#FFFFFF", see)
    picture.path("M 300 1212 L 380 960 L 470 820 L 560 700 L 650 840 L 700 940 L 790 1212 Z", picture.linear(300, 700, 790, 1212, (0, "#FFFFFF"), (1, "#BFE0EE")))
    picture.path("M 560 700 L 650 840 L 700 940 L 790 1212 L 600 1212 L 560 980 Z", "#8FC3DC", 0.75)
    picture.path("M 380 960 L 470 820 L 560 700 L 520 940 L 440 1040 Z", "#FFFFFF", 0.8)
    for k in range(6):
        x = k * 216 - 60
        picture.line(f"M {x} 1204 C {x + 60} 1188 {x + 140} 1220 {x + 216} 1204", "#FFFFFF", 9, 0.75)
    dice = random.Random(21)
    for _ in range(70):
        y = dice.uniform(1400, 3800)
        picture.dot(dice.uniform(0, W), y, dice.uniform(2, 8), "#DDF7FF", round(dice.uniform(0.08, 0.35), 2))
    glow(picture, 545, 2450, 420, "#FFD9A0", 0.40)
    return picture


def coral_sea() -> Picture:
    """Warm light from above, seen from under the water."""
    picture = _sky((0, "#FFE3BE"), (0.28, "#8FD8D2"), (0.65, "#2F8FA8"), (1, "#14567C"))
    for k in range(9):
        x = 60 + 120 * k
        picture.path(f"M {x} 0 L {x + 70} 0 L {x + 190 - 40 * k // 2} 1500 L {x - 60 - 40 * k // 2} 1500 Z", picture.linear(0, 0, 0, 1500, (0, "#FFF8E0", 0.42), (1, "#FFF8E0", 0.0)))
    for x, h, tone in ((60, 380, "#FF8A7A"), (190, 260, "#FFC45E"), (930, 420, "#FF7A8C"), (1020, 280, "#FFB98A"), (820, 220, "#F2A0C4")):
        for k in (-1, 0, 1):
            picture.line(f"M {x} 1930 C {x + 30 * k} {1930 - h * 0.5:.0f} {x + 60 * k} {1930 - h * 0.7:.0f} {x + 74 * k} {1930 - h}", tone, 34)
    dice = random.Random(5)
    for _ in range(40):
        picture.dot(dice.uniform(0, W), dice.uniform(200, 1800), dice.uniform(3, 11), "#FFFFFF", round(dice.uniform(0.15, 0.5), 2))
    return picture


THEMES = {
    "block_the_bullies": {"storm": storm, "clear_sky": clear_sky, "shield": shield},
    "why_would_you": {"questions": questions, "question": question, "mirror": mirror, "keyboard": keyboard, "rose_sky": rose_sky},
    "hold_on_to": {"night": lantern_night, "dawn": lantern_dawn, "lantern": lantern},
    "walk_away": {"doorway": doorway, "path": sunrise_path, "walker_left": lambda: walker(0), "walker_right": lambda: walker(1)},
    "power_of_words": {
        "bare_field": bare_field, "garden": garden, "stone": stone,
        "flower_rose": lambda: bloom("#F0526B", "#FFC247", 40), "flower_sun": lambda: bloom("#FFC247", "#A85A2C", -36),
        "flower_lilac": lambda: bloom("#A98BE8", "#FFD98A", 24), "flower_cream": lambda: bloom("#FFF3DF", "#F08A5E", -20),
    },
    "what_we_dont_see": {"iceberg_sea": iceberg_sea, "coral_sea": coral_sea},
}
