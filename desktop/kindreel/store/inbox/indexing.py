"""Indexes that are put off while a large file comes in, and made in one go after it.

An index that is sorted once costs a fraction of one that grows comment by comment. While they are
put off, lists are read in passing and words of what has just come are not found. What was put
off is noted in the file, so that a kill leaves nothing half made: the next to open it catches up.
"""

from __future__ import annotations

import sqlite3

from kindreel.store.inbox.database import Database, raw

LEAST = 20_000
"""Fewer comments than this are quicker put into the indexes one by one."""
_BYTES_A_COMMENT = 400
_WORDS_AT_ONCE = 100_000
_NOTE = "words up to"
"""Name in `meta`: the last comment whose words are in the index, while indexes are put off."""
_ORDERS = {
    "by_tone": "triage (queue, tone)",
    "by_at": "triage (queue, at)",
    "by_likes": "triage (queue, likes)",
    "triage_author": "triage (author)",
    "triage_video": "triage (video)",
}
_WORDS = "INSERT INTO words (rowid, text) SELECT key, text FROM comments WHERE key > ? AND key <= ?"


def worth_putting_off(db: sqlite3.Connection, file_bytes: int) -> bool:
    """Whether a file of this size seems to hold many comments, and more than are here."""
    expected = file_bytes // _BYTES_A_COMMENT
    held = db.execute("SELECT coalesce(sum(n), 0) FROM tallies").fetchone()[0]
    return expected >= LEAST and expected > held


def put_off(db: sqlite3.Connection) -> None:
    """Do without indexes from now on, in the caller's transaction, until `catch_up`."""
    if words_up_to(db) is not None:
        return
    for name in _ORDERS:
        db.execute(f"DROP INDEX {name}")
    _note(db, _newest(db))


def words_up_to(db: sqlite3.Connection) -> int | None:
    """The last comment whose words can be found; None when nothing is put off."""
    row = db.execute("SELECT value FROM meta WHERE name = ?", (_NOTE,)).fetchone()
    return int(row[0]) if row else None


def catch_up(database: Database) -> None:
    """Make what was put off, a step a transaction, so that nobody waits long in between."""
    with database.read() as connection:
        if words_up_to(raw(connection)) is None:
            return
    while True:
        with database.write() as connection:
            if not _step(raw(connection)):
                return


def catch_up_here(db: sqlite3.Connection) -> None:
    """Make all that was put off within the caller's transaction."""
    while _step(db):
        pass


def _step(db: sqlite3.Connection) -> bool:
    """Make one thing that was put off; False when nothing was."""
    known = words_up_to(db)
    if known is None:
        return False
    newest = _newest(db)
    made = {name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'index'")}
    missing = next((name for name in _ORDERS if name not in made), None)
    if missing:
        db.execute(f"CREATE INDEX {missing} ON {_ORDERS[missing]}")
    elif known < newest:
        until = min(newest, known + _WORDS_AT_ONCE)
        db.execute(_WORDS, (known, until))
        _note(db, until)
    else:
        db.execute("DELETE FROM meta WHERE name = ?", (_NOTE,))
    return True


def _newest(db: sqlite3.Connection) -> int:
    return int(db.execute("SELECT coalesce(max(key), 0) FROM comments").fetchone()[0])


def _note(db: sqlite3.Connection, key: int) -> None:
    db.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (_NOTE, str(key)))
