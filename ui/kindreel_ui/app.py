"""Opens the window and wires everything once."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from datetime import datetime
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtCore import QLoggingCategory, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

import kindreel
from kindreel import log, settings
from kindreel.i18n import about, tr
from kindreel.model.triage import Counts
from kindreel_ui.actions import EVERYWHERE, Actions
from kindreel_ui.collecting import Collector
from kindreel_ui.crash import CrashSheet
from kindreel_ui.faults import Faults
from kindreel_ui.kit import FocusRing, mark_icon
from kindreel_ui.preferences import Preferences
from kindreel_ui.projects import Projects
from kindreel_ui.runner import Runner, Task
from kindreel_ui.screens import PLACES, Tools
from kindreel_ui.session import InboxDoor, Session
from kindreel_ui.theme import theme
from kindreel_ui.window import Window

_COMFORTABLE = (1440, 900)
_WARM_AFTER_MS = 300


class App(QObject):
    """The parts of the running application, joined together.

    ended: everything is saved and closed; nothing runs any more.
    """

    ended = Signal()

    def __init__(self, qt: QApplication) -> None:
        super().__init__()
        self.collector = Collector(self)
        self.window = Window()
        self.preferences = Preferences()
        self.faults = Faults()
        self.runner = Runner()
        self.session = Session(self.runner)
        self.inbox = InboxDoor()
        self.projects = Projects(self.session, self.preferences, self.faults, self.window)
        self.actions = Actions(self.preferences)
        self.tools = Tools(
            session=self.session,
            projects=self.projects,
            inbox=self.inbox,
            runner=self.runner,
            faults=self.faults,
            actions=self.actions,
            preferences=self.preferences,
            go=self.window.go,
            screen=self.window.built,
        )
        self._warned = False
        self._warming = QTimer(self, singleShot=True, interval=_WARM_AFTER_MS)
        self._warming.timeout.connect(self._warm_up)
        self._ring = FocusRing(qt)
        self._join()

    def _join(self) -> None:
        self.window.give(self.tools)
        runs = {
            "file.new": self.projects.new_blank,
            "file.open": self.projects.ask_open,
            "file.save": self.projects.save,
            "file.save_as": self.projects.ask_save_as,
        }
        for deed in EVERYWHERE:
            if deed.name in runs:
                self.actions.bind(deed, self.window, runs[deed.name])
        self.runner.failed.connect(self.faults.tell)
        self.faults.rescue = self.session.rescue
        self.faults.crashed.connect(self._show_crash)
        self.preferences.changed.connect(self._dress)
        self.projects.entered.connect(self._show_storyboard)
        self.projects.waiting.connect(self.window.show_waiting)
        self.session.opened.connect(self._remember)
        self.session.saved.connect(self._entitle)
        self.session.changed.connect(self._entitle)
        self.session.recoverable.connect(self._offer_recovery)
        self.inbox.changed.connect(self._count_waiting)
        self.window.dropped_projects.connect(lambda folders: self.projects.open(folders[0]))
        self.window.asked_to_close.connect(self._leave)

    def start(self, project: Path | None) -> None:
        """Show the window; open a project once the window is on the screen."""
        room = QGuiApplication.primaryScreen().availableSize()
        wide, high = (min(a, b) for a, b in zip(_COMFORTABLE, room.toTuple(), strict=True))
        self.window.resize(wide, high)
        self.window.go("home")
        self.window.show()
        QTimer.singleShot(0, self._look_first)
        if project is not None:
            QTimer.singleShot(0, lambda: self.projects.open(project))

    def _warm_up(self) -> Task:
        """Load the screens' code while nobody waits, so that going there is quick."""
        packages = [place.package for place in PLACES]
        return self.runner.free(lambda _progress: _load(*packages))

    def _show_storyboard(self) -> None:
        task = self.runner.free(lambda _progress: _load("kindreel_ui.storyboard"))
        task.finished.connect(self._storyboard_loaded)

    def _storyboard_loaded(self) -> None:
        self.window.go("storyboard")

    def _dress(self) -> None:
        chosen = self.preferences.value
        theme().use(chosen.theme, reduced_motion=chosen.reduced_motion)

    def _remember(self) -> None:
        folder = self.session.folder
        if folder is not None:
            settings.remember_project(folder)
            self.preferences.reload()

    def _entitle(self) -> None:
        project = self.session.project
        self.window.setWindowTitle(f"{project.title}[*] – Kindreel" if project else "Kindreel")
        self.window.setWindowModified(project is not None and self.session.dirty)

    def _offer_recovery(self, kept_at: datetime) -> None:
        folder = self.session.folder
        age = (datetime.now(kept_at.tzinfo) - kept_at).total_seconds()
        self.window.notice.show_notice(
            tr("We kept your work"),
            tr("Kindreel closed unexpectedly. What you had not saved was kept {ago} ago.").format(
                ago=about(age)
            ),
            "" if folder is None else str(folder),
            tone="success",
            icon="clock-counter-clockwise",
            action=(tr("Restore it"), self.session.recover),
        )

    def _look_first(self) -> None:
        """Count what waits; only then load what may be needed later."""
        self._count_waiting().ended.connect(lambda _task: self._warming.start())

    def _count_waiting(self) -> Task:
        task = self.runner.free(lambda _progress: self.inbox.open().counts(), keep_failure=True)
        task.finished.connect(self._show_waiting)
        return task

    def _show_waiting(self, counts: Counts) -> None:
        self.window.rail.set_waiting("comments", counts.to_review)

    def _show_crash(self, _error: BaseException, report: Path | None) -> None:
        sheet = CrashSheet(report, self.window)
        sheet.leave_asked.connect(self._leave)
        sheet.open()

    def _leave(self) -> None:
        """Hide at once, save in the background, then end; what cannot be saved is shown again."""
        if not self.window.isVisible():
            return
        if self.session.read_only and self.session.dirty and not self._warned:
            self._warned = True
            self._warn_of_loss()
            return
        self.window.hide()
        saving = self.session.save() if self._can_save() else None
        if saving is None:
            self._close_project()
            return
        saving.failed.connect(self.window.show)
        saving.finished.connect(self._close_project)

    def _can_save(self) -> bool:
        return self.session.dirty and not self.session.read_only

    def _warn_of_loss(self) -> None:
        self.window.notice.show_notice(
            tr("Your changes are not kept yet."),
            tr("This project can only be looked at. Save it elsewhere, or close again."),
            tone="warn",
            icon="warning",
            action=(tr("Save as…"), self.projects.ask_save_as),
        )

    def _close_project(self) -> None:
        closing = self.session.close()
        if closing is None:
            self._end()
        else:
            closing.ended.connect(self._end)

    def _end(self) -> None:
        self._warming.stop()
        self.window.leave_now()
        self.runner.close()
        self.inbox.close()
        self.ended.emit()


