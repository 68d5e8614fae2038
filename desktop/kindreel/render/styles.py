"""One creator's own look, laid over a board that anybody made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from kindreel.effects import PixelEffect
from kindreel.effects.boil import Boil
from kindreel.effects.paper import Paper
from kindreel.effects.sketch_lines import SketchLines
from kindreel.model.board import Panel
from kindreel.model.colour import Colour, Fill, Solid
from kindreel.model.ids import StyleId
from kindreel.model.layers import (
    BubbleLayer,
    DrawingLayer,
    ImageLayer,
    Layer,
    ParticleLayer,
    ShapeLayer,
    StickerLayer,
    TextLayer,
    TextStyle,
)
from kindreel.model.plugins import Effect
from kindreel.model.project import StyleKit
from kindreel.render.displaylist import Touch

Palette = Mapping[Colour, Colour]

_USUAL = StyleKit(id=StyleId(""), name="").palette
_DRAWN = ImageLayer | StickerLayer | ShapeLayer | DrawingLayer | BubbleLayer


def palette(kit: StyleKit) -> Palette:
    """From each colour that new boards are made of to the one of the same place in a kit."""
    return {a: b for a, b in zip(_USUAL, kit.palette, strict=False) if a != b}


def styled(panel: Panel, kit: StyleKit) -> Panel:
    """The panel in a kit's colours, faces and lines."""
    colours = palette(kit)
    return replace(
        panel,
        background=_fill(panel.background, colours),
        layers=tuple(_layer(layer, kit, colours) for layer in panel.layers),
    )


def finish(kit: StyleKit) -> tuple[Touch, ...]:
    """What a kit lays over the whole picture."""
    return (Touch(Paper(strength=kit.paper), 0.0),) if kit.paper > 0 else ()


def _colour(colour: Colour, colours: Palette) -> Colour:
    """Swapped where the palette knows it; its own opacity is kept."""
    plain = Colour(f"#{colour[-6:].upper()}")
    if plain not in colours:
        return colour
    found = colours[plain]
    return found if len(colour) == 7 else Colour(f"{colour[:3]}{found[-6:]}")


def _fill(fill: Fill, colours: Palette) -> Fill:
    if isinstance(fill, Solid):
        return Solid(_colour(fill.colour, colours))
    return replace(fill, stops=tuple((at, _colour(c, colours)) for at, c in fill.stops))


def _text(style: TextStyle, kit: StyleKit, colours: Palette) -> TextStyle:
    """A text in the standard face takes the kit's; a chosen one stays."""
    family = kit.caption_look.style.family if style.family == "Inter" else style.family
    plate = None if style.plate is None else _colour(style.plate, colours)
    return replace(
        style,
        family=family,
        colour=_colour(style.colour, colours),
        outline_colour=_colour(style.outline_colour, colours),
        plate=plate,
    )


def _layer(layer: Layer, kit: StyleKit, colours: Palette) -> Layer:
    layer = _coloured(layer, kit, colours)
    return replace(layer, effects=(*layer.effects, *_lines(layer, kit)))


def _lines(layer: Layer, kit: StyleKit) -> tuple[Effect, ...]:
    """How a kit redraws what is drawn; words stay as they can be read best."""
    if not isinstance(layer, _DRAWN):
        return ()
    made: list[PixelEffect] = []
    if kit.sketch > 0 and not isinstance(layer, BubbleLayer):
        made.append(SketchLines(strength=kit.sketch))
    if kit.boil > 0:
        made.append(Boil(strength=kit.boil))
    return tuple(made)


def _coloured(  # noqa: PLR0911 - one line for each kind of layer
    layer: Layer, kit: StyleKit, colours: Palette
) -> Layer:
    if isinstance(layer, TextLayer):
        return replace(layer, style=_text(layer.style, kit, colours))
    if isinstance(layer, BubbleLayer):
        style = _text(layer.style, kit, colours)
        return replace(layer, style=style, fill=_colour(layer.fill, colours))
    if isinstance(layer, StickerLayer):
        return replace(layer, colour=_colour(layer.colour, colours))
    if isinstance(layer, ShapeLayer):
        fill = None if layer.fill is None else _fill(layer.fill, colours)
        stroke = None if layer.stroke is None else _colour(layer.stroke, colours)
        return replace(layer, fill=fill, stroke=stroke)
    if isinstance(layer, ParticleLayer):
        return replace(layer, colours=tuple(_colour(c, colours) for c in layer.colours))
    if isinstance(layer, DrawingLayer):
        strokes = tuple(replace(s, colour=_colour(s.colour, colours)) for s in layer.strokes)
        return replace(layer, strokes=strokes)
    return layer
