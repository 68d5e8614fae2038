"""Power of words: some fall like stones, others are seeds."""

from __future__ import annotations

from dataclasses import replace

from kindreel.effects.bounce import Bounce
from kindreel.effects.swing import Swing
from kindreel.model.board import Beat, Scene
from kindreel.model.colour import WHITE, Colour, Gradient
from kindreel.model.layers import Layer
from kindreel.model.project import Project
from kindreel.reveals.paper_tear import PaperTear
from kindreel.samples.figures import Act, figure
from kindreel.samples.layers import backdrop, bubble, effect, hearts, picture, words
from kindreel.samples.materials import Materials, Media
from kindreel.samples.motion import ARRIVE, OVERSHOOT, at
from kindreel.samples.plan import Template, Theme, assemble, reveal, scene, somebody
from kindreel.transitions.page_turn import PageTurn
from kindreel.transitions.paper_tear import PaperTear as Tear

THEME = Theme(
    "power_of_words",
    "Power of words",
    (
        Colour("#FFE7C7"),
        Colour("#2F8F76"),
        Colour("#FFC247"),
        Colour("#3B1D22"),
        WHITE,
        Colour("#F0526B"),
    ),
    family="Fredoka",
    plate=Colour("#C23B2A33"),
)
_PAPER = Gradient(((0.0, Colour("#FFE7C7")), (1.0, Colour("#F7A98F"))))
_STONES = (
    ("ugly", 230.0, 1140.0, 0.92, 8),
    ("stop", 740.0, 1156.0, 0.90, 30),
    ("not you again", 480.0, 1036.0, 0.98, 54),
)
_BED = (
    ("flower_rose", 120.0, 1500.0, 0.95, 10),
    ("flower_sun", 930.0, 1520.0, 1.0, 18),
    ("flower_lilac", 280.0, 1720.0, 0.72, 30),
    ("flower_cream", 760.0, 1740.0, 0.74, 40),
    ("flower_sun", 90.0, 1800.0, 0.6, 52),
    ("flower_rose", 985.0, 1820.0, 0.62, 60),
)


def _fallen(m: Materials) -> tuple[Layer, ...]:
    """Words on grey stones; they fall and bounce."""
    made: list[Layer] = []
    drawn = m.picture("templates", THEME.name, "stone")
    for text, x, y, size, start in _STONES:
        effects = (Bounce(height=1100.0, length=26),)
        rock = picture(
            drawn,
            "Stone",
            at(x, y, scale=size, rotation=-4.0 if x < 500 else 5.0),
            effects=effects,
            start=start,
        )
        label = words(
            text,
            0.0,
            size=58.0 if len(text) > 6 else 76.0,
            colour=Colour("#F4EEF2"),
            box=(380.0, 140.0),
            animate=False,
            shadow=0.0,
            start=rock.start,
            transform=at(0.0, 4.0),
        )
        made += [rock, replace(label, parent=rock.id, quoted=True)]
    return tuple(made)


def _flower(m: Materials, kind: str, x: float, foot: float, size: float, start: int) -> Layer:
    """A flower that grows out of the ground at `foot`, which lies 360 below its centre."""
    drawn = m.picture("templates", THEME.name, kind)
    up = ((0, foot - 360.0 * 0.05), (34, foot - 360.0 * size))
    return picture(
        drawn,
        "Flower",
        at(x, up, scale=((0, 0.05), (34, size)), easing=OVERSHOOT),
        start=start,
        effects=(Swing(),),
    )


def _stones(m: Materials) -> Scene:
    """Stones."""
    field = m.picture("templates", THEME.name, "bare_field")
    beat = m.sound("heartbeat")
    return scene(
        Beat.HOOK,
        "Stones",
        6.0,
        (
            backdrop(field),
            words(
                "Some words fall\nlike stones.",
                420.0,
                size=96.0,
                start=6,
                colour=Colour("#4A3A48"),
                shadow=0.0,
            ),
            *_fallen(m),
        ),
        hint="Choose three mild ones; nobody needs to see the worst.",
        sounds=tuple(effect(beat, "Thud", s[4] + 9, -4.0) for s in _STONES),
    )


