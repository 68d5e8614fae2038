"""Format 1: the first. A project in rows; `body` is the JSON text of a part's own fields."""

from __future__ import annotations

import sqlite3

_TABLES = (
    """
    CREATE TABLE stamp (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        revision INTEGER NOT NULL,
        saved_at TEXT NOT NULL
    )
    """,
    """
    CREATE TABLE project (
        key TEXT PRIMARY KEY,
        body TEXT NOT NULL
    )
    """,
    """
    CREATE TABLE boards (
        key TEXT PRIMARY KEY,
        position INTEGER NOT NULL,
        body TEXT NOT NULL
    )
    """,
    """
    CREATE TABLE scenes (
        key TEXT PRIMARY KEY,
        board TEXT NOT NULL REFERENCES boards (key) DEFERRABLE INITIALLY DEFERRED,
        position INTEGER NOT NULL,
        kind TEXT NOT NULL,
        body TEXT NOT NULL
    )
    """,
    """
    CREATE TABLE layers (
        key TEXT PRIMARY KEY,
        scene TEXT NOT NULL REFERENCES scenes (key) DEFERRABLE INITIALLY DEFERRED,
        position INTEGER NOT NULL,
        kind TEXT NOT NULL,
        body TEXT NOT NULL
    )
    """,
    """
    CREATE TABLE drawings (
        key TEXT PRIMARY KEY REFERENCES layers (key) DEFERRABLE INITIALLY DEFERRED,
        points BLOB NOT NULL
    )
    """,
    """
    CREATE TABLE creators (
        key TEXT PRIMARY KEY,
        position INTEGER NOT NULL,
        body TEXT NOT NULL
    )
    """,
    """
    CREATE TABLE styles (
        key TEXT PRIMARY KEY,
        position INTEGER NOT NULL,
        body TEXT NOT NULL
    )
    """,
    "CREATE TABLE media (key TEXT PRIMARY KEY)",
)


def upgrade(db: sqlite3.Connection) -> None:
    """Make the tables in an empty file."""
    for table in _TABLES:
        db.execute(table)
