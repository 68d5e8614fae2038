"""Indexes that are put off while a large file comes in."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from inbox_examples import FirstWord, mixed, write_csv, youtube_row
from kindreel.errors import DocumentError
from kindreel.importers import door
from kindreel.model.comment import Action
from kindreel.model.triage import Box, Selection, Sort, View
from kindreel.store.inbox import Inbox, importing, indexing, people
from kindreel.store.inbox.database import raw

ROWS = 400
INDEXES = "SELECT name FROM sqlite_master WHERE type = 'index' ORDER BY name"


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Forty comments are many."""
    monkeypatch.setattr(importing, "CHUNK", 50)
    monkeypatch.setattr(importing, "SCORED_CHUNK", 50)
    monkeypatch.setattr(indexing, "LEAST", 40)
    monkeypatch.setattr(indexing, "_BYTES_A_COMMENT", 100)


@pytest.fixture
def table(tmp_path: Path) -> Path:
    return write_csv(tmp_path / "many.csv", mixed(ROWS))


def names(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as db:
        return [name for (name,) in db.execute(INDEXES)]


def test_a_large_import_leaves_all_indexes_and_words(inbox: Inbox, table: Path, tmp_path: Path):
    before = names(tmp_path / "inbox.sqlite")
    account = inbox.import_file(table, scorer=FirstWord())
    assert account.new == ROWS
    assert names(tmp_path / "inbox.sqlite") == before
    assert inbox.count(View(words="number")) == ROWS


def test_lists_are_right_while_a_large_file_comes_in(
    inbox: Inbox, table: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(door, "_REPORT_EVERY", 50)
    seen = set()

    def look(*_: object) -> None:
        held = inbox.counts().all
        with inbox._database.read() as connection:
            seen.add((held, indexing.words_up_to(raw(connection)) is not None))
        for sort in Sort:
            assert len(inbox.page(View(sort=sort), limit=1_000).entries) == held
            assert len(inbox.ids(View(sort=sort, min_likes=0))) == held
            for box in (Box.SEVERE, Box.KIND, Box.DELETED):
                shown = inbox.page(View(box=box, sort=sort), limit=1_000).entries
                assert len(shown) == inbox.count(View(box=box)) == inbox.counts().of(box)
        if held == 200:
            inbox.decide(Action.DELETE, Selection(view=View(box=Box.SEVERE)))

    inbox.import_file(table, scorer=FirstWord(), progress=look)
    assert {(held, True) for held in range(50, ROWS, 50)} <= seen
    assert inbox.counts().deleted > 0


def test_a_small_file_into_a_large_inbox_puts_nothing_off(
    inbox: Inbox, table: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    inbox.import_file(table)
    monkeypatch.setattr(indexing, "_note", lambda *_: pytest.fail("put off"))
    inbox.import_file(write_csv(tmp_path / "few.csv", mixed(60)))


def test_what_a_kill_left_to_do_is_done_by_the_next_to_open(
    table: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    path = tmp_path / "killed.sqlite"
    with monkeypatch.context() as killed, Inbox(path) as inbox:
        whole = names(path)
        killed.setattr(indexing, "catch_up", lambda _: None)
        inbox.import_file(table)
        assert names(path) != whole
    with Inbox(path) as inbox:
        assert names(path) == whole
        assert inbox.check() == ()
        assert inbox.count(View(words="number")) == ROWS


def test_an_inbox_may_be_opened_by_another_while_a_large_file_comes_in(
    table: Path, tmp_path: Path, inbox: Inbox
):
    def open_too(done: int, *_: object) -> None:
        if done:
            with Inbox(tmp_path / "inbox.sqlite") as other:
                assert other.check() == ()

    inbox.import_file(table, progress=open_too)
    assert inbox.count(View(words="number")) == ROWS


def test_a_comment_edited_within_a_large_file_is_found_by_its_new_words(
    inbox: Inbox, tmp_path: Path
):
    rows = [*mixed(ROWS), youtube_row(3, "kind change of heart"), youtube_row(4, "kind heart too")]
    account = inbox.import_file(write_csv(tmp_path / "edited.csv", rows))
    assert account.edited == 2
    assert inbox.count(View(words="heart")) == 2
    assert inbox.count(View(words="number")) == ROWS - 2


def test_an_id_that_comes_twice_far_apart_is_one_comment(inbox: Inbox, tmp_path: Path):
    rows = [*mixed(ROWS), *mixed(ROWS), youtube_row(ROWS, "kind words at the end")]
    account = inbox.import_file(write_csv(tmp_path / "twice.csv", rows))
    assert (account.new, account.already_here) == (ROWS + 1, ROWS)
    assert inbox.counts().all == ROWS + 1


def test_more_people_than_are_remembered_stay_one_each(
    inbox: Inbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(people, "_MOST_REMEMBERED", 60)
    rows = [youtube_row(number, f"words {number}", number % 120) for number in range(ROWS)]
    inbox.import_file(write_csv(tmp_path / "people.csv", rows))
    assert len({entry.author_key for entry in inbox.each(View())}) == 120
    assert len(inbox.author_keys("person7")) == 1


def test_two_large_files_may_come_in_at_the_same_time(
    inbox: Inbox, table: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(door, "_REPORT_EVERY", 50)
    other = write_csv(tmp_path / "other.csv", mixed(ROWS + 100))
    moments = iter(range(100))

    def meanwhile(*_: object) -> None:
        if next(moments) == 3:
            with Inbox(tmp_path / "inbox.sqlite") as second:
                second.import_file(other)

    account = inbox.import_file(table, progress=meanwhile)
    assert account.rows == account.new + account.already_here == ROWS
    assert inbox.counts().all == ROWS + 100
    assert inbox.count(View(words="number")) == ROWS + 100


def test_an_inbox_opens_although_there_is_no_space_to_catch_up(
    table: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    def full(_: object) -> None:
        raise DocumentError("There is no space left.", "")

    path = tmp_path / "full.sqlite"
    with monkeypatch.context() as killed, Inbox(path) as inbox:
        killed.setattr(indexing, "catch_up", lambda _: None)
        inbox.import_file(table)
    with monkeypatch.context() as no_space:
        no_space.setattr(indexing, "catch_up", full)
        with Inbox(path) as inbox:
            assert len(inbox.page(View(), limit=1_000).entries) == ROWS
