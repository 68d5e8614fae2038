"""Block the bullies: rain, a shield with a heart, and room for the kind ones."""

from __future__ import annotations

from kindreel.effects.float import Float
from kindreel.effects.pop import Pop
from kindreel.effects.shake import Shake
from kindreel.model.board import Beat, Scene
from kindreel.model.colour import WHITE, Colour, Gradient
from kindreel.model.layers import Blend, Layer
from kindreel.model.project import Project
from kindreel.reveals.mask_drop import MaskDrop
from kindreel.samples.figures import Act, figure
from kindreel.samples.layers import (
    backdrop,
    bubble,
    effect,
    hearts,
    light,
    picture,
    sparkles,
    sticker,
    words,
)
from kindreel.samples.materials import Materials, Media
from kindreel.samples.motion import ARRIVE, LEAVE, at
from kindreel.samples.plan import Template, Theme, assemble, reveal, scene, somebody
from kindreel.transitions.iris import Iris
from kindreel.transitions.slide import Slide

THEME = Theme(
    "block_the_bullies",
    "Block the bullies",
    (
        Colour("#D9F4FB"),
        Colour("#2F6FC4"),
        Colour("#FFC857"),
        Colour("#14204A"),
        WHITE,
        Colour("#FF7A66"),
    ),
    plate=Colour("#C214204A"),
)
_SKY = Gradient(((0.0, Colour("#8ED6F5")), (1.0, Colour("#2F6FC4"))))
_DARK, _PALE = Colour("#4C66C8"), Colour("#F2F6FF")
_CRUEL = (
    ("!?#", 238.0, 352.0, -1),
    ("nobody asked", 640.0, 348.0, 1),
    ("boo", 238.0, 620.0, -1),
    ("just stop", 732.0, 580.0, 1),
)


def _rain(*, leave: int | None) -> tuple[Layer, ...]:
    """The unkind comments: they fly in, or away from frame `leave` on."""
    made = []
    for i, (text, x, y, side) in enumerate(_CRUEL):
        out = x + side * 1100.0
        path = ((0, out), (26, x)) if leave is None else ((0, x), (leave, x), (leave + 26, out))
        turn = (
            ((0, side * 8.0), (26, side * 3.0))
            if leave is None
            else ((0, side * 3.0), (leave, side * 3.0), (leave + 26, side * 64.0))
        )
        made.append(
            bubble(
                text,
                path,
                y,
                start=20 + 14 * i if leave is None else 0,
                length=None if leave is None else leave + 27,
                size=48.0,
                box=(330.0, 120.0),
                fill=_DARK,
                ink=_PALE,
                quoted=True,
                rotation=turn,
                tail=(-side * 90.0, 110.0),
                effects=(Float(height=8.0, tilt=1.0),),
                easing=ARRIVE if leave is None else LEAVE,
            )
        )
    return tuple(made)


def _button() -> Layer:
    """The word Block on a coral button that is pressed."""
    return words(
        "Block",
        0.0,
        size=92.0,
        start=16,
        animate=False,
        plate=Colour("#D9433B"),
        weight=700,
        transform=at(
            482.0, 352.0, scale=((0, 0.0), (12, 1.06), (18, 1.0), (38, 1.0), (44, 0.86), (52, 1.0))
        ),
    )


def _i_shared_it(m: Materials) -> Scene:
    """I shared it."""
    sky = m.picture("templates", THEME.name, "clear_sky")
    return scene(
        Beat.HOOK,
        "I shared it",
        5.0,
        (
            backdrop(sky),
            sticker(
                "paper_plane",
                ((0, 560.0), (90, 1230.0)),
                ((0, 820.0), (90, 200.0)),
                220.0,
                start=40,
                colour=Colour("#FFFFFF"),
            ),
            *figure(
                m,
                "you",
                500.0,
                ((0, 1150.0), (24, 1030.0)),
                0.98,
                Act(((0, "happy"),), blinks=(50, 120)),
                150,
                easing=ARRIVE,
            ),
        ),
        caption="I made something and shared it.",
        hint="Say in one line what you made and why you love it.",
        sounds=(effect(m.sound("whoosh"), "Whoosh", 40, -14.0),),
    )


def _the_bullies_came(m: Materials) -> Scene:
    """The bullies came."""
    storm = m.picture("templates", THEME.name, "storm")
    return scene(
        Beat.HURT,
        "The bullies came",
        6.0,
        (
            backdrop(storm),
            *figure(
                m,
                "you",
                500.0,
                ((0, 1010.0), (70, 1035.0)),
                0.98,
                Act(((0, "neutral"), (40, "sad"))),
                180,
                tilt=((0, 0.0), (70, 5.0)),
            ),
            light(Colour("#8C9CE0"), 0.55, Blend.MULTIPLY, "Rain light"),
            *_rain(leave=None),
        ),
        caption="Some people only came to hurt.",
        hint="Write what came, softly: no need to repeat the worst.",
        entry=Slide(side="top"),
        sounds=tuple(effect(m.sound("ping"), "Ping", 24 + 14 * i, -18.0) for i in range(4)),
    )


