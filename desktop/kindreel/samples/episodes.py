"""Two more boards of the sample series: Jun's and Lucía's own short videos."""

from __future__ import annotations

from kindreel.effects.float import Float
from kindreel.effects.swing import Swing
from kindreel.model.board import Beat, Board, PostKit, Reveal, Scene, Transition
from kindreel.model.colour import Colour, Fill, Gradient
from kindreel.model.ids import BoardId, SceneId, fresh
from kindreel.model.layers import Layer
from kindreel.model.plugins import RevealStyle
from kindreel.model.project import StyleKit
from kindreel.model.reveal import Creator
from kindreel.reveals.card_flip import CardFlip
from kindreel.reveals.paper_tear import PaperTear
from kindreel.samples.figures import Act, figure
from kindreel.samples.layers import backdrop, bubble, effect, heart, hearts, music, picture, sticker
from kindreel.samples.materials import Materials
from kindreel.samples.motion import ARRIVE, OVERSHOOT, at
from kindreel.samples.speech import say, talking
from kindreel.transitions.crossfade import Crossfade
from kindreel.transitions.hearts import Hearts
from kindreel.transitions.page_turn import PageTurn

_BLUE = Gradient(((0.0, Colour("#CFE3FF")), (1.0, Colour("#4F8DF7"))))
_LEAF = Gradient(((0.0, Colour("#FFF0DC")), (1.0, Colour("#7CC4A8"))))


def _scene(
    m: Materials, beat: Beat, title: str, line: str, layers: tuple[Layer, ...], entry: Transition
) -> Scene:
    """Five seconds in which one line is said."""
    voice, caption = say(m, line, 14, 150)
    return Scene(
        id=SceneId(fresh()),
        title=title,
        beat=beat,
        length=150,
        script=caption.text,
        layers=layers,
        captions=(caption,),
        sounds=(voice, effect(m.sound("pop"), "Pop", 40, -12.0)),
        entry=entry,
    )


def _meet(m: Materials, who: Creator, style: RevealStyle, background: Fill, line: str) -> Reveal:
    """One creator's reveal in six seconds."""
    voice, _ = say(m, line, 100, 189)
    return Reveal(
        id=SceneId(fresh()),
        title=f"Meet {who.name.split()[0]}",
        style=style,
        creators=(who.id,),
        background=background,
        script="Behind every account is a real human being.",
        sounds=(voice, effect(m.sound("sparkle"), "Sparkle", 46, -13.0)),
        entry=Transition(style=Crossfade(), length=16),
    )


def _board(
    m: Materials, title: str, scenes: tuple[Scene, ...], ending: Reveal, kit: StyleKit
) -> Board:
    return Board(
        id=BoardId(fresh()),
        title=title,
        scenes=scenes,
        reveal=ending,
        style=kit.id,
        music=(music(m.sound("kindness_loop")),),
        caption_look=kit.caption_look,
        post=PostKit(hashtags=("CreateKindness", "OneKindComment")),
    )


def forty_nights(m: Materials, jun: Creator, kit: StyleKit) -> Board:
    """Jun's boat took forty nights; a stranger said to keep going."""
    night = Act(((0, "neutral"), (100, "happy")), talking("jun_hook", 14), blinks=(8, 92, 130))
    morning = Act(
        ((0, "neutral"), (44, "surprised"), (92, "happy")), talking("jun_turn", 14), blinks=(120,)
    )
    card = picture(
        m.picture("samples", "scenery", "boat_card"),
        "The boat",
        at(
            ((0, 540.0), (22, 236.0)),
            ((0, 1380.0), (22, 430.0)),
            scale=((0, 0.2), (22, 0.74)),
            rotation=((0, -22.0), (22, -7.0)),
            easing=OVERSHOOT,
        ),
        start=40,
        effects=(Float(height=9.0, tilt=1.4),),
    )
    first: tuple[Layer, ...] = (
        backdrop(m.picture("samples", "scenery", "night_room")),
        *figure(m, "jun", 540.0, 1020.0, 0.92, night, 150),
        picture(m.picture("samples", "scenery", "night_desk"), "Desk", at(540.0, 1612.0)),
        card,
    )
    second: tuple[Layer, ...] = (
        backdrop(m.picture("samples", "scenery", "dawn")),
        *figure(m, "jun", 520.0, ((0, 1100.0), (30, 1050.0)), 0.92, morning, 150, easing=ARRIVE),
        bubble("keep going!", 470.0, 360.0, start=40, size=64.0, box=(460.0, 140.0)),
        heart(760.0, 300.0, 110.0, start=62, rotation=10.0),
        hearts(6, start=70, seed=2, size=58.0, opacity=((0, 0.0), (20, 1.0))),
    )
    entry = Transition(style=Crossfade(), length=15)
    turn = Transition(style=Hearts(), length=26)
    scenes = (
        _scene(m, Beat.HOOK, "Forty nights", "jun_hook", first, entry),
        _scene(m, Beat.TURN, "A stranger", "jun_turn", second, turn),
    )
    return _board(m, "Forty nights", scenes, _meet(m, jun, CardFlip(), _BLUE, "hello_jun"), kit)


def one_loop_a_day(m: Materials, lucia: Creator, kit: StyleKit) -> Board:
    """Lucía makes a loop a day, and reads what people say of it."""
    making = Act(((0, "happy"),), talking("lucia_hook", 14), blinks=(60, 120))
    reading = Act(((0, "happy"), (110, "joy")), talking("lucia_turn", 14), blinks=(50,))
    bloom = picture(
        m.picture("templates", "power_of_words", "flower_rose"),
        "Paper flower",
        at(860.0, ((0, 1700.0), (34, 1290.0)), scale=0.9, easing=OVERSHOOT),
        start=24,
        effects=(Swing(),),
    )
    first: tuple[Layer, ...] = (
        backdrop(m.picture("templates", "power_of_words", "garden")),
        *figure(m, "lucia", 470.0, ((0, 1150.0), (26, 1040.0)), 0.94, making, 150, easing=ARRIVE),
        bloom,
    )
    second: tuple[Layer, ...] = (
        backdrop(m.picture("samples", "scenery", "rays")),
        *figure(m, "lucia", 510.0, 1040.0, 0.94, reading, 150),
        bubble("so soft!", 260.0, 352.0, start=34, size=50.0, box=(300.0, 110.0)),
        bubble("again, please", 700.0, 372.0, start=56, size=46.0, box=(340.0, 110.0)),
        sticker("heart_sparkle", 470.0, 330.0, 130.0, start=76),
        hearts(8, seed=6, size=60.0),
    )
    entry = Transition(style=Crossfade(), length=15)
    turn = Transition(style=PageTurn(), length=26)
    scenes = (
        _scene(m, Beat.HOOK, "A loop a day", "lucia_hook", first, entry),
        _scene(m, Beat.KINDNESS, "You are there", "lucia_turn", second, turn),
    )
    return _board(
        m, "One loop a day", scenes, _meet(m, lucia, PaperTear(), _LEAF, "hello_lucia"), kit
    )
