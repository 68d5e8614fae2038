"""An inbox of format 1 is brought up to date with all that was in it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from kindreel.model.comment import Platform
from kindreel.model.triage import Box, Sort, View
from kindreel.store.inbox import Inbox
from kindreel.store.migrate import INBOX
from kindreel.store.steps.inbox import to1

# key, platform, queue, state, severity, kindness
COMMENTS = (
    (1, 0, 0, 0, 18_000, 0),
    (2, 1, 1, 0, 6_000, 3_000),
    (3, 1, 4, 0, 500, 9_000),
    (4, 2, 4, 1, 900, 4_000),
    (5, 1, 3, 0, 200, 100),
)


@pytest.fixture
def old(tmp_path: Path) -> Path:
    path = tmp_path / "inbox.sqlite"
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        to1.upgrade(db)
        db.execute(f"PRAGMA application_id = {INBOX.mark}")
        db.execute("PRAGMA user_version = 1")
        for key, platform, queue, state, severity, kindness in COMMENTS:
            db.execute(
                "INSERT INTO comments VALUES (?, ?, ?, NULL, NULL, 0, 1, ?)",
                (key, platform, f"id{key}", f"said {key}"),
            )
            db.execute(
                "INSERT INTO triage VALUES (?, 0, NULL, ?, 0, 0, NULL, ?, ?, ?, ?, 0, NULL, NULL)",
                (key, 1_700_000_000_000 + key, queue, state, severity, kindness),
            )
        db.execute("INSERT INTO acts VALUES (1, 'delete', '', 1700000000000, 1, 0, 0)")
        db.execute("INSERT INTO decisions VALUES (1, 4, 64)")
        db.execute("INSERT INTO words (words) VALUES ('rebuild')")
        db.execute("INSERT INTO tallies SELECT state, queue, count(*) FROM triage GROUP BY 1, 2")
    return path


def test_severity_and_kindness_become_one_scale(old: Path):
    with Inbox(old) as inbox:
        assert inbox.ids(View(sort=Sort.SEVEREST)) == (1, 2, 5, 4, 3)
        assert inbox.ids(View(sort=Sort.KINDEST)) == (3, 4, 5, 2, 1)
        assert inbox.check() == ()


def test_queues_piles_and_platforms_hold_what_they_held(old: Path):
    with Inbox(old) as inbox:
        assert inbox.ids(View(box=Box.KIND)) == (3,)
        assert inbox.ids(View(box=Box.DELETED)) == (4,)
        assert inbox.ids(View(platform=Platform.TIKTOK)) == (1,)
        assert inbox.ids(View(platform=Platform.YOUTUBE, words="said")) == (5, 3, 2)
        assert inbox.counts().all == len(COMMENTS)


def test_the_older_file_stays_beside_the_new_one(old: Path):
    Inbox(old).close()
    kept = old.with_name(f"{old.name}.format1")
    with closing(sqlite3.connect(kept)) as db:
        assert db.execute("PRAGMA user_version").fetchone() == (1,)
