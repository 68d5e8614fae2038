"""Edits of the layers of a scene or the reveal."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Literal, get_args

from kindreel.model.board import Board, Panel
from kindreel.model.curves import Curve, Easing, Key, drop_key, set_key, set_value, shift_keys
from kindreel.model.edits.boards import edit_panel
from kindreel.model.edits.copies import copied_layers
from kindreel.model.ids import LayerId, SceneId
from kindreel.model.layers import (
    BubbleLayer,
    DrawingLayer,
    Layer,
    Stroke,
    TextLayer,
    TextStyle,
)
from kindreel.model.plugins import Effect

Property = Literal["x", "y", "scale", "stretch", "rotation", "opacity"]


def edit_layer(
    board: Board, scene: SceneId, layer: LayerId, edit: Callable[[Layer], Layer]
) -> Board:
    """The board with one layer edited; nothing changes when the scene has none of that id."""

    def edited(panel: Panel) -> Panel:
        layers = tuple(edit(found) if found.id == layer else found for found in panel.layers)
        same = all(a is b for a, b in zip(layers, panel.layers, strict=True))
        return panel if same else replace(panel, layers=layers)

    return edit_panel(board, scene, edited)


def add_layer(board: Board, scene: SceneId, layer: Layer, index: int | None = None) -> Board:
    """The board with a further layer, on top unless an index (0 the bottom) says otherwise."""

    def added(panel: Panel) -> Panel:
        at = len(panel.layers) if index is None else max(0, index)
        return replace(panel, layers=(*panel.layers[:at], layer, *panel.layers[at:]))

    return edit_panel(board, scene, added)


def remove_layer(board: Board, scene: SceneId, layer: LayerId) -> Board:
    """The board without a layer; what hung on it as parent or mask is set free."""

    def freed(other: Layer) -> Layer:
        if layer not in (other.parent, other.mask):
            return other
        parent = None if other.parent == layer else other.parent
        mask = None if other.mask == layer else other.mask
        return replace(other, parent=parent, mask=mask)

    def removed(panel: Panel) -> Panel:
        kept = tuple(freed(found) for found in panel.layers if found.id != layer)
        return replace(panel, layers=kept) if len(kept) < len(panel.layers) else panel

    return edit_panel(board, scene, removed)


def duplicate_layer(board: Board, scene: SceneId, layer: LayerId, offset: float = 40.0) -> Board:
    """The board with a copy of a layer just above it, moved a little to the lower right."""

    def moved(copy: Layer, original: Layer) -> Layer:
        transform = original.transform
        x = _shifted(transform.x, offset)
        y = _shifted(transform.y, offset)
        placed = replace(transform, x=x, y=y)
        return replace(copy, transform=placed, parent=original.parent, mask=original.mask)

    def duplicated(panel: Panel) -> Panel:
        layers: list[Layer] = []
        for found in panel.layers:
            layers.append(found)
            if found.id == layer:
                layers.append(moved(copied_layers((found,))[0], found))
        return replace(panel, layers=tuple(layers))

    return edit_panel(board, scene, duplicated)


def _shifted(curve: Curve, by: float) -> Curve:
    return Curve(curve.base + by, tuple(replace(k, value=k.value + by) for k in curve.keys))


def reorder_layer(board: Board, scene: SceneId, layer: LayerId, index: int) -> Board:
    """The board with a layer at another height, 0 the bottom."""

    def reordered(panel: Panel) -> Panel:
        moved = [found for found in panel.layers if found.id == layer]
        others = [found for found in panel.layers if found.id != layer]
        if not moved:
            return panel
        at = max(0, min(index, len(others)))
        layers = (*others[:at], *moved, *others[at:])
        return replace(panel, layers=layers) if layers != panel.layers else panel

    return edit_panel(board, scene, reordered)


def _with_curve(layer: Layer, name: Property, curve: Curve) -> Layer:
    if curve is getattr(layer.transform, name):
        return layer
    return replace(layer, transform=replace(layer.transform, **{name: curve}))


def curve_of(layer: Layer, name: Property) -> Curve:
    """The curve of one property."""
    curve: Curve = getattr(layer.transform, name)
    return curve


def set_property(
    board: Board, scene: SceneId, layer: LayerId, name: Property, frame: int, value: float
) -> Board:
    """The board with a property of a layer at another value on one of the layer's own frames.

    A keyed property gets a key there; otherwise its base changes.
    """

    def edited(found: Layer) -> Layer:
        return _with_curve(found, name, set_value(curve_of(found, name), frame, value))

    return edit_layer(board, scene, layer, edited)


def place_layer(
    board: Board, scene: SceneId, layer: LayerId, frame: int, x: float, y: float
) -> Board:
    """The board with a layer's centre elsewhere on one of the layer's own frames."""
    board = set_property(board, scene, layer, "x", frame, x)
    return set_property(board, scene, layer, "y", frame, y)


def add_key(
    board: Board, scene: SceneId, layer: LayerId, name: Property, frame: int, easing: Easing
) -> Board:
    """The board with a key at the property's present value, easing onwards as given."""

    def edited(found: Layer) -> Layer:
        curve = curve_of(found, name)
        return _with_curve(found, name, set_key(curve, Key(frame, curve.at(frame), easing)))

    return edit_layer(board, scene, layer, edited)


