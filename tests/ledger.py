"""Adds up an inbox's ledger from its bare tables, apart from the code that keeps it."""

from __future__ import annotations

import sqlite3
from collections import Counter
from pathlib import Path

STATE_AFTER = {"delete": 1, "block": 2, "report": 3, "keep": 4, "hide": 5, "kind": 0, "show": 0}
LIVE = 0


def faults(path: Path) -> list[str]:
    """What does not add up in an inbox that nobody has open; nothing when all does."""
    db = sqlite3.connect(path)
    try:
        return [*_states(db), *_acts(db), *_journal(db), *_blocks(db), *_imports(db)]
    finally:
        db.close()


def _states(db: sqlite3.Connection) -> list[str]:
    """Replaying the acts that hold must give the pile each comment is in, and the tallies."""
    meant: dict[int, int] = {}
    for comment, action in db.execute(
        "SELECT d.comment, a.action FROM decisions AS d JOIN acts AS a ON a.key = d.act "
        "WHERE a.undone = ? ORDER BY a.key",
        (LIVE,),
    ):
        meant[comment] = STATE_AFTER[action]
    wrong, tallies = 0, Counter[tuple[int, int]]()
    for key, state, queue in db.execute("SELECT key, state, queue FROM triage"):
        wrong += state != meant.get(key, 0)
        tallies[state, queue] += 1
    kept = {(s, q): n for s, q, n in db.execute("SELECT * FROM tallies") if n}
    return [f"{wrong} comments are in the wrong pile"] * (wrong > 0) + (
        ["the tallies are wrong"] * (kept != tallies)
    )


def _acts(db: sqlite3.Connection) -> list[str]:
    counted = db.execute(
        "SELECT a.key, a.changed, a.people, count(d.comment), count(DISTINCT t.author) "
        "FROM acts AS a LEFT JOIN decisions AS d ON d.act = a.key "
        "LEFT JOIN triage AS t ON t.key = d.comment GROUP BY a.key"
    )
    return [
        f"act {key} says {changed} by {people}, and has {n} by {by}"
        for key, changed, people, n, by in counted
        if changed != n or people > by
    ]


def _journal(db: sqlite3.Connection) -> list[str]:
    """An act that holds was decided or redone last; another was undone last."""
    last = dict(db.execute("SELECT act, verb FROM journal ORDER BY key"))
    return [
        f"act {key} ends with {last.get(key)}"
        for key, undone in db.execute("SELECT key, undone FROM acts")
        if (last.get(key) == "undo") != (undone != LIVE)
    ]


def _blocks(db: sqlite3.Connection) -> list[str]:
    held = {key for (key,) in db.execute("SELECT author FROM blocks")}
    meant = {
        key
        for (key,) in db.execute(
            "SELECT DISTINCT t.author FROM decisions AS d JOIN acts AS a ON a.key = d.act "
            "JOIN triage AS t ON t.key = d.comment "
            "WHERE a.undone = ? AND a.action = 'block' AND t.author > 0",
            (LIVE,),
        )
    }
    return [f"{len(held ^ meant)} people are blocked or free wrongly"] * (held != meant)


def _imports(db: sqlite3.Connection) -> list[str]:
    new, rows, parts = db.execute(
        "SELECT total(new), total(rows), total(new + already_here + edited + unreadable) "
        "FROM imports"
    ).fetchone()
    (comments,) = db.execute("SELECT count(*) FROM comments").fetchone()
    found = [f"{new:.0f} comments were new and {comments} are here"] * (new != comments)
    return found + [f"{rows:.0f} rows were read, {parts:.0f} accounted for"] * (rows != parts)
