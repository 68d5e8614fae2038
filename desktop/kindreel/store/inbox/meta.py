"""Single values that the inbox remembers by name."""

from __future__ import annotations

import sqlite3


def value(db: sqlite3.Connection, name: str) -> str | None:
    """What is kept under a name, None for nothing."""
    row = db.execute("SELECT value FROM meta WHERE name = ?", (name,)).fetchone()
    return str(row[0]) if row else None


def keep(db: sqlite3.Connection, name: str, text: str) -> None:
    """Keep a value under a name, in place of the one that was kept."""
    db.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (name, text))
