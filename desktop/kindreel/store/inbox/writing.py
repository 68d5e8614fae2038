"""Records of a file → rows of the inbox, a chunk at a time, each chunk in one transaction."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from time import time

from kindreel.importers.reading.records import Record, made_id
from kindreel.store.inbox import codes
from kindreel.store.inbox.people import Authors, Videos
from kindreel.store.inbox.refresh import refresh
from kindreel.store.inbox.tallies import add
from kindreel.store.inbox.verdicts import OWN, UNSCORED, Scorer, Verdict, verdicts

_COMMENT = "INSERT OR IGNORE INTO comments VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
_TRIAGE = "INSERT INTO triage VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?, ?)"
_PLATFORM_BITS = {name: codes.platform_bits(name) for name in codes.PLATFORM}


@dataclass(slots=True)
class Tally:
    """What became of the rows so far. seen: the comments among them that were here before."""

    new: int = 0
    already_here: int = 0
    edited: int = 0
    own: int = 0
    seen: list[int] = field(default_factory=list)


class ChunkWriter:
    """Stores chunks of one import; keeps the people and videos it has met in memory."""

    def __init__(self, db: sqlite3.Connection, number: int, scorer: Scorer | None) -> None:
        self._db = db
        self._import = number
        self._scorer = scorer
        self._authors = Authors(db)
        self._videos = Videos(db)
        self._model = model_key(db, scorer.version) if scorer else None

    def store(self, records: Sequence[Record]) -> Tally:
        """Store one chunk inside the caller's transaction and tell what was new in it."""
        records = [r if r.id else r._replace(id=made_id(r)) for r in records]
        first = self._next_key()
        before = self._db.total_changes
        self._db.executemany(_COMMENT, self._comment_rows(first, records))
        if self._db.total_changes - before == len(records):
            new = list(range(len(records)))
            tally = Tally(new=len(new))
        else:
            new, tally = self._apart(first, records)
        self._store_triage(first, records, new)
        self._db.execute(
            "INSERT INTO words (rowid, text) SELECT key, text FROM comments WHERE key >= ?",
            (first,),
        )
        tally.own = sum(r.own for r in records)
        return tally

    def _next_key(self) -> int:
        top = self._db.execute("SELECT max(key) FROM comments").fetchone()[0]
        return int(top or 0) + 1

    def _comment_rows(self, first: int, records: Sequence[Record]) -> list[tuple[object, ...]]:
        platform, precision, number = codes.PLATFORM, codes.PRECISION, self._import
        return [
            (
                key,
                platform[r.platform],
                r.id,
                r.parent or None,
                r.url or None,
                precision[r.precision],
                number,
                r.text,
            )
            for key, r in enumerate(records, first)
        ]

    def _store_triage(self, first: int, records: Sequence[Record], new: Sequence[int]) -> None:
        kept = [records[i] for i in new]
        authors, videos = self._authors.keys(kept), self._videos.keys(kept)
        verdicts = self._verdicts(kept)
        self._db.executemany(
            _TRIAGE,
            [
                (
                    first + i,
                    author,
                    video,
                    r.at or 0,
                    r.likes,
                    flags(r),
                    r.language or None,
                    *verdict,
                )
                for i, r, author, video, verdict in zip(
                    new, kept, authors, videos, verdicts, strict=True
                )
            ],
        )
        add(self._db, Counter((0, verdict[0]) for verdict in verdicts))
        self._videos.count(videos)

    def _verdicts(self, records: Sequence[Record]) -> list[Verdict]:
        if self._scorer is None or self._model is None:
            return [OWN if r.own else UNSCORED for r in records]
        scored = verdicts(self._scorer, self._model, [r.text for r in records])
        return [OWN if r.own else verdict for r, verdict in zip(records, scored, strict=True)]

    def _apart(self, first: int, records: list[Record]) -> tuple[list[int], Tally]:
        """Which of a chunk are new, when some were here; those are compared with what is stored."""
        stored = self._db.execute("SELECT key FROM comments WHERE key >= ?", (first,))
        new = [key - first for (key,) in stored]
        among = set(new)
        old = [r for i, r in enumerate(records) if i not in among]
        here = self._stored(old)
        tally = Tally(new=len(new))
        changed: dict[int, str] = {}
        for record in old:
            key, text = here[codes.PLATFORM[record.platform], record.id]
            if changed.get(key, text) == record.text:
                tally.already_here += 1
            else:
                tally.edited += 1
                changed[key] = record.text
                if key >= first:
                    records[key - first] = records[key - first]._replace(text=record.text)
        self._edit(changed)
        keys = [here[codes.PLATFORM[r.platform], r.id][0] for r in old]
        authors, videos = self._authors.keys(old), self._videos.keys(old)
        refresh(self._db, list(zip(keys, old, authors, videos, strict=True)))
        tally.seen = keys
        return new, tally

    def _stored(self, records: Sequence[Record]) -> dict[tuple[int, str], tuple[int, str]]:
        rows = self._db.execute(
            "SELECT platform, id, key, text FROM comments "
            "WHERE id IN (SELECT value FROM json_each(?))",
            (json.dumps([r.id for r in records]),),
        )
        return {(platform, id_): (key, text) for platform, id_, key, text in rows}

    def _edit(self, changed: dict[int, str]) -> None:
        """Put new texts in place of the old, keep the old as edits, and let them be scored anew."""
        now = int(time() * 1000)
        for key, text in changed.items():
            (old,) = self._db.execute("SELECT text FROM comments WHERE key = ?", (key,)).fetchone()
            self._db.execute("INSERT INTO edits VALUES (?, ?, ?)", (key, now, old))
            in_words = self._db.execute("SELECT 1 FROM triage WHERE key = ?", (key,)).fetchone()
            if in_words:
                self._db.execute(
                    "INSERT INTO words (words, rowid, text) VALUES ('delete', ?, ?)", (key, old)
                )
                self._db.execute("INSERT INTO words (rowid, text) VALUES (?, ?)", (key, text))
            self._db.execute("UPDATE comments SET text = ? WHERE key = ?", (text, key))
            self._requeue(key)

    def _requeue(self, key: int) -> None:
        row = self._db.execute("SELECT state, queue FROM triage WHERE key = ?", (key,)).fetchone()
        if row is None or row[1] >= codes.UNSCORED:
            return
        self._db.execute(
            "UPDATE triage SET queue = ?, model = NULL WHERE key = ?", (codes.UNSCORED, key)
        )
        add(self._db, {(row[0], row[1]): -1, (row[0], codes.UNSCORED): 1})


def flags(record: Record) -> int:
    """The bits of a record's platform and marks."""
    bits = _PLATFORM_BITS[record.platform]
    text = record.text
    if "://" in text or "www." in text:
        bits |= codes.LINK
    if record.own or record.pinned or record.hearted:
        bits |= (
            codes.OWN * record.own + codes.PINNED * record.pinned + codes.HEARTED * record.hearted
        )
    return bits


def model_key(db: sqlite3.Connection, version: str) -> int:
    """The number of a model's version, made when it is new."""
    db.execute("INSERT OR IGNORE INTO models (version) VALUES (?)", (version,))
    return int(db.execute("SELECT key FROM models WHERE version = ?", (version,)).fetchone()[0])
