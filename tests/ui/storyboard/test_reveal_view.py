"""A person casts the reveal: faces, words, style and consent."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QColor, QImage

from kindreel.model.edits.cast import set_reveal_style
from kindreel_ui.reveal.screen import RevealScreen

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from kindreel.model.reveal import Creator
    from kindreel_ui.app import App
    from kindreel_ui.storyboard.screen import StoryboardScreen


@pytest.fixture
def reveal(screen: StoryboardScreen, app: App, qtbot: QtBot) -> RevealScreen:
    """The Reveal view on show."""
    screen.bar.views.choose(1)
    shown = app.tools.screen("reveal")
    assert isinstance(shown, RevealScreen)
    qtbot.waitUntil(lambda: len(shown.stand.cast) == 1)
    return shown


def creator(reveal: RevealScreen) -> Creator:
    found = reveal.stand.creator
    assert found is not None
    return found


def test_a_name_is_typed_and_taken_back_in_one_step(reveal: RevealScreen, qtbot: QtBot) -> None:
    field = reveal.words._name
    field.selectAll()
    qtbot.keyClicks(field, "Amara Osei")
    assert creator(reveal).name == "Amara Osei"
    field.clearFocus()
    reveal.undo()
    assert creator(reveal).name == "Amara"
    assert field.text() == "Amara"


def test_a_photo_is_taken_in_and_its_eyes_can_be_marked(
    reveal: RevealScreen, qtbot: QtBot, tmp_path: Path
) -> None:
    picture = QImage(200, 300, QImage.Format.Format_RGB32)
    picture.fill(QColor("#C98"))
    file = tmp_path / "me.png"
    assert picture.save(str(file))
    reveal.person.take(file)
    qtbot.waitUntil(lambda: creator(reveal).person is not None, timeout=30_000)
    reveal.person.picker.picked.emit((0.4, 0.35), (0.6, 0.36))
    person = creator(reveal).person
    assert person is not None
    assert (person.left_eye, person.right_eye) == ((0.4, 0.35), (0.6, 0.36))


def test_a_style_card_changes_the_reveal(reveal: RevealScreen) -> None:
    card = next(c for c in reveal.styles.cards if c.kind == "pixel_clear")
    card.click()
    board = reveal.stand.board
    assert board is not None
    assert type(board.reveal.style).__name__ == "PixelClear"
    assert card.isChecked()
    reveal.theatre.player.stop()
    reveal.undo()
    assert not card.isChecked()


def test_the_chosen_style_is_in_view(reveal: RevealScreen, qtbot: QtBot) -> None:
    card = reveal.styles.cards[-1]
    assert card.visibleRegion().isEmpty()
    reveal.stand.edit_board("Change style", lambda b: set_reveal_style(b, card.style_value))
    qtbot.waitUntil(lambda: card.visibleRegion().boundingRect().width() == card.width())


def test_consent_is_given_on_a_day_and_can_be_taken_back(reveal: RevealScreen) -> None:
    assert creator(reveal).consent.given
    reveal.words._yes.click()
    assert not creator(reveal).consent.given
    reveal.words._yes.click()
    assert creator(reveal).consent.given
    assert creator(reveal).consent.on
    reveal.words._young.click()
    assert not creator(reveal).consent.holds


def test_a_creator_is_added_and_removed(reveal: RevealScreen) -> None:
    reveal.stand.add_creator()
    assert [c.name for c in reveal.stand.cast] == ["Amara", "Creator 2"]
    assert creator(reveal).name == "Creator 2"
    reveal.stand.move_creator(-1)
    assert [c.name for c in reveal.stand.cast] == ["Creator 2", "Amara"]
    reveal.stand.remove_creator()
    assert [c.name for c in reveal.stand.cast] == ["Amara"]


def test_use_on_board_goes_back(reveal: RevealScreen, screen: StoryboardScreen) -> None:
    reveal.words.use.click()
    assert screen._stack.currentWidget() is screen.page
