"""The five scenes of “One kind comment”, from the hook to the message."""

from __future__ import annotations

from kindreel.effects.float import Float
from kindreel.model.board import Beat, Scene, Transition
from kindreel.model.colour import Colour, Gradient, Solid
from kindreel.model.ids import SceneId, fresh
from kindreel.model.layers import Blend, ShapeLayer
from kindreel.samples.figures import Act, figure
from kindreel.samples.layers import (
    backdrop,
    bubble,
    camera,
    effect,
    heart,
    hearts,
    light,
    new_id,
    picture,
    sparkles,
    words,
)
from kindreel.samples.materials import Materials
from kindreel.samples.motion import ARRIVE, OVERSHOOT, at
from kindreel.samples.speech import say, talking
from kindreel.transitions.crossfade import Crossfade
from kindreel.transitions.heart_iris import HeartIris
from kindreel.transitions.hearts import Hearts

_WINE = Colour("#6A1230")
_COLD, _PALE = Colour("#4C54BC"), Colour("#F1F2FF")


def hook(m: Materials) -> Scene:
    """She posts her first animation, in the warm light of the evening."""
    voice, caption = say(m, "hook", 6, 90)
    act = Act(moods=((0, "neutral"), (46, "happy")), talks=talking("hook", 6), blinks=(26, 80))
    card = picture(
        m.picture("samples", "scenery", "boat_card"),
        "Her first animation",
        at(
            ((0, 520.0), (20, 226.0)),
            ((0, 1380.0), (20, 430.0)),
            scale=((0, 0.2), (20, 0.74)),
            rotation=((0, 24.0), (20, -8.0)),
            easing=OVERSHOOT,
        ),
        start=30,
        effects=(Float(height=8.0, tilt=1.2, period=3.4),),
    )
    return Scene(
        id=SceneId(fresh()),
        title="I posted it",
        beat=Beat.HOOK,
        length=90,
        script="Amara posts her very first animation.",
        layers=(
            backdrop(m.picture("samples", "scenery", "evening_room")),
            *figure(m, "amara", 540.0, 990.0, 0.98, act, 90),
            picture(m.picture("samples", "scenery", "evening_desk"), "Desk", at(540.0, 1612.0)),
            card,
            heart(392.0, 262.0, 74.0, start=54, rotation=12.0),
            heart(110.0, 640.0, 52.0, start=62, colour=Colour("#FFC857"), rotation=-14.0),
            camera(((0, 1.06), (90, 1.0)), 540.0, ((0, 920.0), (90, 960.0))),
        ),
        sounds=(
            voice,
            effect(m.sound("whoosh"), "Whoosh", 24, -15.0),
            effect(m.sound("pop"), "Pop", 54, -12.0),
        ),
        captions=(caption,),
    )


def hurt(m: Materials) -> Scene:
    """Unkind comments come at night."""
    voice, caption = say(m, "hurt", 8, 96)
    act = Act(moods=((0, "neutral"), (22, "sad")), talks=talking("hurt", 8), blinks=(14,))
    cruel = (
        ("my dog draws better", 262.0, 392.0, 26, -5.0, 44.0),
        ("who asked?", 706.0, 410.0, 40, 5.0, 48.0),
        ("so cringe", 252.0, 612.0, 52, 4.0, 46.0),
        ("just quit", 730.0, 566.0, 62, -4.0, 50.0),
    )
    bubbles = tuple(
        bubble(
            text,
            x,
            y,
            start=at_,
            size=size,
            box=(290.0, 130.0),
            fill=_COLD,
            ink=_PALE,
            rotation=turn,
            quoted=True,
            tail=(90.0 if x < 500 else -90.0, 110.0),
        )
        for text, x, y, at_, turn, size in cruel
    )
    pings = tuple(
        effect(m.sound("ping"), "Ping", b.start, -19.0 + i) for i, b in enumerate(bubbles)
    )
    return Scene(
        id=SceneId(fresh()),
        title="The comments came",
        beat=Beat.HURT,
        length=96,
        script="Unkind comments pile up on her screen.",
        layers=(
            backdrop(m.picture("samples", "scenery", "night_room")),
            *figure(
                m,
                "amara",
                520.0,
                ((0, 1000.0), (60, 1030.0)),
                0.98,
                act,
                96,
                tilt=((0, 0.0), (40, 4.0), (96, 5.0)),
            ),
            picture(m.picture("samples", "scenery", "night_desk"), "Desk", at(540.0, 1612.0)),
            light(Colour("#7C84D8"), ((0, 0.35), (40, 0.78)), Blend.MULTIPLY, "Night"),
            light(
                Gradient(
                    ((0.0, Colour("#66AEB8FF")), (1.0, Colour("#00AEB8FF"))),
                    "radial",
                    centre=(0.5, 0.62),
                    radius=0.4,
                ),
                ((0, 0.15), (50, 0.3)),
                Blend.SCREEN,
                "Screen light",
            ),
            *bubbles,
            camera(((0, 1.0), (96, 1.05))),
        ),
        sounds=(voice, *pings, effect(m.sound("heartbeat"), "Heartbeat", 66, -12.0)),
        captions=(caption,),
        entry=Transition(style=Crossfade(), length=14),
    )


