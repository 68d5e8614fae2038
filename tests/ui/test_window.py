from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kindreel.errors import ExportError
from kindreel_ui import dropping, regions
from kindreel_ui.app import App
from kindreel_ui.keys import KeysSheet
from kindreel_ui.kit import Button
from kindreel_ui.palette import Palette
from kindreel_ui.window import Window


@pytest.fixture
def window(app: App, qtbot: QtBot) -> Window:
    app.start(None)
    qtbot.waitExposed(app.window)
    app.window.activateWindow()
    return app.window


def test_every_screen_s_code_is_loaded_ahead(app: App, qtbot: QtBot) -> None:
    with qtbot.waitSignal(app._warm_up().finished, timeout=60_000):
        pass
    assert "kindreel_ui.settings.screen" in sys.modules


def drop(window: Window, *paths: Path) -> bool:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(200, 200), copy, data, left, none)
    window.dragEnterEvent(enter)
    if enter.isAccepted():
        window.dropEvent(QDropEvent(QPointF(200, 200), copy, data, left, none))
    return enter.isAccepted()


def test_the_window_opens_on_home(window: Window) -> None:
    assert window.shown is not None
    assert type(window.shown).__name__ == "HomeScreen"


def test_a_screen_is_built_once(window: Window) -> None:
    window.go("settings")
    first = window.shown
    window.go("home")
    window.go("settings")
    assert window.shown is first


def test_control_and_a_number_go_places(window: Window, app: App) -> None:
    assert app.actions["go.home"].shortcut().toString() == "Ctrl+1"
    app.actions["go.settings"].trigger()
    assert type(window.shown).__name__ == "SettingsScreen"
    app.actions["go.home"].trigger()
    assert type(window.shown).__name__ == "HomeScreen"


def test_f6_goes_round_all_regions(window: Window, qtbot: QtBot) -> None:
    qtbot.waitUntil(window.isActiveWindow)
    regions_seen = []
    for _ in window._regions():
        regions.step(window._regions(), 1)
        focus = QApplication.focusWidget()
        assert focus is not None
        regions_seen.append(
            next(r for r in window._regions() if r is focus or r.isAncestorOf(focus))
        )
    assert len(set(map(id, regions_seen))) == len(regions_seen) >= 2


def test_a_known_problem_is_shown_without_a_dialog(window: Window, app: App) -> None:
    app.faults.tell(ExportError("The disk is full.", "Your project is saved."))
    assert window.notice.isVisible()
    assert window.notice.words == "The disk is full. Your project is saved."
    assert QApplication.activeModalWidget() is None


def test_the_palette_runs_what_was_found(window: Window, app: App, qtbot: QtBot) -> None:
    app.actions["app.palette"].trigger()
    palette = next(w for w in window.findChildren(Palette))
    qtbot.keyClicks(palette._field, "setti")
    qtbot.keyClick(palette._field, Qt.Key.Key_Return)
    assert type(window.shown).__name__ == "SettingsScreen"


def test_the_keys_dialog_shows_every_key_of_the_window(window: Window, app: App) -> None:
    app.actions["app.keys"].trigger()
    dialog = next(w for w in window.findChildren(KeysSheet))
    assert dialog.isVisible()
    dialog.dismiss()
    assert not dialog.isVisible()


def test_a_dropped_project_is_opened(app: App, window: Window, folder: Path, qtbot: QtBot) -> None:
    app.projects.entered.disconnect()
    with qtbot.waitSignal(app.session.opened):
        assert drop(window, folder)
    assert app.session.folder == folder


def test_a_dropped_picture_is_turned_away(window: Window, tmp_path: Path) -> None:
    picture = tmp_path / "me.png"
    picture.write_bytes(b"")
    assert not drop(window, picture)


def test_dropped_files_are_told_apart(tmp_path: Path, folder: Path) -> None:
    table = tmp_path / "comments.CSV"
    table.write_text("text\nhello\n")
    found = dropping.sort([table, folder / "project.sqlite", tmp_path / "missing.csv"])
    assert found.projects == (folder,)
    assert found.comments == (table,)


def test_closing_the_window_saves_first(
    app: App, window: Window, folder: Path, qtbot: QtBot
) -> None:
    from kindreel.store.document import Document

    app.projects.entered.disconnect()
    with qtbot.waitSignal(app.session.opened):
        app.session.open(folder)
    app.session.apply("Rename", lambda p: type(p)(id=p.id, title="Boats", boards=p.boards))
    with qtbot.waitSignal(app.ended):
        window.close()
        assert not window.isVisible()
    assert Document.open(folder, read_only=True).project.title == "Boats"


