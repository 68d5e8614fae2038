"""When the chosen layer is on, how it eases, and how long one drawing is held."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from kindreel.model.curves import NAMED_EASINGS, Easing, Key
from kindreel.model.edits import layers as edits
from kindreel.model.edits.layers import Property, curve_of
from kindreel.model.layers import Layer
from kindreel.model.time import frames_of
from kindreel_ui.kit import Picker, column, row
from kindreel_ui.kit.numbers import NumberField
from kindreel_ui.storyboard.desk import Desk
from kindreel_ui.storyboard.inspector.marks import CurveView
from kindreel_ui.storyboard.inspector.section import Section
from kindreel_ui.storyboard.words import layer_words

_STEPS = ("On ones", "On twos", "On threes", "On fours")
_NAMES: tuple[Property, ...] = ("x", "y", "scale", "stretch", "rotation", "opacity")


def easing_at(layer: Layer, frame: int) -> Easing | None:
    """The easing that leads on over one of the layer's frames; None without keys."""
    keys: list[Key] = [k for name in _NAMES for k in curve_of(layer, name).keys]
    before = [k for k in keys if k.frame <= frame]
    if before:
        return max(before, key=lambda k: k.frame).easing
    return min(keys, key=lambda k: k.frame).easing if keys else None


class TimingSection(Section):
    """In, duration, easing with its curve, and the step."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        self._desk = desk
        self._in = NumberField(
            "In", name="Starts after", low=0, high=600, step=0.1, digits=1, unit=" s"
        )
        self._long = NumberField(
            "D", name="Duration", low=0.1, high=600, step=0.1, digits=1, unit=" s"
        )
        self._curve = CurveView()
        self._easing = Picker(tuple(NAMED_EASINGS), name="Easing", step="sm")
        self._step = Picker(_STEPS, name="How long one drawing is held", step="sm")
        self._easing.setPlaceholderText("No keys")
        for picker in (self._easing, self._step):
            picker.setFixedWidth(122)
        below = row(gap=8)
        below.addWidget(self._curve, 1)
        below.addLayout(column(self._easing, self._step, gap=6))
        super().__init__("Timing", row(self._in, self._long, gap=6), below, parent=parent)
        self._in.edited.connect(lambda _v: self._retime())
        self._long.edited.connect(lambda _v: self._retime())
        self._easing.activated.connect(self._ease)
        self._step.activated.connect(self._hold)

    def show_layer(self, layer: Layer) -> None:
        """Show a layer at the playhead."""
        board, span = self._desk.board, self._desk.span
        if board is None or span is None:
            return
        rate = float(board.rate)
        length = span.length - layer.start if layer.length is None else layer.length
        self._in.show_value(layer.start / rate)
        self._long.show_value(length / rate)
        easing = easing_at(layer, self._desk.layer_frame(layer))
        names = list(NAMED_EASINGS)
        at = next((i for i, n in enumerate(names) if NAMED_EASINGS[n] == easing), -1)
        self._easing.setEnabled(easing is not None)
        self._easing.setCurrentIndex(at)
        self._curve.show_easing(easing, names[at] if at >= 0 else "none")
        self._step.setCurrentIndex(min(len(_STEPS), layer.step) - 1)

    def _retime(self) -> None:
        board, span, layer = self._desk.board, self._desk.span, self._desk.layer
        if board is None or span is None or layer is None:
            return
        start = min(span.length - 1, frames_of(self._in.value(), board.rate))
        long = frames_of(self._long.value(), board.rate)
        length = None if start + long >= span.length else long
        scene = span.panel.id
        self._desk.edit(
            f"Retime {layer_words(layer)}",
            lambda b: edits.retime_layer(b, scene, layer.id, start, length),
        )

    def _ease(self, index: int) -> None:
        layer, scene = self._desk.layer, self._desk.pick.scene
        if layer is None:
            return
        frame = self._desk.layer_frame(layer)
        name = tuple(NAMED_EASINGS)[index]
        easing = NAMED_EASINGS[name]
        self._desk.edit(
            f"Ease: {name}", lambda b: edits.ease_keys(b, scene, layer.id, frame, easing)
        )

    def _hold(self, index: int) -> None:
        layer, scene = self._desk.layer, self._desk.pick.scene
        if layer is not None:
            self._desk.edit(
                _STEPS[index],
                lambda b: edits.edit_layer(
                    b, scene, layer.id, lambda found: replace(found, step=index + 1)
                ),
            )
