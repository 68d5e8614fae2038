"""The reference board that every benchmark shows: 20 s, five scenes, 1080×1920 at 30 fps.

Full-frame grounds, two of them slowly zoomed; two or three large figures that move, turn and
grow; twenty floating hearts; a caption that pops in each scene; one scene on twos; half-second
crossfades; at the end a reveal in pixels that comes to rest.
"""

from __future__ import annotations

from collections.abc import Callable
from math import cos, floor, sin
from pathlib import Path
from typing import Final

from kindreel.model.board import Board, Reveal, Scene, Transition
from kindreel.model.colour import Colour, Solid
from kindreel.model.curves import Curve, Key, Linear
from kindreel.model.ids import BoardId, CreatorId, LayerId, MediaId, ProjectId, SceneId
from kindreel.model.layers import ImageLayer, Layer, StickerLayer, TextLayer, TextStyle, Transform
from kindreel.model.project import Project
from kindreel.model.reveal import Consent, Creator, Portrait
from kindreel.render.reference_art import paint_all
from kindreel.reveals.pixel_clear import PixelClear
from kindreel.transitions.crossfade import Crossfade

FRAMES: Final = 600
SCENE: Final = 120
FADE: Final = 15
_WORDS: Final = (
    "I posted my first video",
    "Then the comments came",
    "Until one person wrote",
    "Kindness spreads, too",
    "Behind every account",
)

Place = tuple[float, float, float, float, float]
"""x, y, scale, rotation in degrees clockwise, opacity."""
Path_ = Callable[[float], Place]


def _transform(path: Path_, frames: int) -> Transform:
    """Curves with a key at every frame, so that any path can be followed exactly."""
    places = [path(frame / 30) for frame in range(frames)]
    x, y, scale, rotation, opacity = (
        Curve(column[0], tuple(Key(f, v, Linear()) for f, v in enumerate(column)))
        for column in zip(*places, strict=True)
    )
    return Transform(x=x, y=y, scale=scale, rotation=rotation, opacity=opacity)


def _image(
    name: str, size: tuple[float, float], path: Path_ | None, frames: int = 135
) -> ImageLayer:
    transform = Transform() if path is None else _transform(path, frames)
    media = MediaId(f"{name}.png")
    return ImageLayer(id=LayerId(name), media=media, size=size, transform=transform)


def _figure(name: str, path: Path_) -> ImageLayer:
    return _image(name, (600.0, 900.0), path)


def _zoom(t: float) -> Place:
    u = t / 4.5
    return 540 + (u - 0.5) * 30, 960 - (u - 0.5) * 25, 0.87 + 0.10 * u, 0.0, 1.0


def _pop(t: float, start: float) -> float:
    u = (t - start) / 0.4
    if u <= 0:
        return 0.0
    rest = min(1.0, u) - 1
    return 1 + 2.7 * rest**3 + 1.7 * rest**2


def _caption(number: int, y: float, start: float) -> TextLayer:
    style = TextStyle(size=84.0, plate=Colour("#D92A2027"), plate_radius=36.0, plate_padding=36.0)

    def path(t: float) -> Place:
        scale = _pop(t, start)
        return 540.0, y, scale, 0.0, min(1.0, scale)

    return TextLayer(
        id=LayerId(f"cap{number}"),
        text=_WORDS[number],
        style=style,
        box=(900.0, 240.0),
        transform=_transform(path, 135),
    )


def _first() -> tuple[Layer, ...]:
    return (
        _image("ground0", (1296.0, 2304.0), _zoom),
        _figure("figure0", _left),
        _figure("figure1", _right),
    )


def _left(t: float) -> Place:
    return 330 + 25 * t, 1150 + 20 * sin(3 * t), 1 + 0.05 * sin(2 * t), 4 * sin(2.3 * t), 1.0


def _right(t: float) -> Place:
    scale = 0.95 + 0.05 * cos(2 * t)
    return 780 - 20 * t, 1200 + 25 * sin(2.6 * t + 1), scale, 5 * sin(1.9 * t + 1), 1.0


