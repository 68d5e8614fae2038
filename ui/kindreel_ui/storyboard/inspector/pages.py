"""What the Design tab shows for each kind of thing that can be chosen."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from kindreel.model.board import Beat, Board, Panel, Scene, Transition
from kindreel.model.colour import Colour, Solid
from kindreel.model.edits import scenes, sounds
from kindreel.model.edits.boards import set_style
from kindreel.model.layers import Layer
from kindreel.model.plugins import TransitionStyle, UnknownTransition
from kindreel.model.project import StyleKit
from kindreel.model.sound import Sound
from kindreel.model.stylekits import KITS
from kindreel.model.time import frames_of
from kindreel.registry import title
from kindreel.transitions import shelf
from kindreel_ui.kit import Button, CheckBox, Label, LineField, Picker, column, row
from kindreel_ui.kit.numbers import NumberField
from kindreel_ui.storyboard.deeds import Deeds
from kindreel_ui.storyboard.desk import Desk
from kindreel_ui.storyboard.inspector.effects import EffectsSection
from kindreel_ui.storyboard.inspector.forms import PluginForm
from kindreel_ui.storyboard.inspector.marks import ColourButton
from kindreel_ui.storyboard.inspector.section import Section, named
from kindreel_ui.storyboard.inspector.timing import TimingSection
from kindreel_ui.storyboard.inspector.transform import TransformSection
from kindreel_ui.storyboard.inspector.words import SceneTextSection
from kindreel_ui.storyboard.words import beat_words


class LayerPage(QWidget):
    """Everything about a layer."""

    def __init__(self, desk: Desk, deeds: Deeds, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts = (
            TransformSection(desk, deeds),
            TimingSection(desk),
            EffectsSection(desk, deeds),
            SceneTextSection(desk),
        )
        self.setLayout(column(*self._parts, None, gap=8))

    def show_layer(self, layer: Layer) -> None:
        """Show a layer of the board."""
        for part in self._parts:
            part.show_layer(layer)


class ScenePage(Section):
    """Title, beat, length and background of a scene."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        self._desk = desk
        self._title = LineField(name="Scene title", step="sm")
        self._beat = Picker([beat_words(b) for b in list(Beat)[:-1]], name="Beat", step="sm")
        self._long = NumberField(
            "D", name="Scene length", low=0.1, high=600, step=0.5, digits=1, unit=" s"
        )
        self._ground = ColourButton("Background", clear=True)
        self._kits: list[StyleKit | None] = []
        self._style = Picker((), name="Style of the video", step="sm")
        self._hint = Label(
            "Choose a layer on the stage to move and style it.", "caption", wrap=True
        )
        super().__init__(
            "Scene",
            named("Title", self._title),
            row(named("Beat", self._beat), named("Length", self._long), gap=6),
            row(Label("Background", "label"), None, self._ground),
            named("Style of the video", self._style),
            self._hint,
            parent=parent,
        )
        self._title.editingFinished.connect(self._rename)
        self._beat.activated.connect(self._set_beat)
        self._long.edited.connect(self._retime)
        self._ground.chosen.connect(self._paint)
        self._style.activated.connect(self._restyle)

    def show_panel(self, panel: Panel) -> None:
        """Show a scene or the reveal."""
        board = self._desk.board
        if board is None:
            return
        self._show_styles(board)
        self._title.setText(panel.title)
        self._beat.setEnabled(isinstance(panel, Scene))
        self._beat.setCurrentIndex(list(Beat).index(panel.beat))
        self._long.show_value(float(panel.length / board.rate))
        if isinstance(panel.background, Solid):
            self._ground.show_colour(panel.background.colour)
        else:
            self._ground.show_colour(panel.background.stops[0][1])

    def _show_styles(self, board: Board) -> None:
        """The project's own style kits and those that ship, the board's one chosen."""
        project = self._desk.project
        own = project.styles if project else ()
        known = {kit.id for kit in own}
        kits = [None, *own, *(kit for kit in KITS if kit.id not in known)]
        if kits != self._kits:
            self._kits = kits
            self._style.clear()
            self._style.addItems([kit.name if kit else "As made" for kit in kits])
        ids = [kit.id if kit else None for kit in kits]
        self._style.setCurrentIndex(ids.index(board.style) if board.style in ids else 0)

    def _restyle(self, index: int) -> None:
        board, kit = self._desk.board, self._kits[index]
        if board is not None:
            name = kit.name if kit else "As made"
            self._desk.edit_project(f"Style: {name}", lambda p: set_style(p, board.id, kit))

    def _rename(self) -> None:
        panel, words = self._desk.panel, self._title.text().strip()
        if panel is not None and words != panel.title:
            self._desk.edit(
                "Rename scene", lambda b: scenes.describe_scene(b, panel.id, title=words)
            )

    def _set_beat(self, index: int) -> None:
        scene, beat = self._desk.pick.scene, list(Beat)[index]
        self._desk.edit("Change beat", lambda b: scenes.set_beat(b, scene, beat))

    def _retime(self, seconds: float) -> None:
        board, scene = self._desk.board, self._desk.pick.scene
        if board is not None:
            length = frames_of(seconds, board.rate)
            self._desk.edit("Retime scene", lambda b: scenes.retime_scene(b, scene, length))

    def _paint(self, colour: str) -> None:
        scene = self._desk.pick.scene
        fill = Solid(Colour(colour))
        self._desk.edit("Change background", lambda b: scenes.set_background(b, scene, fill))


