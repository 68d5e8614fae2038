"""The reference board: 20 s of what such videos are made of.

1080×1920, 30 fps, five scenes of 4 s with crossfades of half a second; a slow camera in two scenes,
still backgrounds in three; two or three figures that move, turn and grow; a caption that pops up;
twenty hearts in one scene; one scene on twos; at the end pixels become a photograph that rests.
"""

from __future__ import annotations

from collections.abc import Callable
from math import cos, sin
from pathlib import Path

from kindreel.export.bench.sounds import make_sounds
from kindreel.model.board import Board, Reveal, Scene, Transition
from kindreel.model.curves import Curve, Hold, Key, Linear
from kindreel.model.ids import BoardId, CreatorId, LayerId, MediaId, ProjectId, SceneId, SoundId
from kindreel.model.layers import ImageLayer, Layer, ParticleLayer, TextLayer, TextStyle, Transform
from kindreel.model.project import Project
from kindreel.model.reveal import Consent, Creator, Portrait
from kindreel.model.sound import Role, Sound
from kindreel.render import reference
from kindreel.reveals import shelf as reveals
from kindreel.transitions import shelf as transitions

LENGTH, FADE, RATE = 120, 15, 30
CAPTIONS = (
    "Someone is having a bad day",
    "A thousand little words",
    "One kind comment",
    "is all it takes",
    "Hi, I'm Sam",
)
Way = Callable[[float], float]


def _curve(value: Way, step: int = 1) -> Curve:
    """A key on every frame, or on every second one."""
    easing = Linear() if step == 1 else Hold()
    frames = range(0, LENGTH + FADE + 1, step)
    return Curve(value(0.0), tuple(Key(f, value(f / RATE), easing) for f in frames))


def _picture(name: str, size: tuple[int, int], ident: str, transform: Transform) -> ImageLayer:
    sides = (float(size[0]), float(size[1]))
    return ImageLayer(id=LayerId(ident), media=MediaId(name), size=sides, transform=transform)


def _ground(number: int) -> ImageLayer:
    """A background; in the first and fourth scene the camera drifts over it."""
    name = f"ground{number}.png"
    size = reference.BACKGROUNDS[name][0]
    place = Transform()
    if size[0] > 1080:
        place = Transform(
            x=_curve(lambda t: 540 + (t / 4.5 - 0.5) * 30),
            y=_curve(lambda t: 960 - (t / 4.5 - 0.5) * 50),
            scale=_curve(lambda t: 0.87 + 0.1 * t / 4.5),
        )
    return _picture(name, size, f"ground {number}", place)


def _figure(number: int, x: Way, y: Way, scale: Way, turn: Way, step: int = 1) -> Layer:
    curves = (_curve(way, step) for way in (x, y, scale, turn))
    place = Transform(**dict(zip(("x", "y", "scale", "rotation"), curves, strict=True)))
    name = f"figure{number}.png"
    return _picture(name, reference.FIGURE_SIZE, f"figure {number}", place)


def _wiggle(seed: int) -> Way:
    return lambda t: ((round(t * 15) * 7919 + seed * 104729) % 1000) / 1000 - 0.5


def _walk(number: int) -> tuple[Layer, ...]:
    if number == 0:
        return (
            _figure(0, lambda t: 330 + 25 * t, lambda t: 1150 + 20 * sin(3 * t),
                    lambda t: 1 + 0.05 * sin(2 * t), lambda t: 4 * sin(2.3 * t)),
            _figure(1, lambda t: 780 - 20 * t, lambda t: 1200 + 25 * sin(2.6 * t + 1),
                    lambda t: 0.95 + 0.05 * cos(2 * t), lambda t: 5 * sin(1.9 * t + 1)),
        )  # fmt: skip
    if number == 1:
        return tuple(_on_twos(figure) for figure in range(3))
    if number == 2:
        return (
            _figure(1, lambda t: 340 + 18 * t, lambda t: 1230 + 18 * sin(3 * t),
                    lambda _: 1.0, lambda t: 5 * sin(2 * t)),
            _figure(2, lambda t: 760 - 18 * t, lambda t: 1230 + 18 * sin(3 * t + 2),
                    lambda _: 1.0, lambda t: -5 * sin(2 * t)),
            ParticleLayer(id=LayerId("hearts"), count=20, size=96),
        )  # fmt: skip
    return (
        _figure(2, lambda t: 300 + 90 * t, lambda t: 1180 - 10 * t,
                lambda t: 0.85 + 0.08 * t, lambda t: 3 * sin(2 * t)),
        _figure(0, lambda t: 800 - 10 * t, lambda _: 1260.0,
                lambda _: 0.9, lambda t: 6 * sin(2.2 * t)),
    )  # fmt: skip


def _on_twos(figure: int) -> Layer:
    x, y, scale, turn = (_wiggle(figure + shift) for shift in (0, 5, 9, 13))
    return _figure(
        figure,
        lambda t: 220 + 320 * figure + 8 * x(t),
        lambda t: 1250 + 8 * y(t),
        lambda t: 0.9 + 0.02 * scale(t),
        lambda t: 5 * turn(t),
        step=2,
    )


def _pop(t: float) -> float:
    u = (t - 0.5) / 0.4
    if u <= 0:
        return 0.0
    return 1 + 2.7 * (u - 1) ** 3 + 1.7 * (u - 1) ** 2 if u < 1 else 1.0


def _caption(number: int) -> TextLayer:
    return TextLayer(
        id=LayerId(f"caption {number}"),
        text=CAPTIONS[number],
        style=TextStyle(size=84, outline=8),
        transform=Transform(y=Curve(360.0), scale=_curve(_pop)),
    )


def _scene(number: int) -> Scene:
    fade = Transition(style=transitions.get("crossfade")(), length=FADE) if number else None
    return Scene(
        id=SceneId(f"scene {number}"),
        length=LENGTH,
        layers=(_ground(number), *_walk(number), _caption(number)),
        entry=fade,
    )


def reference_board(folder: Path) -> tuple[Project, Board, Callable[[MediaId], Path]]:
    """The board with its project and media, which are made in `folder` when missing."""
    reference.make(folder)
    make_sounds(folder)
    sam = Creator(
        id=CreatorId("sam"),
        name="Sam",
        handle="sam",
        avatar=Portrait(
            media=MediaId("avatar.png"), left_eye=(0.375, 0.31), right_eye=(0.625, 0.31)
        ),
        person=Portrait(media=MediaId("photo.png"), left_eye=(0.4, 0.417), right_eye=(0.6, 0.417)),
        consent=Consent(given=True),
    )
    reveal = Reveal(
        id=SceneId("reveal"),
        style=reveals.get("pixel_clear")(),
        creators=(sam.id,),
        avatar=45,
        change=30,
        name=15,
        hold=30,
        layers=(),
        entry=Transition(style=transitions.get("crossfade")(), length=FADE),
    )
    board = Board(
        id=BoardId("reference"),
        title="Reference board",
        scenes=tuple(_scene(number) for number in range(4)),
        reveal=reveal,
        music=(
            Sound(
                id=SoundId("music"), media=MediaId("music.wav"), role=Role.MUSIC, duck=9, loop=True
            ),
            Sound(id=SoundId("voice"), media=MediaId("voice.wav"), role=Role.VOICE, start=30),
        ),
    )
    project = Project(
        id=ProjectId("reference"), title="Reference board", boards=(board,), creators=(sam,)
    )
    return project, board, lambda media: folder / media
