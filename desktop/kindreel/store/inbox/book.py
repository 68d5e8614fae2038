"""What the inbox remembers for a person: rules, allowed people, mappings, monthly counts."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import dataclass
from time import time

from kindreel.importers.reading.mapping import Mapping
from kindreel.model.comment import Platform
from kindreel.model.triage import AuthorKey
from kindreel.store.inbox.database import Database, raw


@dataclass(frozen=True, slots=True)
class StoredRule:
    """A rule as text; what it means is the comment room's business."""

    key: int
    name: str
    body: str


class Book:
    """Reads and writes what a person wants remembered."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def rules(self) -> tuple[StoredRule, ...]:
        """All rules, in the order they were made."""
        with self._database.read() as connection:
            rows = (
                raw(connection).execute("SELECT key, name, body FROM rules ORDER BY key").fetchall()
            )
        return tuple(StoredRule(*row) for row in rows)

    def save_rule(self, name: str, body: str, key: int | None = None) -> int:
        """Keep a rule, in place of the one with this key; give back its key."""
        with self._database.write() as connection:
            found = raw(connection).execute(
                "INSERT OR REPLACE INTO rules (key, name, body) VALUES (?, ?, ?)", (key, name, body)
            )
            assert found.lastrowid is not None
            return found.lastrowid

    def remove_rule(self, key: int) -> None:
        """Forget a rule; what it has decided stays decided."""
        with self._database.write() as connection:
            raw(connection).execute("DELETE FROM rules WHERE key = ?", (key,))

    def allow(self, author: AuthorKey) -> None:
        """Put a person on the list whom no rule may touch."""
        with self._database.write() as connection:
            raw(connection).execute(
                "INSERT OR IGNORE INTO allowed VALUES (?, ?)", (author, int(time() * 1000))
            )

    def disallow(self, author: AuthorKey) -> None:
        """Take a person off that list."""
        with self._database.write() as connection:
            raw(connection).execute("DELETE FROM allowed WHERE author = ?", (author,))

    def allowed(self) -> frozenset[AuthorKey]:
        """The people whom no rule may touch."""
        with self._database.read() as connection:
            rows = raw(connection).execute("SELECT author FROM allowed").fetchall()
        return frozenset(AuthorKey(author) for (author,) in rows)

    def save_mapping(self, name: str, mapping: Mapping) -> None:
        """Keep a mapping for files with the same columns."""
        body = json.dumps(
            {"fields": mapping.fields, "platform": mapping.platform, "day_first": mapping.day_first}
        )
        with self._database.write() as connection:
            raw(connection).execute(
                "INSERT OR REPLACE INTO mappings VALUES (?, ?, ?)", (name, _header(mapping), body)
            )

    def has_mappings(self) -> bool:
        """Whether any mapping is kept."""
        with self._database.read() as connection:
            return raw(connection).execute("SELECT 1 FROM mappings LIMIT 1").fetchone() is not None

    def mapping_for(self, guess: Mapping) -> Mapping | None:
        """The kept mapping of a file with these columns, the newest of several; None for none."""
        with self._database.read() as connection:
            found = raw(connection).execute(
                "SELECT body FROM mappings WHERE header = ? ORDER BY rowid DESC LIMIT 1",
                (_header(guess),),
            )
            row = found.fetchone()
        return _mapping(row[0], guess) if row else None

    def count_nudge(self, month: str) -> int:
        """Count one nudge in a month such as “2026-11”, which is all that is kept of it."""
        with self._database.write() as connection:
            db = raw(connection)
            db.execute(
                "INSERT INTO monthly VALUES (?, 1) ON CONFLICT DO UPDATE SET nudges = nudges + 1",
                (month,),
            )
            return _nudges(db, month)

    def nudges(self, month: str) -> int:
        """How many nudges a month has had."""
        with self._database.read() as connection:
            return _nudges(raw(connection), month)


def _nudges(db: sqlite3.Connection, month: str) -> int:
    row = db.execute("SELECT nudges FROM monthly WHERE month = ?", (month,)).fetchone()
    return int(row[0]) if row else 0


def _header(mapping: Mapping) -> str:
    return json.dumps(mapping.columns)


def _mapping(body: str, guess: Mapping) -> Mapping:
    kept = json.loads(body)
    return Mapping(
        fields=tuple((str(name), str(column)) for name, column in kept["fields"]),
        platform=Platform(kept["platform"]) if kept["platform"] else None,
        columns=guess.columns,
        samples=guess.samples,
        sure=frozenset(name for name, _ in kept["fields"]),
        header=guess.header,
        day_first=bool(kept["day_first"]),
    )