def turn(m: Materials) -> Scene:
    """One person writes something kind, and the day breaks."""
    voice, caption = say(m, "turn", 8, 105)
    act = Act(moods=((0, "sad"), (26, "surprised"), (74, "happy")), talks=(), blinks=(92,))
    return Scene(
        id=SceneId(fresh()),
        title="One message",
        beat=Beat.TURN,
        length=105,
        script="One person writes something kind. The light changes.",
        layers=(
            backdrop(m.picture("samples", "scenery", "dawn")),
            sparkles(26, box=(1000.0, 900.0), x=540.0, y=620.0, start=20),
            *figure(
                m,
                "amara",
                540.0,
                ((0, 1140.0), (40, 1085.0)),
                0.98,
                act,
                105,
                tilt=((0, 4.0), (34, -1.0), (105, 2.0)),
                easing=ARRIVE,
            ),
            light(Colour("#5C74B8"), ((0, 0.8), (44, 0.0)), Blend.MULTIPLY, "Night goes"),
            bubble(
                "this made\nmy whole week",
                440.0,
                396.0,
                start=22,
                size=66.0,
                box=(600.0, 220.0),
                fill=Colour("#FFFDF6"),
                ink=Colour("#1D4A4A"),
                tail=(40.0, 190.0),
                author="rosa.paints",
                rotation=-2.5,
            ),
            heart(770.0, 230.0, 118.0, start=46, rotation=12.0),
            hearts(7, start=58, seed=9, size=58.0, opacity=((0, 0.0), (18, 1.0))),
        ),
        sounds=(
            voice,
            effect(m.sound("pop"), "Pop", 22, -10.0),
            effect(m.sound("sparkle"), "Sparkle", 44, -13.0),
        ),
        captions=(caption,),
        entry=Transition(style=Crossfade(), length=20),
    )


def spread(m: Materials) -> Scene:
    """Jun and Lucía pass it on."""
    voice, caption = say(m, "spread", 12, 81)
    happy = ((0, "happy"),)
    return Scene(
        id=SceneId(fresh()),
        title="It kept going",
        beat=Beat.KINDNESS,
        length=81,
        script="Jun and Lucía pass the kindness on.",
        layers=(
            backdrop(m.picture("samples", "scenery", "rays")),
            hearts(12, seed=21, size=84.0, speed=1.3),
            *figure(
                m,
                "jun",
                ((0, -180.0), (22, 222.0)),
                830.0,
                0.68,
                Act(happy, talking("spread", 12), (60,)),
                81,
                easing=OVERSHOOT,
            ),
            *figure(
                m,
                "lucia",
                ((0, 1270.0), (26, 862.0)),
                840.0,
                0.68,
                Act(happy, (), (48,)),
                81,
                easing=OVERSHOOT,
            ),
            ShapeLayer(
                id=new_id(),
                name="Hill",
                shape="ellipse",
                size=(2400.0, 1000.0),
                fill=Solid(Colour("#EE8058")),
                transform=at(540.0, 1960.0),
                locked=True,
            ),
            *figure(
                m,
                "amara",
                540.0,
                ((0, 2300.0), (24, 1140.0)),
                0.78,
                Act(((0, "happy"), (26, "joy"))),
                81,
                easing=ARRIVE,
            ),
            bubble(
                "keep going!",
                540.0,
                340.0,
                start=30,
                size=44.0,
                box=(290.0, 100.0),
                tail=(-60.0, 92.0),
                rotation=-3.0,
            ),
            bubble(
                "so proud of you",
                548.0,
                492.0,
                start=40,
                size=38.0,
                box=(300.0, 100.0),
                tail=(60.0, 88.0),
                rotation=3.0,
            ),
        ),
        sounds=(
            voice,
            effect(m.sound("whoosh"), "Whoosh", 0, -15.0),
            effect(m.sound("pop"), "Pop", 30, -12.0),
            effect(m.sound("pop"), "Pop", 40, -12.0),
        ),
        captions=(caption,),
        entry=Transition(style=HeartIris(y=0.4), length=24),
    )


def message(m: Materials) -> Scene:
    """Lucía says what it is about."""
    voice, _ = say(m, "message", 10, 78)
    act = Act(moods=((0, "happy"),), talks=talking("message", 10), blinks=(30, 70))
    return Scene(
        id=SceneId(fresh()),
        title="Your message",
        beat=Beat.MESSAGE,
        length=78,
        script="One kind comment can change a day.",
        layers=(
            backdrop(m.picture("samples", "scenery", "coral")),
            *figure(m, "lucia", 500.0, ((0, 1500.0), (24, 1330.0)), 0.92, act, 78, easing=ARRIVE),
            words(
                "One kind\ncomment",
                452.0,
                size=148.0,
                start=6,
                box=(820.0, 380.0),
                colour=_WINE,
                shadow=0.0,
            ),
            words(
                "can change a day.",
                694.0,
                size=84.0,
                start=24,
                colour=_WINE,
                box=(820.0, 130.0),
                shadow=0.0,
            ),
            heart(826.0, 900.0, 130.0, start=38, colour=Colour("#FFD9A8"), rotation=12.0),
            heart(160.0, 960.0, 88.0, start=46, colour=Colour("#FFC2B0"), rotation=-14.0),
            hearts(
                8, seed=33, size=58.0, colours=(Colour("#FFE1C4"), Colour("#FFC7B8")), opacity=0.7
            ),
        ),
        sounds=(voice, effect(m.sound("pop"), "Pop", 38, -12.0)),
        entry=Transition(style=Hearts(), length=26),
    )
