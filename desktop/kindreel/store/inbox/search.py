"""Words → the comments that hold them, found once for all pages and orders of a search."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True, slots=True)
class Found:
    """The keys of the comments with some words: how many, and as a JSON list."""

    count: int
    keys: str


class Search:
    """Remembers the last search of one connection; `said(key)` tells in SQL what it found."""

    def __init__(self) -> None:
        self._asked: tuple[str, int] | None = None
        self._found = Found(0, "[]")

    def find(self, db: sqlite3.Connection, words: str) -> Found:
        """The comments that an FTS5 expression matches; found anew after any change."""
        version = int(db.execute("PRAGMA data_version").fetchone()[0])
        if self._asked != (words, version):
            self._found = _find(db, words)
            self._asked = words, version
        return self._found


def _find(db: sqlite3.Connection, words: str) -> Found:
    sql = "SELECT group_concat(rowid), count(*) FROM words WHERE words MATCH ?"
    keys, count = db.execute(sql, (words,)).fetchone()
    last = db.execute("SELECT max(key) FROM comments").fetchone()[0] or 0
    marks = bytearray(last + 1)
    if count:
        np.frombuffer(marks, np.uint8)[np.fromstring(keys, np.int64, sep=",")] = 1
    db.create_function("said", 1, marks.__getitem__, deterministic=True)
    return Found(count, f"[{keys or ''}]")
