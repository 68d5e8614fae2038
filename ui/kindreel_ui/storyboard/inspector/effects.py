"""The effects on the chosen layer, each with the form that its fields ask for."""

from __future__ import annotations

from PySide6.QtWidgets import QMenu, QWidget

from kindreel.effects import shelf
from kindreel.model.edits import layers as edits
from kindreel.model.layers import Layer
from kindreel.model.plugins import Effect, UnknownEffect
from kindreel.registry import title
from kindreel_ui.kit import Box, Button, IconButton, Label, column, row
from kindreel_ui.storyboard.deeds import Deeds
from kindreel_ui.storyboard.desk import Desk
from kindreel_ui.storyboard.inspector.forms import PluginForm
from kindreel_ui.storyboard.inspector.section import Section


def effect_words(effect: Effect) -> str:
    """What an effect is called."""
    if isinstance(effect, UnknownEffect):
        return f"{title(effect.kind)} (not in this Kindreel)"
    return title(shelf.kind_of(effect))


class EffectsSection(Section):
    """Add, tune, try and take away effects."""

    def __init__(self, desk: Desk, deeds: Deeds, parent: QWidget | None = None) -> None:
        self._desk = desk
        self._deeds = deeds
        self._shown: tuple[Effect, ...] = ()
        self._layer = ""
        self._add = IconButton("plus", "Add effect", step="sm")
        self._rows = column(gap=8)
        super().__init__("Effects", self._rows, right=self._add, parent=parent)
        self._add.clicked.connect(self._open_menu)
        self._fill(())

    def show_layer(self, layer: Layer) -> None:
        """Show a layer's effects; rows are made anew only when something else changed them."""
        if layer.effects == self._shown and layer.id == self._layer:
            return
        self._layer = layer.id
        self._fill(layer.effects)

    def _fill(self, effects: tuple[Effect, ...]) -> None:
        self._shown = effects
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for index, effect in enumerate(effects):
            self._rows.addWidget(self._row(index, effect))
        if not effects:
            self._rows.addWidget(Label("None yet. Try Pop or Float.", "caption"))

    def _row(self, index: int, effect: Effect) -> QWidget:
        remove = IconButton("trash", f"Remove {effect_words(effect)}", step="sm")
        remove.clicked.connect(lambda: self._remove(index))
        attempt = Button("Try", "secondary", step="sm", icon="play")
        attempt.clicked.connect(self._try)
        head = row(Label(effect_words(effect), "body"), None, attempt, remove, gap=6)
        body = column(head, gap=6)
        if not isinstance(effect, UnknownEffect):
            form = PluginForm(effect)
            form.edited.connect(lambda e: self._change(index, e))
            body.addWidget(form)
        return Box(body)

    def _try(self) -> None:
        span = self._desk.span
        if span is not None:
            self._desk.player.stop()
            self._desk.player.seek(span.start)
            self._desk.player.play()

    def _set(self, label: str, effects: tuple[Effect, ...], gesture: str | None = None) -> None:
        layer, scene = self._desk.layer, self._desk.pick.scene
        if layer is not None:
            self._desk.edit(
                label, lambda b: edits.set_effects(b, scene, layer.id, effects), gesture
            )

    def _change(self, index: int, effect: Effect) -> None:
        effects = (*self._shown[:index], effect, *self._shown[index + 1 :])
        self._shown = effects
        label = f"Change {effect_words(effect)}"
        self._set(label, effects, f"effect {self._layer} {index}")

    def _remove(self, index: int) -> None:
        label = f"Remove {effect_words(self._shown[index])}"
        self._set(label, (*self._shown[:index], *self._shown[index + 1 :]))

    def _open_menu(self) -> None:
        menu = QMenu(self)
        for kind, made in shelf:
            words = title(kind)
            add = menu.addAction(words)
            add.triggered.connect(
                lambda _on=False, made=made, words=words: self._deeds.add_effect(made(), words)
            )
        menu.exec(self._add.mapToGlobal(self._add.rect().bottomLeft()))
