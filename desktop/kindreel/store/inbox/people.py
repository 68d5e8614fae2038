"""Authors and videos of a chunk → their numbers, made when they are new."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import compress
from typing import cast

from kindreel.importers.reading.records import Block
from kindreel.store.inbox.codes import PLATFORM
from kindreel.store.inbox.columns import insert

_MOST_REMEMBERED = 250_000
"""People kept in memory; some 40 MB."""
Known = dict[tuple[str, str], int]
"""(platform, what tells one from others) → number."""


class Authors:
    """Numbers of people; 0 for those a file does not name.

    knows_all: nobody was in the inbox but those it has met, so that none is looked up.
    """

    def __init__(self, db: sqlite3.Connection, *, knows_all: bool) -> None:
        self._db = db
        self._known: defaultdict[str, dict[str, int]] = defaultdict(lambda: {"": 0})
        self.knows_all = knows_all

    def too_many(self) -> bool:
        """Whether there are more than can be remembered."""
        return sum(map(len, self._known.values())) > _MOST_REMEMBERED

    def keys(self, columns: Block) -> list[int]:
        """The author's number of each row."""
        if not self.knows_all and self.too_many():
            self._known.clear()
        identities = _identities(columns)
        numbers = [0] * len(identities)
        for platform in sorted(set(columns.platform)):
            if columns.platform.count(platform) == len(identities):
                return self._keys(platform, identities, range(len(identities)), columns)
            rows = [at for at, where in enumerate(columns.platform) if where == platform]
            found = self._keys(platform, [identities[at] for at in rows], rows, columns)
            for at, number in zip(rows, found, strict=True):
                numbers[at] = number
        return numbers

    def _keys(
        self, platform: str, identities: Sequence[str], rows: Sequence[int], columns: Block
    ) -> list[int]:
        """The numbers of one platform's people, who are the authors of these rows."""
        known = self._known[platform]
        found = list(map(known.get, identities))
        if None in found:
            missing = [number is None for number in found]
            unknown = dict(zip(compress(identities, missing), compress(rows, missing), strict=True))
            self._look_up(platform, unknown, columns)
            found = list(map(known.get, identities))
        return cast("list[int]", found)

    def _look_up(self, platform: str, unknown: dict[str, int], columns: Block) -> None:
        """Learn the numbers of people by the row of each; those who are new get one."""
        known = self._known[platform]
        if not self.knows_all:
            people = {(platform, who): at for who, at in unknown.items()}
            stored = _stored(self._db, "authors", "identity", people)
            known |= {who: key for (_, who), key in stored.items()}
            unknown = {who: at for who, at in unknown.items() if who not in known}
        if not unknown:
            return
        first = _next(self._db, "authors")
        keys, at = range(first, first + len(unknown)), list(unknown.values())
        told = columns.author_handle, columns.author_name, columns.author_url
        cells = ([column[row] for row in at] for column in told)
        into = "INSERT INTO authors (key, platform, identity, handle, name, url)"
        insert(self._db, into, (keys, PLATFORM[platform], list(unknown), *cells))
        known.update(zip(unknown, keys, strict=True))


def _identities(columns: Block) -> Sequence[str]:
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

    def keys(self, columns: Block) -> list[int | None]:
        """The video's number of each row."""
        told = columns.platform, columns.video, columns.video_title
        alike = all(column.count(column[0]) == len(column) for column in told if column)
        rows = list(zip(*(column[:1] if alike else column for column in told), strict=True))
        films = [(platform, video or title) for platform, video, title in rows]
        titles = {film: row[2] for film, row in zip(films, rows, strict=True)}
        unknown = {f: title for f, title in titles.items() if f[1] and f not in self._known}
        if unknown:
            self._look_up(unknown)
        return list(map(self._known.get, films)) * (len(columns.video) if alike else 1)

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
