"""Layers as scenes are written with them: pictures, words, bubbles, hearts."""

from __future__ import annotations

from kindreel.effects.float import Float
from kindreel.effects.pop import Pop
from kindreel.model.colour import CORAL, INK, WHITE, Colour, Fill, Solid
from kindreel.model.curves import Easing
from kindreel.model.ids import LayerId, MediaId, SoundId, fresh
from kindreel.model.layers import (
    Blend,
    BubbleLayer,
    CameraLayer,
    ImageLayer,
    ParticleLayer,
    ShapeLayer,
    StickerLayer,
    TextLayer,
    TextStyle,
    Transform,
)
from kindreel.model.plugins import Effect
from kindreel.model.sound import Role, Sound
from kindreel.samples.motion import SWAY, Move, at

Picture = tuple[MediaId, tuple[float, float]]
CANVAS = (1080.0, 1920.0)
HANGING = (Float(height=10.0, tilt=1.2, period=3.6),)


def new_id() -> LayerId:
    """A layer's id."""
    return LayerId(fresh())


def backdrop(picture: Picture, name: str = "Background") -> ImageLayer:
    """A picture that fills the canvas, locked so that nobody drags it by mistake."""
    return ImageLayer(id=new_id(), name=name, media=picture[0], size=CANVAS, locked=True)


def picture(
    what: Picture,
    name: str,
    transform: Transform,
    *,
    effects: tuple[Effect, ...] = (),
    start: int = 0,
    length: int | None = None,
    parent: LayerId | None = None,
    blend: Blend = Blend.NORMAL,
) -> ImageLayer:
    """A shipped drawing at its own size."""
    media, size = what
    return ImageLayer(
        id=new_id(),
        name=name,
        media=media,
        size=size,
        transform=transform,
        effects=effects,
        start=start,
        length=length,
        parent=parent,
        blend=blend,
    )


def words(
    text: str,
    y: Move,
    *,
    x: Move = 482.0,
    size: float = 92.0,
    colour: Colour = WHITE,
    family: str = "Fredoka",
    weight: int = 600,
    box: tuple[float, float] = (780.0, 420.0),
    start: int = 0,
    length: int | None = None,
    shadow: float = 6.0,
    animate: bool = True,
    plate: Colour | None = None,
    transform: Transform | None = None,
    effects: tuple[Effect, ...] = (),
) -> TextLayer:
    """Words on the picture, coming in one by one."""
    style = TextStyle(
        family=family,
        size=size,
        weight=weight,
        colour=colour,
        shadow=shadow,
        shadow_colour=Colour("#4D200C16"),
        plate=plate,
        plate_padding=44.0,
        plate_radius=64.0,
    )
    return TextLayer(
        id=new_id(),
        name=text.replace("\n", " ")[:24],
        text=text,
        style=style,
        box=box,
        start=start,
        length=length,
        animate="words" if animate else "none",
        transform=transform or at(x, y),
        effects=effects,
    )


def bubble(
    text: str,
    x: Move,
    y: Move,
    *,
    start: int = 0,
    length: int | None = None,
    size: float = 50.0,
    box: tuple[float, float] = (420.0, 150.0),
    fill: Colour = WHITE,
    ink: Colour = INK,
    tail: tuple[float, float] | None = (-110.0, 120.0),
    author: str = "",
    quoted: bool = False,
    rotation: Move = 0.0,
    opacity: Move = 1.0,
    scale: Move = 1.0,
    effects: tuple[Effect, ...] = (Pop(), *HANGING),
    easing: Easing = SWAY,
) -> BubbleLayer:
    """A comment that pops up and then hangs in the air."""
    style = TextStyle(family="Fredoka", size=size, weight=600, colour=ink)
    return BubbleLayer(
        id=new_id(),
        name=text[:24],
        text=text,
        style=style,
        box=box,
        fill=fill,
        tail=tail,
        author=author,
        quoted=quoted,
        start=start,
        length=length,
        effects=effects,
        radius=56.0,
        transform=at(x, y, rotation=rotation, opacity=opacity, scale=scale, easing=easing),
    )


