"""Copying how one thing moves onto another: all curves of a layer, or one onto another property."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QMenu, QWidget

from kindreel.model.curves import Curve
from kindreel.model.edits.layers import Property, curve_of, paste_curves
from kindreel_ui.storyboard.desk import Desk

PROPERTIES: Mapping[Property, str] = {
    "x": "X",
    "y": "Y",
    "scale": "Size",
    "stretch": "Stretch",
    "rotation": "Turn",
    "opacity": "Opacity",
}


class CurveDeeds:
    """Holds what was copied, until something else is."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._kept: dict[Property, Curve] = {}

    @property
    def kept(self) -> Mapping[Property, Curve]:
        """What was copied last."""
        return self._kept

    def copy(self, *names: Property) -> None:
        """Remember the curves of some of the chosen layer's properties; of all that move."""
        layer = self._desk.layer
        if layer is None:
            return
        wanted = names or tuple(n for n in PROPERTIES if curve_of(layer, n).keys)
        found = {name: curve_of(layer, name) for name in wanted}
        if found:
            self._kept = found

    def paste(self, onto: Property | None = None) -> None:
        """Let the chosen layer move like that from the playhead on.

        onto: the one curve that was copied drives this property instead of its own.
        """
        layer, scene = self._desk.layer, self._desk.pick.scene
        if layer is None or not self._kept:
            return
        curves = dict(self._kept) if onto is None else {onto: next(iter(self._kept.values()))}
        name, frame = layer.id, self._desk.layer_frame(layer)
        label = "Paste curve" if len(curves) == 1 else "Paste curves"
        self._desk.edit(label, lambda b: paste_curves(b, scene, name, curves, frame))

    def menu(self, parent: QWidget) -> QMenu:
        """All of it for the mouse."""
        menu = QMenu(parent)
        layer = self._desk.layer
        moving = [n for n in PROPERTIES if layer is not None and curve_of(layer, n).keys]
        copy_all = menu.addAction("Copy all curves\tCtrl+Alt+C")
        copy_all.setEnabled(bool(moving))
        copy_all.triggered.connect(lambda _on=False: self.copy())
        for name in moving:
            one = menu.addAction(f"Copy the curve of {PROPERTIES[name]}")
            one.triggered.connect(lambda _on=False, name=name: self.copy(name))
        menu.addSeparator()
        paste = menu.addAction("Paste at the playhead\tCtrl+Alt+V")
        paste.setEnabled(bool(self._kept))
        paste.triggered.connect(lambda _on=False: self.paste())
        if len(self._kept) == 1:
            for name, words in PROPERTIES.items():
                other = menu.addAction(f"Paste onto {words}")
                other.triggered.connect(lambda _on=False, name=name: self.paste(name))
        return menu
