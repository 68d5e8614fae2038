from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kindreel import settings
from kindreel.model.triage import BlockedPolicy
from kindreel_ui.app import App
from kindreel_ui.kit import LineField, Picker, Segmented, Toggle
from kindreel_ui.screens import Screen
from kindreel_ui.theme import theme


@pytest.fixture
def screen(app: App, qtbot: QtBot) -> Screen:
    app.start(None)
    qtbot.waitExposed(app.window)
    app.window.go("settings")
    assert app.window.shown is not None
    return app.window.shown


def test_a_chosen_theme_is_worn_at_once_and_kept(screen: Screen) -> None:
    screen.findChild(Segmented).choose(2)
    assert theme().mode == "light"
    assert settings.load().theme == "light"


def test_a_chosen_size_is_kept_for_the_next_start(screen: Screen) -> None:
    size = screen.findChild(Picker)
    size.setCurrentIndex(3)
    size.activated.emit(3)
    assert settings.load().scale == 1.25


def test_reduced_motion_is_followed_at_once(screen: Screen) -> None:
    motion = next(t for t in screen.findChildren(Toggle) if t.accessibleName() == "Reduced motion")
    motion.click()
    assert theme().reduced_motion
    motion.click()
    assert not theme().reduced_motion


def test_the_name_greets_on_home(screen: Screen, app: App, qtbot: QtBot) -> None:
    field = screen.findChild(LineField)
    field.setText("Amara")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    app.window.go("home")
    home = app.window.shown
    assert home is not None
    assert home._hello.text().endswith(", Amara")  # type: ignore[attr-defined]


def test_what_blocked_people_write_is_handled_as_chosen(
    screen: Screen, app: App, qtbot: QtBot
) -> None:
    policy = screen.blocked  # type: ignore[attr-defined]
    qtbot.waitUntil(policy.isEnabled, timeout=20_000)
    assert policy.currentText() == "Let it wait for me"
    with qtbot.waitSignal(app.tools.inbox.changed, timeout=20_000):
        policy.activated.emit(1)
    assert app.tools.inbox.open().arrivals.policy() is BlockedPolicy.HIDE
