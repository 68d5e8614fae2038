"""The inspector panel: tabs, what is chosen, and the page for it."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QTabBar, QWidget

from kindreel.model.board import Board
from kindreel.model.edits import layers as edits
from kindreel.model.layers import Layer
from kindreel_ui.kit import Box, IconButton, IconLabel, Panel, ShortLabel, column, row
from kindreel_ui.storyboard.deeds import Deeds
from kindreel_ui.storyboard.desk import Desk
from kindreel_ui.storyboard.inspector.pages import (
    LayerPage,
    ScenePage,
    SoundPage,
    TransitionPage,
)
from kindreel_ui.storyboard.inspector.scripts import NotesTab, ScriptTab
from kindreel_ui.storyboard.inspector.words import CaptionSection
from kindreel_ui.storyboard.picks import caption_of, sound_of
from kindreel_ui.storyboard.words import (
    ROLES,
    beat_words,
    layer_icon,
    layer_words,
    panel_words,
)
from kindreel_ui.theme import font, size


class Head(QWidget):
    """Icon and name of what is chosen; eye and lock for a layer."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._icon = IconLabel("film-strip", "accentText", 18)
        self._words = ShortLabel("", "bodyStrong")
        self._eye = IconButton("eye", "Hide layer", step="sm")
        self._lock = IconButton("lock-open", "Lock layer", step="sm")
        line = row(gap=6, margins=(16, 0, 12, 0))
        line.addWidget(self._icon)
        line.addWidget(self._words, 1)
        line.addWidget(self._eye)
        line.addWidget(self._lock)
        self.setLayout(line)
        self.setFixedHeight(40)
        self._eye.clicked.connect(self._show_or_hide)
        self._lock.clicked.connect(self._lock_or_free)

    def tell(self, words: str, icon: str, layer: Layer | None) -> None:
        """Name something else."""
        self._words.set_words(words)
        self._icon.set_icon(icon, "accentText")
        for button in (self._eye, self._lock):
            button.setVisible(layer is not None)
        if layer is not None:
            self._eye.set_icon("eye" if layer.visible else "eye-slash")
            self._eye.set_words("Hide layer" if layer.visible else "Show layer")
            self._lock.set_icon("lock" if layer.locked else "lock-open")
            self._lock.set_words("Free layer" if layer.locked else "Lock layer")

    def _show_or_hide(self) -> None:
        layer, scene = self._desk.layer, self._desk.pick.scene
        if layer is not None:
            visible = not layer.visible
            label = "Show layer" if visible else "Hide layer"
            self._desk.edit(label, lambda b: edits.show_layer(b, scene, layer.id, visible=visible))

    def _lock_or_free(self) -> None:
        layer, scene = self._desk.layer, self._desk.pick.scene
        if layer is not None:
            locked = not layer.locked
            label = "Lock layer" if locked else "Free layer"
            self._desk.edit(label, lambda b: edits.lock_layer(b, scene, layer.id, locked=locked))


class Inspector(Panel):
    """Design, Script and Notes of what is chosen; all of it can be changed and undone."""

    def __init__(self, desk: Desk, deeds: Deeds, parent: QWidget | None = None) -> None:
        self._desk = desk
        self.tabs = QTabBar()
        self.tabs.setFont(font("bodyStrong"))
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setAccessibleName("Inspector")
        for words in ("Design", "Script", "Notes"):
            self.tabs.addTab(words)
        self._head = Head(desk)
        self._layer = LayerPage(desk, deeds)
        self._scene = ScenePage(desk)
        self._caption = CaptionSection(desk)
        self._sound = SoundPage(desk)
        self._transition = TransitionPage(desk, deeds)
        self._script = ScriptTab(desk, deeds)
        self._notes = NotesTab(desk)
        self._stack = QStackedWidget()
        for page in (self._layer, self._scene, self._caption, self._sound, self._transition):
            self._stack.addWidget(_scrolled(page))
        self._stack.addWidget(_scrolled(self._script))
        self._stack.addWidget(_scrolled(self._notes))
        top = Panel(row(self.tabs, None, margins=(16, 4, 16, 0)), "top")
        top.setFixedHeight(44)
        name = Panel(column(self._head, gap=0), "top")
        body = column(top, name, gap=0)
        body.addWidget(self._stack, 1)
        super().__init__(body, "right", parent)
        self.setFixedWidth(size("inspector"))
        self.setAccessibleName("Inspector")
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self.refresh)
        self.tabs.currentChanged.connect(lambda _tab: self.refresh())
        desk.changed.connect(lambda _before, _after: self._later.start())
        desk.picked.connect(lambda _before, _after: self._later.start())
        desk.player.moved.connect(self._follow_playhead)
        desk.player.played.connect(lambda _on: self._later.start())
        desk.theatre.shown.connect(lambda _image, _frame: self._follow_picture())

    def _follow_playhead(self, _frame: int) -> None:
        if not self._desk.player.playing:
            self._later.start()

    def _follow_picture(self) -> None:
        """Contrast is measured on the picture, so it waits for the picture."""
        if not self._desk.player.playing:
            self._later.start()

    def refresh(self) -> None:
        """Show what is chosen, as it is now."""
        board, panel = self._desk.board, self._desk.panel
        if board is None or panel is None or not self.isVisible():
            return
        tab = self.tabs.currentIndex()
        if tab == 0:
            self._show_design(board)
            return
        index = panel.beat.value.capitalize()
        number = board.panels.index(panel) + 1
        self._head.tell(f"Scene {number} · {index}", "film-strip", None)
        page = self._script if tab == 1 else self._notes
        page.show_panel(panel)
        self._stack.setCurrentIndex(4 + tab)

    def _show_design(self, board: Board) -> None:
        pick, panel = self._desk.pick, self._desk.panel
        layer, caption, sound = self._desk.layer, caption_of(board, pick), sound_of(board, pick)
        if layer is not None:
            self._head.tell(layer_words(layer), layer_icon(layer), layer)
            self._layer.show_layer(layer)
            self._stack.setCurrentIndex(0)
        elif caption is not None:
            self._head.tell("Caption", "closed-captioning", None)
            self._caption.show_caption(caption)
            self._stack.setCurrentIndex(2)
        elif sound is not None:
            self._head.tell(sound.name or ROLES[sound.role][0], ROLES[sound.role][1], None)
            self._sound.show_sound(sound)
            self._stack.setCurrentIndex(3)
        elif panel is not None and pick.kind == "transition":
            self._head.tell(f"Into {panel_words(panel)}", "drop-half", None)
            self._transition.show_panel(panel)
            self._stack.setCurrentIndex(4)
        elif panel is not None:
            self._head.tell(f"{beat_words(panel.beat)} · {panel_words(panel)}", "film-strip", None)
            self._scene.show_panel(panel)
            self._stack.setCurrentIndex(1)


def _scrolled(page: QWidget) -> QScrollArea:
    area = QScrollArea()
    held = Box(column(page, None, gap=0, margins=(16, 8, 16, 8)))
    held.setProperty("ground", "surface")
    area.setWidget(held)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area