def _they_stay(m: Materials) -> Scene:
    """They stay."""
    field = m.picture("templates", THEME.name, "bare_field")
    return scene(
        Beat.HURT,
        "They stay",
        6.0,
        (
            backdrop(field),
            *figure(
                m,
                "you",
                500.0,
                ((0, 1070.0), (60, 1030.0)),
                0.98,
                Act(((0, "neutral"), (40, "sad"))),
                180,
                tilt=((0, 0.0), (60, 5.0)),
                easing=ARRIVE,
            ),
            *_weights(m),
        ),
        caption="And they stay where they land.",
        hint="What did they make you stop doing?",
    )


def _a_seed(m: Materials) -> Scene:
    """A seed."""
    field = m.picture("templates", THEME.name, "bare_field")
    pop = m.sound("pop")
    return scene(
        Beat.TURN,
        "A seed",
        6.5,
        (
            backdrop(field),
            bubble(
                "I like how you see things",
                482.0,
                ((0, 240.0), (30, 382.0)),
                start=12,
                size=58.0,
                box=(600.0, 190.0),
                ink=Colour("#2F6E58"),
                tail=(0.0, 170.0),
                easing=ARRIVE,
            ),
            _flower(m, "flower_rose", 500.0, 1420.0, 1.25, 48),
        ),
        caption="Other words are seeds.",
        hint="The kind comment that changed something.",
        entry=PageTurn(),
        blend=26,
        sounds=(effect(pop, "Pop", 12, -9.0), effect(m.sound("sparkle"), "Sparkle", 50, -12.0)),
    )


def _they_grow(m: Materials) -> Scene:
    """They grow."""
    garden = m.picture("templates", THEME.name, "garden")
    pop = m.sound("pop")
    return scene(
        Beat.KINDNESS,
        "They grow",
        7.0,
        (
            backdrop(garden),
            *figure(
                m,
                "you",
                500.0,
                1010.0,
                0.96,
                Act(((0, "surprised"), (40, "happy"), (90, "joy"), (170, "happy"))),
                210,
            ),
            *(_flower(m, *bed) for bed in _BED),
            hearts(8, seed=4, size=56.0),
        ),
        caption="Say one, and watch what grows.",
        hint="Show what came of it: a friend, a film, a reply.",
        entry=Tear(),
        blend=26,
        sounds=tuple(effect(pop, "Pop", b[4] + 4, -14.0) for b in _BED),
    )


def _your_message(m: Materials) -> Scene:
    """Your message."""
    garden = m.picture("templates", THEME.name, "garden")
    pop = m.sound("pop")
    return scene(
        Beat.MESSAGE,
        "Your message",
        5.0,
        (
            backdrop(garden),
            words(
                "Words have\npower.",
                402.0,
                size=108.0,
                start=4,
                colour=Colour("#7A2E3C"),
                shadow=0.0,
                x=390.0,
            ),
            words(
                "Plant kind ones.",
                640.0,
                size=96.0,
                start=26,
                colour=Colour("#1E7A62"),
                shadow=0.0,
            ),
            _flower(m, "flower_lilac", 250.0, 1430.0, 1.0, 20),
            _flower(m, "flower_rose", 500.0, 1500.0, 1.2, 28),
            _flower(m, "flower_sun", 770.0, 1430.0, 1.0, 36),
        ),
        hint="One sentence that the viewer takes home.",
        blend=12,
        sounds=(effect(pop, "Pop", 26, -13.0),),
    )


def _scenes(m: Materials) -> tuple[Scene, ...]:
    parts = (_stones, _they_stay, _a_seed, _they_grow, _your_message)
    return tuple(part(m) for part in parts)


def _weights(m: Materials) -> tuple[Layer, ...]:
    """Two stones that lie by the figure's side."""
    drawn = m.picture("templates", THEME.name, "stone")
    places = ((120.0, 1330.0, 0.9, -8.0), (890.0, 1350.0, 0.95, 7.0))
    return tuple(
        picture(drawn, "Stone", at(x, y, scale=s, rotation=turn)) for x, y, s, turn in places
    )


def build(media: Media, creator_name: str = "") -> Project:
    """A new project after this template."""
    m = Materials(media)
    who = somebody(m, creator_name)
    return assemble(m, THEME, who, _scenes(m), reveal(m, who, PaperTear(), _PAPER), "PowerOfWords")


TEMPLATE = Template(
    THEME.name,
    THEME.title,
    "Some words fall like stones, others grow into flowers.",
    6,
    36.8,
    build,
)
