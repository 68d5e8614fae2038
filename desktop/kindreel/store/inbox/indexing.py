"""Indexes that are put off while a large file comes in, and made in one go after it.

An index that is sorted once costs a fraction of one that grows comment by comment. While they are
put off, lists are read in passing and words of what has just come are not found. What was put
off is noted in the file, so that a kill leaves nothing half made: the next to open it catches up.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from kindreel.store.inbox import meta
from kindreel.store.inbox.database import Database, raw

LEAST = 20_000
"""Fewer comments than this are quicker put into the indexes one by one."""
_BYTES_A_COMMENT = 400
_SORTED_KIB = 8_192
_WORDS_AT_ONCE = 200_000
_MERGED = 4
"""So many pieces of the words' index are merged into one, as SQLite does unasked."""
_NOTE = "put off"
"""Name in `meta`, while indexes are put off: the last comment whose words are in the index, and
the number of the import that has put them off."""
_IDS = {
    "comment_id": "CREATE UNIQUE INDEX comment_id ON comments (id, platform)",
    "author_identity": "CREATE UNIQUE INDEX author_identity ON authors (identity, platform)",
}
_ORDERS = {
    "by_tone": "CREATE INDEX by_tone ON triage (queue, tone)",
    "by_at": "CREATE INDEX by_at ON triage (queue, at)",
    "by_likes": "CREATE INDEX by_likes ON triage (queue, likes)",
    "triage_author": "CREATE INDEX triage_author ON triage (author)",
    "triage_video": "CREATE INDEX triage_video ON triage (video)",
}
_WORDS = "INSERT INTO words (rowid, text) SELECT key, text FROM comments WHERE key > ? AND key <= ?"


def begin(db: sqlite3.Connection, number: int, file_bytes: int) -> bool:
    """Put indexes off, until `catch_up`, if an import's file seems to hold more than is here.

    All in the caller's transaction. True when ids have no indexes now: only an empty inbox can do
    without, and only while the import makes sure that no id and no person comes in twice.
    """
    catch_up_here(db)
    expected = file_bytes // _BYTES_A_COMMENT
    held = db.execute("SELECT coalesce(sum(n), 0) FROM tallies").fetchone()[0]
    if expected < LEAST or expected <= held:
        return False
    empty = not db.execute("SELECT max(key) FROM authors").fetchone()[0] and not _newest(db)
    for name in (*_ORDERS, *(_IDS if empty else ())):
        db.execute(f"DROP INDEX {name}")
    _note(db, _newest(db), number)
    return empty


def still_by(db: sqlite3.Connection, number: int) -> bool:
    """Whether it is this import that has put indexes off; what another has is caught up with."""
    noted = _noted(db)
    if noted is not None and noted[1] != number:
        catch_up_here(db)
        return False
    return noted is not None


def make_ids(db: sqlite3.Connection) -> None:
    """Make the indexes of ids now, in the caller's transaction."""
    for name in _missing(db, _IDS):
        _make(db, _IDS[name])


def words_up_to(db: sqlite3.Connection) -> int | None:
    """The last comment whose words can be found; None when nothing is put off."""
    noted = _noted(db)
    return None if noted is None else noted[0]


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
    noted = _noted(db)
    if noted is None:
        return False
    (known, number), newest = noted, _newest(db)
    missing = _missing(db, _IDS | _ORDERS)
    if missing:
        _make(db, (_IDS | _ORDERS)[missing[0]])
    elif known < newest:
        until = min(newest, known + _WORDS_AT_ONCE)
        _take_up_words(db, known, until)
        _note(db, until, number)
    else:
        db.execute("DELETE FROM meta WHERE name = ?", (_NOTE,))
    return True


def _make(db: sqlite3.Connection, index: str) -> None:
    """Make an index out of small sorted pieces: each stays near the processor while it is sorted.

    SQLite takes as much memory to sort as it has for pages.
    """
    (before,) = db.execute("PRAGMA cache_size").fetchone()
    db.execute(f"PRAGMA cache_size = -{_SORTED_KIB}")
    db.execute(index)
    db.execute(f"PRAGMA cache_size = {before}")


def _take_up_words(db: sqlite3.Connection, after: int, until: int) -> None:
    """Make the words of some comments findable, without merging them with others meanwhile.

    A million comments leave five pieces, in which words are found as quickly.
    """
    merge = "INSERT INTO words (words, rank) VALUES ('automerge', ?)"
    db.execute(merge, (0,))
    db.execute(_WORDS, (after, until))
    db.execute(merge, (_MERGED,))


def _missing(db: sqlite3.Connection, wanted: Iterable[str]) -> list[str]:
    made = {name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'index'")}
    return [name for name in wanted if name not in made]


def _newest(db: sqlite3.Connection) -> int:
    return int(db.execute("SELECT coalesce(max(key), 0) FROM comments").fetchone()[0])


def _noted(db: sqlite3.Connection) -> tuple[int, int] | None:
    note = meta.value(db, _NOTE)
    if note is None:
        return None
    key, number = note.split()
    return int(key), int(number)


def _note(db: sqlite3.Connection, key: int, number: int) -> None:
    meta.keep(db, _NOTE, f"{key} {number}")
