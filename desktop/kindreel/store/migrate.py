"""File formats and the steps that bring an older file up to date.

A step is a module `toN` of its format's package with `upgrade(db: sqlite3.Connection)`. It uses
the standard library only, is never changed once released, and must not commit: no
`executescript`, which commits on its own.
"""

from __future__ import annotations

import os
import pkgutil
import re
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from kindreel.errors import DocumentError, NewerDocumentError
from kindreel.store.faults import damaged, explained

Step = Callable[[sqlite3.Connection], None]


@dataclass(frozen=True, slots=True)
class Format:
    """One kind of SQLite file of ours.

    noun: what it is called in sentences. mark: its `application_id`. steps: the steps' package.
    """

    noun: str
    mark: int
    steps: str

    def newest(self) -> int:
        """The number of the newest format, which is the one that is written."""
        return max(self._numbers())

    def steps_from(self, version: int) -> tuple[Step, ...]:
        """The steps still to go, in order."""
        numbers = sorted(n for n in self._numbers() if n > version)
        return tuple(import_module(f"{self.steps}.to{n}").upgrade for n in numbers)

    def _numbers(self) -> list[int]:
        found = pkgutil.iter_modules(import_module(self.steps).__path__)
        names = [re.fullmatch(r"to(\d+)", module.name) for module in found]
        return [int(name[1]) for name in names if name]


DOCUMENT = Format("project", 0x4B6E6450, "kindreel.store.steps.document")
INBOX = Format("comment inbox", 0x4B6E6449, "kindreel.store.steps.inbox")


def connect(path: Path, *, mode: str = "rw", timeout_s: float = 5.0) -> sqlite3.Connection:
    """A plain connection that begins no transactions by itself.

    mode: "ro", "rw" or "rwc", which also makes the file.
    """
    return sqlite3.connect(
        f"{path.absolute().as_uri()}?mode={mode}",
        uri=True,
        isolation_level=None,
        timeout=timeout_s,
        check_same_thread=False,
    )


def ready(path: Path, fmt: Format) -> None:
    """Make the file when it is missing or empty, bring it up to date when it is older.

    NewerDocumentError, and the file untouched, when a newer Kindreel made it; DocumentError when
    it is damaged or none of ours. An older file stays beside the new one as `….formatN`.
    """
    with explained(path):
        with closing(connect(path, mode="rwc")) as db:
            version = checked_version(db, path, fmt)
            if version == fmt.newest():
                return
            if version == 0:
                run_steps(db, fmt)
                return
            _leave_wal(db)
        _upgrade_beside(path, fmt, version)


def checked_version(db: sqlite3.Connection, path: Path, fmt: Format) -> int:
    """The file's format number, 0 for an empty file; an error when it is not ours to open."""
    version = int(db.execute("PRAGMA user_version").fetchone()[0])
    mark = int(db.execute("PRAGMA application_id").fetchone()[0])
    empty = db.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone() is None
    if empty and version == 0 and mark in {0, fmt.mark}:
        return 0
    if mark != fmt.mark or version < 1:
        raise DocumentError(
            f"“{path.name}” is not a {fmt.noun} of Kindreel.",
            "It was not touched.",
            f"application_id {mark:#x}, user_version {version} ({path})",
        )
    if version > fmt.newest():
        raise NewerDocumentError(
            f"This {fmt.noun} was made by a newer Kindreel.",
            "It was not touched. Update Kindreel to open it.",
            f"format {version}, known up to {fmt.newest()} ({path})",
        )
    return version


def run_steps(db: sqlite3.Connection, fmt: Format) -> None:
    """Run the steps that are still to go, all in one transaction."""
    with _transaction(db):
        version = int(db.execute("PRAGMA user_version").fetchone()[0])
        for step in fmt.steps_from(version):
            step(db)
            if not db.in_transaction:
                msg = f"{step.__module__} has ended the transaction"
                raise RuntimeError(msg)
        db.execute(f"PRAGMA application_id = {fmt.mark}")
        db.execute(f"PRAGMA user_version = {fmt.newest()}")


@contextmanager
def _transaction(db: sqlite3.Connection) -> Iterator[None]:
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        if db.in_transaction:
            db.execute("ROLLBACK")
        raise
    db.execute("COMMIT")


def _leave_wal(db: sqlite3.Connection) -> None:
    """Put everything into the one file; fails while somebody else has it open."""
    db.execute("PRAGMA journal_mode = DELETE")


def _upgrade_beside(path: Path, fmt: Format, version: int) -> None:
    new = path.with_name(f"{path.name}.new")
    new.with_name(f"{new.name}-journal").unlink(missing_ok=True)  # a killed try's would be replayed
    shutil.copyfile(path, new)
    try:
        with closing(connect(new)) as db:
            db.execute("PRAGMA synchronous = FULL")
            run_steps(db, fmt)
            if db.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
                raise damaged(path, "after its steps")
        shutil.copyfile(path, path.with_name(f"{path.name}.format{version}"))
        os.replace(new, path)  # noqa: PTH105 - replace() of Path is the same call, named less plainly
    finally:
        new.unlink(missing_ok=True)
