"""A creator sorts comments with real files, a real inbox and the real classifier."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt

from kindreel.model.comment import (
    Action,
    Author,
    AuthorId,
    Comment,
    CommentId,
    Platform,
    Precision,
    Queue,
    Score,
)
from kindreel.model.triage import Act, AuthorKey, Box, CommentKey, Entry

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from kindreel_ui.app import App
    from kindreel_ui.comments.screen import CommentsScreen

LONG_MS = 20_000

ROWS = """id,comment_text,user,created_at,like_count,video_title
1,thank you so much this made my whole week,mara,2026-11-20T10:00:00Z,12,Paper boats
2,you are such an idiot nobody likes you,zed,2026-11-20T11:00:00Z,0,Paper boats
3,i will find you and kill you,grumble,2026-11-20T12:00:00Z,0,Paper boats
4,FREE followers click my bio link now http://x.example/win,dealz,2026-11-20T13:00:00Z,0,Boats 2
5,which program do you use?,pixel,2026-11-20T14:00:00Z,3,Boats 2
6,you are an idiot,zed,2026-11-20T15:00:00Z,0,Boats 2
"""


@pytest.fixture
def export(tmp_path: Path) -> Path:
    file = tmp_path / "comments.csv"
    file.write_text(ROWS, "utf-8")
    return file


@pytest.fixture
def screen(app: App, qtbot: QtBot) -> CommentsScreen:
    from kindreel_ui.comments.screen import CommentsScreen

    app.window.resize(1440, 900)
    app.window.show()
    app.tools.go("comments", None)
    shown = app.tools.screen("comments")
    assert isinstance(shown, CommentsScreen)
    qtbot.waitUntil(shown.empty.isVisible, timeout=LONG_MS)
    return shown


def imported(screen: CommentsScreen, qtbot: QtBot, file: Path) -> None:
    with qtbot.waitSignal(screen.importing.accounted, timeout=LONG_MS):
        screen.importing.start([file])
    qtbot.waitUntil(lambda: screen.desk.counts.all == 6, timeout=LONG_MS)
    show(screen, qtbot, Box.ALL)


def show(screen: CommentsScreen, qtbot: QtBot, box: Box) -> None:
    with qtbot.waitSignal(screen.desk.listed, timeout=LONG_MS):
        screen.show_box(box)


def text(screen: CommentsScreen, row: int) -> str:
    entry = screen.entries.entry(row)
    assert entry is not None
    return entry.comment.text


def test_an_empty_inbox_offers_to_import(screen: CommentsScreen) -> None:
    assert screen.empty.isVisible()
    assert not screen.detail.isVisible()


def test_an_import_accounts_for_its_rows(
    screen: CommentsScreen, qtbot: QtBot, export: Path
) -> None:
    imported(screen, qtbot, export)
    assert "6 new comments" in screen.notice.words
    assert screen.entries.rowCount() == 6


def test_a_severe_comment_is_neither_shown_nor_spoken(
    screen: CommentsScreen, qtbot: QtBot, export: Path
) -> None:
    imported(screen, qtbot, export)
    show(screen, qtbot, Box.SEVERE)
    assert text(screen, 0) == "i will find you and kill you"
    index = screen.entries.index(0)
    assert "kill" not in str(index.data(Qt.ItemDataRole.AccessibleTextRole))
    assert "Press X to show" in str(index.data(Qt.ItemDataRole.DisplayRole))
    screen.listing.setFocus()
    qtbot.keyClick(screen.listing, Qt.Key.Key_X)
    assert "kill" in str(index.data(Qt.ItemDataRole.DisplayRole))
    show(screen, qtbot, Box.ALL)
    show(screen, qtbot, Box.SEVERE)
    assert "kill" not in str(screen.entries.index(0).data(Qt.ItemDataRole.DisplayRole))


def test_a_bulk_delete_and_block_is_one_act_that_undo_takes_back(
    screen: CommentsScreen, qtbot: QtBot, export: Path
) -> None:
    imported(screen, qtbot, export)
    screen.entries.tick([0, 2, 4])
    assert screen.dock.bulk_bar.isVisible()
    with qtbot.waitSignal(screen.desk.decided, timeout=LONG_MS):
        screen.dock.bulk_bar.buttons[Action.BLOCK].click()
    qtbot.waitUntil(lambda: screen.desk.counts.blocked >= 2, timeout=LONG_MS)
    assert screen.dock.undo_bar.isVisible()
    assert not screen.dock.bulk_bar.isVisible()
    with qtbot.waitSignal(screen.desk.restored, timeout=LONG_MS):
        screen.undo()
    qtbot.waitUntil(lambda: screen.desk.counts.blocked == 0, timeout=LONG_MS)
    assert screen.desk.counts.deleted == 0


def test_deciding_moves_on_to_the_next_comment(
    screen: CommentsScreen, qtbot: QtBot, export: Path
) -> None:
    imported(screen, qtbot, export)
    show(screen, qtbot, Box.TO_REVIEW)
    count = screen.entries.rowCount()
    assert count >= 3
    second = text(screen, 1)
    screen.listing.setFocus()
    with qtbot.waitSignal(screen.desk.decided, timeout=LONG_MS):
        qtbot.keyClick(screen.listing, Qt.Key.Key_D)
    qtbot.waitUntil(lambda: screen.entries.rowCount() == count - 1, timeout=LONG_MS)
    current = screen.listing.current
    assert current is not None
    assert current.comment.text == second


def test_keys_walk_tick_and_search(screen: CommentsScreen, qtbot: QtBot, export: Path) -> None:
    imported(screen, qtbot, export)
    screen.listing.setFocus()
    screen.listing.go_to(0)
    qtbot.keyClick(screen.listing, Qt.Key.Key_J)
    assert screen.listing.currentIndex().row() == 1
    qtbot.keyClick(screen.listing, Qt.Key.Key_Space)
    assert len(screen.entries.ticks) == 1
    qtbot.keyClick(screen.listing, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert len(screen.entries.ticks) == 6
    with qtbot.waitSignal(screen.desk.listed, timeout=LONG_MS):
        screen.filters.search.setText("program")
    assert [text(screen, r) for r in range(screen.entries.rowCount())] == [
        "which program do you use?"
    ]


def test_a_click_on_the_tick_ticks_and_elsewhere_looks(
    screen: CommentsScreen, qtbot: QtBot, export: Path
) -> None:
    imported(screen, qtbot, export)
    row = screen.listing.visualRect(screen.entries.index(2))
    place = row.topLeft() + QPoint(28, row.height() // 2)
    qtbot.mouseClick(screen.listing.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert len(screen.entries.ticks) == 1
    qtbot.mouseClick(screen.listing.viewport(), Qt.MouseButton.LeftButton, pos=row.center())
    assert screen.listing.currentIndex().row() == 2
    assert len(screen.entries.ticks) == 1


def test_comments_alike_are_ticked_together(
    screen: CommentsScreen, qtbot: QtBot, export: Path
) -> None:
    more = "".join(
        f"9{n},so cringe just quit animating already{tail},p{n},2026-11-20T16:0{n}:00Z,0,Boats\n"
        for n, tail in enumerate(("", " lol", "!!", " please"))
    )
    export.write_text(ROWS + more, "utf-8")
    with qtbot.waitSignal(screen.importing.accounted, timeout=LONG_MS):
        screen.importing.start([export])
    qtbot.waitUntil(lambda: screen.desk.counts.all == 10, timeout=LONG_MS)
    show(screen, qtbot, Box.ALL)
    screen.listing.go_to(0)
    assert "cringe" in text(screen, 0)
    button = screen.detail.select_similar
    qtbot.waitUntil(button.isVisible, timeout=LONG_MS)
    button.click()
    assert len(screen.entries.ticks) == 4


def test_the_same_file_again_brings_nothing_twice(
    screen: CommentsScreen, qtbot: QtBot, export: Path
) -> None:
    imported(screen, qtbot, export)
    imported(screen, qtbot, export)
    assert "6 were already here" in screen.notice.words
    assert screen.desk.counts.all == 6


def test_columns_that_nobody_can_guess_are_asked_for(qtbot: QtBot, tmp_path: Path) -> None:
    from kindreel.importers.door import guess_mapping
    from kindreel_ui.comments.columns import ColumnsDialog

    file = tmp_path / "odd.csv"
    file.write_text("aa,bb\nwhat a lovely drawing of boats,x1\nnice one,x2\n", "utf-8")
    dialog = ColumnsDialog(file, guess_mapping(file))
    qtbot.addWidget(dialog)
    for picker in dialog.pickers:
        picker.setCurrentText("Skip")
    assert not dialog.take.isEnabled()
    dialog.pickers[0].setCurrentText("Comment")
    assert dialog.take.isEnabled()
    with qtbot.waitSignal(dialog.matched, timeout=LONG_MS) as matched:
        dialog.take.click()
    assert matched.args is not None
    assert matched.args[0].column_of("text") == "aa"


def entry(queue: Queue | None = None, **scores: float) -> Entry:
    author = Author(platform=Platform.TIKTOK, id=AuthorId("7"), handle="mara.v")
    comment = Comment(
        platform=Platform.TIKTOK, id=CommentId("1"), text="line one\nline\u202e two", author=author
    )
    return Entry(
        key=CommentKey(1),
        comment=comment,
        author_key=AuthorKey(1),
        queue=queue,
        score=Score(**scores),
    )


def test_a_comment_cannot_turn_the_words_around_it() -> None:
    from kindreel_ui.comments import wording

    shown = wording.isolated(entry().comment.text)
    assert shown.startswith("\u2068")
    assert shown.endswith("\u2069")
    assert "\n" not in shown


def test_times_read_as_people_say_them() -> None:
    from kindreel_ui.comments.wording import ago

    now = datetime(2026, 11, 22, 12, tzinfo=UTC)
    assert ago(now - timedelta(hours=2), Precision.EXACT, now) == "2 h ago"
    assert ago(now - timedelta(days=3), Precision.APPROXIMATE, now) == "about 3 d ago"
    assert ago(now - timedelta(days=400), Precision.DAY, now) == "18 Oct 2025"
    assert ago(None, Precision.UNKNOWN, now) == ""


def test_the_chip_names_the_worst_thing_said() -> None:
    from kindreel_ui.comments.wording import verdict

    assert verdict(entry(Queue.UNKIND, unkind=0.9, harassment=0.8)) == ("Insult", "unkind")
    assert verdict(entry(Queue.KIND, kind=0.9)) == ("Kind", "kind")
    assert verdict(entry(None)) == ("Not read", "neutral")


def test_an_empty_queue_promises_no_reading_time() -> None:
    from kindreel_ui.comments.wording import waiting

    assert waiting(0) == "Nothing waits"
    assert waiting(3) == "3 waiting · about a minute"
    assert waiting(61) == "61 waiting · about 6 minutes"


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        (1, "1 comment deleted, its author blocked in Kindreel"),
        (2, "2 comments deleted, their authors blocked in Kindreel"),
    ],
)
def test_a_block_says_whose_author_is_blocked(changed: int, words: str) -> None:
    from kindreel_ui.comments.wording import done

    act = Act(id=1, action=Action.BLOCK, decided_at=datetime.now(UTC), changed=changed)
    assert done(act)[0] == words


def counted(screen: CommentsScreen, qtbot: QtBot, listed: int) -> None:
    qtbot.waitUntil(lambda: screen.desk.situation.listed == listed, timeout=LONG_MS)


def test_the_heading_counts_what_the_filters_leave(
    screen: CommentsScreen, qtbot: QtBot, export: Path
) -> None:
    imported(screen, qtbot, export)
    counted(screen, qtbot, 6)
    with qtbot.waitSignal(screen.desk.listed, timeout=LONG_MS):
        screen.filters.searched.emit("idiot")
    counted(screen, qtbot, 2)
    assert screen.heading.findChildren(type(screen.heading._count))[1].text() == "2 comments"


def test_undo_and_hand_off_are_offered_only_when_there_is_something(
    screen: CommentsScreen, qtbot: QtBot, export: Path
) -> None:
    imported(screen, qtbot, export)
    counted(screen, qtbot, 6)
    offered = screen.bar
    assert not offered.undo.isEnabled()
    assert not offered.redo.isEnabled()
    assert not offered.hand_off.isEnabled()
    screen.entries.tick([0, 2])
    with qtbot.waitSignal(screen.desk.decided, timeout=LONG_MS):
        screen.decide(Action.DELETE)
    qtbot.waitUntil(offered.undo.isEnabled, timeout=LONG_MS)
    assert screen.desk.situation.to_hand_over == 2
    assert offered.hand_off.text() == "Hand off 2"
    with qtbot.waitSignal(screen.desk.restored, timeout=LONG_MS):
        screen.undo()
    qtbot.waitUntil(offered.redo.isEnabled, timeout=LONG_MS)
    assert not offered.undo.isEnabled()


def test_a_rule_that_decided_on_import_says_so(
    screen: CommentsScreen, qtbot: QtBot, export: Path, app: App
) -> None:
    from kindreel.comments.rules import Rule

    rule = Rule(name="links", pattern="http://")
    app.tools.inbox.open().book.save_rule(rule.name, rule.plain())
    imported(screen, qtbot, export)
    assert "Your rule “links” did this." in screen.notice.words
    show(screen, qtbot, Box.DELETED)
    qtbot.waitUntil(screen.detail._decided.isVisible, timeout=LONG_MS)
    assert "links" in screen.detail._decided.text()