def _wiggled(number: int) -> Path_:
    """Everything on twos: a new place at every other frame."""

    def path(t: float) -> Place:
        k = floor(t * 15 + 1e-6)

        def wiggle(salt: int) -> float:
            return ((k * 7919 + salt * 104729) % 1000) / 1000 - 0.5

        return (
            220 + 320 * number + 8 * wiggle(number),
            1250 + 8 * wiggle(number + 5),
            0.9 + 0.02 * wiggle(number + 9),
            5 * wiggle(number + 13),
            1.0,
        )

    return path


def _second() -> tuple[Layer, ...]:
    figures = (_figure(f"figure{j}", _wiggled(j)) for j in range(3))
    return (_image("ground1", (1080.0, 1920.0), None), *figures)


def _rising(number: int) -> Path_:
    start, speed = (number * 0.37) % 1, 150 + (number * 53 % 7) * 22
    size, opacity = 0.7 + 0.5 * ((number * 31 % 10) / 10), 0.55 + 0.45 * ((number * 17 % 10) / 10)

    def path(t: float) -> Place:
        y = 2000 - ((t * speed + start * 2200) % 2200)
        x = 60 + (number * 197) % 960 + 40 * sin(2 * t + number)
        return x, y, size, 20 * sin(1.7 * t + number), opacity

    return path


def _third() -> tuple[Layer, ...]:
    hearts = (
        StickerLayer(
            id=LayerId(f"heart{i}"),
            sticker="heart",
            size=96.0,
            transform=_transform(_rising(i), 135),
        )
        for i in range(20)
    )
    return (_image("ground2", (1080.0, 1920.0), None), *_couple(), *hearts)


def _couple() -> tuple[Layer, ...]:
    def one(t: float) -> Place:
        return 340 + 18 * t, 1230 + 18 * sin(3 * t), 1.0, 5 * sin(2 * t), 1.0

    def other(t: float) -> Place:
        return 760 - 18 * t, 1230 + 18 * sin(3 * t + 2), 1.0, -5 * sin(2 * t), 1.0

    return _figure("figure1", one), _figure("figure2", other)


def _fourth() -> tuple[Layer, ...]:
    return (
        _image("ground3", (1296.0, 2304.0), _zoom),
        _figure(
            "figure2", lambda t: (300 + 90 * t, 1180 - 10 * t, 0.85 + 0.08 * t, 3 * sin(2 * t), 1.0)
        ),
        _figure("figure0", lambda t: (800 - 10 * t, 1260.0, 0.9, 6 * sin(2.2 * t), 1.0)),
    )


def _last() -> Reveal:
    def path(t: float) -> Place:
        u = min(t, 1.5)
        return 540.0, 900.0, 1.15 + 0.04 * u, 2 * sin(2 * u), 1.0 if t < 2.0 else 0.0

    avatar = _image("avatar", (600.0, 900.0), path, frames=120)
    return Reveal(
        id=SceneId("reveal"),
        style=PixelClear(),
        creators=(CreatorId("person"),),
        layers=(avatar, _caption(4, 1640.0, 2.5)),
        avatar=45,
        change=30,
        name=15,
        hold=30,
        entry=Transition(style=Crossfade(), length=FADE),
    )


def reference(folder: Path) -> Project:
    """The reference board's project; its pictures are written into `folder`."""
    paint_all(folder)
    scenes = []
    for number, layers in enumerate((_first(), _second(), _third(), _fourth())):
        entry = Transition(style=Crossfade(), length=FADE) if number else None
        scenes.append(
            Scene(
                id=SceneId(f"scene{number}"),
                length=SCENE,
                background=Solid(Colour("#000000")),
                layers=(*layers, _caption(number, 360.0, 0.5)),
                entry=entry,
            )
        )
    person = Creator(
        id=CreatorId("person"),
        name="Reference Person",
        handle="reference",
        avatar=Portrait(media=MediaId("ground4.png")),
        person=Portrait(
            media=MediaId("photo.png"), left_eye=(0.4, 500 / 1200), right_eye=(0.6, 500 / 1200)
        ),
        consent=Consent(given=True),
    )
    board = Board(id=BoardId("reference"), scenes=tuple(scenes), reveal=_last(), title="Reference")
    return Project(id=ProjectId("ref"), title="Reference", boards=(board,), creators=(person,))


def media(folder: Path) -> Callable[[MediaId], Path]:
    """Where the reference board's pictures lie."""
    return lambda name: folder / name