class SoundPage(Section):
    """Loudness, fades and quiet of a sound."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        self._desk = desk
        self._sound: Sound | None = None
        self._gain = NumberField("Gain", name="Gain", low=-60, high=24, digits=1, unit=" dB")
        self._duck = NumberField("Duck", name="Down under voice", low=0, high=40, unit=" dB")
        self._in = NumberField("In", name="Fade in", low=0, high=30, step=0.1, digits=1, unit=" s")
        self._out = NumberField(
            "Out", name="Fade out", low=0, high=30, step=0.1, digits=1, unit=" s"
        )
        self._loop = CheckBox("Loop")
        self._quiet = CheckBox("Muted")
        super().__init__(
            "Sound",
            row(self._gain, self._duck, gap=6),
            row(self._in, self._out, gap=6),
            row(self._loop, self._quiet, None, gap=12),
            parent=parent,
        )
        self._gain.edited.connect(lambda v: self._set(gain_db=v))
        self._duck.edited.connect(lambda v: self._set(duck=v))
        self._in.edited.connect(lambda v: self._set(fade_in=self._frames(v)))
        self._out.edited.connect(lambda v: self._set(fade_out=self._frames(v)))
        self._loop.clicked.connect(lambda on: self._set(loop=on))
        self._quiet.clicked.connect(lambda on: self._set(muted=on))

    def _frames(self, seconds: float) -> int:
        board = self._desk.board
        return frames_of(seconds, board.rate) if board else 0

    def show_sound(self, sound: Sound) -> None:
        """Show a sound of the board."""
        self._sound = sound
        board = self._desk.board
        rate = float(board.rate) if board else 30.0
        self._gain.show_value(sound.gain_db)
        self._duck.show_value(sound.duck)
        self._in.show_value(sound.fade_in / rate)
        self._out.show_value(sound.fade_out / rate)
        self._loop.setChecked(sound.loop)
        self._quiet.setChecked(sound.muted)

    def _set(self, **fields: object) -> None:
        if self._sound is not None:
            changed = replace(self._sound, **fields)  # type: ignore[arg-type]  # each caller names a field with its type
            self._desk.edit("Change sound", lambda b: sounds.set_sound(b, changed))


class TransitionPage(Section):
    """How the chosen scene takes over from the one before."""

    def __init__(self, desk: Desk, deeds: Deeds, parent: QWidget | None = None) -> None:
        self._desk, self._deeds = desk, deeds
        self._entry: Transition | None = None
        self._kinds = ("none", *shelf.kinds())
        self._style = Picker([title(k) for k in self._kinds], name="Transition", step="sm")
        self._long = NumberField(
            "D", name="Transition length", low=0.1, high=10, step=0.1, digits=1, unit=" s"
        )
        self._form = column(gap=6)
        remove = Button("Remove", "secondary", step="sm", icon="trash")
        remove.clicked.connect(lambda: deeds.set_transition(None))
        super().__init__(
            "Transition",
            row(self._style, self._long, gap=6),
            self._form,
            row(None, remove),
            parent=parent,
        )
        self._style.activated.connect(self._choose)
        self._long.edited.connect(self._retime)

    def show_panel(self, panel: Panel) -> None:
        """Show the transition into a scene."""
        board, entry = self._desk.board, panel.entry
        if board is None:
            return
        kind = "none"
        if entry is not None and not isinstance(entry.style, UnknownTransition):
            kind = shelf.kind_of(entry.style)
        self._style.setCurrentIndex(self._kinds.index(kind))
        self._long.setEnabled(entry is not None)
        self._long.show_value(float((entry.length if entry else 0) / board.rate))
        if entry is None or self._entry is None or entry.style != self._entry.style:
            self._fill(entry)
        self._entry = entry

    def _fill(self, entry: Transition | None) -> None:
        while (item := self._form.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        if entry is not None and not isinstance(entry.style, UnknownTransition):
            form = PluginForm(entry.style)
            form.edited.connect(self._restyle)
            self._form.addWidget(form)

    def _restyle(self, style: TransitionStyle) -> None:
        if self._entry is not None:
            self._entry = replace(self._entry, style=style)
            self._deeds.set_transition(self._entry)

    def _choose(self, index: int) -> None:
        kind = self._kinds[index]
        if kind == "none":
            self._deeds.set_transition(None)
            return
        length = self._entry.length if self._entry else 15
        self._deeds.set_transition(Transition(style=shelf.get(kind)(), length=length))

    def _retime(self, seconds: float) -> None:
        board = self._desk.board
        if board is not None and self._entry is not None:
            length = max(1, frames_of(seconds, board.rate))
            self._deeds.set_transition(replace(self._entry, length=length))