def remove_key(board: Board, scene: SceneId, layer: LayerId, name: Property, frame: int) -> Board:
    """The board without the key of a property at a frame."""

    def edited(found: Layer) -> Layer:
        return _with_curve(found, name, drop_key(curve_of(found, name), frame))

    return edit_layer(board, scene, layer, edited)


def move_keys(board: Board, scene: SceneId, layer: LayerId, frame: int, to: int) -> Board:
    """The board with all keys of a layer that stand at a frame moved to another one.

    A key that stands there already gives way.
    """

    def moved(curve: Curve) -> Curve:
        key = next((k for k in curve.keys if k.frame == frame), None)
        if key is None or frame == to:
            return curve
        rest = replace(curve, keys=tuple(k for k in curve.keys if k is not key))
        return set_key(rest, replace(key, frame=to))

    def edited(found: Layer) -> Layer:
        for name in get_args(Property):
            found = _with_curve(found, name, moved(curve_of(found, name)))
        return found

    return edit_layer(board, scene, layer, edited)


def ease_keys(board: Board, scene: SceneId, layer: LayerId, frame: int, easing: Easing) -> Board:
    """The board with the keys that lead on over a layer's frame easing as given."""

    def eased(curve: Curve) -> Curve:
        before = [k for k in curve.keys if k.frame <= frame] or list(curve.keys[:1])
        return set_key(curve, replace(before[-1], easing=easing)) if before else curve

    def edited(found: Layer) -> Layer:
        for name in get_args(Property):
            found = _with_curve(found, name, eased(curve_of(found, name)))
        return found

    return edit_layer(board, scene, layer, edited)


def set_text(board: Board, scene: SceneId, layer: LayerId, text: str) -> Board:
    """The board with other words in a text or bubble; other layers stay as they are."""

    def edited(found: Layer) -> Layer:
        if isinstance(found, TextLayer | BubbleLayer) and found.text != text:
            return replace(found, text=text)
        return found

    return edit_layer(board, scene, layer, edited)


def set_text_style(board: Board, scene: SceneId, layer: LayerId, style: TextStyle) -> Board:
    """The board with a text or bubble looking otherwise."""

    def edited(found: Layer) -> Layer:
        if isinstance(found, TextLayer | BubbleLayer) and found.style != style:
            return replace(found, style=style)
        return found

    return edit_layer(board, scene, layer, edited)


def set_effects(board: Board, scene: SceneId, layer: LayerId, effects: tuple[Effect, ...]) -> Board:
    """The board with other effects on a layer, first applied first."""
    return edit_layer(board, scene, layer, lambda found: replace(found, effects=effects))


def add_effect(board: Board, scene: SceneId, layer: LayerId, effect: Effect) -> Board:
    """The board with one more effect on a layer, applied after the others."""
    return edit_layer(
        board, scene, layer, lambda found: replace(found, effects=(*found.effects, effect))
    )


def paste_curves(
    board: Board, scene: SceneId, layer: LayerId, curves: Mapping[Property, Curve], frame: int
) -> Board:
    """The board with a layer's properties moving as the given curves do.

    frame: of the layer, where the first of all their keys comes to stand; the others keep their
    distance. A curve without keys gives its value alone.
    """
    first = min((c.keys[0].frame for c in curves.values() if c.keys), default=0)

    def pasted(found: Layer) -> Layer:
        for name, curve in curves.items():
            found = _with_curve(found, name, shift_keys(curve, frame - first))
        return found

    return edit_layer(board, scene, layer, pasted)


def show_layer(board: Board, scene: SceneId, layer: LayerId, *, visible: bool) -> Board:
    """The board with a layer shown or hidden."""
    return edit_layer(board, scene, layer, lambda found: replace(found, visible=visible))


def lock_layer(board: Board, scene: SceneId, layer: LayerId, *, locked: bool) -> Board:
    """The board with a layer kept from being moved by accident, or freed."""
    return edit_layer(board, scene, layer, lambda found: replace(found, locked=locked))


def retime_layer(
    board: Board, scene: SceneId, layer: LayerId, start: int, length: int | None
) -> Board:
    """The board with a layer on from another frame and for another length (1 or more)."""
    least = None if length is None else max(1, length)
    return edit_layer(board, scene, layer, lambda found: replace(found, start=start, length=least))


def add_stroke(board: Board, scene: SceneId, layer: LayerId, stroke: Stroke) -> Board:
    """The board with a further stroke on a drawing; other layers stay as they are."""

    def drawn(found: Layer) -> Layer:
        if isinstance(found, DrawingLayer):
            return replace(found, strokes=(*found.strokes, stroke))
        return found

    return edit_layer(board, scene, layer, drawn)
