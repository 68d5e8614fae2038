"""The inbox's file: opened safely, one connection to read and one to write."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import RLock

from sqlalchemy import Connection, Engine, StaticPool, create_engine, event

from kindreel.store.faults import explained
from kindreel.store.migrate import INBOX, connect, ready

_CACHE_KIB = 65_536
_ROOMY_KIB = 262_144
_CHECKPOINT_PAGES = 32_768
_MAPPED_BYTES = 1 << 29
_PRIVATE = 0o600


class Database:
    """An open inbox file; reading goes on while somebody writes (WAL)."""

    def __init__(self, path: Path) -> None:
        self.path = path
        with explained(path):
            path.parent.mkdir(parents=True, exist_ok=True)
            _make_private(path)
        ready(path, INBOX)
        with explained(path):
            self._writing, self._reading = _open(path), _open(path)
            self._reading.execute(f"PRAGMA mmap_size = {_MAPPED_BYTES}")
            # Told to use files, SQLite sorts an index in one piece of memory, a quarter quicker;
            # told to use memory, in as many pieces as there are rows.
            self._writing.execute("PRAGMA temp_store = FILE")
        self._write_lock, self._read_lock = RLock(), RLock()
        self._writer = _engine(self._writing, transactions=True)
        self._reader = _engine(self._reading, transactions=False)

    @contextmanager
    def write(self, *, roomy: bool = False) -> Iterator[Connection]:
        """One transaction, committed at the end, taken back on any error or cancel.

        roomy: with memory for all index pages of a million comments, for acts in bulk.
        """
        with self._write_lock, explained(self.path):
            self._writing.execute(f"PRAGMA cache_size = -{_ROOMY_KIB if roomy else _CACHE_KIB}")
            with self._writer.begin() as connection:
                yield connection

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A connection for reading what was committed, all of it at the same moment."""
        with self._read_lock, explained(self.path), self._reader.connect() as connection:
            if not self._reading.in_transaction:
                self._reading.execute("BEGIN")
            yield connection

    def compact(self) -> None:
        """Give freed space back and leave nothing of it in the WAL."""
        with self._write_lock, self._read_lock, explained(self.path):
            self._writing.execute("VACUUM")
            self._writing.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def close(self) -> None:
        """Close both connections; the last one folds the WAL into the file."""
        with self._write_lock, self._read_lock:
            self._reading.close()
            self._writing.close()


def raw(connection: Connection) -> sqlite3.Connection:
    """The driver's own connection: in bulk, each microsecond is paid a million times."""
    inner = connection.connection.driver_connection
    assert isinstance(inner, sqlite3.Connection)
    return inner


def _make_private(path: Path) -> None:
    """Make the file for its owner only; SQLite gives its side files the same mode."""
    os.close(os.open(path, os.O_CREAT | os.O_RDWR, _PRIVATE))
    if path.stat().st_mode & 0o077:
        path.chmod(_PRIVATE)


def _open(path: Path) -> sqlite3.Connection:
    db = connect(path, timeout_s=30.0)
    db.execute("PRAGMA journal_mode = WAL")
    db.execute("PRAGMA synchronous = FULL")
    db.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
    db.execute("PRAGMA temp_store = MEMORY")
    db.execute(f"PRAGMA wal_autocheckpoint = {_CHECKPOINT_PAGES}")
    return db


def _engine(db: sqlite3.Connection, *, transactions: bool) -> Engine:
    engine = create_engine("sqlite://", creator=lambda: db, poolclass=StaticPool)
    if transactions:

        @event.listens_for(engine, "begin")
        def begin(connection: Connection) -> None:
            connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine
