"""Rows → what the lists show: entries, pages, people, videos."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from itertools import combinations
from typing import NamedTuple

from kindreel.model.comment import Author, AuthorId, Comment, CommentId
from kindreel.model.triage import AuthorKey, CommentKey, Cursor, Entry, Page, Video, View
from kindreel.store.inbox import codes, listing
from kindreel.store.inbox.search import Search

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_ENTRIES = """
SELECT t.key, t.author, t.video, t.at, t.likes, t.flags, t.language, t.queue, t.state,
       t.labels, t.scores,
       c.platform, c.id, c.parent, c.url, c.precision, c.text,
       a.identity, a.handle, a.name, a.url, v.id, v.title, b.act
FROM json_each(?) AS wanted
JOIN triage AS t ON t.key = wanted.value
JOIN comments AS c ON c.key = t.key
JOIN authors AS a ON a.key = t.author
LEFT JOIN videos AS v ON v.key = t.video
LEFT JOIN blocks AS b ON b.author = t.author
"""


def page(
    db: sqlite3.Connection, search: Search, view: View, after: Cursor | None, limit: int
) -> Page:
    """Up to `limit` entries of a view, from after the cursor on."""
    found = listing.keys(db, search, view, after, limit)
    end = Cursor(*found[-1]) if len(found) == limit else None
    return Page(entries(db, [key for _, key in found]), end)


def entries(db: sqlite3.Connection, keys: Sequence[int]) -> tuple[Entry, ...]:
    """The entries of these keys, in their order; keys that are not there are left out."""
    rows = {row[0]: row for row in db.execute(_ENTRIES, (json.dumps(keys),))}
    return tuple(_entry(rows[key]) for key in keys if key in rows)


def _entry(row: tuple[object, ...]) -> Entry:
    (
        key,
        author,
        video,
        at,
        likes,
        flags,
        language,
        queue,
        state,
        labels,
        scores,
        platform,
        id_,
        parent,
        url,
        precision,
        text,
        identity,
        handle,
        name,
        author_url,
        video_id,
        title,
        block,
    ) = row
    where = codes.PLATFORMS[_int(platform)]
    bits = _int(flags)
    person = Author(
        platform=where,
        id=AuthorId(str(identity)),
        handle=str(handle),
        name=str(name),
        url=str(author_url),
    )
    comment = Comment(
        platform=where,
        id=CommentId(str(id_)),
        text=str(text),
        author=person,
        video=str(video_id or ""),
        video_title=str(title or ""),
        parent=CommentId(str(parent)) if parent else None,
        likes=_int(likes),
        created_at=moment(_int(at)) if at else None,
        precision=codes.PRECISIONS[_int(precision)],
        own=bool(bits & codes.OWN),
        pinned=bool(bits & codes.PINNED),
        hearted=bool(bits & codes.HEARTED),
        url=str(url or ""),
    )
    return Entry(
        key=CommentKey(_int(key)),
        comment=comment,
        author_key=AuthorKey(_int(author)),
        video_key=None if video is None else _int(video),
        queue=codes.queue_of(_int(queue)),
        state=codes.STATES[_int(state)],
        score=codes.score_of(scores if isinstance(scores, bytes) else None),
        labels=codes.labels_of(_int(labels)),
        language=str(language or ""),
        marked=bool(bits & codes.MARKED),
        blocked=block is not None,
    )


def _int(cell: object) -> int:
    assert isinstance(cell, int)
    return cell


def moment(at: int) -> datetime:
    """The UTC time of milliseconds since 1970."""
    return _EPOCH + timedelta(milliseconds=at)


def videos(db: sqlite3.Connection) -> tuple[Video, ...]:
    """All videos with comments, most comments first."""
    rows = db.execute(
        "SELECT key, platform, id, title, comments FROM videos ORDER BY comments DESC, key"
    )
    return tuple(
        Video(key=key, platform=codes.PLATFORMS[platform], id=id_, title=title, comments=n)
        for key, platform, id_, title, n in rows
    )


def author_history(db: sqlite3.Connection, author: int, limit: int) -> tuple[Entry, ...]:
    """The person's comments, newest first."""
    found = db.execute(
        "SELECT key FROM triage WHERE author = ? ORDER BY at DESC, key DESC LIMIT ?",
        (author, limit),
    )
    return entries(db, [key for (key,) in found])


_RARE = 4
_COMMON = 2_000
_SAID = """
SELECT t.key, t.author, c.text
FROM json_each(?) AS wanted CROSS JOIN triage AS t ON t.key = wanted.value
CROSS JOIN comments AS c ON c.key = t.key
"""


class Said(NamedTuple):
    """What one comment says, and the number of its author."""

    key: int
    author: int
    text: str


def sharing(db: sqlite3.Connection, key: int, words: Sequence[str], limit: int) -> list[Said]:
    """Other comments that hold two of the rarest of these words, the newest `limit` of them."""
    counted = sorted((_occurrences(db, word), -len(word), word) for word in set(words))
    rare = [quoted(word) for _, _, word in counted[:_RARE]]
    if not rare:
        return []
    pairs = [f"({a} {b})" for a, b in combinations(rare, 2)] or rare
    found = db.execute(
        "SELECT rowid FROM words WHERE words MATCH ? AND rowid <> ? ORDER BY rowid DESC LIMIT ?",
        (" OR ".join(pairs), key, limit),
    ).fetchall()
    return [Said(*row) for row in db.execute(_SAID, (json.dumps([k for (k,) in found]),))]


def quoted(word: str) -> str:
    """A word as FTS5 takes it literally."""
    return '"' + word.replace('"', "") + '"'


def _occurrences(db: sqlite3.Connection, word: str) -> int:
    """In how many comments a word is, up to the number from which it is common."""
    sql = "SELECT count(*) FROM (SELECT 1 FROM words WHERE words MATCH ? LIMIT ?)"
    return int(db.execute(sql, (quoted(word), _COMMON)).fetchone()[0])
