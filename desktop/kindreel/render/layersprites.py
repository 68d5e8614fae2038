"""Which sprite a layer is at a moment."""

from __future__ import annotations

from kindreel.effects import Moment, TextEffect
from kindreel.model.layers import (
    BubbleLayer,
    CameraLayer,
    ClipLayer,
    DrawingLayer,
    ImageLayer,
    Layer,
    ParticleLayer,
    ShapeLayer,
    StickerLayer,
    TextLayer,
)
from kindreel.render import glyphs
from kindreel.render.bitmaps import ClipSprite, ImageSprite
from kindreel.render.cache import Memo
from kindreel.render.glyphs import Span
from kindreel.render.shapes import DrawingSprite, ShapeSprite, StickerSprite
from kindreel.render.sprite import Sprite
from kindreel.render.text import BubbleSprite, TextSprite


def sprite_of(layer: Layer, moment: Moment, memo: Memo) -> Sprite:
    """What a layer looks like at a moment; still layers are the same sprite each time."""
    if isinstance(layer, ClipLayer):
        return _clip(layer, moment)
    if isinstance(layer, TextLayer):
        spans = _spans(layer, moment)
        return memo.of(layer, lambda: TextSprite(layer.text, layer.style, layer.box, spans), spans)
    return memo.of(layer, lambda: _still(layer))


def _still(layer: Layer) -> Sprite:
    if isinstance(layer, ImageLayer):
        return ImageSprite(layer.media, layer.size)
    if isinstance(layer, StickerLayer):
        return StickerSprite(layer.sticker, layer.size, layer.colour)
    if isinstance(layer, ShapeLayer):
        return ShapeSprite(
            layer.shape, layer.size, layer.fill, layer.stroke, layer.stroke_width, layer.radius
        )
    if isinstance(layer, DrawingLayer):
        return DrawingSprite(layer.strokes, layer.size, layer.media)
    if isinstance(layer, BubbleLayer):
        return BubbleSprite(
            layer.text, layer.style, layer.box, layer.fill, layer.radius, layer.tail, layer.author
        )
    assert not isinstance(layer, CameraLayer | ParticleLayer | ClipLayer | TextLayer)
    raise TypeError(layer)


def _clip(layer: ClipLayer, moment: Moment) -> ClipSprite:
    seconds = layer.offset + moment.seconds * layer.speed
    number = 0
    if len(layer.media) > 1:
        number = int(seconds * moment.rate + 1e-6)
        count = len(layer.media)
        number = number % count if layer.loop else min(number, count - 1)
        seconds = 0.0
    media = layer.media[number] if layer.media else None
    return ClipSprite(media, round(seconds, 6), layer.size, layer.loop)


_ARRIVAL = 8
"""Frames that a word takes to come in."""


def _spans(layer: TextLayer, moment: Moment) -> tuple[Span, ...] | None:
    """How far each word or letter has come; None when all are there."""
    spans = _arriving(layer, moment)
    for effect in layer.effects:
        if isinstance(effect, TextEffect):
            parts = glyphs.letters(layer.text)
            count = effect.shown(len(parts), moment)
            if count < len(parts):
                last = parts[count - 1] if count > 0 else (0, 0)
                return (Span(0, last[0] + last[1]),) if count > 0 else ()
    return spans


def _arriving(layer: TextLayer, moment: Moment) -> tuple[Span, ...] | None:
    if layer.animate == "none":
        return None
    words = layer.animate == "words"
    parts = glyphs.words(layer.text) if words else glyphs.letters(layer.text)
    gap = 5.0 if words else min(2.0, 45.0 / max(1, len(parts)))
    come = [(moment.frame - i * gap) / _ARRIVAL for i in range(len(parts))]
    if all(u >= 1 for u in come):
        return None
    spans: list[Span] = []
    for (start, length), share in zip(parts, come, strict=True):
        if share <= 0:
            break
        u = min(1.0, share)
        settled = 1 - (1 - u) ** 3
        rise = round((1 - settled) * layer.style.size * 0.45, 2)
        spans.append(Span(start, length, None, rise, round(settled, 3)))
    return tuple(spans)