def heart(
    x: float, y: float, size: float, start: int = 0, colour: Colour = CORAL, rotation: float = 0.0
) -> StickerLayer:
    """One heart that pops and floats."""
    return StickerLayer(
        id=new_id(),
        name="Heart",
        sticker="heart",
        size=size,
        colour=colour,
        start=start,
        transform=at(x, y, rotation=rotation),
        effects=(Pop(length=14, overshoot=2.4), Float(height=14.0, tilt=5.0, period=3.2)),
    )


def hearts(
    count: int,
    *,
    start: int = 0,
    seed: int = 3,
    size: float = 76.0,
    speed: float = 1.0,
    colours: tuple[Colour, ...] = (CORAL, Colour("#FFC857"), Colour("#FF9FB2")),
    opacity: Move = 1.0,
) -> ParticleLayer:
    """Hearts that rise through the whole picture."""
    return ParticleLayer(
        id=new_id(),
        name="Rising hearts",
        count=count,
        seed=seed,
        size=size,
        speed=speed,
        colours=colours,
        start=start,
        transform=at(540.0, 960.0, opacity=opacity),
    )


def sparkles(
    count: int,
    *,
    box: tuple[float, float],
    x: float,
    y: float,
    seed: int = 5,
    size: float = 46.0,
    start: int = 0,
    colours: tuple[Colour, ...] = (WHITE, Colour("#FFE9A8")),
) -> ParticleLayer:
    """Small lights that come and go within a box."""
    return ParticleLayer(
        id=new_id(),
        name="Sparkles",
        particle="sparkles",
        count=count,
        seed=seed,
        size=size,
        box=box,
        start=start,
        colours=colours,
        transform=at(x, y),
    )


def light(fill: Fill | Colour, opacity: Move, blend: Blend, name: str = "Light") -> ShapeLayer:
    """A colour over the whole picture below it."""
    paint = fill if not isinstance(fill, str) else Solid(Colour(fill))
    return ShapeLayer(
        id=new_id(),
        name=name,
        shape="rectangle",
        size=(1100.0, 1940.0),
        fill=paint,
        blend=blend,
        transform=at(540.0, 960.0, opacity=opacity),
        locked=True,
    )


def camera(scale: Move, x: Move = 540.0, y: Move = 960.0) -> CameraLayer:
    """A slow look at what lies below."""
    return CameraLayer(id=new_id(), name="Camera", transform=at(x, y, scale=scale))


def effect(media: MediaId, name: str, start: int, gain_db: float = -8.0) -> Sound:
    """A sound effect."""
    return Sound(
        id=SoundId(fresh()), media=media, role=Role.EFFECT, name=name, start=start, gain_db=gain_db
    )


def music(media: MediaId, *, fade_out: int = 45, gain_db: float = -7.0, duck: float = 6.0) -> Sound:
    """The piano under a whole board; it gives way to voices."""
    return Sound(
        id=SoundId(fresh()),
        media=media,
        role=Role.MUSIC,
        name="Kindness loop",
        gain_db=gain_db,
        fade_in=6,
        fade_out=fade_out,
        duck=duck,
        loop=True,
    )


def sticker(
    name: str,
    x: Move,
    y: Move,
    size: float,
    *,
    start: int = 0,
    colour: Colour = CORAL,
    length: int | None = None,
) -> StickerLayer:
    """One of Kindreel's stickers, popping up and floating."""
    return StickerLayer(
        id=new_id(),
        name=name.replace("_", " ").capitalize(),
        sticker=name,
        size=size,
        colour=colour,
        start=start,
        length=length,
        transform=at(x, y),
        effects=(Pop(length=14, overshoot=2.2), Float(height=12.0, tilt=4.0, period=3.4)),
    )


def shape(
    size: tuple[float, float],
    fill: Fill,
    transform: Transform,
    *,
    name: str,
    radius: float = 0.0,
    effects: tuple[Effect, ...] = (),
    start: int = 0,
) -> ShapeLayer:
    """A plain rectangle with round corners."""
    return ShapeLayer(
        id=new_id(),
        name=name,
        shape="rectangle",
        size=size,
        fill=fill,
        radius=radius,
        transform=transform,
        effects=effects,
        start=start,
    )
