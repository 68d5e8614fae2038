"""Authors and videos of a chunk → their numbers, made when they are new."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Sequence

from kindreel.importers.reading.records import Record
from kindreel.store.inbox.codes import PLATFORM

_MOST_REMEMBERED = 100_000
Known = dict[tuple[str, str], int]


def identity(record: Record) -> str:
    """What tells a person from others: the id, else the handle, else the shown name."""
    if record.author_id:
        return record.author_id
    if record.author_handle:
        return "@" + record.author_handle.casefold()
    return "~" + record.author_name if record.author_name else ""


class Authors:
    """Numbers of people; 0 for those a file does not name."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._known: Known = {}

    def keys(self, records: Sequence[Record]) -> list[int]:
        """The author's number of each record."""
        if len(self._known) > _MOST_REMEMBERED:
            self._known.clear()
        known = self._known
        people = [(r.platform, identity(r)) for r in records]
        unknown = {
            person: r for person, r in zip(people, records, strict=True) if person not in known
        }
        if unknown:
            self._look_up(unknown)
        return [known[person] for person in people]

    def _look_up(self, unknown: dict[tuple[str, str], Record]) -> None:
        for platform, who in [person for person in unknown if not person[1]]:
            self._known[platform, who] = 0
            del unknown[platform, who]
        self._known |= _stored(self._db, "authors", "identity", unknown)
        new = [r for person, r in unknown.items() if person not in self._known]
        first = _next(self._db, "authors")
        rows = [
            (key, PLATFORM[r.platform], identity(r), r.author_handle, r.author_name, r.author_url)
            for key, r in enumerate(new, first)
        ]
        self._db.executemany("INSERT INTO authors VALUES (?, ?, ?, ?, ?, ?, '')", rows)
        self._known |= {(r.platform, identity(r)): key for key, r in enumerate(new, first)}


class Videos:
    """Numbers of videos; None where a file names none."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._known: Known = {}

    def keys(self, records: Sequence[Record]) -> list[int | None]:
        """The video's number of each record."""
        known = self._known
        films = [(r.platform, r.video or r.video_title) for r in records]
        unknown = {f: r for f, r in zip(films, records, strict=True) if f[1] and f not in known}
        if unknown:
            self._look_up(unknown)
        return [known.get(film) for film in films]

    def _look_up(self, unknown: dict[tuple[str, str], Record]) -> None:
        self._known |= _stored(self._db, "videos", "id", unknown)
        new = [(film, r) for film, r in unknown.items() if film not in self._known]
        first = _next(self._db, "videos")
        rows = [
            (key, PLATFORM[film[0]], film[1], r.video_title)
            for key, (film, r) in enumerate(new, first)
        ]
        self._db.executemany("INSERT INTO videos VALUES (?, ?, ?, ?, 0)", rows)
        self._known |= {film: key for key, (film, _) in enumerate(new, first)}
        self._db.executemany(
            "UPDATE videos SET title = ? WHERE key = ? AND title = ''",
            [(r.video_title, self._known[film]) for film, r in unknown.items() if r.video_title],
        )

    def count(self, keys: Sequence[int | None]) -> None:
        """Add new comments to their videos' counts."""
        more = Counter(key for key in keys if key is not None)
        self._db.executemany(
            "UPDATE videos SET comments = comments + ? WHERE key = ?",
            [(n, key) for key, n in more.items()],
        )


def _stored(
    db: sqlite3.Connection, table: str, column: str, wanted: dict[tuple[str, str], Record]
) -> Known:
    """Those of the wanted that have a number already."""
    names = {code: name for name, code in PLATFORM.items()}
    rows = db.execute(
        f"SELECT platform, {column}, key FROM {table} "  # noqa: S608 - our own names
        f"WHERE {column} IN (SELECT value FROM json_each(?))",
        (json.dumps([who for _, who in wanted]),),
    )
    return {
        (names[platform], who): key
        for platform, who, key in rows
        if (names[platform], who) in wanted
    }


def _next(db: sqlite3.Connection, table: str) -> int:
    return int(db.execute(f"SELECT coalesce(max(key), 0) + 1 FROM {table}").fetchone()[0])  # noqa: S608
