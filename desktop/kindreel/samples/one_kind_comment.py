"""The finished sample: three creators, and how one kind comment changed an evening."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from kindreel.model.board import Board, PostKit, Reveal, Transition
from kindreel.model.colour import Colour, Gradient
from kindreel.model.ids import BoardId, ProjectId, SceneId, StyleId, fresh
from kindreel.model.layers import CaptionLook, TextStyle
from kindreel.model.project import Project, StyleKit
from kindreel.model.reveal import Creator
from kindreel.reveals.heart_iris import HeartIris
from kindreel.samples.cast import creator
from kindreel.samples.episodes import forty_nights, one_loop_a_day
from kindreel.samples.layers import (
    effect,
    music,
)
from kindreel.samples.materials import Materials, Media
from kindreel.samples.speech import say
from kindreel.samples.story import hook, hurt, message, spread, turn
from kindreel.transitions.iris import Iris

LOOK = CaptionLook(
    style=TextStyle(
        family="Inter",
        size=60.0,
        weight=700,
        plate=Colour("#B8180D18"),
        plate_padding=26.0,
        plate_radius=30.0,
    ),
    y=0.6,
    karaoke=True,
)
_SKY = Gradient(
    stops=((0.0, Colour("#FFE7CF")), (0.55, Colour("#FFB898")), (1.0, Colour("#F0766B")))
)


def _kits() -> tuple[StyleKit, ...]:
    """Three ways to draw: painted softly, inked on twos, cut from paper."""
    painted = (Colour("#FFE7CF"), Colour("#FF7A5C"), Colour("#FFC44D"), Colour("#2A1215"))
    inked = (Colour("#CFE3FF"), Colour("#4F8DF7"), Colour("#FFC857"), Colour("#191B3A"))
    cut = (Colour("#FFF0DC"), Colour("#1E8F83"), Colour("#FFC247"), Colour("#3B1D22"))
    return (
        StyleKit(id=StyleId(fresh()), name="Amara: painted", palette=painted, caption_look=LOOK),
        StyleKit(id=StyleId(fresh()), name="Jun: inked", palette=inked, caption_look=LOOK, step=2),
        StyleKit(
            id=StyleId(fresh()),
            name="Lucía: paper",
            palette=cut,
            caption_look=LOOK,
            step=2,
            paper=0.3,
        ),
    )


def _meet(m: Materials, people: tuple[Creator, ...]) -> Reveal:
    """All three in turn, three seconds each."""
    lines = ("hello_amara", "hello_jun", "hello_lucia")[: len(people)]
    voices = tuple(say(m, line, 90 * i + 52, 90 * (i + 1))[0] for i, line in enumerate(lines))
    changes = tuple(
        effect(m.sound("sparkle"), "Sparkle", 90 * i + 20, -14.0) for i in range(len(lines))
    )
    beats = tuple(
        effect(m.sound("heartbeat"), "Heartbeat", 90 * i + 4, -10.0) for i in range(len(lines))
    )
    return Reveal(
        id=SceneId(fresh()),
        title="Meet us",
        style=HeartIris(rim=18.0, colour=Colour("#FFF6EE")),
        script="Behind every account is a real human being.",
        background=_SKY,
        creators=tuple(p.id for p in people),
        arrangement="in_turn",
        avatar=20,
        change=30,
        name=16,
        hold=24,
        sounds=(*beats, *changes, *voices),
        entry=Transition(style=Iris(y=0.36), length=18),
    )


def one_kind_comment(media: Media) -> Project:
    """The sample project, its files added to `media`; its first board is the finished video."""
    m = Materials(media)
    kits = _kits()
    people = tuple(
        replace(creator(m, who), style=kit.id)
        for who, kit in zip(("amara", "jun", "lucia"), kits, strict=True)
    )
    _, jun, lucia = people
    return Project(
        id=ProjectId(fresh()),
        title="One kind comment",
        boards=(
            _together(m, people),
            forty_nights(m, jun, kits[1]),
            one_loop_a_day(m, lucia, kits[2]),
        ),
        creators=people,
        styles=kits,
    )


def _together(m: Materials, people: tuple[Creator, ...]) -> Board:
    """The finished video of all three."""
    return Board(
        id=BoardId(fresh()),
        title="One kind comment",
        rate=Fraction(30),
        scenes=(hook(m), hurt(m), turn(m), spread(m), message(m)),
        reveal=_meet(m, people),
        music=(music(m.sound("kindness_loop")),),
        caption_look=LOOK,
        post=PostKit(
            caption="One kind comment changed my whole week. Who can you write one to today?",
            hashtags=("CreateKindness", "AnimatedKindness", "OneKindComment"),
        ),
    )
