"""How words look: family, size, weight, colour, line and plate."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kindreel.model.colour import Colour, with_alpha
from kindreel.model.layers import TextStyle
from kindreel.render.fonts import FAMILIES
from kindreel_ui.kit import CheckBox, Picker, Segmented, column, row
from kindreel_ui.kit.numbers import NumberField
from kindreel_ui.storyboard.inspector.marks import ColourButton

_WEIGHTS = {"Regular": 400, "Medium": 500, "Semibold": 600, "Bold": 700, "Heavy": 800}
_ALIGN = ("left", "centre", "right")
_PLATE = with_alpha(Colour("#131115"), 0.7)


class LetteringRows(QWidget):
    """The rows for a text's style.

    edited: the style as the person wants it now.
    """

    edited = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._style = TextStyle()
        self._family = Picker(FAMILIES, name="Font", step="sm")
        self._weight = Picker(tuple(_WEIGHTS), name="Weight", step="sm")
        self._size = NumberField("Size", name="Letter size", low=8, high=400)
        self._colour = ColourButton("Colour")
        self._align = Segmented(("Left", "Middle", "Right"), 1, name="Align")
        self._plate = CheckBox("Plate behind")
        self._shadow = CheckBox("Shadow")
        self.setLayout(
            column(
                row(self._family, self._weight, gap=6),
                row(self._size, self._colour, gap=6),
                self._align,
                row(self._plate, self._shadow, None, gap=12),
                gap=6,
            )
        )
        self._connect()

    def _connect(self) -> None:
        self._family.activated.connect(lambda i: self._change(family=FAMILIES[i]))
        self._weight.activated.connect(lambda i: self._change(weight=tuple(_WEIGHTS.values())[i]))
        self._size.edited.connect(lambda v: self._change(size=v))
        self._colour.chosen.connect(lambda c: self._change(colour=Colour(c)))
        self._align.chosen.connect(lambda i: self._change(align=_ALIGN[i]))
        self._plate.clicked.connect(lambda on: self._change(plate=_PLATE if on else None))
        self._shadow.clicked.connect(lambda on: self._change(shadow=6.0 if on else 0.0))

    def show_style(self, style: TextStyle) -> None:
        """Show a style of the board."""
        self._style = style
        if style.family in FAMILIES:
            self._family.setCurrentIndex(FAMILIES.index(style.family))
        near = min(_WEIGHTS.values(), key=lambda w: abs(w - style.weight))
        self._weight.setCurrentIndex(list(_WEIGHTS.values()).index(near))
        self._size.show_value(style.size)
        self._colour.show_colour(style.colour)
        self._plate.setChecked(style.plate is not None)
        self._shadow.setChecked(style.shadow > 0)
        self._align.blockSignals(True)
        self._align.choose(_ALIGN.index(style.align))
        self._align.blockSignals(False)

    def _change(self, **fields: object) -> None:
        style = replace(self._style, **fields)  # type: ignore[arg-type]  # each caller names a field with its type
        if style != self._style:
            self._style = style
            self.edited.emit(style)
