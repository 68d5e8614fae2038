"""What we don't see: the tip of an iceberg, and all that lies under the water."""

from __future__ import annotations

from kindreel.effects.fade_in import FadeIn
from kindreel.effects.float import Float
from kindreel.model.board import Beat, Scene
from kindreel.model.colour import WHITE, Colour, Gradient
from kindreel.model.layers import Blend, ImageLayer, Layer
from kindreel.model.project import Project
from kindreel.reveals.ink_bleed import InkBleed
from kindreel.samples.figures import Act, figure
from kindreel.samples.layers import (
    backdrop,
    bubble,
    effect,
    hearts,
    light,
    new_id,
    sparkles,
    sticker,
    words,
)
from kindreel.samples.materials import Materials, Media
from kindreel.samples.motion import ARRIVE, Move, at
from kindreel.samples.plan import Template, Theme, assemble, reveal, scene, somebody
from kindreel.transitions.ink import Ink

THEME = Theme(
    "what_we_dont_see",
    "What we don’t see",
    (
        Colour("#CBEBEE"),
        Colour("#1C7297"),
        Colour("#FFD27A"),
        Colour("#071F3E"),
        WHITE,
        Colour("#FF8A7A"),
    ),
    plate=Colour("#C2071F3E"),
)
_SEA = Gradient(((0.0, Colour("#FFE3BE")), (0.5, Colour("#8FD8D2")), (1.0, Colour("#1C7297"))))
_HIDDEN = (
    ("tired", 250.0, 330.0, 16, 92.0),
    ("afraid of the next post", 520.0, 520.0, 40, 68.0),
    ("trying anyway", 618.0, 720.0, 66, 84.0),
    ("missing home", 300.0, 900.0, 92, 76.0),
)


def _sea(m: Materials, y: Move) -> ImageLayer:
    """The tall picture of iceberg and sea; at 1920 the sky is seen, at 0 the depth."""
    media, size = m.picture("templates", THEME.name, "iceberg_sea")
    return ImageLayer(
        id=new_id(), name="Iceberg", media=media, size=size, transform=at(540.0, y), locked=True
    )


def _thoughts() -> tuple[Layer, ...]:
    """What nobody comments on, coming up one by one."""
    return tuple(
        words(
            text,
            0.0,
            size=size,
            start=start,
            animate=False,
            colour=Colour("#E6FAFF"),
            shadow=8.0,
            box=(760.0, 160.0),
            transform=at(x, y, opacity=((0, 0.0), (24, 0.95))),
            effects=(Float(height=14.0, tilt=1.6, period=4.4),),
        )
        for text, x, y, start, size in _HIDDEN
    )


def _the_tip(m: Materials) -> Scene:
    """The tip."""
    ping = m.sound("ping")
    return scene(
        Beat.HOOK,
        "The tip",
        6.0,
        (
            _sea(m, 1920.0),
            sticker("star", 250.0, 620.0, 130.0, start=24, colour=Colour("#FFC857")),
            sticker("thumbs_up", 800.0, 700.0, 150.0, start=38),
            bubble(
                "so confident!",
                300.0,
                330.0,
                start=20,
                size=50.0,
                box=(380.0, 120.0),
                ink=Colour("#14507A"),
            ),
            bubble(
                "must be nice",
                700.0,
                440.0,
                start=44,
                size=46.0,
                box=(360.0, 110.0),
                ink=Colour("#14507A"),
                tail=(90.0, 110.0),
            ),
        ),
        caption="This is what you see.",
        hint="The part of you that people know: likes, stages, smiles.",
        sounds=(effect(ping, "Ping", 20, -14.0), effect(ping, "Ping", 44, -14.0)),
    )


def _going_down(m: Materials) -> Scene:
    """Going down."""
    whoosh = m.sound("whoosh")
    return scene(
        Beat.HURT,
        "Going down",
        6.5,
        (
            _sea(m, ((0, 1920.0), (195, 760.0))),
            sparkles(24, box=(1080.0, 1200.0), x=540.0, y=1100.0, start=60, size=30.0),
        ),
        caption="Below the water there is more.",
        hint="Let the picture sink; silence is fine here.",
        blend=1,
        sounds=(effect(whoosh, "Water", 10, -14.0),),
    )


