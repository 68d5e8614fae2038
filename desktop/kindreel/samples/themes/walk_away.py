"""Walk away: a phone that will not stop, an open door, and a path into the sun."""

from __future__ import annotations

from kindreel.effects.float import Float
from kindreel.effects.shake import Shake
from kindreel.effects.wiggle import Wiggle
from kindreel.model.board import Beat, Scene
from kindreel.model.colour import WHITE, Colour, Gradient
from kindreel.model.layers import Blend, ClipLayer
from kindreel.model.project import Project
from kindreel.reveals.curtain import Curtain
from kindreel.samples.figures import Act, figure
from kindreel.samples.layers import (
    backdrop,
    bubble,
    camera,
    effect,
    hearts,
    light,
    new_id,
    picture,
    sparkles,
    sticker,
    words,
)
from kindreel.samples.materials import Materials, Media
from kindreel.samples.motion import ARRIVE, EVEN, Move, at
from kindreel.samples.plan import Template, Theme, assemble, reveal, scene, somebody
from kindreel.transitions.iris import Iris
from kindreel.transitions.push import Push

THEME = Theme(
    "walk_away",
    "Walk away",
    (
        Colour("#FFE9BE"),
        Colour("#E2604F"),
        Colour("#FFC857"),
        Colour("#33285A"),
        WHITE,
        Colour("#63B08E"),
    ),
    plate=Colour("#C2241F3A"),
)
_SUN = Gradient(((0.0, Colour("#FFE9BE")), (0.6, Colour("#FFB27A")), (1.0, Colour("#E2604F"))))
_STEP = 9
"""Frames that each foot is in front."""