def test_the_title_tells_what_is_open_and_whether_it_is_saved(
    app: App, window: Window, folder: Path, qtbot: QtBot
) -> None:
    app.projects.entered.disconnect()
    with qtbot.waitSignal(app.session.opened):
        app.session.open(folder)
    assert window.windowTitle().startswith("Lanterns")
    assert not window.isWindowModified()
    app.session.apply("Rename", lambda p: type(p)(id=p.id, title="Boats", boards=p.boards))
    assert window.windowTitle().startswith("Boats")
    assert window.isWindowModified()


def test_a_damaged_project_is_told_and_nothing_is_opened(
    app: App, window: Window, tmp_path: Path, qtbot: QtBot
) -> None:
    damaged = tmp_path / "Broken.kindreel"
    damaged.mkdir()
    (damaged / "project.sqlite").write_bytes(b"not a database" * 100)
    with qtbot.waitSignal(app.faults.told):
        app.projects.open(damaged)
    assert window.notice.isVisible()
    assert app.session.project is None


def test_a_project_that_is_open_elsewhere_can_be_looked_at(
    app: App, window: Window, folder: Path, qtbot: QtBot
) -> None:
    from kindreel.store.document import Document

    app.projects.entered.disconnect()
    with Document.open(folder):
        with qtbot.waitSignal(app.faults.told):
            app.projects.open(folder)
        look = next(b for b in window.notice.findChildren(Button) if "Look" in b.words)
        with qtbot.waitSignal(app.session.opened):
            look.click()
    assert app.session.read_only


def test_a_crash_keeps_the_work_and_sends_nothing(app: App, window: Window, qtbot: QtBot) -> None:
    from kindreel_ui.crash import CrashSheet

    with qtbot.waitSignal(app.faults.crashed):
        app.faults.tell(RuntimeError("bug"))
    dialog = next(w for w in window.findChildren(CrashSheet))
    assert dialog.isVisible()
    dialog.dismiss()


def test_a_second_click_while_a_project_is_made_does_nothing(
    app: App, window: Window, qtbot: QtBot
) -> None:
    from kindreel import paths

    del window
    app.projects.entered.disconnect()
    with qtbot.waitSignal(app.session.opened, timeout=20_000):
        app.projects.new_blank()
        app.projects.new_blank()
    assert len(list(paths.projects().glob("*.kindreel"))) == 1


def test_a_wait_is_told_and_taken_down_but_never_a_problem(window: Window) -> None:
    window.show_waiting("Opening “Lanterns”…")
    assert window.notice.isVisible()
    window.show_waiting("")
    assert not window.notice.isVisible()
    window.show_waiting("Opening “Lanterns”…")
    window.show_problem(ExportError("The disk is full."))
    window.show_waiting("")
    assert window.notice.words == "The disk is full."
    assert window.notice.isVisible()


def test_what_cannot_be_saved_keeps_the_window_open(
    app: App, window: Window, folder: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    from kindreel.errors import DocumentError
    from kindreel.store.document import Document

    def full(_document: Document, _project: object) -> None:
        raise DocumentError("The disk is full.", "Nothing is lost.")

    app.projects.entered.disconnect()
    with qtbot.waitSignal(app.session.opened):
        app.session.open(folder)
    app.session.apply("Rename", lambda p: type(p)(id=p.id, title="Boats", boards=p.boards))
    monkeypatch.setattr(Document, "save", full)
    window.close()
    qtbot.waitUntil(window.isVisible)
    assert app.session.project is not None
    assert app.session.project.title == "Boats"
    qtbot.waitUntil(lambda: window.notice.words.startswith("The disk is full."))
    monkeypatch.undo()


def test_changes_to_a_project_that_can_only_be_looked_at_are_not_dropped_silently(
    app: App, window: Window, folder: Path, qtbot: QtBot
) -> None:
    app.projects.entered.disconnect()
    with qtbot.waitSignal(app.session.opened):
        app.session.open(folder, read_only=True)
    app.session.apply("Rename", lambda p: type(p)(id=p.id, title="Boats", boards=p.boards))
    window.close()
    assert window.isVisible()
    assert window.notice.words.startswith("Your changes are not kept yet.")
    with qtbot.waitSignal(app.ended):
        window.close()
