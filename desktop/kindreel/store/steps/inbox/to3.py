"""Format 3: ids have indexes that a large import may put off; edited comments meet rules again.

A constraint within a table can only be dropped with the table, so both tables are made anew.
`again` holds the comments whose words have changed since the rules looked.
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
_MORE = (
    "CREATE TABLE again (comment INTEGER PRIMARY KEY)",
    "CREATE UNIQUE INDEX comment_id ON comments (id, platform)",
    "CREATE UNIQUE INDEX author_identity ON authors (identity, platform)",
)


def upgrade(db: sqlite3.Connection) -> None:
    """Make both tables anew, indexes in place of their constraints, and the new table."""
    for name, table in _TABLES.items():
        db.execute(f"ALTER TABLE {name} RENAME TO old_{name}")
        db.execute(table)
        db.execute(f"INSERT INTO {name} SELECT * FROM old_{name}")  # noqa: S608 - our own names
        db.execute(f"DROP TABLE old_{name}")
    for statement in _MORE:
        db.execute(statement)
