"""An inbox of format 2 is brought up to date: ids are told apart as before."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from inbox_examples import FirstWord, mixed, write_csv
from kindreel.model.triage import View
from kindreel.store.inbox import Inbox
from kindreel.store.migrate import INBOX
from kindreel.store.steps.inbox import to1, to2


@pytest.fixture
def old(tmp_path: Path) -> Path:
    path = tmp_path / "inbox.sqlite"
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        to1.upgrade(db)
        to2.upgrade(db)
        db.execute(f"PRAGMA application_id = {INBOX.mark}")
        db.execute("PRAGMA user_version = 2")
        db.execute("INSERT INTO authors VALUES (7, 1, 'UC7', 'mara', 'Mara', '', 'kind to all')")
        for key in range(1, 6):
            db.execute(
                "INSERT INTO comments VALUES (?, 1, ?, NULL, NULL, 0, 1, ?)",
                (key, f"Ug{key - 1:024d}", f"said {key}"),
            )
            db.execute(
                "INSERT INTO triage VALUES (?, 7, NULL, ?, 0, 32, NULL, 6, 0, 0, 0, NULL, NULL)",
                (key, 1_700_000_000_000 + key),
            )
        db.execute("INSERT INTO words (words) VALUES ('rebuild')")
        db.execute("INSERT INTO tallies SELECT state, queue, count(*) FROM triage GROUP BY 1, 2")
    return path


def test_comments_and_people_are_as_they_were(old: Path):
    with Inbox(old) as inbox:
        assert inbox.check() == ()
        [first, *_] = inbox.page(View(words="said")).entries
        assert (first.comment.text, first.comment.author.name) == ("said 5", "Mara")
        assert inbox.author_keys("mara") == (7,)
    with closing(sqlite3.connect(old)) as db:
        assert db.execute("SELECT note FROM authors WHERE key = 7").fetchone() == ("kind to all",)


def test_no_comment_comes_in_twice(old: Path, tmp_path: Path):
    with Inbox(old) as inbox:
        account = inbox.import_file(write_csv(tmp_path / "a.csv", mixed(9)), scorer=FirstWord())
        assert (account.new, account.edited) == (4, 5)
        assert inbox.counts().all == 9
