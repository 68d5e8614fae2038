"""Jun Park, inked like a comic: heavy outlines, flat colour, one hard shadow, screen dots."""

# ruff: noqa: E501 - the data of a drawing or a sound reads best on one line

from __future__ import annotations

from faces import BODY_BOX, HEAD_BOX, HEAD_ON_BODY, WHOLE_BOX, Mood
from svg import Picture

INK, SKIN, SHADOW = "#191B3A", "#FFD9B5", "#F0A98A"
HAIR, SHINE, HOOD, HOOD_DARK = "#2B2F63", "#5C7BEA", "#4F8DF7", "#2F62C9"
FACE = (
    "M -146 -300 C -152 -200 -132 -116 -84 -66 C -52 -34 -24 -22 0 -22 "
    "C 24 -22 52 -34 84 -66 C 132 -116 152 -200 146 -300 C 140 -400 80 -430 0 -430 "
    "C -80 -430 -140 -400 -146 -300 Z"
)
CAP = (
    "M -168 -236 C -214 -330 -196 -446 -120 -500 C -150 -508 -176 -500 -196 -488 "
    "C -176 -540 -110 -572 -50 -566 C -62 -586 -84 -598 -104 -602 C -20 -626 90 -610 138 -548 "
    "C 152 -554 160 -566 164 -578 C 186 -538 186 -506 178 -490 C 220 -420 214 -316 170 -236 "
    "C 166 -284 158 -318 142 -346 C 130 -330 116 -322 100 -318 C 112 -342 116 -366 112 -390 "
    "C 70 -350 14 -326 -46 -324 C -24 -342 -8 -362 -2 -384 C -50 -350 -100 -330 -140 -330 "
    "C -158 -300 -166 -270 -168 -236 Z"
)


def _dots(
    picture: Picture, left: float, top: float, right: float, bottom: float, colour: str
) -> None:
    """Screen dots that shrink from the lower right to the upper left."""
    step, row, y = 19.0, 0, top
    while y < bottom:
        x = left + (step / 2 if row % 2 else 0)
        while x < right:
            share = 0.5 * (x - left) / (right - left) + 0.5 * (y - top) / (bottom - top)
            if share > 0.25:
                picture.dot(x, y, 7.2 * (share - 0.2), colour)
            x += step
        y += step * 0.866
        row += 1


def _eye(picture: Picture, side: int, mood: Mood) -> None:
    x, y = side * 68, -236
    if mood.eyes != "open":
        bend = 22 if mood.eyes == "shut" else -32
        base = y + (4 if mood.eyes == "shut" else 14)
        picture.line(
            f"M {x - 32} {base} C {x - 14} {base + bend} {x + 14} {base + bend} {x + 32} {base}",
            INK,
            12,
        )
        return
    h = 34 * mood.wide
    picture.path(
        f"M {x - 36} {y - h * 0.2} C {x - 26} {y - h * 1.35} {x + 26} {y - h * 1.35} {x + 36} {y - h * 0.2} C {x + 30} {y + h * 1.1} {x - 30} {y + h * 1.1} {x - 36} {y - h * 0.2} Z",
        "#FFFFFF",
    )
    px, py = x + 9 * mood.gaze[0], y + 8 * mood.gaze[1]
    picture.oval(px, py, 20, 26 * min(1.0, mood.wide), INK)
    picture.oval(px, py + 10, 13, 11, "#4A5AC8")
    picture.dot(px - 7, py - 10, 8, "#FFFFFF")
    picture.dot(px + 8, py + 9, 4, "#FFFFFF")
    picture.line(
        f"M {x - 38} {y - h * 0.25} C {x - 26} {y - h * 1.38} {x + 26} {y - h * 1.38} {x + 38} {y - h * 0.25}",
        INK,
        11,
    )
    picture.line(
        f"M {x - 16} {y + h * 0.78} C {x - 6} {y + h * 0.86} {x + 6} {y + h * 0.86} {x + 16} {y + h * 0.78}",
        INK,
        5,
    )


