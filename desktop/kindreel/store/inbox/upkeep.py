"""Looking after the file: checking it, mending what can be counted anew, and emptying it."""

from __future__ import annotations

import sqlite3

from kindreel.store.inbox import codes, tallies
from kindreel.store.inbox.indexing import catch_up_here
from kindreel.store.inbox.teaching import CARRIED, SINCE

_EMPTIED = (
    "handed", "decisions", "journal", "acts", "blocks", "allowed", "edits", "again", "gone",
    "triage", "comments", "videos", "imports", "tallies", "monthly",
)  # fmt: skip

_CASES = " ".join(
    f"WHEN '{action.value}' THEN {codes.STATE[state]}"
    for action, state in codes.STATE_AFTER.items()
)
_ASTRAY = f"""
SELECT t.key AS stray, coalesce(meant, 0) AS meant FROM triage AS t LEFT JOIN (
    SELECT comment, CASE action {_CASES} END AS meant FROM (
        SELECT d.comment, a.action, max(a.key) FROM decisions AS d
        JOIN acts AS a ON a.key = d.act WHERE a.undone = 0 GROUP BY d.comment
    )
) ON comment = t.key
WHERE t.state <> coalesce(meant, 0)
"""  # noqa: S608 - our own words
"""Comments that are not where the acts that hold have put them, and where that is."""


def check(db: sqlite3.Connection) -> tuple[str, ...]:
    """What is wrong with the inbox, in sentences; nothing when it is sound."""
    catch_up_here(db)
    found = [
        f"The file is damaged: {row[0]}."
        for row in db.execute("PRAGMA integrity_check(5)")
        if row[0] != "ok"
    ]
    if found:
        return tuple(found)
    orphan = "SELECT count(*) FROM {} WHERE {} NOT IN (SELECT key FROM {})"
    questions = {
        orphan.format("comments", "key", "triage"): "comments are in no queue",
        orphan.format("triage", "key", "comments"): "queue entries have no comment",
        orphan.format("decisions", "comment", "triage"): "decisions have no comment",
        orphan.format("triage", "author", "authors"): "comments have no author",
    }
    for sql, said in questions.items():
        n = db.execute(sql).fetchone()[0]
        if n:
            found.append(f"{n:,} {said}.")
    if not _tallies_hold(db):
        found.append("The counts do not match the comments.")
    astray = db.execute(f"SELECT count(*) FROM ({_ASTRAY})").fetchone()[0]  # noqa: S608 - our own words
    if astray:
        found.append(f"{astray:,} comments are not where the ledger has put them.")
    try:
        db.execute("INSERT INTO words (words, rank) VALUES ('integrity-check', 1)")
    except sqlite3.DatabaseError:
        found.append("The search index does not match the comments.")
    return tuple(found)


def _tallies_hold(db: sqlite3.Connection) -> bool:
    kept = {(s, q): n for s, q, n in db.execute("SELECT * FROM tallies") if n}
    counted = {(s, q): n for s, q, n in db.execute(tallies.COUNTED)}
    return kept == counted


def repair(db: sqlite3.Connection) -> None:
    """Count and index everything anew from the comments and the ledger."""
    catch_up_here(db)
    db.execute("DELETE FROM triage WHERE key NOT IN (SELECT key FROM comments)")
    db.execute("DELETE FROM comments WHERE key NOT IN (SELECT key FROM triage)")
    db.execute("DELETE FROM decisions WHERE comment NOT IN (SELECT key FROM triage)")
    mend = f"UPDATE triage SET state = meant FROM ({_ASTRAY}) WHERE key = stray"  # noqa: S608 - our own words
    db.execute(mend)
    db.execute("REINDEX")
    db.execute("INSERT INTO words (words) VALUES ('rebuild')")
    db.execute(
        "UPDATE videos SET comments = (SELECT count(*) FROM triage WHERE video = videos.key)"
    )
    tallies.recount(db)


def empty(db: sqlite3.Connection) -> None:
    """Take out every comment, person and decision."""
    catch_up_here(db)
    for table in _EMPTIED:
        db.execute(f"DELETE FROM {table}")  # noqa: S608 - our own names
    db.execute("DELETE FROM authors WHERE key > 0")
    db.execute("DELETE FROM meta WHERE name IN (?, ?)", (CARRIED, SINCE))
    db.execute("INSERT INTO words (words) VALUES ('rebuild')")
