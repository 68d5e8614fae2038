"""Comments as they arrive: which no rule has met yet, and what is asked of blocked people."""

from __future__ import annotations

import sqlite3

from kindreel.model.triage import BY_POLICY, Act, BlockedPolicy, CommentKey
from kindreel.store.inbox import acts, codes, meta
from kindreel.store.inbox.database import Database, raw

_MET, _POLICY = "rules have met", "blocked people"
"""Names in `meta`: the last comment the rules have met; a BlockedPolicy."""
_WAITS = f"state = 0 AND queue < {codes.UNSCORED}"
_TO_MEET = f"""
SELECT key FROM triage WHERE key > :met AND key <= :last AND {_WAITS}
UNION
SELECT key FROM again JOIN triage ON key = comment WHERE key <= :last AND {_WAITS}
ORDER BY key
"""  # noqa: S608 - our own words
_MET_AGAIN = f"""
DELETE FROM again WHERE comment <= ?
AND comment NOT IN (SELECT key FROM triage WHERE state = 0 AND queue = {codes.UNSCORED})
"""  # noqa: S608 - our own words
_OF_BLOCKED = f"""
SELECT key FROM triage
WHERE author IN (SELECT author FROM blocks) AND {_WAITS} AND flags & {codes.MARKED} = 0
AND author NOT IN (SELECT author FROM allowed)
AND key NOT IN (
    SELECT d.comment FROM acts AS a JOIN decisions AS d ON d.act = a.key WHERE a.reason = ?
)
ORDER BY key
"""  # noqa: S608 - our own words
_LATEST = """
SELECT a.key FROM acts AS a JOIN decisions AS d ON d.act = a.key AND d.comment = ?
WHERE a.undone = ? ORDER BY a.key DESC LIMIT 1
"""


class Arrivals:
    """What an inbox knows of its newest comments, and why any comment is where it is."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def begin(self) -> None:
        """Before a first import: take what is here for met, for rules are about what comes."""
        with self._database.write() as connection:
            db = raw(connection)
            if meta.value(db, _MET) is None:
                meta.keep(db, _MET, str(_newest(db)))

    def reach(self) -> tuple[int, int]:
        """The last comment the rules have met, and the last they can meet now.

        What is not scored yet, and what came after it, is left for later.
        """
        with self._database.read() as connection:
            db = raw(connection)
            met = int(meta.value(db, _MET) or 0)
            unscored = db.execute(
                "SELECT min(key) FROM triage WHERE key > ? AND state = 0 AND queue = ?",
                (met, codes.UNSCORED),
            ).fetchone()[0]
            return met, _newest(db) if unscored is None else int(unscored) - 1

    def between(self, met: int, last: int) -> tuple[CommentKey, ...]:
        """The comments of a reach that wait, and those before it whose words have changed."""
        with self._database.read() as connection:
            found = raw(connection).execute(_TO_MEET, {"met": met, "last": last})
            return tuple(CommentKey(key) for (key,) in found)

    def have_met(self, last: int) -> None:
        """Remember how far the rules have looked; changes that are not scored yet wait on."""
        with self._database.write() as connection:
            db = raw(connection)
            meta.keep(db, _MET, str(max(last, int(meta.value(db, _MET) or 0))))
            db.execute(_MET_AGAIN, (last,))

    def policy(self) -> BlockedPolicy:
        """What is to become of comments that blocked people write."""
        with self._database.read() as connection:
            return BlockedPolicy(meta.value(raw(connection), _POLICY) or BlockedPolicy.ASK)

    def set_policy(self, policy: BlockedPolicy) -> None:
        """Keep what a person wants to become of such comments."""
        with self._database.write() as connection:
            meta.keep(raw(connection), _POLICY, policy.value)

    def of_blocked(self) -> tuple[CommentKey, ...]:
        """Waiting comments of blocked people; those the policy once moved stay where they are."""
        with self._database.read() as connection:
            found = raw(connection).execute(_OF_BLOCKED, (BY_POLICY,))
            return tuple(CommentKey(key) for (key,) in found)

    def why(self, key: CommentKey) -> Act | None:
        """The act that holds for a comment, None while it waits."""
        with self._database.read() as connection:
            db = raw(connection)
            row = db.execute(_LATEST, (key, acts.LIVE)).fetchone()
            return acts.one(db, int(row[0])) if row else None


def _newest(db: sqlite3.Connection) -> int:
    return int(db.execute("SELECT coalesce(max(key), 0) FROM triage").fetchone()[0])