def _walker(m: Materials, x: Move, y: Move, size: Move, length: int) -> ClipLayer:
    """Somebody who walks away from us."""
    feet = [m.picture("templates", THEME.name, f"walker_{side}") for side in ("left", "right")]
    row = tuple(feet[f // _STEP % 2][0] for f in range(length))
    bob = Float(height=7.0, tilt=1.0, period=2 * _STEP / 30)
    return ClipLayer(
        id=new_id(),
        name="Walker",
        media=row,
        size=feet[0][1],
        transform=at(x, y, scale=size, easing=EVEN),
        effects=(bob,),
    )


def _the_phone(m: Materials) -> Scene:
    """The phone."""
    phone = m.picture("samples", "scenery", "phone")
    room = m.picture("samples", "scenery", "night_room")
    gloom = light(Colour("#7A78B8"), 0.7, Blend.MULTIPLY, "Gloom")
    noise = (
        ("answer me", 266.0, 376.0, 20),
        ("coward", 706.0, 392.0, 36),
        ("seen 23:04", 266.0, 960.0, 52),
        ("say something", 706.0, 940.0, 66),
    )
    fill = Colour("#5A50A8")
    ink = Colour("#F4F1FF")
    return scene(
        Beat.HOOK,
        "The phone",
        5.5,
        (
            backdrop(room),
            gloom,
            picture(
                phone,
                "Phone",
                at(482.0, 640.0, scale=0.92),
                effects=(
                    Shake(distance=14.0, length=40),
                    Wiggle(distance=6.0, turn=1.6, rate=5.0),
                ),
            ),
            *(
                bubble(
                    text,
                    x,
                    y,
                    start=at_,
                    size=46.0,
                    box=(330.0, 110.0),
                    fill=fill,
                    ink=ink,
                    quoted=True,
                    tail=(0.0, 100.0) if y < 600 else (0.0, -100.0),
                )
                for text, x, y, at_ in noise
            ),
            camera(((0, 1.0), (165, 1.06))),
        ),
        caption="My phone would not stop.",
        hint="What kept you up? A number is enough: 212 messages.",
        sounds=tuple(effect(m.sound("ping"), "Ping", at_, -15.0) for _, _, _, at_ in noise),
    )


def _stuck(m: Materials) -> Scene:
    """Stuck."""
    room = m.picture("samples", "scenery", "night_room")
    gloom = light(Colour("#7A78B8"), 0.7, Blend.MULTIPLY, "Gloom")
    fill = Colour("#5A50A8")
    ink = Colour("#F4F1FF")
    return scene(
        Beat.HURT,
        "Stuck",
        5.0,
        (
            backdrop(room),
            *figure(
                m,
                "you",
                500.0,
                1030.0,
                0.98,
                Act(((0, "sad"),), blinks=(40, 100)),
                150,
                tilt=((0, 4.0), (75, 6.0), (150, 4.0)),
            ),
            gloom,
            *(
                bubble(
                    "…",
                    x,
                    y,
                    start=at_,
                    size=60.0,
                    box=(170.0, 100.0),
                    fill=fill,
                    ink=ink,
                    tail=(0.0, 90.0),
                )
                for x, y, at_ in ((190.0, 360.0, 6), (480.0, 345.0, 18), (780.0, 350.0, 30))
            ),
        ),
        caption="I thought I had to answer all of it.",
        hint="Say what you believed you owed them.",
    )


def _the_door(m: Materials) -> Scene:
    """The door."""
    return scene(
        Beat.TURN,
        "The door",
        6.0,
        (
            backdrop(m.picture("templates", THEME.name, "doorway")),
            _walker(
                m,
                ((0, 540.0), (180, 540.0)),
                ((0, 1700.0), (180, 1290.0)),
                ((0, 1.35), (180, 0.72)),
                180,
            ),
            sparkles(
                16,
                box=(420.0, 800.0),
                x=540.0,
                y=900.0,
                colours=(Colour("#FFF3CF"), Colour("#FFD9A0")),
            ),
            camera(((0, 1.0), (180, 1.12)), 540.0, ((0, 960.0), (180, 940.0))),
        ),
        caption="Then I saw the door.",
        hint="What is your door? A walk, a call, a closed app.",
        entry=Iris(y=0.45),
        blend=24,
        sounds=(effect(m.sound("whoosh"), "Whoosh", 2, -15.0),),
    )


def _the_path(m: Materials) -> Scene:
    """The path."""
    path = m.picture("templates", THEME.name, "path")
    return scene(
        Beat.KINDNESS,
        "The path",
        6.5,
        (
            backdrop(path),
            _walker(
                m,
                ((0, 560.0), (195, 540.0)),
                ((0, 1580.0), (195, 1180.0)),
                ((0, 1.25), (195, 0.5)),
                195,
            ),
            sticker("cloud", ((0, 150.0), (195, 260.0)), 420.0, 240.0, colour=Colour("#FFF3E4")),
            sticker("sun", 800.0, 360.0, 200.0, start=14, colour=Colour("#FFC857")),
        ),
        caption="I put it down and walked.",
        hint="Film or draw where you went.",
        entry=Push(towards="up"),
        blend=24,
    )


def _lighter(m: Materials) -> Scene:
    """Lighter."""
    path = m.picture("templates", THEME.name, "path")
    return scene(
        Beat.KINDNESS,
        "Lighter",
        5.5,
        (
            backdrop(path),
            hearts(10, seed=17, colours=(Colour("#FF8F7D"), Colour("#FFFFFF"), Colour("#FFC857"))),
            *figure(
                m,
                "you",
                500.0,
                ((0, 1140.0), (36, 1030.0)),
                0.98,
                Act(((0, "happy"), (60, "joy"), (130, "happy"))),
                165,
                easing=ARRIVE,
            ),
            sticker("flower", 190.0, 420.0, 170.0, start=24, colour=Colour("#FF8FA0")),
            sticker("balloon", 800.0, 400.0, 230.0, start=36),
        ),
        caption="Nothing was lost. I was lighter.",
        hint="Show who you met out there.",
        sounds=(effect(m.sound("sparkle"), "Sparkle", 20, -14.0),),
    )


def _your_message(m: Materials) -> Scene:
    """Your message."""
    path = m.picture("templates", THEME.name, "path")
    return scene(
        Beat.MESSAGE,
        "Your message",
        4.5,
        (
            backdrop(path),
            words(
                "You are allowed",
                420.0,
                size=104.0,
                start=4,
                colour=Colour("#7A2A20"),
                shadow=0.0,
            ),
            words(
                "to walk away.",
                560.0,
                size=128.0,
                start=20,
                colour=Colour("#B02A1A"),
                shadow=0.0,
            ),
            _walker(m, 540.0, ((0, 1400.0), (135, 1270.0)), ((0, 0.85), (135, 0.62)), 135),
        ),
        hint="One sentence that the viewer takes home.",
        blend=12,
        sounds=(effect(m.sound("pop"), "Pop", 20, -14.0),),
    )


def _scenes(m: Materials) -> tuple[Scene, ...]:
    parts = (_the_phone, _stuck, _the_door, _the_path, _lighter, _your_message)
    return tuple(part(m) for part in parts)


def build(media: Media, creator_name: str = "") -> Project:
    """A new project after this template."""
    m = Materials(media)
    who = somebody(m, creator_name)
    return assemble(m, THEME, who, _scenes(m), reveal(m, who, Curtain(), _SUN), "WalkAway")


TEMPLATE = Template(
    THEME.name,
    THEME.title,
    "A phone that will not stop, an open door, a path into the sun.",
    7,
    39.3,
    build,
)
