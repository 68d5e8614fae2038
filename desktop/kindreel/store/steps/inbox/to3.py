"""Format 3: the indexes of ids stand beside their tables, so that a large import may put them off.

A constraint within a table can only be dropped with the table.
"""

from __future__ import annotations

import sqlite3

_TABLES = {
    "comments": """
    CREATE TABLE comments (
        key INTEGER PRIMARY KEY,
        platform INTEGER NOT NULL,
        id TEXT NOT NULL,
        parent TEXT,
        url TEXT,
        precision INTEGER NOT NULL,
        import INTEGER NOT NULL,
        text TEXT NOT NULL
    )
    """,
    "authors": """
    CREATE TABLE authors (
        key INTEGER PRIMARY KEY,
        platform INTEGER NOT NULL,
        identity TEXT NOT NULL,
        handle TEXT NOT NULL,
        name TEXT NOT NULL,
        url TEXT NOT NULL,
        note TEXT NOT NULL DEFAULT ''
    )
    """,
}
_INDEXES = (
    "CREATE UNIQUE INDEX comment_id ON comments (id, platform)",
    "CREATE UNIQUE INDEX author_identity ON authors (identity, platform)",
)


def upgrade(db: sqlite3.Connection) -> None:
    """Make both tables anew without their constraints, and the indexes that take their place."""
    for name, table in _TABLES.items():
        db.execute(f"ALTER TABLE {name} RENAME TO old_{name}")
        db.execute(table)
        db.execute(f"INSERT INTO {name} SELECT * FROM old_{name}")  # noqa: S608 - our own names
        db.execute(f"DROP TABLE old_{name}")
    for index in _INDEXES:
        db.execute(index)
