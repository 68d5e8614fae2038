"""What a scene is made of."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal

from kindreel.model.colour import CORAL, INK, WHITE, Colour, Fill, Solid
from kindreel.model.curves import Curve
from kindreel.model.ids import LayerId, MediaId
from kindreel.model.plugins import Effect

Anchor = Literal["left", "centre", "right"]


class Blend(StrEnum):
    """How a layer's colours meet those below."""

    NORMAL = "normal"
    MULTIPLY = "multiply"
    SCREEN = "screen"
    ADD = "add"
    OVERLAY = "overlay"


@dataclass(frozen=True, slots=True, kw_only=True)
class Transform:
    """Where a layer stands; each property is a curve over the layer's own frames.

    x, y: the layer's centre in canvas units (the board's size; 0, 0 is the top left corner),
        or in units of the parent's own box, from its centre, when it has a parent.
    scale: 1 is the layer's own size. stretch: width alone, on top of scale.
    rotation: degrees clockwise. opacity: 0 to 1.
    """

    x: Curve = Curve(540.0)
    y: Curve = Curve(960.0)
    scale: Curve = Curve(1.0)
    stretch: Curve = Curve(1.0)
    rotation: Curve = Curve(0.0)
    opacity: Curve = Curve(1.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Layer:
    """What all layers have.

    start: first frame, counted from the scene's start; negative when it began before the scene
        (the second half of a scene that was split).
    length: frames from start on, 1 or more; None lasts to the scene's end.
    step: frames that one drawing is held: 1, 2 (on twos), 3 (on threes) …
    parent: a layer of the same scene whose transform carries this one.
    mask: a layer of the same scene that shows this one only where it is opaque.
    """

    id: LayerId
    name: str = ""
    start: int = 0
    length: int | None = None
    transform: Transform = Transform()
    effects: tuple[Effect, ...] = ()
    blend: Blend = Blend.NORMAL
    visible: bool = True
    locked: bool = False
    step: int = 1
    parent: LayerId | None = None
    mask: LayerId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ImageLayer(_Layer):
    """A still: bitmap or vector.

    size: width and height in canvas units at scale 1.
    """

    media: MediaId
    size: tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClipLayer(_Layer):
    """A video clip or a numbered row of images.

    offset: seconds skipped at the clip's start, 0 or more.
    speed: 1 is natural. loop: start again at the end instead of holding the last frame.
    """

    media: tuple[MediaId, ...]
    size: tuple[float, float]
    offset: float = 0.0
    speed: float = 1.0
    loop: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TextStyle:
    """How text looks.

    family: a font family that ships with Kindreel or is installed.
    size: height of the line's em box in canvas units. weight: 100 to 900.
    outline, shadow: widths in canvas units, 0 for none; shadow is offset downwards.
    plate: a filled box behind the text, None for none.
    """

    family: str = "Inter"
    size: float = 72.0
    weight: int = 800
    italic: bool = False
    colour: Colour = WHITE
    align: Anchor = "centre"
    line_height: float = 1.15
    outline: float = 0.0
    outline_colour: Colour = INK
    shadow: float = 0.0
    shadow_colour: Colour = Colour("#66000000")
    plate: Colour | None = None
    plate_padding: float = 24.0
    plate_radius: float = 24.0


@dataclass(frozen=True, slots=True, kw_only=True)
class TextLayer(_Layer):
    """Words on the picture.

    box: width and height to break lines in; text that does not fit is made smaller.
    animate: how the text comes in, by the word or by the letter.
    quoted: the words are part of the story (an unkind comment that the video answers).
    """

    text: str
    style: TextStyle = TextStyle()
    box: tuple[float, float] = (840.0, 320.0)
    animate: Literal["none", "words", "letters"] = "none"
    quoted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class StickerLayer(_Layer):
    """One of Kindreel's own stickers, drawn as vectors at any size.

    sticker: its name, such as “heart”. size: width in canvas units at scale 1.
    """

    sticker: str
    size: float = 220.0
    colour: Colour = CORAL


@dataclass(frozen=True, slots=True, kw_only=True)
class ShapeLayer(_Layer):
    """A drawn form with fill and outline."""

    shape: Literal["rectangle", "ellipse", "heart", "star", "line", "burst"] = "rectangle"
    size: tuple[float, float] = (400.0, 400.0)
    fill: Fill | None = Solid(CORAL)
    stroke: Colour | None = None
    stroke_width: float = 8.0
    radius: float = 0.0


@dataclass(frozen=True, slots=True)
class Stroke:
    """One movement of the pen.

    points: (x, y, pressure 0 to 1) in the drawing's own units, from its top left corner.
    width: at full pressure. erase: takes away instead of adding.
    """

    points: tuple[tuple[float, float, float], ...]
    colour: Colour = INK
    width: float = 12.0
    erase: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawingLayer(_Layer):
    """Strokes by hand, over a picture that may lie underneath.

    media: what was drawn before and flattened, or None.
    """

    strokes: tuple[Stroke, ...] = ()
    size: tuple[float, float] = (1080.0, 1920.0)
    media: MediaId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BubbleLayer(_Layer):
    """A speech or comment bubble around its text.

    tail: where the tail points, in canvas units from the bubble's centre; None for no tail.
    author: a handle shown above the text, empty for none.
    """

    text: str
    style: TextStyle = TextStyle(size=48.0, weight=600, colour=INK)
    box: tuple[float, float] = (640.0, 220.0)
    fill: Colour = WHITE
    radius: float = 48.0
    tail: tuple[float, float] | None = (-200.0, 190.0)
    author: str = ""
    quoted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ParticleLayer(_Layer):
    """Many small things that move by a seed: hearts that rise, confetti that falls.

    box: width and height they live in, about the layer's centre. speed: 1 is natural.
    """

    particle: Literal["hearts", "confetti", "sparkles"] = "hearts"
    count: int = 20
    seed: int = 1
    size: float = 72.0
    speed: float = 1.0
    box: tuple[float, float] = (1080.0, 1920.0)
    colours: tuple[Colour, ...] = (CORAL, Colour("#FFC857"), Colour("#FF9FB2"))


@dataclass(frozen=True, slots=True, kw_only=True)
class CameraLayer(_Layer):
    """Looks at the layers below: its centre fills the frame's centre, its scale is the zoom."""


Layer = (
    ImageLayer
    | ClipLayer
    | TextLayer
    | StickerLayer
    | ShapeLayer
    | DrawingLayer
    | BubbleLayer
    | ParticleLayer
    | CameraLayer
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A word of a caption and when it is said, in frames from the caption's start."""

    text: str
    start: int
    length: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CaptionLook:
    """How captions stand on the picture.

    y: centre of the caption in fractions of the canvas height.
    karaoke: words light up when they are said.
    """

    style: TextStyle = TextStyle(size=64.0, weight=700, plate=Colour("#B3131115"))
    y: float = 0.62
    width: float = 835.0
    karaoke: bool = False
    accent: Colour = field(default=Colour("#FFC857"))
