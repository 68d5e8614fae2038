"""How many comments are in which state and queue, kept in step with every change."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping

from kindreel.model.triage import TO_REVIEW, Box, Counts, State
from kindreel.store.inbox import codes

Cells = Mapping[tuple[int, int], int]
"""(state, queue) → how many, or how many more."""

_ADD = "INSERT INTO tallies VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET n = n + excluded.n"
COUNTED = "SELECT state, queue, count(*) FROM triage GROUP BY state, queue"


def add(db: sqlite3.Connection, more: Cells) -> None:
    """Change the tallies by these numbers, in the caller's transaction."""
    db.executemany(_ADD, [(state, queue, n) for (state, queue), n in more.items() if n])


def recount(db: sqlite3.Connection) -> None:
    """Count everything anew."""
    db.execute("DELETE FROM tallies")
    db.execute(f"INSERT INTO tallies {COUNTED}")


def counts(db: sqlite3.Connection) -> Counts:
    """The tallies as the queue list shows them."""
    cells = {(state, queue): n for state, queue, n in db.execute("SELECT * FROM tallies")}
    people = db.execute("SELECT count(*) FROM blocks").fetchone()[0]
    waiting = {queue.value: cells.get((0, code), 0) for queue, code in codes.QUEUE.items()}
    piles = {
        state: sum(n for (code, _), n in cells.items() if code == codes.STATE[state])
        for state in State
        if state is not State.WAITING
    }
    return Counts(
        all=sum(cells.values()),
        to_review=sum(waiting[queue.value] for queue in TO_REVIEW),
        **waiting,
        unscored=cells.get((0, codes.UNSCORED), 0),
        own=cells.get((0, codes.OWN_QUEUE), 0),
        deleted=piles[State.DELETED],
        blocked=people,
        blocked_comments=piles[State.BLOCKED],
        reported=piles[State.REPORTED],
        kept=piles[State.KEPT],
        hidden=piles[State.HIDDEN],
    )


def quick_count(db: sqlite3.Connection, box: Box) -> int:
    """How many comments a box holds, from the tallies."""
    return counts(db).of(box)
