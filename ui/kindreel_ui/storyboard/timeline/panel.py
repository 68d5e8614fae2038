"""The timeline with its own bar: cut, delete, snap, keyframe, transition and zoom."""

from __future__ import annotations

from math import log2

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSlider, QWidget

from kindreel_ui.kit import Button, IconButton, Label, Line, Panel, column, row
from kindreel_ui.storyboard.deeds import Deeds
from kindreel_ui.storyboard.desk import Desk
from kindreel_ui.storyboard.timeline.view import TimelineView
from kindreel_ui.storyboard.timeline.waveforms import Waveforms

_MOST_ZOOM = 32
_LEAST = 176


class TimelinePanel(Panel):
    """Bar above, tracks below."""

    def __init__(
        self, desk: Desk, waveforms: Waveforms, deeds: Deeds, parent: QWidget | None = None
    ) -> None:
        self.view = TimelineView(desk, waveforms)
        self._slider = QSlider(Qt.Orientation.Horizontal)
        self._slider.setRange(0, round(log2(_MOST_ZOOM) * 100))
        self._slider.setFixedWidth(96)
        self._slider.setAccessibleName("Timeline zoom")
        bar = self._bar(deeds)
        body = column(bar, gap=0)
        body.addWidget(self.view, 1)
        super().__init__(body, "bottom", parent)
        self.setMinimumHeight(_LEAST)
        self.setAccessibleName("Timeline")
        self._slider.valueChanged.connect(lambda v: self.view.set_zoom(2 ** (v / 100)))
        self.view.zoomed.connect(self._show_zoom)

    def _bar(self, deeds: Deeds) -> Panel:
        split = IconButton("scissors", "Split at the playhead (B)", step="sm")
        delete = IconButton("trash", "Delete (Del)", step="sm")
        snap = IconButton("magnet", "Snap (Shift+N)", checked=True, step="sm")
        key = IconButton("diamond", "Keyframe (K)", step="sm")
        transition = Button("Transition", "ghost", step="sm", icon="drop-half")
        caption = Button("Caption", "ghost", step="sm", icon="closed-captioning")
        fit = IconButton("corners-out", "Fit timeline (Shift+Z)", step="sm")
        split.clicked.connect(deeds.split)
        delete.clicked.connect(deeds.delete)
        key.clicked.connect(deeds.toggle_key)
        transition.clicked.connect(deeds.choose_transition)
        caption.clicked.connect(deeds.add_caption)
        fit.clicked.connect(lambda: self._slider.setValue(0))
        snap.toggled.connect(self._set_snap)
        line = row(split, delete, snap, key, Line(upright=True), transition, caption, None, gap=4)
        line.addWidget(Label("Fit", "caption"))
        line.addWidget(self._slider)
        line.addWidget(fit)
        line.setContentsMargins(12, 4, 12, 4)
        made = Panel(line, "bottom")
        made.setFixedHeight(37)
        return made

    def _set_snap(self, on: bool) -> None:  # noqa: FBT001 - Qt's signal sends a bare bool
        self.view.snaps = on

    def _show_zoom(self, zoom: float) -> None:
        self._slider.blockSignals(True)
        self._slider.setValue(round(log2(zoom) * 100))
        self._slider.blockSignals(False)
