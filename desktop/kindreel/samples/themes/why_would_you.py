"""Why would you: a keyboard, a mirror, and two seconds that can go either way."""

from __future__ import annotations

from dataclasses import replace

from kindreel.effects.float import Float
from kindreel.effects.pop import Pop
from kindreel.effects.typewriter import Typewriter
from kindreel.model.board import Beat, Scene
from kindreel.model.colour import INK, WHITE, Colour, Gradient, Solid
from kindreel.model.layers import Layer, ShapeLayer
from kindreel.model.project import Project
from kindreel.reveals.split_face import SplitFace
from kindreel.samples.figures import Act, figure
from kindreel.samples.layers import (
    backdrop,
    bubble,
    effect,
    hearts,
    new_id,
    picture,
    shape,
    sticker,
    words,
)
from kindreel.samples.materials import Materials, Media
from kindreel.samples.motion import ARRIVE, OVERSHOOT, at
from kindreel.samples.plan import Template, Theme, assemble, reveal, scene, somebody
from kindreel.transitions.heart_iris import HeartIris
from kindreel.transitions.zoom import Zoom

THEME = Theme(
    "why_would_you",
    "Why would you",
    (
        Colour("#F3ECFF"),
        Colour("#7F4FB8"),
        Colour("#FFD98A"),
        Colour("#2B1658"),
        WHITE,
        Colour("#FF8FA0"),
    ),
    family="Fredoka",
    plate=Colour("#C22B1658"),
)
_VIOLET = Gradient(((0.0, Colour("#C9A2FF")), (1.0, Colour("#54319A"))))


def _field(text: str, start: int, colour: Colour, *, quoted: bool) -> tuple[Layer, ...]:
    """A text field with words that are typed into it."""
    box = shape(
        (760.0, 210.0),
        Solid(Colour("#FFFFFF")),
        at(482.0, 420.0),
        radius=56.0,
        name="Text field",
        effects=(Pop(length=10),),
    )
    typed = words(
        text,
        420.0,
        size=66.0,
        start=start,
        colour=colour,
        animate=False,
        shadow=0.0,
        box=(680.0, 190.0),
    )
    return box, replace(typed, effects=(Typewriter(speed=14.0),), quoted=quoted)


def _keys(m: Materials) -> tuple[Layer, ...]:
    """A table and the keyboard on it."""
    keyboard = m.picture("templates", THEME.name, "keyboard")
    table = shape((1100.0, 700.0), Solid(Colour("#3A2378")), at(540.0, 1790.0), name="Table")
    return table, picture(
        keyboard, "Keyboard", at(540.0, ((0, 1700.0), (18, 1500.0)), scale=1.02, easing=ARRIVE)
    )


def _mirrored(m: Materials) -> tuple[Layer, ...]:
    """Somebody in a mirror, cut to its glass."""
    glass = ShapeLayer(
        id=new_id(),
        name="Glass",
        shape="ellipse",
        size=(600.0, 900.0),
        fill=Solid(INK),
        transform=at(482.0, 660.0),
        visible=False,
    )
    act = Act(((0, "neutral"), (60, "surprised"), (96, "sad")))
    seen = tuple(
        replace(layer, mask=glass.id) for layer in figure(m, "you", 482.0, 850.0, 0.72, act, 210)
    )
    frame = picture(m.picture("templates", THEME.name, "mirror"), "Mirror", at(482.0, 660.0))
    return frame, glass, *seen


def _the_question(m: Materials) -> Scene:
    """The question."""
    violet = backdrop(m.picture("templates", THEME.name, "questions"))
    mark = m.picture("templates", THEME.name, "question")
    pop = m.sound("pop")
    return scene(
        Beat.HOOK,
        "The question",
        5.0,
        (
            violet,
            picture(
                mark,
                "Question mark",
                at(482.0, 440.0, rotation=((0, -18.0), (20, 6.0), (150, -4.0))),
                effects=(Pop(length=16), Float(height=14.0)),
            ),
            words("Why would you\nwrite that?", 960.0, size=112.0, start=20),
        ),
        hint="Ask it plainly. Let it stand for a moment.",
        sounds=(effect(pop, "Pop", 2, -9.0),),
    )


def _two_seconds(m: Materials) -> Scene:
    """Two seconds."""
    violet = backdrop(m.picture("templates", THEME.name, "questions"))
    tap = tuple(effect(m.sound("pop"), "Key", 30 + 9 * k, -24.0) for k in range(6))
    return scene(
        Beat.HURT,
        "Two seconds",
        7.0,
        (
            violet,
            *_field("nobody likes this", 30, Colour("#6B5C86"), quoted=True),
            *figure(m, "you", 500.0, 1130.0, 0.8, Act(((0, "neutral"), (70, "sad"))), 210),
            *_keys(m),
        ),
        caption="It takes two seconds to type.",
        hint="Keep the quoted comment mild; viewers get the point.",
        sounds=tap,
    )


