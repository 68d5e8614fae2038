"""How a template is put together: scenes with a caption and a hint, and a reveal that waits."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from kindreel.model.board import Beat, Board, PostKit, Reveal, Scene, Transition
from kindreel.model.colour import Colour, Fill, Solid
from kindreel.model.ids import BoardId, CreatorId, ProjectId, SceneId, StyleId, fresh
from kindreel.model.layers import CaptionLook, Layer, TextStyle
from kindreel.model.plugins import RevealStyle, TransitionStyle
from kindreel.model.project import Project, StyleKit
from kindreel.model.reveal import Consent, Creator, Portrait
from kindreel.model.sound import Sound
from kindreel.samples.layers import effect, music
from kindreel.samples.materials import Materials, Media
from kindreel.samples.speech import timed
from kindreel.transitions.crossfade import Crossfade

_PAPER = Solid(Colour("#FFF4EC"))
_EYES = ((-66.0, -232.0), (66.0, -232.0))


@dataclass(frozen=True, slots=True)
class Template:
    """Something to start from.

    name: as the command line calls it. panels, seconds: of its board, reveal included.
    build: (media, creator's name) → a new project whose files have been added to the media.
    """

    name: str
    title: str
    description: str
    panels: int
    seconds: float
    build: Callable[[Media, str], Project]


@dataclass(frozen=True, slots=True)
class Theme:
    """What all scenes of a template share.

    palette: background, main, accent, ink, what is white on a new board, and further colours.
    """

    name: str
    title: str
    palette: tuple[Colour, ...]
    family: str = "Inter"
    plate: Colour = Colour("#B8180D18")

    def look(self) -> CaptionLook:
        """Captions in the theme's colours, above what the apps lay over the picture."""
        style = TextStyle(
            family=self.family,
            size=60.0,
            weight=700,
            plate=self.plate,
            plate_padding=26.0,
            plate_radius=30.0,
        )
        return CaptionLook(style=style, y=0.6, karaoke=True, accent=self.palette[2])


def scene(
    beat: Beat,
    title: str,
    seconds: float,
    layers: tuple[Layer, ...],
    *,
    caption: str = "",
    hint: str = "",
    entry: TransitionStyle | None = None,
    blend: int = 15,
    sounds: tuple[Sound, ...] = (),
    background: Fill = _PAPER,
) -> Scene:
    """One scene at thirty frames a second; its caption stays until the end."""
    length = round(seconds * 30)
    said = (timed(caption, 10, length - 10),) if caption else ()
    return Scene(
        id=SceneId(fresh()),
        title=title,
        beat=beat,
        length=length,
        layers=layers,
        captions=said,
        script=caption,
        notes=hint,
        sounds=sounds,
        background=background,
        entry=Transition(style=entry or Crossfade(), length=blend),
    )


def somebody(materials: Materials, name: str) -> Creator:
    """The creator who is still to come: a drawn stand-in, no photo and no consent yet."""
    media, (width, height) = materials.picture("samples", "cast", "you")
    places = [((730 + 1.22 * x) / width, (790 + 24 + 1.22 * y) / height) for x, y in _EYES]
    avatar = Portrait(media=media, left_eye=places[0], right_eye=places[1])
    return Creator(
        id=CreatorId(fresh()),
        name=name or "Your name",
        handle="yourhandle",
        avatar=avatar,
        consent=Consent(),
    )


def reveal(m: Materials, who: Creator, style: RevealStyle, background: Fill) -> Reveal:
    """The end of every template, ready for a photo and a yes."""
    return Reveal(
        id=SceneId(fresh()),
        title=f"Meet {who.name}" if who.name != "Your name" else "Meet you",
        style=style,
        creators=(who.id,),
        background=background,
        script="Behind every account is a real human being.",
        notes="Add your photo and your yes under Reveal; your own avatar can replace this one.",
        sounds=(
            effect(m.sound("heartbeat"), "Heartbeat", 14, -9.0),
            effect(m.sound("sparkle"), "Sparkle", 46, -13.0),
        ),
        entry=Transition(style=Crossfade(), length=18),
    )


def assemble(
    m: Materials,
    theme: Theme,
    who: Creator,
    scenes: tuple[Scene, ...],
    ending: Reveal,
    hashtag: str,
) -> Project:
    """The project of a template: one board in the theme's own style."""
    kit = StyleKit(
        id=StyleId(fresh()), name=theme.title, palette=theme.palette, caption_look=theme.look()
    )
    board = Board(
        id=BoardId(fresh()),
        title=theme.title,
        scenes=scenes,
        reveal=ending,
        style=kit.id,
        music=(music(m.sound("kindness_loop")),) if scenes else (),
        caption_look=theme.look(),
        post=PostKit(hashtags=("CreateKindness", hashtag)),
    )
    return Project(
        id=ProjectId(fresh()), title=theme.title, boards=(board,), creators=(who,), styles=(kit,)
    )