def _underneath(m: Materials) -> Scene:
    """Underneath."""
    deep = light(Colour("#6FA4D8"), 0.6, Blend.MULTIPLY, "Deep water")
    return scene(
        Beat.HURT,
        "Underneath",
        7.5,
        (_sea(m, ((0, 760.0), (225, 300.0))), deep, *_thoughts()),
        caption="Things nobody comments on.",
        hint="Three or four true words. Only what you want to share.",
        blend=1,
        sounds=(effect(m.sound("heartbeat"), "Heartbeat", 60, -12.0),),
    )


def _one_question(m: Materials) -> Scene:
    """One question."""
    return scene(
        Beat.TURN,
        "One question",
        7.0,
        (
            _sea(m, ((0, 300.0), (210, 220.0))),
            *figure(
                m,
                "you",
                500.0,
                1040.0,
                0.94,
                Act(((0, "sad"), (74, "surprised"), (140, "happy"))),
                210,
                effects=(FadeIn(length=20),),
                tilt=((0, 5.0), (90, -1.0)),
            ),
            light(
                Colour("#6FA4D8"),
                ((0, 0.6), (80, 0.6), (150, 0.15)),
                Blend.MULTIPLY,
                "Deep water",
            ),
            bubble(
                "how are you,\nreally?",
                482.0,
                ((0, -120.0), (40, 374.0)),
                start=40,
                size=66.0,
                box=(560.0, 210.0),
                fill=Colour("#FFF8EA"),
                ink=Colour("#14507A"),
                tail=(20.0, 190.0),
                effects=(Float(height=10.0, tilt=1.2),),
                easing=ARRIVE,
            ),
            sparkles(
                16,
                box=(800.0, 700.0),
                x=482.0,
                y=520.0,
                start=70,
                colours=(Colour("#FFE9BE"), Colour("#FFFFFF")),
            ),
        ),
        caption="One question reaches all the way down.",
        hint="Who asked you? Thank them here.",
        blend=1,
        sounds=(effect(m.sound("sparkle"), "Sparkle", 72, -13.0),),
    )


def _light(m: Materials) -> Scene:
    """Light."""
    return scene(
        Beat.KINDNESS,
        "Light",
        6.0,
        (
            backdrop(m.picture("templates", THEME.name, "coral_sea")),
            hearts(12, seed=31, size=66.0),
            *figure(
                m,
                "you",
                500.0,
                ((0, 1140.0), (40, 1030.0)),
                0.96,
                Act(((0, "happy"), (50, "joy"), (140, "happy"))),
                180,
                easing=ARRIVE,
            ),
            sticker("hug", 220.0, 360.0, 200.0, start=26),
            sticker("speech_heart", 770.0, 340.0, 200.0, start=40),
        ),
        caption="Be the one who asks.",
        hint="Invite the viewer to write to one person today.",
        entry=Ink(),
        blend=28,
    )


def _your_message(m: Materials) -> Scene:
    """Your message."""
    return scene(
        Beat.MESSAGE,
        "Your message",
        4.5,
        (
            _sea(m, ((0, 420.0), (135, 800.0))),
            light(Colour("#5F8FC4"), 0.7, Blend.MULTIPLY, "Deep water"),
            words("You never see", 460.0, size=116.0, start=4),
            words("all of it. Be kind.", 620.0, size=88.0, start=20, colour=Colour("#FFE9BE")),
        ),
        hint="One sentence that the viewer takes home.",
        blend=16,
    )


def _scenes(m: Materials) -> tuple[Scene, ...]:
    parts = (_the_tip, _going_down, _underneath, _one_question, _light, _your_message)
    return tuple(part(m) for part in parts)


def build(media: Media, creator_name: str = "") -> Project:
    """A new project after this template."""
    m = Materials(media)
    who = somebody(m, creator_name)
    return assemble(m, THEME, who, _scenes(m), reveal(m, who, InkBleed(), _SEA), "WhatWeDontSee")


TEMPLATE = Template(
    THEME.name,
    THEME.title,
    "The tip of an iceberg, and what one question can reach.",
    7,
    43.8,
    build,
)