def _the_mirror(m: Materials) -> Scene:
    """The mirror."""
    violet = backdrop(m.picture("templates", THEME.name, "questions"))
    return scene(
        Beat.HURT,
        "The mirror",
        7.0,
        (
            violet,
            *_mirrored(m),
            bubble(
                "nobody likes this",
                ((0, 1300.0), (40, 640.0), (64, 470.0)),
                ((0, 1500.0), (40, 420.0), (64, 470.0)),
                start=20,
                size=44.0,
                box=(360.0, 120.0),
                quoted=True,
                effects=(),
                scale=((0, 1.2), (64, 0.8)),
                opacity=((0, 1.0), (60, 1.0), (80, 0.0)),
                easing=ARRIVE,
            ),
        ),
        caption="Would you say it to your own face?",
        hint="What would it feel like to get your own comment?",
        entry=Zoom(),
        sounds=(
            effect(m.sound("whoosh"), "Whoosh", 24, -12.0),
            effect(m.sound("heartbeat"), "Heartbeat", 96, -8.0),
        ),
    )


def _another_word(m: Materials) -> Scene:
    """Another word."""
    rose = backdrop(m.picture("templates", THEME.name, "rose_sky"))
    tap = tuple(effect(m.sound("pop"), "Key", 30 + 9 * k, -24.0) for k in range(6))
    return scene(
        Beat.TURN,
        "Another word",
        6.0,
        (
            rose,
            *_field("this made me smile", 24, Colour("#C2417A"), quoted=False),
            *figure(m, "you", 500.0, 1130.0, 0.8, Act(((0, "neutral"), (60, "happy"))), 180),
            *_keys(m),
        ),
        caption="So choose another word.",
        hint="Type the comment you would love to get.",
        entry=HeartIris(),
        blend=24,
        sounds=tap,
    )


def _sent(m: Materials) -> Scene:
    """Sent."""
    rose = backdrop(m.picture("templates", THEME.name, "rose_sky"))
    return scene(
        Beat.KINDNESS,
        "Sent",
        6.0,
        (
            rose,
            hearts(14, seed=12, colours=(Colour("#F2709C"), Colour("#FF8F7D"), Colour("#FFFFFF"))),
            *figure(
                m,
                "you",
                500.0,
                1030.0,
                0.98,
                Act(((0, "happy"), (40, "joy"), (130, "happy"))),
                180,
            ),
            bubble(
                "this made me smile",
                482.0,
                ((0, 520.0), (30, 358.0)),
                start=6,
                size=58.0,
                box=(620.0, 150.0),
                ink=Colour("#A3306B"),
                easing=OVERSHOOT,
            ),
            sticker("heart_sparkle", 830.0, 420.0, 170.0, start=44),
        ),
        caption="It takes two seconds, too.",
        hint="Show what your kind words set off.",
        blend=10,
        sounds=(effect(m.sound("sparkle"), "Sparkle", 20, -13.0),),
    )


def _your_message(m: Materials) -> Scene:
    """Your message."""
    rose = backdrop(m.picture("templates", THEME.name, "rose_sky"))
    return scene(
        Beat.MESSAGE,
        "Your message",
        4.5,
        (
            rose,
            words(
                "Before you write:",
                350.0,
                size=76.0,
                start=6,
                colour=Colour("#8A2E63"),
                shadow=0.0,
            ),
            words(
                "why would you?",
                480.0,
                size=104.0,
                start=22,
                colour=Colour("#54319A"),
                shadow=0.0,
            ),
            sticker("speech_heart", 482.0, 760.0, 290.0, start=44),
            *figure(
                m,
                "you",
                482.0,
                ((0, 2200.0), (40, 1560.0)),
                0.9,
                Act(((0, "happy"),), blinks=(70,)),
                135,
                easing=ARRIVE,
            ),
        ),
        hint="One sentence that the viewer takes home.",
        blend=10,
    )


def _scenes(m: Materials) -> tuple[Scene, ...]:
    parts = (_the_question, _two_seconds, _the_mirror, _another_word, _sent, _your_message)
    return tuple(part(m) for part in parts)


def build(media: Media, creator_name: str = "") -> Project:
    """A new project after this template."""
    m = Materials(media)
    who = somebody(m, creator_name)
    return assemble(m, THEME, who, _scenes(m), reveal(m, who, SplitFace(), _VIOLET), "WhyWouldYou")


TEMPLATE = Template(
    THEME.name,
    THEME.title,
    "A keyboard, a mirror, and two seconds that can go either way.",
    7,
    41.8,
    build,
)