def _brow(picture: Picture, side: int, mood: Mood) -> None:
    inner, outer = -312 - 11 * mood.brow[0], -308 - 11 * mood.brow[1]
    picture.line(
        f"M {side * 34} {inner} C {side * 60} {inner - 12} {side * 84} {outer - 12} {side * 104} {outer + 6}",
        INK,
        17,
    )


def _glasses(picture: Picture) -> None:
    for side in (-1, 1):
        x = side * 68
        picture.path(
            f"M {x - 34} -256 L {x - 8} -284 L {x + 8} -284 L {x - 38} -234 Z", "#FFFFFF", 0.55
        )
        picture.path(
            f"M {x - 24} -218 L {x + 36} -268 L {x + 42} -260 L {x - 18} -208 Z", "#FFFFFF", 0.4
        )
        picture.line(
            f"M {x - 56} -236 C {x - 56} -306 {x + 56} -306 {x + 56} -236 C {x + 56} -166 {x - 56} -166 {x - 56} -236 Z",
            INK,
            11,
        )
        picture.line(f"M {side * 124} -244 L {side * 150} -252", INK, 11)
    picture.line("M -13 -246 C -8 -256 8 -256 13 -246", INK, 10)


def _mouth(picture: Picture, form: str) -> None:
    if form in ("smile", "laugh"):
        w, deep = (58, 66) if form == "smile" else (64, 90)
        picture.inked(
            f"M {-w} -122 C {-w * 0.4} -112 {w * 0.4} -112 {w} -124 C {w * 0.9} {-124 + deep} {-w * 0.9} {-124 + deep} {-w} -122 Z",
            "#8E2340",
            INK,
            9,
        )
        picture.path(
            f"M {-w * 0.86} -116 C {-w * 0.4} -108 {w * 0.4} -108 {w * 0.86} -117 L {w * 0.74} -98 C {w * 0.3} -92 {-w * 0.3} -92 {-w * 0.74} -97 Z",
            "#FFFFFF",
        )
        low = -124 + deep * 0.72
        picture.oval(0, low - 8, w * 0.42, 9, "#FF7D8C")
    elif form == "oh":
        picture.inked(
            "M 0 -138 C 26 -138 30 -84 0 -80 C -30 -84 -26 -138 0 -138 Z", "#8E2340", INK, 9
        )
    elif form == "talk":
        picture.inked(
            "M -32 -122 C -12 -130 14 -130 34 -124 C 26 -86 -22 -86 -32 -122 Z", "#8E2340", INK, 9
        )
        picture.oval(2, -102, 14, 6, "#FF7D8C")
    elif form == "sad":
        picture.line("M -34 -96 C -18 -120 18 -120 36 -98", INK, 11)
        picture.line("M -12 -74 C -4 -78 6 -78 12 -74", INK, 6)
    else:
        picture.line("M -36 -112 C -14 -98 18 -98 38 -116", INK, 11)
        picture.line("M -8 -82 C -2 -78 4 -78 10 -82", INK, 6)


