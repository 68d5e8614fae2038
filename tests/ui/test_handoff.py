"""A creator works through hand-over batches; ticks last, finished batches can be opened again."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from kindreel.model.comment import Action, BatchStatus, Platform
from kindreel.model.triage import Selection, View

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from kindreel_ui.app import App
    from kindreel_ui.handoff.screen import HandoffScreen

LONG_MS = 20_000

ROWS = "cid,text,uniqueId,uid,createTimeISO,videoWebUrl\n" + "".join(
    f"7400000000000000{n:03d},go away number {n},loud{n % 3},88{n % 3},2026-11-20T10:00:{n:02d}Z,"
    f"https://www.tiktok.com/@me/video/7300000000000000001\n"
    for n in range(5)
)


@pytest.fixture
def screen(app: App, qtbot: QtBot, tmp_path: Path) -> HandoffScreen:
    from kindreel_ui.handoff.screen import HandoffScreen

    file = tmp_path / "tiktok.csv"
    file.write_text(ROWS, "utf-8")
    inbox = app.inbox.open()
    inbox.import_file(file)
    inbox.decide(Action.BLOCK, Selection(view=View()))
    app.window.show()
    shown = app.tools.screen("handoff")
    assert isinstance(shown, HandoffScreen)
    with qtbot.waitSignal(shown.desk.found, timeout=LONG_MS):
        app.tools.go("handoff", None)
    return shown


def test_what_was_decided_waits_in_batches(screen: HandoffScreen) -> None:
    batch = screen.rows.batch
    assert batch is not None
    assert screen.platform is Platform.TIKTOK
    assert len(batch.entries) == 5


def test_a_tick_lasts_and_space_ticks_too(screen: HandoffScreen, qtbot: QtBot) -> None:
    screen.view.setCurrentIndex(screen.rows.index(1))
    with qtbot.waitSignal(screen.desk.found, timeout=LONG_MS):
        qtbot.keyClick(screen.view, Qt.Key.Key_Space)
    batch = screen.rows.batch
    assert batch is not None
    assert [e.status for e in batch.entries].count(BatchStatus.DONE) == 1
    assert batch.entries[1].status is BatchStatus.DONE


def test_a_batch_is_finished_and_opened_again(screen: HandoffScreen, qtbot: QtBot) -> None:
    with qtbot.waitSignal(screen.desk.found, timeout=LONG_MS):
        screen.done.click()
    batch = screen.rows.batch
    assert batch is not None
    assert batch.status is BatchStatus.DONE
    assert "again" in screen.done.words
    with qtbot.waitSignal(screen.desk.found, timeout=LONG_MS):
        screen.done.click()
    batch = screen.rows.batch
    assert batch is not None
    assert batch.status is BatchStatus.PENDING


def test_lists_and_names_can_be_taken_along(
    screen: HandoffScreen, qtbot: QtBot, tmp_path: Path
) -> None:
    screen.write_lists(tmp_path / "lists")
    qtbot.waitUntil(screen.notice.isVisible, timeout=LONG_MS)
    written = sorted(p.name for p in (tmp_path / "lists").iterdir())
    comments = tmp_path / "lists" / "tiktok-comments-001.json"
    assert any(name.endswith(".csv") for name in written)
    assert "7400000000000000004" in json.dumps(json.loads(comments.read_text("utf-8")))
    screen.side.names_wanted.emit()
    names = QGuiApplication.clipboard().text().splitlines()
    assert sorted(names) == ["@loud0", "@loud1", "@loud2"]
