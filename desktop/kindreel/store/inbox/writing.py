"""Records of a file → rows of the inbox, a chunk at a time, each chunk in one transaction."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from time import time

from kindreel.importers.reading.records import Block, Record, block_of, made_id
from kindreel.store.inbox import codes
from kindreel.store.inbox.columns import coded, insert, narrowed
from kindreel.store.inbox.indexing import make_ids, still_by, words_up_to
from kindreel.store.inbox.people import Authors, Videos
from kindreel.store.inbox.refresh import refresh
from kindreel.store.inbox.scoring import model_key, score_again
from kindreel.store.inbox.seen import Seen
from kindreel.store.inbox.tallies import add
from kindreel.store.inbox.verdicts import OWN, UNSCORED, Scorer, verdicts

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
    """Stores chunks of one import; keeps the people and videos it has met in memory.

    without_ids: the inbox was empty and has no indexes of ids for now.
    """

    def __init__(
        self, db: sqlite3.Connection, number: int, scorer: Scorer | None, *, without_ids: bool
    ) -> None:
        self._db = db
        self._import = number
        self._scorer = scorer
        self._authors = Authors(db, knows_all=without_ids)
        self._seen = Seen() if without_ids else None
        self._videos = Videos(db)
        self._model = model_key(db, scorer.version) if scorer else None

    def store(self, columns: Block) -> Tally:
        """Store one chunk inside the caller's transaction and tell what was new in it."""
        count = len(columns.id)
        if not count:
            return Tally()
        if not all(columns.id):
            columns = columns._replace(id=[r.id or made_id(r) for r in columns.records()])
        put_off = still_by(self._db, self._import)
        self._mind_ids(columns, put_off=put_off)
        first = self._next_key()
        before = self._db.total_changes
        keys: Sequence[int] = range(first, first + count)
        self._store_comments(keys, columns)
        own = sum(columns.own)
        if self._db.total_changes - before == count:
            tally = Tally(new=count)
        else:
            records = list(columns.records())
            keys, tally = self._apart(first, records)
            columns = block_of(records[key - first] for key in keys)
        tally.own = own
        self._store_triage(keys, columns)
        if not put_off:
            self._db.execute(
                "INSERT INTO words (rowid, text) SELECT key, text FROM comments WHERE key >= ?",
                (first,),
            )
        return tally

    def _mind_ids(self, columns: Block, *, put_off: bool) -> None:
        """Have the indexes of ids made as soon as an id may come twice, or people get too many."""
        if self._seen is None:
            return
        if put_off and not self._authors.too_many() and self._seen.all_new(columns.id):
            return
        make_ids(self._db)
        self._seen = None
        self._authors.knows_all = False

    def _next_key(self) -> int:
        top = self._db.execute("SELECT max(key) FROM comments").fetchone()[0]
        return int(top or 0) + 1

    def _store_comments(self, keys: Sequence[int], columns: Block) -> None:
        insert(
            self._db,
            "INSERT OR IGNORE INTO comments",
            (
                keys,
                coded(columns.platform, codes.PLATFORM),
                columns.id,
                [parent or None for parent in columns.parent] if any(columns.parent) else None,
                [url or None for url in columns.url] if any(columns.url) else None,
                coded(columns.precision, codes.PRECISION),
                self._import,
                columns.text,
            ),
        )

    def _store_triage(self, keys: Sequence[int], columns: Block) -> None:
        if not keys:
            return
        authors, videos = self._authors.keys(columns), self._videos.keys(columns)
        queues, verdict = self._verdicts(columns)
        language = columns.language
        insert(
            self._db,
            "INSERT INTO triage",
            (
                keys,
                authors,
                narrowed(videos),
                [at or 0 for at in columns.at] if None in columns.at else columns.at,
                columns.likes,
                flags(columns),
                [said or None for said in language] if any(language) else None,
                narrowed(queues),
                0,
                *verdict,
            ),
        )
        add(self._db, {(0, queue): n for queue, n in Counter(queues).items()})
        self._videos.count(videos)

    def _verdicts(
        self, columns: Block
    ) -> tuple[Sequence[int], Iterable[Sequence[object] | int | None]]:
        """The queues, and the columns of the verdicts beside them."""
        if self._scorer is None or self._model is None:
            queue, *rest = UNSCORED
            return [OWN[0] if own else queue for own in columns.own], rest
        scored = verdicts(self._scorer, self._model, columns.text)
        told = [OWN if own else one for own, one in zip(columns.own, scored, strict=True)]
        queues, *more = zip(*told, strict=True)
        return queues, map(narrowed, more)

    def _apart(self, first: int, records: list[Record]) -> tuple[list[int], Tally]:
        """The keys of what is new in a chunk; the rest is compared with what is stored."""
        stored = self._db.execute("SELECT key FROM comments WHERE key >= ?", (first,))
        new = [key for (key,) in stored]
        among = set(new)
        old = [r for key, r in enumerate(records, first) if key not in among]
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
        told = block_of(old)
        authors, videos = self._authors.keys(told), self._videos.keys(told)
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
        """Put new texts in place of the old, keep the old as edits; score and rules come anew."""
        now = int(time() * 1000)
        up_to = words_up_to(self._db)
        for key, text in changed.items():
            (old,) = self._db.execute("SELECT text FROM comments WHERE key = ?", (key,)).fetchone()
            self._db.execute("INSERT INTO edits VALUES (?, ?, ?)", (key, now, old))
            in_words = self._db.execute("SELECT 1 FROM triage WHERE key = ?", (key,)).fetchone()
            if in_words and (up_to is None or key <= up_to):
                self._db.execute(
                    "INSERT INTO words (words, rowid, text) VALUES ('delete', ?, ?)", (key, old)
                )
                self._db.execute("INSERT INTO words (rowid, text) VALUES (?, ?)", (key, text))
            self._db.execute("UPDATE comments SET text = ? WHERE key = ?", (text, key))
            self._db.execute("INSERT OR IGNORE INTO again VALUES (?)", (key,))
            self._requeue(key)
        if self._scorer and self._model and changed:
            score_again(self._db, self._scorer, self._model, changed)

    def _requeue(self, key: int) -> None:
        row = self._db.execute("SELECT state, queue FROM triage WHERE key = ?", (key,)).fetchone()
        if row is None or row[1] >= codes.UNSCORED:
            return
        self._db.execute(
            "UPDATE triage SET queue = ?, model = NULL WHERE key = ?", (codes.UNSCORED, key)
        )
        add(self._db, {(row[0], row[1]): -1, (row[0], codes.UNSCORED): 1})


def flags(columns: Block) -> list[int]:
    """The bits of each row's platform and marks."""
    # One sign is found sooner than three, and most texts have none.
    bits = [
        codes.LINK if ("/" in text and "://" in text) or ("." in text and "www." in text) else 0
        for text in columns.text
    ]
    platform = coded(columns.platform, _PLATFORM_BITS)
    if isinstance(platform, int):
        bits = [platform | linked for linked in bits]
    else:
        bits = [old | at for old, at in zip(bits, platform, strict=True)]
    marks = ((codes.OWN, columns.own), (codes.PINNED, columns.pinned))
    for mark, column in (*marks, (codes.HEARTED, columns.hearted)):
        if any(column):
            bits = [old | mark * marked for old, marked in zip(bits, column, strict=True)]
    return bits
