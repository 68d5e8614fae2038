"""The stand-in of the templates: a lilac somebody in a cream hoodie, to be replaced by a creator."""

# ruff: noqa: E501 - the data of a drawing or a sound reads best on one line

from __future__ import annotations

from faces import BODY_BOX, HEAD_BOX, HEAD_ON_BODY, WHOLE_BOX, Mood
from svg import Picture, heart, mix

SKIN, SHADE, HAIR, INK = "#CDB9F2", "#A98FDD", "#5A3F9E", "#33215F"
CLOTH, FOLD, LIP = "#FFF3E2", "#E9D2BE", "#B4508C"
FACE = "M -150 -270 C -156 -160 -120 -84 -60 -52 C -26 -36 26 -36 60 -52 C 120 -84 156 -160 150 -270 C 144 -390 80 -428 0 -428 C -80 -428 -144 -390 -150 -270 Z"


def _eye(picture: Picture, side: int, mood: Mood) -> None:
    x, y = side * 66, -232
    if mood.eyes != "open":
        bend = 22 if mood.eyes == "shut" else -32
        base = y + (4 if mood.eyes == "shut" else 12)
        picture.line(
            f"M {x - 30} {base} C {x - 14} {base + bend} {x + 14} {base + bend} {x + 30} {base}",
            INK,
            11,
        )
        return
    h = 34 * mood.wide
    picture.oval(x, y, 31, h, "#FFFFFF")
    px, py = x + 8 * mood.gaze[0], y + 2 + 9 * mood.gaze[1]
    picture.oval(px, py, 21, 24 * min(1.05, mood.wide), INK)
    picture.oval(px, py + 8, 13, 11, "#7C5CD0")
    picture.dot(px - 7, py - 9, 7.5, "#FFFFFF")
    picture.dot(px + 8, py + 8, 3.6, "#FFFFFF", 0.9)
    picture.line(
        f"M {x - 34} {y - h * 0.3} C {x - 24} {y - h * 1.32} {x + 24} {y - h * 1.32} {x + 34} {y - h * 0.3}",
        INK,
        9,
    )


def _mouth(picture: Picture, form: str) -> None:
    if form in ("smile", "laugh"):
        w, deep = (50, 60) if form == "smile" else (58, 84)
        picture.path(
            f"M {-w} -126 C {-w * 0.4} -116 {w * 0.4} -116 {w} -126 C {w * 0.9} {-126 + deep} {-w * 0.9} {-126 + deep} {-w} -126 Z",
            "#6B1F52",
        )
        picture.path(
            f"M {-w * 0.86} -121 C {-w * 0.4} -113 {w * 0.4} -113 {w * 0.86} -121 L {w * 0.72} -104 C {w * 0.3} -98 {-w * 0.3} -98 {-w * 0.72} -104 Z",
            "#FFFFFF",
        )
        picture.oval(0, -126 + deep * 0.66, w * 0.4, 9, "#F08AA8")
    elif form == "oh":
        picture.oval(0, -112, 20, 26, "#6B1F52")
    elif form == "talk":
        picture.path("M -30 -124 C -12 -132 12 -132 30 -124 C 24 -90 -24 -90 -30 -124 Z", "#6B1F52")
    elif form == "sad":
        picture.line("M -30 -98 C -14 -118 14 -118 30 -98", LIP, 11)
    else:
        picture.line("M -34 -118 C -14 -102 14 -102 34 -118", LIP, 11)


def draw_head(picture: Picture, mood: Mood) -> None:
    """The head under its hood."""
    picture.path(
        "M -118 14 C -238 -70 -252 -522 0 -530 C 252 -522 238 -70 118 14 C 70 42 -70 42 -118 14 Z",
        picture.linear(-200, -500, 220, 0, (0, "#FFFFFF"), (0.4, CLOTH), (1, FOLD)),
    )
    picture.path(
        "M -100 -12 C -198 -90 -208 -474 0 -480 C 208 -474 198 -90 100 -12 C 60 12 -60 12 -100 -12 Z",
        "#C9A58F",
    )
    picture.path(
        FACE,
        picture.linear(
            -140, -400, 150, -60, (0, mix(SKIN, "#FFFFFF", 0.35)), (0.5, SKIN), (1, SHADE)
        ),
    )
    picture.path(
        "M -142 -330 C -120 -440 -30 -452 40 -440 C 120 -430 150 -380 146 -318 C 120 -360 70 -372 20 -362 C 40 -380 50 -392 52 -404 C 0 -360 -90 -376 -142 -330 Z",
        picture.linear(-140, -440, 150, -320, (0, mix(HAIR, "#FFFFFF", 0.25)), (1, HAIR)),
    )
    for side in (-1, 1):
        picture.dot(
            side * 92,
            -168,
            40,
            picture.radial(side * 92, -168, 40, (0, "#F2709C", 0.55), (1, "#F2709C", 0.0)),
        )
        inner, outer = -298 - 11 * mood.brow[0], -296 - 11 * mood.brow[1]
        picture.line(
            f"M {side * 38} {inner} C {side * 58} {inner - 12} {side * 84} {outer - 12} {side * 102} {outer + 6}",
            HAIR,
            13,
        )
        _eye(picture, side, mood)
    picture.line("M -8 -174 C -2 -164 8 -164 14 -174", SHADE, 8)
    _mouth(picture, mood.mouth)
    if mood.tear:
        picture.path(
            "M -98 -190 C -84 -168 -82 -150 -98 -148 C -114 -150 -112 -168 -98 -190 Z", "#BFE8FF"
        )


def draw_body(picture: Picture) -> None:
    """A hoodie with a coral heart."""
    cloth = picture.linear(-400, 60, 440, 800, (0, "#FFFFFF"), (0.4, CLOTH), (1, FOLD))
    picture.path("M -60 -120 L -60 80 C -40 120 40 120 60 80 L 60 -120 Z", SHADE)
    picture.path(
        "M -440 1010 L -424 570 C -420 350 -380 190 -226 116 C -170 90 -140 60 -120 20 C -70 90 70 90 120 20 C 140 60 170 90 226 116 C 380 190 420 350 424 570 L 440 1010 Z",
        cloth,
    )
    picture.line("M -122 28 C -80 120 80 120 122 28", mix(FOLD, INK, 0.15), 9, 0.8)
    for side in (-1, 1):
        picture.line(
            f"M {side * 46} 92 C {side * 52} 150 {side * 44} 190 {side * 50} 236", "#FF7A66", 10
        )
        picture.line(
            f"M {side * 270} 1000 C {side * 272} 800 {side * 268} 500 {side * 240} 320",
            mix(FOLD, INK, 0.2),
            6,
            0.6,
        )
    picture.path(heart(0, 350, 56), "#FF7A66")
    picture.oval(-26, 326, 13, 9, "#FFFFFF", 0.6)


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
    """Head and body together."""
    picture = Picture(*WHOLE_BOX)
    draw_body(picture)
    picture.open(HEAD_ON_BODY)
    draw_head(picture, mood)
    picture.close()
    return picture


EYES = ((-66, -232), (66, -232))
