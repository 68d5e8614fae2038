from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kindreel_ui.actions import EVERYWHERE, Actions, Deed
from kindreel_ui.palette import matches
from kindreel_ui.preferences import Preferences

pytestmark = pytest.mark.usefixtures("dark")
DELETE = Deed("triage.delete", "Delete", "Triage", ("Del", "D"))


@pytest.fixture
def preferences() -> Preferences:
    return Preferences()


def keys(actions: Actions, name: str) -> list[str]:
    return [shortcut.toString() for shortcut in actions[name].shortcuts()]


def test_single_letters_can_be_turned_off_and_on(preferences: Preferences, qtbot: QtBot) -> None:
    actions = Actions(preferences)
    place = QWidget()
    qtbot.addWidget(place)
    actions.bind(DELETE, place, lambda: None)
    assert keys(actions, "triage.delete") == ["Del", "D"]
    preferences.change(single_keys=False)
    assert keys(actions, "triage.delete") == ["Del"]
    preferences.change(single_keys=True)
    assert keys(actions, "triage.delete") == ["Del", "D"]


def test_a_letter_works_only_where_the_focus_is(preferences: Preferences, qtbot: QtBot) -> None:
    actions = Actions(preferences)
    window = QWidget()
    here, there = QWidget(window), QWidget(window)
    qtbot.addWidget(window)
    action = actions.bind(DELETE, here, lambda: None)
    assert action.shortcutContext() == Qt.ShortcutContext.WidgetWithChildrenShortcut
    assert action in here.actions()
    assert action not in there.actions()


def test_no_key_stands_for_two_things_everywhere() -> None:
    pressed = [key for deed in EVERYWHERE for key in deed.keys]
    assert len(pressed) == len(set(pressed))


def test_settings_survive_the_next_start(preferences: Preferences) -> None:
    preferences.change(theme="light", scale=1.25, name="Amara")
    assert Preferences().value.theme == "light"
    assert Preferences().value.scale == 1.25
    assert Preferences().value.name == "Amara"


@pytest.mark.parametrize(
    ("asked", "found"), [("", True), ("unto", False), ("sav", True), ("sas", True), ("SA", True)]
)
def test_the_palette_finds_letters_in_their_order(asked: str, found: bool) -> None:  # noqa: FBT001
    assert matches("Save as…", asked) is found
