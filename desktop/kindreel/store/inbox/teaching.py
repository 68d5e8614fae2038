"""What a person's decisions say about single comments, for the classifier to learn from."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from kindreel.model.comment import Action, Queue
from kindreel.model.triage import BY_POLICY, BY_RULE, Memory
from kindreel.store.inbox import acts, codes, meta
from kindreel.store.inbox.database import Database, raw

AT_ONCE = 25
"""An act about more comments than this says nothing about each of them."""

_MOST = 2_000
SINCE, CARRIED = "taught since", "taught before"
"""Names in `meta`: the last act that teaches nothing; corrections brought from elsewhere."""

_ONE_BY_ONE = (
    f"a.changed <= {AT_ONCE} AND a.people <= {AT_ONCE} AND (a.people > 1 OR a.changed = 1)"
)
"""Acts about a few comments, not about a person; `people` stays when old comments are forgotten."""

_SAID = f"""
SELECT d.comment, c.text, a.action, d.before / 16 % 16 FROM acts AS a
JOIN decisions AS d ON d.act = a.key JOIN comments AS c ON c.key = d.comment
WHERE a.key > :since AND a.undone = {acts.LIVE}
AND (a.action IN ('kind', 'keep', 'block', 'report') AND {_ONE_BY_ONE} OR a.action = 'show')
AND a.reason <> '{BY_POLICY}' AND a.reason NOT LIKE '{BY_RULE}%'
AND NOT EXISTS (SELECT 1 FROM edits AS e WHERE e.comment = d.comment AND e.seen_at >= a.decided_at)
ORDER BY a.key DESC, d.comment DESC LIMIT {_MOST}
"""  # noqa: S608 - our own words


@dataclass(frozen=True, slots=True)
class Said:
    """What a person did with one comment that waited in a queue."""

    text: str
    action: Action
    queue: Queue


class Teaching:
    """Reads decisions that hold and that a person made by hand; what is undone says nothing.

    Neither does a comment that was edited since: its author would choose what is learned.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def said(self) -> tuple[Said, ...]:
        """What was decided last about single comments, oldest first; of the latest 2,000."""
        with self._database.read() as connection:
            db = raw(connection)
            since = int(meta.value(db, SINCE) or 0)
            rows = db.execute(_SAID, {"since": since}).fetchall()
        last = {comment: said for comment, *said in reversed(rows)}
        return tuple(
            Said(text, Action(action), queue)
            for text, action, code in last.values()
            if (queue := codes.queue_of(code)) is not None
        )

    def carried(self) -> str:
        """Corrections brought from elsewhere, as text; empty for none."""
        with self._database.read() as connection:
            return meta.value(raw(connection), CARRIED) or ""

    def carry(self, text: str) -> None:
        """Keep corrections from elsewhere in place of those that were kept."""
        with self._database.write() as connection:
            meta.keep(raw(connection), CARRIED, text)

    def forget(self) -> Memory:
        """From now on, nothing that was decided or carried so far teaches; decisions stay.

        Gives back what `remember` needs to take that back.
        """
        with self._database.write() as connection:
            db = raw(connection)
            was = Memory(int(meta.value(db, SINCE) or 0), meta.value(db, CARRIED) or "")
            newest = db.execute("SELECT coalesce(max(key), 0) FROM acts").fetchone()[0]
            _remember(db, Memory(newest, ""))
        return was

    def remember(self, memory: Memory) -> None:
        """Let teach again what taught before it was forgotten."""
        with self._database.write() as connection:
            _remember(raw(connection), memory)


def acts_are_gone(db: sqlite3.Connection) -> None:
    """Old acts were taken out: their numbers come again, and those acts teach."""
    newest = int(db.execute("SELECT coalesce(max(key), 0) FROM acts").fetchone()[0])
    if int(meta.value(db, SINCE) or 0) > newest:
        meta.keep(db, SINCE, str(newest))


def _remember(db: sqlite3.Connection, memory: Memory) -> None:
    meta.keep(db, SINCE, str(memory.since))
    meta.keep(db, CARRIED, memory.carried)