def draw_head(picture: Picture, mood: Mood) -> None:
    """The head alone, above the neck."""
    picture.inked(
        "M -150 -420 C -190 -330 -184 -240 -150 -190 L 150 -190 C 184 -240 190 -330 150 -420 Z",
        HAIR,
        INK,
        10,
    )
    for side in (-1, 1):
        picture.inked(
            f"M {side * 140} -266 C {side * 186} -284 {side * 190} -178 {side * 138} -184 Z",
            SKIN if side < 0 else SHADOW,
            INK,
            10,
        )
        picture.line(
            f"M {side * 152} -246 C {side * 168} -244 {side * 166} -218 {side * 154} -212", INK, 5
        )
    picture.inked(FACE, SKIN, INK, 11)
    picture.path(
        "M 84 -420 C 134 -390 146 -330 142 -296 C 146 -200 128 -120 82 -69 C 52 -38 26 -27 0 -27 C -24 -27 -46 -36 -70 -57 C 0 -40 70 -90 92 -170 C 112 -250 112 -340 84 -420 Z",
        SHADOW,
    )
    picture.path(
        "M -130 -338 C -80 -320 -20 -318 40 -318 C 90 -318 130 -330 138 -320 L 136 -400 L -130 -400 Z",
        SHADOW,
    )
    for side in (-1, 1):
        for k in range(3):
            x = side * 104 + (k - 1) * 17
            picture.line(f"M {x + 6} -180 L {x - 6} -158", "#F06F62", 6, 0.9)
    for side in (-1, 1):
        _eye(picture, side, mood)
        _brow(picture, side, mood)
    picture.line("M 4 -214 C 16 -196 26 -180 20 -170 C 12 -162 0 -162 -10 -166", INK, 8)
    _mouth(picture, mood.mouth)
    _glasses(picture)
    if mood.tear:
        picture.inked(
            "M -112 -186 C -94 -158 -92 -138 -112 -136 C -132 -138 -130 -158 -112 -186 Z",
            "#BDE6FF",
            INK,
            7,
        )
    picture.inked(CAP, HAIR, INK, 11)
    picture.path(
        "M -142 -440 C -120 -500 -50 -540 20 -538 C -40 -512 -86 -470 -100 -420 C -110 -398 -150 -404 -142 -440 Z",
        SHINE,
    )
    picture.path("M 44 -536 C 90 -528 126 -500 140 -466 C 118 -490 84 -508 40 -514 Z", SHINE)
    picture.line("M -104 -366 C -50 -382 0 -410 26 -446", INK, 7)
    picture.line("M 60 -396 C 90 -420 104 -446 106 -474", INK, 7)


def draw_body(picture: Picture) -> None:
    """Neck and a blue hoodie with its cords."""
    picture.path("M -140 90 L 0 10 L 140 90 L 0 250 Z", "#FFFFFF")
    picture.path("M 20 120 L 140 90 L 0 250 Z", "#C9D6F2")
    picture.inked("M -58 -120 L -58 60 C -40 110 40 110 58 60 L 58 -120 Z", SKIN, INK, 10)
    picture.path(
        "M -53 -66 C -20 -20 30 -30 53 -60 L 53 64 C 40 88 20 96 4 98 C 20 60 20 10 -53 -30 Z",
        SHADOW,
    )
    picture.inked(
        "M -440 1040 L -422 580 C -420 380 -390 220 -240 150 C -170 120 -130 108 -100 92 L 0 190 L 100 92 C 130 108 170 120 240 150 C 390 220 420 380 422 580 L 440 1040 Z",
        HOOD,
        INK,
        12,
    )
    picture.path(
        "M 434 1040 L 416 574 C 414 384 384 226 238 156 C 300 240 320 330 316 420 C 314 480 300 530 290 640 C 280 760 286 900 290 1040 Z",
        HOOD_DARK,
    )
    _dots(picture, 40, 300, 286, 800, HOOD_DARK)
    picture.inked(
        "M -150 122 C -150 60 -104 20 -64 8 C -90 60 -70 120 0 184 C 70 120 90 60 64 8 C 104 20 150 60 150 122 C 120 170 60 210 0 262 C -60 210 -120 170 -150 122 Z",
        "#6FA6FF",
        INK,
        11,
    )
    picture.path(
        "M 66 14 C 104 28 144 64 144 120 C 118 164 60 202 8 246 C 60 190 120 120 66 14 Z", HOOD_DARK
    )
    for side in (-1, 1):
        picture.line(
            f"M {side * 38} 222 C {side * 44} 280 {side * 36} 320 {side * 42} 368", INK, 17
        )
        picture.line(
            f"M {side * 38} 222 C {side * 44} 280 {side * 36} 320 {side * 42} 364", "#FFF4D6", 8
        )
        picture.line(
            f"M {side * 276} 1010 C {side * 268} 860 {side * 268} 700 {side * 270} 580 C {side * 272} 500 {side * 268} 430 {side * 254} 370",
            INK,
            9,
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


EYES = ((-68, -236), (68, -236))
