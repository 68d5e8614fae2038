"""Where the chosen layer stands: X, Y, W, H, turn and opacity, each to be keyed."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from kindreel.model.board import Board
from kindreel.model.curves import NAMED_EASINGS
from kindreel.model.edits import layers as edits
from kindreel.model.edits.layers import Property, curve_of
from kindreel.model.layers import Layer, Transform
from kindreel_ui.kit import Box, IconButton, row
from kindreel_ui.kit.numbers import NumberField
from kindreel_ui.storyboard.deeds import Deeds
from kindreel_ui.storyboard.desk import Desk
from kindreel_ui.storyboard.inspector.marks import KeyButton
from kindreel_ui.storyboard.inspector.section import Section, grid
from kindreel_ui.storyboard.picks import layer_id
from kindreel_ui.storyboard.stage import placed
from kindreel_ui.storyboard.words import layer_words

_ROWS: tuple[tuple[tuple[Property, ...], str], ...] = (
    (("x", "y"), "position"),
    (("scale", "stretch"), "size"),
    (("rotation", "opacity"), "turn and opacity"),
)


class TransformSection(Section):
    """Six numbers and three diamonds."""

    def __init__(self, desk: Desk, deeds: Deeds, parent: QWidget | None = None) -> None:
        self._desk = desk
        self._curves = deeds.curves
        self._x = NumberField("X", name="X of the centre")
        self._y = NumberField("Y", name="Y of the centre")
        self._w = NumberField("W", name="Width", low=4)
        self._h = NumberField("H", name="Height", low=4)
        self._r = NumberField("R", name="Turn", low=-3600, high=3600, digits=1, unit="°")
        self._o = NumberField("O", name="Opacity", low=0, high=100, unit=" %")
        self._keys = [KeyButton(words) for _, words in _ROWS]
        fields: list[list[QWidget]] = [
            [self._x, self._y, self._keys[0]],
            [self._w, self._h, self._keys[1]],
            [self._r, self._o, self._keys[2]],
        ]
        reset = IconButton("arrow-counter-clockwise", "Reset transform", step="sm")
        reset.clicked.connect(self._reset)
        curves = IconButton("dots-three", "Curves: copy and paste", step="sm")
        curves.clicked.connect(lambda: self._curves.menu(self).exec(_below(curves)))
        right = Box(row(curves, reset, gap=2))
        super().__init__("Transform", grid(fields), right=right, parent=parent)
        self._connect()

    def _connect(self) -> None:
        self._x.edited.connect(lambda v: self._set("x", v))
        self._y.edited.connect(lambda v: self._set("y", v))
        self._r.edited.connect(lambda v: self._set("rotation", v))
        self._o.edited.connect(lambda v: self._set("opacity", v / 100))
        self._w.edited.connect(lambda v: self._resize(width=v))
        self._h.edited.connect(lambda v: self._resize(height=v))
        for button, (names, _) in zip(self._keys, _ROWS, strict=True):
            button.clicked.connect(lambda _on=False, names=names: self._toggle(names))

    def show_layer(self, layer: Layer) -> None:
        """Show a layer at the playhead."""
        frame = self._desk.layer_frame(layer)
        transform = layer.transform
        self._x.show_value(transform.x.at(frame))
        self._y.show_value(transform.y.at(frame))
        self._r.show_value(transform.rotation.at(frame))
        self._o.show_value(transform.opacity.at(frame) * 100)
        place = self._desk.place
        for field in (self._w, self._h):
            field.setEnabled(place is not None)
        if place is not None:
            self._w.show_value(place.outline.width)
            self._h.show_value(place.outline.height)
        for button, (names, _) in zip(self._keys, _ROWS, strict=True):
            keys = [k.frame for name in names for k in curve_of(layer, name).keys]
            button.show_state(here=frame in keys, elsewhere=bool(keys))

    def _set(self, name: Property, value: float) -> None:
        layer, pick = self._desk.layer, self._desk.pick
        if layer is None:
            return
        frame = self._desk.layer_frame(layer)
        self._desk.edit(
            f"Change {layer_words(layer)}",
            lambda b: edits.set_property(b, pick.scene, layer.id, name, frame, value),
            f"{name} {layer.id}",
        )

    def _resize(self, width: float | None = None, height: float | None = None) -> None:
        place, pick = self._desk.place, self._desk.pick
        if place is None:
            return
        frame = self._desk.layer_frame(place.layer)
        to = replace(
            place.outline,
            width=width or place.outline.width,
            height=height or place.outline.height,
        )
        handle = "right" if width else "bottom"
        self._desk.edit(
            f"Resize {layer_words(place.layer)}",
            lambda b: placed.resize(b, pick.scene, place, frame, to, handle),
        )

    def _toggle(self, names: tuple[Property, ...]) -> None:
        layer = self._desk.layer
        if layer is None:
            return
        frame = self._desk.layer_frame(layer)
        here = any(k.frame == frame for name in names for k in curve_of(layer, name).keys)
        label = "Remove keyframe" if here else "Add keyframe"
        self._desk.edit(label, lambda b: self._keyed(b, names, frame, on=not here))

    def _keyed(self, board: Board, names: tuple[Property, ...], frame: int, *, on: bool) -> Board:
        pick = self._desk.pick
        easing = NAMED_EASINGS["Gentle in and out"]
        for name in names:
            if on:
                board = edits.add_key(board, pick.scene, layer_id(pick), name, frame, easing)
            else:
                board = edits.remove_key(board, pick.scene, layer_id(pick), name, frame)
        return board

    def _reset(self) -> None:
        layer, pick, board = self._desk.layer, self._desk.pick, self._desk.board
        if layer is None or board is None:
            return
        middle = Transform(
            x=replace(Transform().x, base=board.size[0] / 2),
            y=replace(Transform().y, base=board.size[1] / 2),
        )
        self._desk.edit(
            f"Reset {layer_words(layer)}",
            lambda b: edits.edit_layer(
                b, pick.scene, layer.id, lambda found: replace(found, transform=middle)
            ),
        )


def _below(button: QWidget) -> QPoint:
    return button.mapToGlobal(button.rect().bottomLeft())