def _load(*packages: str) -> None:
    """Load screens' code, most of which a package loads only when its screen is built.

    A place whose package is not there is passed over, as it is by the window.
    """
    for package in (p for p in packages if find_spec(p) is not None):
        for name in (package, f"{package}.screen"):
            if find_spec(name) is not None:
                import_module(name)


def _asked(argv: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser("kindreel-gui", description=tr("Kindreel’s window."))
    parser.add_argument("project", nargs="?", type=Path, help=tr("a project folder to open"))
    parser.add_argument("--version", action="version", version=f"Kindreel {kindreel.__version__}")
    return parser.parse_args(argv[1:])


def silence_plugins() -> None:
    """Keep Qt's sound plug-ins from logging while the system loads them.

    A message sent from inside the loader would wait for Python's lock in our handler, while
    another thread holds that lock and waits for the loader: neither would ever go on.
    """
    QLoggingCategory.setFilterRules("qt.multimedia.*=false")


def main(argv: Sequence[str] | None = None) -> int:
    """Run the window until it is closed; gives the process's exit code."""
    asked = _asked(sys.argv if argv is None else argv)
    log.start()
    chosen = settings.load()
    # The whole interface scales through Qt; it must be told before the application exists.
    os.environ.setdefault("QT_SCALE_FACTOR", f"{chosen.scale:g}")
    silence_plugins()
    qt = QApplication.instance() or QApplication([])
    assert isinstance(qt, QApplication), "a console application is running already"
    qt.setApplicationName("Kindreel")
    qt.setApplicationVersion(kindreel.__version__)
    qt.setDesktopFileName("kindreel")
    qt.setWindowIcon(mark_icon())
    qt.setQuitOnLastWindowClosed(False)
    theme().use(chosen.theme, reduced_motion=chosen.reduced_motion)
    app = App(qt)
    app.ended.connect(qt.quit)
    app.faults.install()
    app.start(asked.project)
    return qt.exec()


__all__ = ["App", "main"]
