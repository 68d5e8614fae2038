"""Format 1: the first. Wide texts apart from narrow triage rows, so that a million stay quick."""

from __future__ import annotations

import sqlite3

_TABLES = (
    "CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
    """
    CREATE TABLE imports (
        key INTEGER PRIMARY KEY,
        file TEXT NOT NULL,
        kind TEXT NOT NULL,
        started_at INTEGER NOT NULL,
        finished_at INTEGER,
        rows INTEGER NOT NULL DEFAULT 0,
        new INTEGER NOT NULL DEFAULT 0,
        already_here INTEGER NOT NULL DEFAULT 0,
        edited INTEGER NOT NULL DEFAULT 0,
        own INTEGER NOT NULL DEFAULT 0,
        unreadable INTEGER NOT NULL DEFAULT 0,
        flawed INTEGER NOT NULL DEFAULT 0,
        vanished INTEGER NOT NULL DEFAULT 0
    )
    """,
    """
    CREATE TABLE authors (
        key INTEGER PRIMARY KEY,
        platform INTEGER NOT NULL,
        identity TEXT NOT NULL,
        handle TEXT NOT NULL,
        name TEXT NOT NULL,
        url TEXT NOT NULL,
        note TEXT NOT NULL DEFAULT '',
        UNIQUE (identity, platform)
    )
    """,
    """
    CREATE TABLE videos (
        key INTEGER PRIMARY KEY,
        platform INTEGER NOT NULL,
        id TEXT NOT NULL,
        title TEXT NOT NULL,
        comments INTEGER NOT NULL DEFAULT 0,
        UNIQUE (id, platform)
    )
    """,
    """
    CREATE TABLE comments (
        key INTEGER PRIMARY KEY,
        platform INTEGER NOT NULL,
        id TEXT NOT NULL,
        parent TEXT,
        url TEXT,
        precision INTEGER NOT NULL,
        import INTEGER NOT NULL,
        text TEXT NOT NULL,
        UNIQUE (id, platform)
    )
    """,
    """
    CREATE TABLE triage (
        key INTEGER PRIMARY KEY,
        author INTEGER NOT NULL,
        video INTEGER,
        at INTEGER NOT NULL,
        likes INTEGER NOT NULL,
        flags INTEGER NOT NULL,
        language TEXT,
        queue INTEGER NOT NULL,
        state INTEGER NOT NULL,
        severity INTEGER NOT NULL DEFAULT 0,
        kindness INTEGER NOT NULL DEFAULT 0,
        labels INTEGER NOT NULL DEFAULT 0,
        scores BLOB,
        model INTEGER
    )
    """,
    "CREATE TABLE models (key INTEGER PRIMARY KEY, version TEXT NOT NULL UNIQUE)",
    """
    CREATE TABLE tallies (
        state INTEGER NOT NULL,
        queue INTEGER NOT NULL,
        n INTEGER NOT NULL,
        PRIMARY KEY (state, queue)
    ) WITHOUT ROWID
    """,
    "CREATE TABLE edits (comment INTEGER NOT NULL, seen_at INTEGER NOT NULL, text TEXT NOT NULL)",
    "CREATE TABLE gone (comment INTEGER PRIMARY KEY, import INTEGER NOT NULL)",
    """
    CREATE TABLE acts (
        key INTEGER PRIMARY KEY,
        action TEXT NOT NULL,
        reason TEXT NOT NULL,
        decided_at INTEGER NOT NULL,
        changed INTEGER NOT NULL,
        people INTEGER NOT NULL,
        undone INTEGER NOT NULL DEFAULT 0
    )
    """,
    """
    CREATE TABLE decisions (
        act INTEGER NOT NULL,
        comment INTEGER NOT NULL,
        before INTEGER NOT NULL,
        PRIMARY KEY (act, comment)
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE journal (
        key INTEGER PRIMARY KEY,
        act INTEGER NOT NULL,
        verb TEXT NOT NULL,
        at INTEGER NOT NULL
    )
    """,
    "CREATE TABLE blocks (author INTEGER PRIMARY KEY, act INTEGER NOT NULL)",
    """
    CREATE TABLE handed (
        act INTEGER NOT NULL,
        comment INTEGER NOT NULL,
        target TEXT NOT NULL,
        platform INTEGER NOT NULL,
        number INTEGER NOT NULL,
        status TEXT NOT NULL,
        at INTEGER NOT NULL,
        PRIMARY KEY (comment, target, act)
    ) WITHOUT ROWID
    """,
    "CREATE TABLE rules (key INTEGER PRIMARY KEY, name TEXT NOT NULL, body TEXT NOT NULL)",
    "CREATE TABLE allowed (author INTEGER PRIMARY KEY, added_at INTEGER NOT NULL)",
    "CREATE TABLE mappings (name TEXT PRIMARY KEY, header TEXT NOT NULL, body TEXT NOT NULL)",
    "CREATE TABLE monthly (month TEXT PRIMARY KEY, nudges INTEGER NOT NULL) WITHOUT ROWID",
    """
    CREATE VIRTUAL TABLE words USING fts5 (
        text,
        content = 'comments',
        content_rowid = 'key',
        detail = 'none',
        columnsize = 0,
        tokenize = 'unicode61 remove_diacritics 2'
    )
    """,
)

_INDEXES = (
    "CREATE INDEX waiting_severity ON triage (queue, severity) WHERE state = 0 AND queue < 6",
    "CREATE INDEX waiting_at ON triage (queue, at) WHERE state = 0 AND queue < 6",
    "CREATE INDEX waiting_likes ON triage (queue, likes) WHERE state = 0 AND queue < 6",
    "CREATE INDEX waiting_kindness ON triage (queue, kindness) WHERE state = 0 AND queue < 6",
    "CREATE INDEX waiting_rest ON triage (queue) WHERE state = 0 AND queue >= 6",
    "CREATE INDEX decided_at ON triage (state, at) WHERE state > 0",
    "CREATE INDEX triage_author ON triage (author)",
    "CREATE INDEX triage_video ON triage (video)",
    "CREATE INDEX acts_undone ON acts (undone)",
    "CREATE INDEX handed_number ON handed (platform, target, number)",
    "CREATE INDEX edits_comment ON edits (comment)",
)


def upgrade(db: sqlite3.Connection) -> None:
    """Make all tables and indexes; the author 0 stands for those a file did not name."""
    for statement in (*_TABLES, *_INDEXES):
        db.execute(statement)
    db.execute("INSERT INTO words (words, rank) VALUES ('hashsize', 16000000)")
    db.execute("INSERT INTO authors VALUES (0, 3, '', '', '', '', '')")
