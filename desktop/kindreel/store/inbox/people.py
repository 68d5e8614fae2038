"""Authors and videos of a chunk → their numbers, made when they are new."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Mapping, Sequence

from kindreel.store.inbox.codes import PLATFORM
from kindreel.store.inbox.columns import Columns

_MOST_REMEMBERED = 100_000
Known = dict[tuple[str, str], int]
"""(platform, what tells one from others) → number."""


class Authors:
    """Numbers of people; 0 for those a file does not name."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._known: Known = {}

    def keys(self, columns: Columns) -> list[int]:
        """The author's number of each row."""
        if len(self._known) > _MOST_REMEMBERED:
            self._known.clear()
        known = self._known
        people = list(zip(columns.platform, _identities(columns), strict=True))
        unknown = {person: at for at, person in enumerate(people) if person not in known}
        if unknown:
            self._look_up(unknown, columns)
        return [known[person] for person in people]

    def _look_up(self, unknown: dict[tuple[str, str], int], columns: Columns) -> None:
        for nobody in [person for person in unknown if not person[1]]:
            self._known[nobody] = 0
            del unknown[nobody]
        self._known |= _stored(self._db, "authors", "identity", unknown)
        new = [(person, at) for person, at in unknown.items() if person not in self._known]
        first = _next(self._db, "authors")
        handles, names, urls = columns.author_handle, columns.author_name, columns.author_url
        rows = [
            (key, PLATFORM[platform], identity, handles[at], names[at], urls[at])
            for key, ((platform, identity), at) in enumerate(new, first)
        ]
        self._db.executemany("INSERT INTO authors VALUES (?, ?, ?, ?, ?, ?, '')", rows)
        self._known |= {person: key for key, (person, _) in enumerate(new, first)}


def _identities(columns: Columns) -> Sequence[str]:
    """What tells a person from others: the id, else the handle, else the shown name."""
    if all(columns.author_id):
        return columns.author_id
    people = zip(columns.author_id, columns.author_handle, columns.author_name, strict=True)
    return [
        id_ or ("@" + handle.casefold() if handle else "~" + name if name else "")
        for id_, handle, name in people
    ]


class Videos:
    """Numbers of videos; None where a file names none."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._known: Known = {}

    def keys(self, columns: Columns) -> list[int | None]:
        """The video's number of each row."""
        known = self._known
        named = zip(columns.video, columns.video_title, strict=True)
        films = list(zip(columns.platform, [a or b for a, b in named], strict=True))
        titles = dict(zip(films, columns.video_title, strict=True))
        unknown = {film: title for film, title in titles.items() if film[1] and film not in known}
        if unknown:
            self._look_up(unknown)
        return [known.get(film) for film in films]

    def _look_up(self, unknown: dict[tuple[str, str], str]) -> None:
        self._known |= _stored(self._db, "videos", "id", unknown)
        new = [film for film in unknown if film not in self._known]
        first = _next(self._db, "videos")
        rows = [
            (key, PLATFORM[film[0]], film[1], unknown[film]) for key, film in enumerate(new, first)
        ]
        self._db.executemany("INSERT INTO videos VALUES (?, ?, ?, ?, 0)", rows)
        self._known |= {film: key for key, film in enumerate(new, first)}
        self._db.executemany(
            "UPDATE videos SET title = ? WHERE key = ? AND title = ''",
            [(title, self._known[film]) for film, title in unknown.items() if title],
        )

    def count(self, keys: Sequence[int | None]) -> None:
        """Add new comments to their videos' counts."""
        more = Counter(key for key in keys if key is not None)
        self._db.executemany(
            "UPDATE videos SET comments = comments + ? WHERE key = ?",
            [(n, key) for key, n in more.items()],
        )


def _stored(
    db: sqlite3.Connection, table: str, column: str, wanted: Mapping[tuple[str, str], object]
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
