"""The Board view: filmstrip, stage, inspector and timeline, and the keys that work on them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QWidget

from kindreel_ui.actions import Deed
from kindreel_ui.kit import Button, EmptyState, column
from kindreel_ui.playback.sounds import levels
from kindreel_ui.screens import Tools
from kindreel_ui.storyboard.deeds import Deeds
from kindreel_ui.storyboard.desk import Desk
from kindreel_ui.storyboard.filmstrip.strip import Filmstrip
from kindreel_ui.storyboard.inspector.panel import Inspector
from kindreel_ui.storyboard.intake import Intake
from kindreel_ui.storyboard.stage.area import StageArea
from kindreel_ui.storyboard.timeline.panel import TimelinePanel
from kindreel_ui.storyboard.timeline.waveforms import Waveforms
from kindreel_ui.theme import size

_NEIGHBOURS_FROM = 1320
_INSPECTOR_FROM = 1240


class BoardPage(QWidget):
    """Lays the four parts out and binds their keys.

    floated: the inspector has no room of its own any more, or has it again. shown: it is to be
    seen, or not.
    """

    floated = Signal(bool)
    shown = Signal(bool)

    def __init__(self, tools: Tools, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools, self._desk = tools, desk
        intake = Intake(tools.session, tools.runner)
        self.deeds = Deeds(desk, intake)
        self.waveforms = Waveforms(tools.runner, levels, self)
        self.filmstrip = Filmstrip(desk, tools.actions)
        self.area = StageArea(desk, intake)
        self.inspector = Inspector(desk, self.deeds)
        self.timeline = TimelinePanel(desk, self.waveforms, self.deeds)
        self._middle = QStackedWidget()
        self._middle.addWidget(self.area)
        self._middle.addWidget(self._empty())
        self._upper = QHBoxLayout()
        self._upper.setContentsMargins(0, 0, 0, 0)
        self._upper.setSpacing(0)
        self._upper.addWidget(self.filmstrip)
        self._upper.addWidget(self._middle, 1)
        self._upper.addWidget(self.inspector)
        upper = QWidget()
        upper.setLayout(self._upper)
        self._split = QSplitter(Qt.Orientation.Vertical)
        self._split.setChildrenCollapsible(False)
        self._split.setHandleWidth(4)
        self._split.addWidget(upper)
        self._split.addWidget(self.timeline)
        self._split.setStretchFactor(0, 1)
        self._split.setStretchFactor(1, 0)
        self._split.setSizes([660, size("timeline")])
        self.setLayout(column(self._split, gap=0))
        self._floats = False
        self._bind_playback()
        self._bind_tools()
        self._bind_edits()
        self.area.bar.safe.setChecked(tools.preferences.value.safe_zones)
        desk.changed.connect(lambda _before, _after: self._follow())
        self._follow()

    def _empty(self) -> EmptyState:
        add = Button("Add first scene", "primary", icon="plus")
        add.clicked.connect(self.filmstrip.add)
        template = Button("Use a template")
        template.clicked.connect(lambda: self._tools.go("home", None))
        return EmptyState(
            "board",
            "Every story starts with one frame",
            "Add a scene, or let a template lay out the six beats. The reveal is already waiting "
            "at the end.",
            add,
            template,
        )

    def _follow(self) -> None:
        board = self._desk.board
        has_scenes = board is not None and bool(board.scenes)
        self._middle.setCurrentIndex(0 if has_scenes else 1)
        self.area.playbar.show_board(board)

    def regions(self) -> Sequence[QWidget]:
        """What F6 moves through."""
        return (self.filmstrip, self.area, self.inspector, self.timeline)

    # Layout -------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let go of what there is no room for."""
        super().resizeEvent(event)
        wide = event.size().width() + size("rail")
        self.area.stage.show_neighbours(on=wide >= _NEIGHBOURS_FROM)
        self._float(on=wide < _INSPECTOR_FROM)

    def _float(self, *, on: bool) -> None:
        if on != self._floats:
            self._floats = on
            if on:
                self._upper.removeWidget(self.inspector)
                self.inspector.setParent(self)
                self.inspector.hide()
            else:
                self._upper.addWidget(self.inspector)
                self.inspector.show()
            self.floated.emit(on)
            self.shown.emit(not on)
        if on:
            high = self.height() - self.timeline.height()
            self.inspector.setGeometry(
                self.width() - self.inspector.width(), 0, self.inspector.width(), high
            )

    def toggle_inspector(self) -> None:
        """Show or hide the inspector; in a narrow window it lies over the stage."""
        show = self.inspector.isHidden()
        self.inspector.setVisible(show)
        self.inspector.raise_()
        self.inspector.refresh()
        self.shown.emit(show)

    # Keys ---------------------------------------------------------------------------------------

    def _bind_playback(self) -> None:
        player = self._desk.player
        for name, words, keys, run in (
            ("play.toggle", "Play or pause", ("Space",), player.toggle),
            ("play.back", "One frame back", (",",), lambda: player.step(-1)),
            ("play.on", "One frame on", (".",), lambda: player.step(1)),
            ("play.scene_back", "Previous scene", ("PgUp",), lambda: player.step_scene(-1)),
            ("play.scene_on", "Next scene", ("PgDown",), lambda: player.step_scene(1)),
            ("play.start", "To the start", ("Home",), lambda: player.seek(0)),
            ("play.end", "To the end", ("End",), self._to_end),
            ("play.loop", "Loop the scene", ("L",), lambda: player.set_loop(on=not player.loop)),
            ("play.mute", "Mute", ("M",), lambda: player.set_mute(on=not player.mute)),
        ):
            self._tools.actions.bind(Deed(name, words, "Playback", keys), self, run)

    def _to_end(self) -> None:
        board = self._desk.board
        if board is not None:
            self._desk.player.seek(board.length - 1)

    def _bind_tools(self) -> None:
        desk, area = self._desk, self.area
        for name, words, keys, run in (
            ("tool.select", "Select", ("V",), lambda: desk.take("select")),
            ("tool.hand", "Pan", ("H",), lambda: desk.take("hand")),
            ("tool.draw", "Draw", ("P",), lambda: desk.take("draw")),
            ("tool.text", "Text", ("T",), lambda: desk.take("text")),
            ("tool.heart", "Heart", ("S",), lambda: desk.take("sticker")),
            ("tool.image", "Picture, clip or sound", ("I",), area.ask_file),
            ("tool.avatar", "Avatar", ("A",), lambda: area.ask_avatar(area.tools)),
            ("view.safe", "Safe zones", ("Shift+S",), area.bar.safe.toggle),
            ("view.grid", "Guides", ("G",), area.bar.grid.toggle),
            ("view.fit", "Fit the stage", ("Ctrl+0",), area.stage.fit),
            ("view.larger", "Zoom in", ("Ctrl++", "Ctrl+="), lambda: self._zoom(1)),
            ("view.smaller", "Zoom out", ("Ctrl+-",), lambda: self._zoom(-1)),
            ("view.inspector", "Show or hide the inspector", ("Ctrl+I",), self.toggle_inspector),
        ):
            self._tools.actions.bind(Deed(name, words, "Tools", keys), self, run)

    def _zoom(self, step: int) -> None:
        stage = self.area.stage
        stage.look(stage.view.zoomed(step))

    def _bind_edits(self) -> None:
        deeds, bind = self.deeds, self._tools.actions.bind
        for name, words, keys, run in (
            ("scene.add", "Add scene", ("N",), self.filmstrip.add),
            ("scene.split", "Split at the playhead", ("B",), deeds.split),
            ("layer.key", "Keyframe", ("K",), deeds.toggle_key),
            ("curves.copy", "Copy curves", ("Ctrl+Alt+C",), deeds.curves.copy),
            ("curves.paste", "Paste curves", ("Ctrl+Alt+V",), deeds.curves.paste),
            ("layer.raise", "Layer up", ("]",), lambda: deeds.raise_layer(1)),
            ("layer.lower", "Layer down", ("[",), lambda: deeds.raise_layer(-1)),
        ):
            bind(Deed(name, words, "Edit", keys), self, run)
        for place, where in ((self.area, "stage"), (self.timeline, "timeline")):
            bind(Deed(f"{where}.delete", "Delete", "Edit", ("Del",)), place, deeds.delete)
            bind(Deed(f"{where}.copy", "Duplicate", "Edit", ("Ctrl+D",)), place, deeds.duplicate)
