"""How long comments are kept: taking old ones out for good, and telling so beforehand."""

from __future__ import annotations

import secrets
import sqlite3
from datetime import datetime

from kindreel.model.triage import Forgotten
from kindreel.store.inbox import meta, tallies, teaching
from kindreel.store.inbox.database import Database, raw
from kindreel.store.inbox.indexing import catch_up_here
from kindreel.store.inbox.views import ms

_SECRET = "pseudonyms"  # noqa: S105 - the name under which it is kept
_OLD = """
at > 0 AND at < :before OR at = 0 AND key IN (
    SELECT key FROM comments
    WHERE import IN (SELECT key FROM imports WHERE started_at < :before)
)
"""
_TO_HAND_OVER = """
(state NOT IN (0, 4) AND key NOT IN (SELECT comment FROM handed WHERE status = 'done')
OR state = 2 AND author NOT IN (
    SELECT t.author FROM handed AS h JOIN triage AS t ON t.key = h.comment
    WHERE h.target = 'accounts' AND h.status = 'done'
))
"""
_FORGET = (
    (
        "INSERT INTO words (words, rowid, text) "
        "SELECT 'delete', key, text FROM comments WHERE key IN (SELECT key FROM old)"
    ),
    "DELETE FROM handed WHERE comment IN (SELECT key FROM old)",
    "DELETE FROM edits WHERE comment IN (SELECT key FROM old)",
    "DELETE FROM again WHERE comment IN (SELECT key FROM old)",
    "DELETE FROM gone WHERE comment IN (SELECT key FROM old)",
    "DELETE FROM triage WHERE key IN (SELECT key FROM old)",
    "DELETE FROM comments WHERE key IN (SELECT key FROM old)",
    "DELETE FROM decisions WHERE comment IN (SELECT key FROM old)",
    "UPDATE acts SET changed = (SELECT count(*) FROM decisions WHERE act = acts.key)",
    "DELETE FROM acts WHERE changed = 0",
    "DELETE FROM journal WHERE act NOT IN (SELECT key FROM acts)",
    (
        "DELETE FROM authors WHERE key > 0 AND key NOT IN (SELECT author FROM triage) "
        "AND key NOT IN (SELECT author FROM blocks) AND key NOT IN (SELECT author FROM allowed)"
    ),
    "UPDATE videos SET comments = (SELECT count(*) FROM triage WHERE video = videos.key)",
    "DELETE FROM videos WHERE comments = 0",
    "INSERT INTO words (words) VALUES ('optimize')",
)


class Keeping:
    """Takes comments out by their age; blocked and allowed people stay known."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def forget(self, before: datetime, *, dry_run: bool = False) -> Forgotten:
        """Take out for good what was written before a moment; a dry run only tells how much.

        Where the time is unknown, that of the import counts. What is decided and not handed over
        yet stays. Nothing brings the comments back, and no undo reaches their decisions.
        """
        with self._database.write() as connection:
            db = raw(connection)
            catch_up_here(db)
            told = _choose(db, ms(before))
            if not dry_run and told.comments:
                for statement in _FORGET:
                    db.execute(statement)
                teaching.acts_are_gone(db)
                tallies.recount(db)
            db.execute("DROP TABLE old")
        if not dry_run and told.comments:
            self._database.compact()
        return told

    def secret(self) -> bytes:
        """What pseudonyms are made with: kept here only, so that they stay the same."""
        with self._database.write() as connection:
            db = raw(connection)
            db.execute("INSERT OR IGNORE INTO meta VALUES (?, ?)", (_SECRET, secrets.token_hex(16)))
            return bytes.fromhex(meta.value(db, _SECRET) or "")


def _choose(db: sqlite3.Connection, before: int) -> Forgotten:
    """Put the keys of what is old into the table `old`, and count what goes with it."""
    values = {"before": before}
    db.execute("CREATE TEMP TABLE old (key INTEGER PRIMARY KEY)")
    db.execute(
        f"INSERT INTO old SELECT key FROM triage WHERE ({_OLD}) AND NOT ({_TO_HAND_OVER})",  # noqa: S608 - our own words
        values,
    )
    kept = f"SELECT count(*) FROM triage WHERE ({_OLD}) AND {_TO_HAND_OVER}"  # noqa: S608 - the same
    counts = (
        "SELECT count(*) FROM old",
        "SELECT count(*) FROM decisions WHERE comment IN (SELECT key FROM old)",
        (
            "SELECT count(DISTINCT author) FROM triage WHERE author > 0 "
            "AND key IN (SELECT key FROM old)"
        ),
    )
    comments, decisions, people = (int(db.execute(sql).fetchone()[0]) for sql in counts)
    return Forgotten(
        comments=comments,
        decisions=decisions,
        people=people,
        kept=int(db.execute(kept, values).fetchone()[0]),
    )
