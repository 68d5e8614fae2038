"""Reading all rows of a project file at once, and writing those that changed."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import (
    Connection,
    Engine,
    NullPool,
    StaticPool,
    create_engine,
    event,
    insert,
    select,
)
from sqlalchemy.engine.interfaces import DBAPIConnection

from kindreel.errors import DocumentError
from kindreel.store import tables
from kindreel.store.faults import damaged, explained
from kindreel.store.folder import journal_of
from kindreel.store.migrate import DOCUMENT, checked_version, connect, run_steps
from kindreel.store.rows import Rows


@dataclass(frozen=True, slots=True)
class Stamp:
    """Which save a file holds; in an autosave, which save it goes on from.

    revision: counts saves, 1 first. saved_at: UTC.
    """

    revision: int
    saved_at: datetime

    @staticmethod
    def now(revision: int) -> Stamp:
        """The stamp of this moment."""
        return Stamp(revision, datetime.now(UTC))


def read(path: Path) -> tuple[Rows, Stamp]:
    """All rows and the stamp of a file of any known format; the file itself stays as it is.

    DocumentError when it is damaged, NewerDocumentError when a newer Kindreel made it.
    """
    with explained(path), closing(_in_memory(path)) as memory:
        engine = create_engine("sqlite://", creator=lambda: memory, poolclass=StaticPool)
        with engine.connect() as connection:
            return _rows(connection), _stamp(connection, path)


def write(path: Path, before: Rows, after: Rows, expected: int | None, stamp: Stamp) -> None:
    """Turn the rows `before` into `after`, with the stamp, all in one durable transaction.

    expected: the revision the file must still have, None for a file without a stamp.
    """
    with explained(path), _engine(path).begin() as connection:
        found = connection.execute(select(tables.stamp.c.revision)).scalar()
        if found != expected:
            raise DocumentError(
                "The project was changed by another program since it was opened.",
                "Nothing was overwritten. Save your work as a copy, then compare the two.",
                f"revision {found}, expected {expected} ({path})",
            )
        for table in tables.PARTS:
            _write_table(connection, table.name, before, after)
        row = {"id": 1, "revision": stamp.revision, "saved_at": stamp.saved_at.isoformat()}
        connection.execute(insert(tables.stamp).prefix_with("OR REPLACE"), row)


def _write_table(connection: Connection, name: str, before: Rows, after: Rows) -> None:
    table = tables.metadata.tables[name]
    old, new = before.get(name, {}), after.get(name, {})
    gone = [key for key in old if key not in new]
    for key in gone:
        connection.execute(table.delete().where(table.c.key == key))
    changed = [(key, *row) for key, row in new.items() if old.get(key) != row]
    if changed:
        columns = table.columns.keys()
        rows = [dict(zip(columns, row, strict=True)) for row in changed]
        connection.execute(insert(table).prefix_with("OR REPLACE"), rows)


def _rows(connection: Connection) -> Rows:
    found: dict[str, dict[str, tuple[object, ...]]] = {}
    for table in tables.PARTS:
        found[table.name] = {row[0]: tuple(row[1:]) for row in connection.execute(select(table))}
    return found


def _stamp(connection: Connection, path: Path) -> Stamp:
    row = connection.execute(select(tables.stamp)).one_or_none()
    if row is None:
        raise damaged(path, "no stamp")
    try:
        return Stamp(int(row.revision), datetime.fromisoformat(row.saved_at))
    except (ValueError, TypeError) as error:
        raise damaged(path, f"stamp: {error}") from error


@lru_cache(maxsize=8)  # an engine remembers how its statements are written
def _engine(path: Path) -> Engine:
    """An engine whose transactions last through a power cut; no connection stays open."""
    engine = create_engine("sqlite://", creator=lambda: connect(path), poolclass=NullPool)

    @event.listens_for(engine, "connect")
    def prepare(connection: DBAPIConnection, _record: object) -> None:
        cursor = connection.cursor()
        cursor.execute("PRAGMA foreign_keys = ON")
        cursor.execute("PRAGMA synchronous = EXTRA")  # FULL, and the journal's removal too
        cursor.close()

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine


def _in_memory(path: Path) -> sqlite3.Connection:
    """A sound copy of a file in memory, brought up to date there."""
    memory = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    try:
        with _source(path) as source, closing(connect(source)) as db:
            empty = checked_version(db, path, DOCUMENT) == 0
            db.backup(memory)
        _check(memory, path, empty=empty)
        run_steps(memory, DOCUMENT)
    except BaseException:
        memory.close()
        raise
    return memory


def _check(db: sqlite3.Connection, path: Path, *, empty: bool) -> None:
    if empty:
        raise damaged(path, "empty")
    if db.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
        raise damaged(path, "quick_check")


@contextmanager
def _source(path: Path) -> Iterator[Path]:
    """The file, or a copy of it where a killed save's journal could not be played back."""
    if not journal_of(path).exists() or _writable(path):
        yield path
        return
    with TemporaryDirectory(prefix="kindreel-") as name:
        copy = Path(name) / path.name
        shutil.copyfile(path, copy)
        shutil.copyfile(journal_of(path), journal_of(copy))
        yield copy


def _writable(path: Path) -> bool:
    try:
        with path.open("rb+"):
            journal_of(path).open("rb+").close()
    except OSError:
        return False
    return True
