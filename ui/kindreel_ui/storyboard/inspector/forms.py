"""A form for any plug-in, made from the marks of its fields."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QWidget

from kindreel.model.colour import Colour, is_colour
from kindreel.registry import Field, form, title
from kindreel_ui.kit import Label, LineField, Picker, Toggle
from kindreel_ui.kit.numbers import NumberField
from kindreel_ui.storyboard.inspector.marks import ColourButton

_TIGHT = {"%": " %", "°": "°", "": ""}


class PluginForm(QWidget):
    """One field for each of a plug-in's.

    edited: the plug-in as the person wants it now.
    """

    edited = Signal(object)

    def __init__(self, plugin: Any, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plugin = plugin
        rows = QFormLayout()
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setHorizontalSpacing(12)
        rows.setVerticalSpacing(6)
        for field in form(plugin):
            words = title(field.name)
            rows.addRow(Label(words, "label"), self._editor(field, words))
        self.setLayout(rows)

    def _change(self, name: str, value: object) -> None:
        self._plugin = replace(self._plugin, **{name: value})
        self.edited.emit(self._plugin)

    def _editor(self, field: Field, words: str) -> QWidget:
        if field.choice is not None:
            return self._choice(field, words)
        if field.type is bool:
            toggle = Toggle(words, on=bool(field.default))
            toggle.toggled.connect(lambda on: self._change(field.name, on))
            return toggle
        if field.type in {int, float}:
            return self._number(field, words)
        return self._text(field, words)

    def _choice(self, field: Field, words: str) -> QWidget:
        values = field.choice.values if field.choice else ()
        picker = Picker([title(v) for v in values], name=words, step="sm")
        picker.setCurrentIndex(values.index(str(field.default)))
        picker.activated.connect(lambda i: self._change(field.name, values[i]))
        return picker

    def _number(self, field: Field, words: str) -> QWidget:
        whole = field.type is int
        marks = field.range
        low, high = (marks.low, marks.high) if marks else (-9999.0, 9999.0)
        step = marks.step if marks and marks.step else (1.0 if whole else max(0.01, high / 100))
        unit = field.unit.name if field.unit else ""
        digits = 0 if whole or step >= 1 else 1 if step >= 0.1 else 2
        number = NumberField(
            "",
            name=words,
            low=low,
            high=high,
            step=step,
            digits=digits,
            unit=_TIGHT.get(unit, f" {unit}"),
        )
        number.show_value(float(field.default))  # type: ignore[arg-type]  # a number by its type
        kind = int if whole else float
        number.edited.connect(lambda v: self._change(field.name, kind(v)))
        return number

    def _text(self, field: Field, words: str) -> QWidget:
        value = str(field.default)
        if is_colour(value):
            button = ColourButton(words)
            button.show_colour(Colour(value))
            button.chosen.connect(lambda c: self._change(field.name, Colour(c)))
            return button
        line = LineField(value, name=words, step="sm")
        line.editingFinished.connect(lambda: self._change(field.name, line.text()))
        return line
