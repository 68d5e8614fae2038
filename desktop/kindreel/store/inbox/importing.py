"""A file → the inbox, in committed chunks, with an account of every row."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from time import time
from typing import Any

from kindreel import importers
from kindreel.importers.reading.mapping import Mapping
from kindreel.importers.reading.probe import look
from kindreel.importers.reading.records import Block, Notes, Read, Record, block_of
from kindreel.jobs import Progress
from kindreel.model.triage import ImportAccount, Unreadable
from kindreel.store.inbox import indexing
from kindreel.store.inbox.book import Book
from kindreel.store.inbox.database import Database, raw
from kindreel.store.inbox.vanished import Roll
from kindreel.store.inbox.verdicts import Scorer
from kindreel.store.inbox.writing import ChunkWriter, Tally

CHUNK = 10_000
SCORED_CHUNK = 4_000
_KEPT = 1000
_MAPPED = frozenset({"table", "workbook", "json"})
"""Kinds whose columns a person may map."""
_NEW_IMPORT = "INSERT INTO imports (file, kind, started_at) VALUES (?, ?, ?)"
_SO_FAR = (
    "UPDATE imports SET rows = ?, new = ?, already_here = ?, edited = ?, own = ?, unreadable = ?, "
    "flawed = ?, finished_at = ? WHERE key = ?"
)


@dataclass(slots=True)
class _Chunk:
    """Rows of one transaction: the good ones by their columns, in pieces, and the others."""

    rows: int = 0
    pieces: list[Block] = field(default_factory=list)
    alone: list[Record] = field(default_factory=list)
    bad: list[Unreadable] = field(default_factory=list)

    def add(self, item: Read) -> None:
        """Take in what comes next."""
        if isinstance(item, Block):
            self._gather()
            self.pieces.append(item)
            self.rows += len(item.id)
            return
        self.rows += 1
        if isinstance(item, Record):
            self.alone.append(item)
        else:
            self.bad.append(item)

    def _gather(self) -> None:
        if self.alone:
            self.pieces.append(block_of(self.alone))
            self.alone = []

    def block(self) -> Block:
        """All good rows, in their order."""
        self._gather()
        if len(self.pieces) == 1:
            return self.pieces[0]
        columns: list[list[Any]] = [[] for _ in Block._fields]
        for piece in self.pieces:
            for column, more in zip(columns, piece, strict=True):
                column.extend(more)
        return Block(*columns)


@dataclass(slots=True)
class _Sum:
    """The account while it grows."""

    rows: int = 0
    tally: Tally = field(default_factory=Tally)
    unreadable: int = 0
    first_unreadable: list[Unreadable] = field(default_factory=list)

    def split(self, chunk: _Chunk) -> Block:
        """Count a chunk's rows and give those that are comments."""
        self.rows += chunk.rows
        self.unreadable += len(chunk.bad)
        self.first_unreadable += chunk.bad[: _KEPT - len(self.first_unreadable)]
        return chunk.block()

    def damaged(self) -> bool:
        """Whether rows of the file may be missing, not only empty."""
        return any(not bad.field for bad in self.first_unreadable)

    def add(self, more: Tally) -> None:
        """Count what became of a chunk's comments."""
        self.tally.new += more.new
        self.tally.already_here += more.already_here
        self.tally.edited += more.edited
        self.tally.own += more.own


def import_file(
    database: Database,
    path: Path,
    kind: str | None,
    mapping: Mapping | None,
    scorer: Scorer | None,
    progress: Progress,
) -> ImportAccount:
    """Store a file's comments; a cancel or a kill leaves what was committed, whole rows only."""
    notes = Notes(look(path).changed)
    if mapping is None and kind is None:
        mapping = _remembered(Book(database), path)
    rows = importers.blocks(path, kind, mapping, progress, notes)
    total = _Sum()
    first = next(rows, None)
    own_only = importers.shelf.get(notes.kind).own
    with database.write() as connection:
        number = raw(connection).execute(_NEW_IMPORT, (path.name, notes.kind, _now())).lastrowid
    assert number is not None
    roll = Roll(notes.kind)
    chunks = _chunks(first, rows, SCORED_CHUNK if scorer else CHUNK)
    try:
        with _uncollected():
            source = _Source(number, path.stat().st_size, notes, scorer)
            _store(database, chunks, total, roll, source)
    finally:
        indexing.catch_up(database)
    with database.write() as connection:
        raw(connection).execute(_SO_FAR, (*_numbers(total, notes), _now(), number))
        vanished = roll.close(raw(connection), number, damaged=total.damaged())
    return _account(path, notes, total, own_only=own_only, vanished=vanished)


@contextmanager
def _uncollected() -> Iterator[None]:
    """No search for cycles meanwhile: rows by the million have none, and it takes a tenth more."""
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()


@dataclass(frozen=True, slots=True)
class _Source:
    """One import: its number, how large its file is, what is odd in it, what scores it."""

    number: int
    size: int
    notes: Notes
    scorer: Scorer | None


def _store(
    database: Database,
    chunks: Iterable[_Chunk],
    total: _Sum,
    roll: Roll,
    source: _Source,
) -> None:
    """Store each chunk in a transaction of its own, with the account so far."""
    writer: ChunkWriter | None = None
    for chunk in chunks:
        good = total.split(chunk)
        with database.write() as connection:
            db = raw(connection)
            if writer is None:
                without_ids = indexing.begin(db, source.number, source.size)
                writer = ChunkWriter(db, source.number, source.scorer, without_ids=without_ids)
            done = writer.store(good)
            total.add(done)
            roll.saw(done.seen)
            db.execute(_SO_FAR, (*_numbers(total, source.notes), None, source.number))


def _remembered(book: Book, path: Path) -> Mapping | None:
    """The mapping a person has kept for a table with these columns."""
    if not book.has_mappings():
        return None
    importer = importers.detect(path)
    if importers.shelf.kind_of(importer) not in _MAPPED:
        return None
    return book.mapping_for(importers.guess_mapping(path))


def _now() -> int:
    return int(time() * 1000)


def _chunks(first: Read | None, rows: Iterator[Read], size: int) -> Iterator[_Chunk]:
    """What comes, in chunks of about so many rows."""
    chunk = _Chunk()
    for item in rows if first is None else chain((first,), rows):
        chunk.add(item)
        if chunk.rows >= size:
            yield chunk
            chunk = _Chunk()
    if chunk.rows:
        yield chunk


def _numbers(total: _Sum, notes: Notes) -> tuple[int, ...]:
    tally = total.tally
    return (
        total.rows,
        tally.new,
        tally.already_here,
        tally.edited,
        tally.own,
        total.unreadable,
        notes.flawed,
    )


def _account(
    path: Path, notes: Notes, total: _Sum, *, own_only: bool, vanished: int
) -> ImportAccount:
    return ImportAccount(
        file=path.name,
        kind=notes.kind,
        rows=total.rows,
        new=total.tally.new,
        already_here=total.tally.already_here,
        edited=total.tally.edited,
        own=total.tally.own,
        unreadable=total.unreadable,
        unreadable_rows=tuple(total.first_unreadable),
        flawed=notes.flawed,
        flaws=tuple(notes.flaws),
        vanished=vanished,
        own_only=own_only,
    )
