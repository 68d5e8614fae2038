"""Format 2: one scale from severe to kind, and order indexes that decisions leave alone.

A decision used to move each comment between five indexes. Now the orders hold every comment, and
only a small index of what is decided grows.
"""

from __future__ import annotations

import sqlite3

_SHOWN = 5_000
"""A comment as unkind as this, of 10,000, is placed by its severity alone."""

_GONE = (
    "waiting_severity",
    "waiting_at",
    "waiting_likes",
    "waiting_kindness",
    "waiting_rest",
    "decided_at",
)

_TO_TONE = (
    "ALTER TABLE triage RENAME COLUMN severity TO tone",
    f"""
    UPDATE triage SET
        tone = CASE WHEN tone < {_SHOWN} THEN tone - kindness ELSE tone END,
        flags = flags | coalesce(
            (SELECT platform << 5 FROM comments AS c WHERE c.key = triage.key), 0)
    """,  # noqa: S608 - a number
    "ALTER TABLE triage DROP COLUMN kindness",
)

_INDEXES = (
    "CREATE INDEX by_tone ON triage (queue, tone)",
    "CREATE INDEX by_at ON triage (queue, at)",
    "CREATE INDEX by_likes ON triage (queue, likes)",
    "CREATE INDEX decided ON triage (state) WHERE state > 0",
    "CREATE INDEX linked ON triage (queue) WHERE flags & 8 <> 0",
)


def upgrade(db: sqlite3.Connection) -> None:
    """Put severity and kindness on one scale, note platforms in the flags, index anew."""
    for name in _GONE:
        db.execute(f"DROP INDEX {name}")
    for statement in (*_TO_TONE, *_INDEXES):
        db.execute(statement)