def _one_button(m: Materials) -> Scene:
    """One button."""
    storm = m.picture("templates", THEME.name, "storm")
    shield = m.picture("templates", THEME.name, "shield")
    pop = m.sound("pop")
    return scene(
        Beat.TURN,
        "One button",
        6.0,
        (
            backdrop(storm),
            *figure(
                m,
                "you",
                500.0,
                1035.0,
                0.98,
                Act(((0, "sad"), (58, "surprised"), (120, "happy"))),
                180,
                tilt=((0, 5.0), (70, 0.0)),
            ),
            light(
                Colour("#8C9CE0"),
                ((0, 0.55), (60, 0.55), (100, 0.0)),
                Blend.MULTIPLY,
                "Rain light",
            ),
            *_rain(leave=62),
            _button(),
            picture(
                shield,
                "Shield",
                at(500.0, 1400.0, scale=0.62),
                effects=(Pop(length=18, overshoot=2.2), Shake(distance=8.0, length=20)),
                start=58,
            ),
            sparkles(18, box=(900.0, 700.0), x=500.0, y=1180.0, start=66),
        ),
        caption="So I used the block button.",
        hint="Show the moment you chose peace.",
        blend=8,
        sounds=(effect(pop, "Press", 54, -8.0), effect(m.sound("whoosh"), "Whoosh", 60, -10.0)),
    )


def _room_for_the_kind_ones(m: Materials) -> Scene:
    """Room for the kind ones."""
    sky = m.picture("templates", THEME.name, "clear_sky")
    pop = m.sound("pop")
    return scene(
        Beat.KINDNESS,
        "Room for the kind ones",
        6.0,
        (
            backdrop(sky),
            hearts(14, seed=8),
            *figure(
                m,
                "you",
                500.0,
                1030.0,
                0.98,
                Act(((0, "happy"), (40, "joy"), (130, "happy"))),
                180,
            ),
            sticker("heart_hands", 200.0, 330.0, 200.0, start=18),
            sticker("hug", 500.0, 240.0, 210.0, start=32, colour=Colour("#FFC857")),
            sticker("thumbs_up", 800.0, 350.0, 190.0, start=46, colour=Colour("#8EDBA9")),
        ),
        caption="And made room for the kind ones.",
        hint="Show who stayed: friends, fans, family.",
        entry=Iris(),
        blend=20,
        sounds=tuple(effect(pop, "Pop", 18 + 14 * i, -12.0) for i in range(3)),
    )


def _your_message(m: Materials) -> Scene:
    """Your message."""
    sky = m.picture("templates", THEME.name, "clear_sky")
    shield = m.picture("templates", THEME.name, "shield")
    pop = m.sound("pop")
    return scene(
        Beat.MESSAGE,
        "Your message",
        5.0,
        (
            backdrop(sky),
            picture(
                shield,
                "Shield",
                at(482.0, 470.0, scale=0.72),
                effects=(Pop(length=16), Float(height=12.0)),
            ),
            words(
                "Block. Breathe.",
                880.0,
                size=104.0,
                start=22,
                colour=Colour("#14407E"),
                shadow=0.0,
            ),
            *figure(
                m,
                "you",
                482.0,
                ((0, 2300.0), (40, 1700.0)),
                0.9,
                Act(((0, "happy"), (60, "joy"), (120, "happy"))),
                150,
                easing=ARRIVE,
            ),
            words(
                "Keep creating.",
                1010.0,
                size=104.0,
                start=44,
                colour=Colour("#A8242C"),
                shadow=0.0,
            ),
        ),
        hint="One sentence that the viewer takes home.",
        sounds=(effect(pop, "Pop", 2, -10.0),),
    )


def _scenes(m: Materials) -> tuple[Scene, ...]:
    parts = (_i_shared_it, _the_bullies_came, _one_button, _room_for_the_kind_ones, _your_message)
    return tuple(part(m) for part in parts)


def build(media: Media, creator_name: str = "") -> Project:
    """A new project after this template."""
    m = Materials(media)
    who = somebody(m, creator_name)
    return assemble(m, THEME, who, _scenes(m), reveal(m, who, MaskDrop(), _SKY), "BlockTheBullies")


TEMPLATE = Template(
    THEME.name,
    THEME.title,
    "A storm of comments, one button, and a shield with a heart.",
    6,
    34.3,
    build,
)
