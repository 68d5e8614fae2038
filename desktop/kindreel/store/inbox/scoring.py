"""Scores for the comments that have none of the present model."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Sequence
from time import sleep

from kindreel.jobs import Progress
from kindreel.model.triage import Rescored
from kindreel.store.inbox import codes
from kindreel.store.inbox.database import Database, raw
from kindreel.store.inbox.tallies import add
from kindreel.store.inbox.verdicts import Scorer, verdicts

_CHUNK = 2_048
"""So many at a time, so that a decision in between need not wait."""

_BREATH_S = 0.001
_PENDING = (
    "SELECT key, state, queue, text FROM triage JOIN comments USING (key) "
    "WHERE state = 0 AND queue = 6 LIMIT ?"
)
_OUTDATED = (
    "SELECT key, state, queue, text FROM triage JOIN comments USING (key) "
    "WHERE key > ? AND queue < 7 AND flags & 16 = 0 AND (model IS NULL OR model <> ?) "
    "ORDER BY key LIMIT ?"
)
_OF_KEYS = (
    "SELECT key, state, queue, text FROM triage JOIN comments USING (key) "
    "WHERE key IN (SELECT value FROM json_each(?)) AND queue = 6"
)
_SET = "UPDATE triage SET queue = ?, tone = ?, labels = ?, scores = ?, model = ? WHERE key = ?"
Row = tuple[int, int, int, str]


def score_pending(database: Database, scorer: Scorer, progress: Progress) -> Rescored:
    """Score what waits unscored, then what another model has scored.

    What a person has marked as kind keeps its place.
    """
    with database.write() as connection:
        db = raw(connection)
        model = model_key(db, scorer.version)
        total = _pending(db, model)
    done, moved, after = 0, 0, 0
    while True:
        progress(done, total, "Reading comments")
        with database.write() as connection:
            db = raw(connection)
            rows = db.execute(_PENDING, (_CHUNK,)).fetchall()
            if not rows:
                rows = db.execute(_OUTDATED, (after, model, _CHUNK)).fetchall()
                after = rows[-1][0] if rows else after
            moved += score(db, scorer, model, rows)
        if not rows:
            return Rescored(done, moved)
        sleep(_BREATH_S)  # who waits for the lock gets it now
        done += len(rows)


def _pending(db: sqlite3.Connection, model: int) -> int:
    found = db.execute(
        "SELECT count(*) FROM triage "
        "WHERE queue < 7 AND flags & 16 = 0 AND (model IS NULL OR model <> ?)",
        (model,),
    )
    return int(found.fetchone()[0])


def score(db: sqlite3.Connection, scorer: Scorer, model: int, rows: Sequence[Row]) -> int:
    """Score some comments anew, in the caller's transaction.

    Gives back how many that wait have moved from one queue to another.
    """
    found = verdicts(scorer, model, [text for _, _, _, text in rows])
    db.executemany(_SET, [(*verdict, row[0]) for verdict, row in zip(found, rows, strict=True)])
    moved: Counter[tuple[int, int]] = Counter()
    for verdict, (_, state, queue, _) in zip(found, rows, strict=True):
        moved[state, queue] -= 1
        moved[state, verdict[0]] += 1
    add(db, moved)
    return sum(
        state == 0 and queue not in (codes.UNSCORED, verdict[0])
        for verdict, (_, state, queue, _) in zip(found, rows, strict=True)
    )


def score_again(db: sqlite3.Connection, scorer: Scorer, model: int, keys: Iterable[int]) -> None:
    """Score those of some comments that wait unscored."""
    score(db, scorer, model, db.execute(_OF_KEYS, (json.dumps(list(keys)),)).fetchall())


def model_key(db: sqlite3.Connection, version: str) -> int:
    """The number of a model's version, made when it is new."""
    db.execute("INSERT OR IGNORE INTO models (version) VALUES (?)", (version,))
    return int(db.execute("SELECT key FROM models WHERE version = ?", (version,)).fetchone()[0])
