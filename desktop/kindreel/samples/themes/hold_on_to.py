"""Hold on to: a night, a lantern with one kind sentence, and many more of them."""

from __future__ import annotations

from kindreel.effects.float import Float
from kindreel.effects.glow import Glow
from kindreel.model.board import Beat, Scene
from kindreel.model.colour import WHITE, Colour, Gradient
from kindreel.model.layers import Blend, Layer
from kindreel.model.project import Project
from kindreel.reveals.heart_iris import HeartIris
from kindreel.samples.figures import Act, figure
from kindreel.samples.layers import (
    backdrop,
    bubble,
    camera,
    effect,
    hearts,
    light,
    picture,
    sparkles,
    words,
)
from kindreel.samples.materials import Materials, Media
from kindreel.samples.motion import ARRIVE, at
from kindreel.samples.plan import Template, Theme, assemble, reveal, scene, somebody
from kindreel.transitions.dip import Dip

THEME = Theme(
    "hold_on_to",
    "Hold on to",
    (
        Colour("#2A2760"),
        Colour("#FF9E5E"),
        Colour("#FFD27A"),
        Colour("#0F1434"),
        WHITE,
        Colour("#A8678F"),
    ),
    plate=Colour("#C20F1434"),
)
_DUSK = Gradient(((0.0, Colour("#5A3A74")), (0.6, Colour("#FF9E84")), (1.0, Colour("#FFD49A"))))
_FLEET = (
    (210.0, 980.0, 0.62),
    (800.0, 860.0, 0.56),
    (500.0, 560.0, 0.74),
    (150.0, 480.0, 0.42),
    (840.0, 430.0, 0.46),
    (330.0, 290.0, 0.34),
    (660.0, 270.0, 0.32),
)


def _lantern(
    m: Materials,
    x: float,
    y: tuple[tuple[int, float], ...] | float,
    size: float,
    start: int = 0,
    period: float = 4.2,
) -> Layer:
    drawn = m.picture("templates", THEME.name, "lantern")
    return picture(
        drawn,
        "Lantern",
        at(x, y, scale=size, easing=ARRIVE),
        start=start,
        effects=(Float(height=12.0, tilt=2.4, period=period),),
    )


def _fleet(m: Materials, *, rise: bool) -> tuple[Layer, ...]:
    """Seven lanterns, rising one after the other or already up."""
    made = []
    for i, (x, y, size) in enumerate(_FLEET):
        path: tuple[tuple[int, float], ...] | float = (
            ((0, 2100.0), (90, y)) if rise else ((0, y), (200, y - 160.0))
        )
        made.append(_lantern(m, x, path, size, 9 * i if rise else 0, 3.6 + 0.3 * i))
    return tuple(made)


def _dark() -> tuple[Layer, ...]:
    """Comments that hang in the dark, hardly lit."""
    fill, ink = Colour("#3B3572"), Colour("#CFC8F5")
    places = (
        ("too much", 224.0, 352.0, -5.0, 14),
        ("not enough", 690.0, 336.0, 4.0, 30),
        ("give up", 742.0, 520.0, -4.0, 46),
        ("who are you", 224.0, 560.0, 5.0, 60),
    )
    return tuple(
        bubble(
            text,
            x,
            y,
            start=at_,
            size=44.0,
            box=(300.0, 110.0),
            fill=fill,
            ink=ink,
            quoted=True,
            rotation=turn,
            tail=None,
            opacity=((0, 0.0), (14, 0.92)),
        )
        for text, x, y, turn, at_ in places
    )


def _a_loud_night(m: Materials) -> Scene:
    """A loud night."""
    night = m.picture("templates", THEME.name, "night")
    dusk = light(Colour("#7A78C8"), 0.62, Blend.MULTIPLY, "Night light")
    return scene(
        Beat.HOOK,
        "A loud night",
        6.0,
        (
            backdrop(night),
            *figure(
                m,
                "you",
                500.0,
                1030.0,
                0.96,
                Act(((0, "neutral"), (70, "sad"))),
                180,
                tilt=((0, 0.0), (80, 5.0)),
            ),
            dusk,
            *_dark(),
        ),
        caption="Some nights are loud with other people's words.",
        hint="What do you hear when it gets dark? Keep it short.",
        sounds=tuple(effect(m.sound("ping"), "Ping", s, -20.0) for s in (14, 30, 46, 60)),
    )


