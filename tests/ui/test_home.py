from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kindreel import paths
from kindreel.model.triage import Counts
from kindreel_ui.app import App
from kindreel_ui.home import summaries
from kindreel_ui.home.cards import CommentsCard, DropTarget, ImportCard
from kindreel_ui.home.offers import offers, picture_of_template
from kindreel_ui.home.screen import HomeScreen
from kindreel_ui.home.tiles import Tile, TileGrid
from kindreel_ui.home.words import ago, greeting, welcome
from kindreel_ui.kit import Button

NOW = datetime(2026, 11, 22, 18, 30, tzinfo=UTC)


@pytest.fixture
def home(app: App, qtbot: QtBot) -> HomeScreen:
    app.projects.entered.disconnect()
    app.start(None)
    qtbot.waitExposed(app.window)
    shown = app.window.shown
    assert isinstance(shown, HomeScreen)
    return shown


@pytest.mark.parametrize(
    ("hour", "words"),
    [(4, "Good evening"), (5, "Good morning"), (12, "Good afternoon"), (18, "Good evening")],
)
def test_the_greeting_goes_with_the_hour(hour: int, words: str) -> None:
    assert greeting(NOW.replace(hour=hour), "Amara") == f"{words}, Amara"
    assert greeting(NOW.replace(hour=hour), "  ") == words


def test_the_welcome_speaks_of_nothing_unkind() -> None:
    assert welcome(0, 0) == "Make something kind today."
    assert welcome(2, 512) == "2 drafts are waiting, and 512 comments hold something kind."


@pytest.mark.parametrize(
    ("before", "words"),
    [
        (timedelta(seconds=20), "just now"),
        (timedelta(minutes=12), "12 min ago"),
        (timedelta(hours=5), "5 h ago"),
        (timedelta(hours=20), "yesterday"),
        (timedelta(days=5), "Tuesday"),
        (timedelta(days=13), "9 Nov"),
        (timedelta(days=400), "18 Oct 2025"),
    ],
)
def test_times_are_told_as_people_do(before: timedelta, words: str) -> None:
    assert ago(NOW - before, NOW) == words


def test_without_projects_home_says_how_to_start(home: HomeScreen) -> None:
    assert home._none.isVisible()
    assert not home._recent.isVisible()


def test_a_recent_project_is_shown_with_its_picture(
    app: App, home: HomeScreen, folder: Path, qtbot: QtBot
) -> None:
    app.session.open(folder)
    qtbot.waitUntil(lambda: len(home._recent.tiles) == 1)
    tile = home._recent.tiles[0]
    qtbot.waitUntil(lambda: tile._picture is not None)
    assert "2 scenes" in tile.accessibleName()
    assert "1 check open" in tile.accessibleName()


def test_a_picture_is_painted_once_until_the_project_changes(
    folder: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    del qtbot
    first = summaries.summarise(folder)
    monkeypatch.setattr(summaries, "paint", lambda *_: pytest.fail("painted again"))
    again = summaries.summarise(folder)
    assert again.facts == first.facts
    assert again.picture.size() == first.picture.size()


def test_a_missing_project_does_no_harm(home: HomeScreen, app: App, qtbot: QtBot) -> None:
    app.preferences.change(recent=("/nowhere/Gone.kindreel",))
    qtbot.waitUntil(lambda: "Cannot be read" in home._recent.tiles[0].accessibleName())


def test_all_six_templates_are_offered_with_a_picture(home: HomeScreen, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: len(home._templates.tiles) == 7, timeout=20_000)
    assert len(offers()) == 6
    assert not picture_of_template(offers()[0].name).isNull()


def test_a_template_becomes_an_open_project_of_the_persons_own(
    home: HomeScreen, app: App, qtbot: QtBot
) -> None:
    app.preferences.change(name="Amara")
    qtbot.waitUntil(lambda: len(home._templates.tiles) == 7, timeout=20_000)
    with qtbot.waitSignal(app.session.opened, timeout=20_000):
        home._templates.tiles[1].click()
    assert app.session.folder is not None
    assert app.session.folder.parent == paths.projects()
    assert app.session.project is not None
    assert app.session.project.creators[0].name == "Amara"


def test_the_sample_is_copied_once_and_then_opened_again(
    home: HomeScreen, app: App, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(app.session.opened, timeout=20_000):
        home._sample.opened.emit()
    first = app.session.folder
    app.session.close()
    with qtbot.waitSignal(app.session.opened, timeout=20_000):
        home._sample.opened.emit()
    assert app.session.folder == first
    assert len(list(paths.projects().glob("*.kindreel"))) == 1


def test_an_empty_inbox_asks_for_no_triage(qtbot: QtBot) -> None:
    card = CommentsCard()
    qtbot.addWidget(card)
    card.show_counts(Counts())
    card.show()
    assert [b.words for b in card.findChildren(Button) if b.isVisible()] == []


def test_the_card_opens_on_the_kind_ones(qtbot: QtBot) -> None:
    card = CommentsCard()
    qtbot.addWidget(card)
    card.show_counts(Counts(all=1204, to_review=61, kind=512, unkind=84, severe=23))
    card.show()
    words = [b.words for b in card.findChildren(Button) if b.isVisible()]
    assert words == ["Read the kind ones first", "Triage 61 waiting"]
    with qtbot.waitSignal(card.kind_asked):
        card.findChildren(Button)[0].click()


def test_files_dropped_on_the_card_are_handed_on(tmp_path: Path, qtbot: QtBot) -> None:
    card = ImportCard()
    qtbot.addWidget(card)
    table = tmp_path / "comments.csv"
    table.write_text("text\nhello\n")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(table))])
    drop = QDropEvent(
        QPointF(10, 10),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    with qtbot.waitSignal(card.given) as told:
        card.findChild(DropTarget).dropEvent(drop)
    assert told.args[0] == (table,)


def test_tiles_fill_the_width_and_never_overlap(qtbot: QtBot) -> None:
    grid = TileGrid(120, 14)
    qtbot.addWidget(grid)
    tiles = [Tile(f"Template {n}") for n in range(7)]
    grid.set_tiles(tiles)
    for wide in (500, 684, 924, 1404):
        grid.resize(wide, grid.heightForWidth(wide))
        grid._place()
        places = [tile.geometry() for tile in tiles]
        assert max(place.right() for place in places) < wide
        assert max(place.bottom() for place in places) < grid.height()
        assert not any(a.intersects(b) for i, a in enumerate(places) for b in places[:i])


def test_arrows_move_between_tiles(qtbot: QtBot) -> None:
    host = QWidget()
    grid = TileGrid(120, 14)
    grid.setParent(host)
    tiles = [Tile(f"Template {n}") for n in range(4)]
    grid.set_tiles(tiles)
    grid.resize(600, 300)
    qtbot.addWidget(host)
    host.show()
    host.activateWindow()
    qtbot.waitUntil(host.isActiveWindow)
    tiles[0].setFocus()
    qtbot.keyClick(tiles[0], Qt.Key.Key_Right)
    assert tiles[1].hasFocus()


def test_a_tile_without_a_picture_paints_a_stand_in(qtbot: QtBot) -> None:
    tile = Tile("Lanterns", "Edited just now")
    qtbot.addWidget(tile)
    tile.resize(168, 343)
    before = tile.grab().toImage()
    tile.set_picture(QImage(36, 64, QImage.Format.Format_RGB32))
    assert tile.grab().toImage() != before
