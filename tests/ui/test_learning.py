"""The classifier learns while a creator sorts, says so, and can be made to forget."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from inbox_examples import FirstWord, write_csv, youtube_row
from kindreel.model.comment import Action, Queue
from kindreel.model.triage import Box, View

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from kindreel_ui.app import App
    from kindreel_ui.comments.screen import CommentsScreen
    from kindreel_ui.settings.learned import Learned

LONG_MS = 20_000
JOKES = [f"you absolute clown, {rest}" for rest in ("bravo", "again", "haha", "nice", "ok")]
LIKE_IT = "you absolute clown, well done"


@pytest.fixture
def screen(app: App, qtbot: QtBot) -> CommentsScreen:
    from kindreel_ui.comments.screen import CommentsScreen

    app.window.show()
    app.tools.go("comments", None)
    shown = app.tools.screen("comments")
    assert isinstance(shown, CommentsScreen)
    qtbot.waitUntil(shown.empty.isVisible, timeout=LONG_MS)
    shown.learning._pause.setInterval(0)
    return shown


@pytest.fixture
def sorted_out(screen: CommentsScreen, qtbot: QtBot, tmp_path: Path) -> CommentsScreen:
    """A creator has kept five in-jokes that were called unkind."""
    rows = [youtube_row(n, text) for n, text in enumerate([*JOKES, LIKE_IT])]
    file = write_csv(tmp_path / "c.csv", rows)
    with qtbot.waitSignal(screen.importing.accounted, timeout=LONG_MS):
        screen.importing.start([file])
    with qtbot.waitSignal(screen.desk.listed, timeout=LONG_MS):
        screen.show_box(Box.ALL)
    shown = [screen.entries.entry(row) for row in range(screen.entries.rowCount())]
    screen.entries.tick([row for row, e in enumerate(shown) if e and e.comment.text in JOKES])
    with qtbot.waitSignal(screen.learning.caught_up, timeout=LONG_MS):
        screen.decide(Action.KEEP)
    return screen


def queue_of_the_like(app: App) -> Queue | None:
    inbox = app.tools.inbox.open()
    (entry,) = (e for e in inbox.entries(inbox.ids(View())) if e.comment.text == LIKE_IT)
    return entry.queue


def test_what_is_kept_moves_its_like_and_the_screen_says_so(
    sorted_out: CommentsScreen, app: App, qtbot: QtBot
) -> None:
    assert "1 comment has moved to another queue." in sorted_out.notice.words
    moved = queue_of_the_like(app)
    with qtbot.waitSignal(sorted_out.learning.caught_up, timeout=LONG_MS):
        sorted_out.undo()
    assert queue_of_the_like(app) is not moved


def test_no_row_moves_under_the_cursor(
    sorted_out: CommentsScreen, app: App, qtbot: QtBot, tmp_path: Path
) -> None:
    inbox = app.tools.inbox.open()
    rows = [youtube_row(100 + n, f"{LIKE_IT} {n}") for n in range(150)]
    inbox.import_file(write_csv(tmp_path / "m.csv", rows), scorer=FirstWord())
    with qtbot.waitSignal(sorted_out.desk.listed, timeout=LONG_MS):
        sorted_out.show_box(Box.NEUTRAL)
    with qtbot.waitSignal(sorted_out.desk.listed, timeout=LONG_MS):
        sorted_out.desk.more()
    sorted_out.listing.go_to(120)
    before = sorted_out.listing.current
    assert before is not None
    with qtbot.waitSignal(sorted_out.desk.renewed, timeout=LONG_MS):
        sorted_out.learning.now()
    after = sorted_out.listing.current
    assert after is not None
    assert after.key == before.key
    assert after.score != before.score
    assert sorted_out.entries.rowCount() >= 120


def test_comments_read_by_older_weights_are_read_anew_on_arrival(
    screen: CommentsScreen, app: App, qtbot: QtBot, tmp_path: Path
) -> None:
    file = write_csv(tmp_path / "a.csv", [youtube_row(0, "you are an idiot")])
    app.tools.inbox.open().import_file(file, scorer=FirstWord())
    with qtbot.waitSignal(screen.learning.caught_up, timeout=LONG_MS):
        app.tools.go("comments", None)
        screen.arrive(None)
    qtbot.waitUntil(lambda: screen.desk.counts.unkind == 1, timeout=LONG_MS)
    assert "moved" in screen.notice.words


def test_settings_tell_export_and_forget_what_was_learned(
    sorted_out: CommentsScreen, app: App, qtbot: QtBot, tmp_path: Path
) -> None:
    del sorted_out
    app.window.go("settings")
    learned: Learned = app.window.shown.learned  # type: ignore[union-attr]
    qtbot.waitUntil(lambda: learned.words.text().startswith("5 lessons"), timeout=LONG_MS)
    qtbot.waitUntil(lambda: "agrees with you on" in learned.words.text(), timeout=LONG_MS)
    file = tmp_path / "taught.json"
    learned.write(file)
    qtbot.waitUntil(file.is_file, timeout=LONG_MS)
    qtbot.waitUntil(lambda: len(json.loads(file.read_text() or "{}")) == 2, timeout=LONG_MS)
    learned.forget.click()
    qtbot.waitUntil(lambda: learned.words.text().startswith("Nothing yet"), timeout=LONG_MS)
    assert not learned.export.isEnabled()
    learned.forget.click()
    qtbot.waitUntil(lambda: learned.words.text().startswith("5 lessons"), timeout=LONG_MS)
