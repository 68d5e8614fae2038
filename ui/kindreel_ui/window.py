"""The window: rail, top bar, notices and one screen at a time; it decides nothing."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from importlib import import_module

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from kindreel.errors import KindreelError
from kindreel.i18n import tr
from kindreel_ui import regions
from kindreel_ui.actions import EVERYWHERE
from kindreel_ui.dropping import dropped
from kindreel_ui.faults import Retry
from kindreel_ui.keys import KeysSheet
from kindreel_ui.kit import NoticeBar, Panel
from kindreel_ui.palette import Palette
from kindreel_ui.rail import Rail
from kindreel_ui.screens import PLACES, ImportFiles, Intent, Screen, Tools
from kindreel_ui.theme import size

_PLACES = {place.name: place for place in PLACES}


class Window(QMainWindow):
    """Holds the screens, each built when it is first shown.

    asked_to_close: the person wants to leave; who listens closes the window with `leave_now`.
    dropped_projects: project folders were dropped on the window.
    """

    asked_to_close = Signal()
    dropped_projects = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle("Kindreel")
        self.setMinimumSize(QSize(size("minWidth"), size("minHeight")))
        self.setAcceptDrops(True)
        self._tools: Tools | None = None
        self._screens: dict[str, Screen] = {}
        self._bars: dict[str, QWidget] = {}
        self._leaving = False
        self._waiting_for = ""
        self.rail = Rail()
        self.rail.asked.connect(self.go)
        self.notice = NoticeBar()
        self._bar_host = QStackedWidget()
        self._top = Panel(_bare(QVBoxLayout(), self._bar_host), "top")
        self._top.setFixedHeight(size("topbar"))
        self._top.setAccessibleName(tr("Top bar"))
        self._stack = QStackedWidget()
        content = QVBoxLayout()
        _bare(content, self._top)
        content.addWidget(self.notice)
        content.addWidget(self._stack, 1)
        whole = QWidget()
        across = QHBoxLayout()
        _bare(across, self.rail)
        across.addLayout(content, 1)
        whole.setLayout(across)
        self.setCentralWidget(whole)
        self._top.hide()

    # Screens ------------------------------------------------------------------------------------

    def give(self, tools: Tools) -> None:
        """Take the tools that screens are built with, and bind the keys of the window."""
        self._tools = tools
        deeds: dict[str, Callable[[], object]] = {
            f"go.{p.name}": partial(self.go, p.name) for p in PLACES if not p.inside
        }
        deeds |= {
            "edit.undo": lambda: self.shown.undo() if self.shown else None,
            "edit.redo": lambda: self.shown.redo() if self.shown else None,
            "app.palette": self._show_palette,
            "app.keys": self._show_keys,
            "app.next_region": lambda: regions.step(self._regions(), 1),
            "app.last_region": lambda: regions.step(self._regions(), -1),
            "app.quit": self.close,
        }
        for deed in EVERYWHERE:
            if deed.name in deeds:
                tools.actions.bind(deed, self, deeds[deed.name])
        tools.faults.told.connect(self.show_problem)

    def built(self, name: str) -> Screen:
        """The screen of a name, built on first use."""
        if name not in self._screens:
            assert self._tools is not None, "screens are built with the tools"
            build = import_module(_PLACES[name].package).build
            made: Screen = build(self._tools)
            self._screens[name] = made
        return self._screens[name]

    @property
    def shown(self) -> Screen | None:
        """The screen on show."""
        shown = self._stack.currentWidget()
        return shown if isinstance(shown, Screen) else None

    def go(self, name: str, intent: Intent | None = None) -> None:
        """Show a screen and tell it why."""
        place = _PLACES[name]
        screen = self.built(name)
        before = self.shown
        if before is not None and before is not screen:
            before.leave()
        if self._stack.indexOf(screen) < 0:
            self._stack.addWidget(screen)
            self._add_bar(name, screen)
        self._stack.setCurrentWidget(screen)
        bar = self._bars.get(name)
        if bar is not None:
            self._bar_host.setCurrentWidget(bar)
        self._top.setVisible(bar is not None)
        self.rail.show_place(place.inside or name)
        screen.arrive(intent)

    def _add_bar(self, name: str, screen: Screen) -> None:
        bar = screen.topbar()
        if bar is not None:
            self._bars[name] = bar
            self._bar_host.addWidget(bar)

    def _regions(self) -> list[QWidget]:
        parts = [self.rail, self._top, self.notice]
        if self.shown is not None:
            parts.extend(self.shown.regions())
        return [part for part in parts if part.isVisible()]

    # Notices and dialogs ------------------------------------------------------------------------

    def show_problem(self, error: KindreelError, retry: Retry | None = None) -> None:
        """Show a known problem in the notice bar."""
        self.notice.show_notice(error.sentence, error.advice, error.details, action=retry)

    def show_waiting(self, words: str) -> None:
        """Say what is going on; empty words say that it is over."""
        if words:
            self.notice.show_notice(words, tone="text2", icon="hourglass-medium")
        elif self._waiting_for:
            self.notice.take_down(self._waiting_for)
        self._waiting_for = words

    def _show_palette(self) -> None:
        assert self._tools is not None, "keys are bound with the tools"
        Palette(self._tools.actions, self).open()

    def _show_keys(self) -> None:
        assert self._tools is not None, "keys are bound with the tools"
        for place in PLACES:  # a screen binds its keys when it is built
            if not place.inside:
                self.built(place.name)
        KeysSheet([deed for deed, _action in self._tools.actions], self).open()

    # Qt's events --------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take what can be opened or imported."""
        if dropped(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open projects, import comments."""
        found = dropped(event.mimeData())
        event.acceptProposedAction()
        if found.projects:
            self.dropped_projects.emit(found.projects)
        elif found.comments:
            self.go("comments", ImportFiles(found.comments))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask to be closed; the window goes once everything is saved."""
        if self._leaving:
            event.accept()
            return
        event.ignore()
        self.asked_to_close.emit()

    def leave_now(self) -> None:
        """Close without asking again."""
        self._leaving = True
        self.close()


def _bare(box: QHBoxLayout | QVBoxLayout, *widgets: QWidget) -> QHBoxLayout | QVBoxLayout:
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(0)
    for widget in widgets:
        box.addWidget(widget, 0, Qt.AlignmentFlag(0))
    return box