def _one_sentence(m: Materials) -> Scene:
    """One sentence."""
    night = m.picture("templates", THEME.name, "night")
    warm = Gradient(
        ((0.0, Colour("#88FFC87A")), (1.0, Colour("#00FFC87A"))),
        "radial",
        centre=(0.5, 0.34),
        radius=0.42,
    )
    sparkle = m.sound("sparkle")
    whoosh = m.sound("whoosh")
    return scene(
        Beat.TURN,
        "One sentence",
        6.5,
        (
            backdrop(night),
            _lantern(m, 500.0, ((0, 1900.0), (80, 262.0)), 0.86, 20),
            *figure(
                m,
                "you",
                500.0,
                1040.0,
                0.96,
                Act(((0, "sad"), (60, "surprised"), (130, "happy"))),
                195,
                tilt=((0, 5.0), (70, -2.0)),
            ),
            light(
                Colour("#7A78C8"),
                ((0, 0.62), (50, 0.62), (110, 0.22)),
                Blend.MULTIPLY,
                "Night light",
            ),
            light(warm, ((0, 0.0), (40, 0.0), (110, 1.0)), Blend.SCREEN, "Lantern light"),
        ),
        caption="Then I remember what one person said.",
        hint="Who said it? A fan, a friend, a teacher?",
        sounds=(effect(whoosh, "Whoosh", 22, -16.0), effect(sparkle, "Sparkle", 84, -14.0)),
    )


def _the_sentence(m: Materials) -> Scene:
    """The sentence."""
    night = m.picture("templates", THEME.name, "night")
    return scene(
        Beat.KINDNESS,
        "The sentence",
        6.0,
        (
            backdrop(night),
            picture(
                m.picture("templates", THEME.name, "lantern"),
                "Lantern",
                at(482.0, 520.0, scale=((0, 1.3), (180, 1.45))),
                effects=(
                    Float(height=10.0, tilt=1.5, period=4.6),
                    Glow(radius=60.0, strength=0.8, colour=Colour("#FFB45F")),
                ),
            ),
            sparkles(22, box=(900.0, 800.0), x=482.0, y=560.0),
            words(
                "“You make my\nmornings better.”",
                930.0,
                size=92.0,
                start=20,
                colour=Colour("#FFE9BE"),
            ),
        ),
        caption="I keep it like a light.",
        hint="Put the real sentence here, and ask before you show a name.",
        blend=20,
    )


def _more_lights(m: Materials) -> Scene:
    """More lights."""
    night = m.picture("templates", THEME.name, "night")
    sparkle = m.sound("sparkle")
    whoosh = m.sound("whoosh")
    return scene(
        Beat.KINDNESS,
        "More lights",
        7.0,
        (
            backdrop(night),
            *_fleet(m, rise=True),
            sparkles(20, box=(1000.0, 1200.0), x=540.0, y=700.0, seed=9),
            camera(((0, 1.08), (210, 1.0)), 540.0, ((0, 1010.0), (210, 960.0))),
        ),
        caption="Every kind word is another one.",
        hint="Add a lantern for each kind comment you kept.",
        sounds=(effect(whoosh, "Whoosh", 4, -16.0), effect(sparkle, "Sparkle", 60, -14.0)),
    )


def _morning(m: Materials) -> Scene:
    """Morning."""
    dawn = m.picture("templates", THEME.name, "dawn")
    return scene(
        Beat.KINDNESS,
        "Morning",
        6.0,
        (
            backdrop(dawn),
            *_fleet(m, rise=False),
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
            hearts(8, seed=5, size=60.0, colours=(Colour("#FFE1B0"), Colour("#FF9E84"))),
        ),
        caption="Hold on to them until morning.",
        hint="Show yourself a little lighter than at the start.",
        entry=Dip(colour=Colour("#FFE9C0")),
        blend=30,
    )


def _your_message(m: Materials) -> Scene:
    """Your message."""
    dawn = m.picture("templates", THEME.name, "dawn")
    return scene(
        Beat.MESSAGE,
        "Your message",
        4.5,
        (
            backdrop(dawn),
            words("Hold on to", 420.0, size=108.0, start=4),
            words("the kind ones.", 555.0, size=108.0, start=20, colour=Colour("#FFF0C2")),
            _lantern(m, 482.0, ((0, 1700.0), (60, 940.0)), 1.1, 10),
        ),
        hint="One sentence that the viewer takes home.",
        blend=12,
    )


def _scenes(m: Materials) -> tuple[Scene, ...]:
    parts = (_a_loud_night, _one_sentence, _the_sentence, _more_lights, _morning, _your_message)
    return tuple(part(m) for part in parts)


def build(media: Media, creator_name: str = "") -> Project:
    """A new project after this template."""
    m = Materials(media)
    who = somebody(m, creator_name)
    return assemble(
        m,
        THEME,
        who,
        _scenes(m),
        reveal(m, who, HeartIris(colour=Colour("#FFF0C2")), _DUSK),
        "HoldOnTo",
    )


TEMPLATE = Template(
    THEME.name, THEME.title, "A dark night, and lanterns that carry kind sentences.", 7, 42.3, build
)
