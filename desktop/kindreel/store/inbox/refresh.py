"""What a later file knows of a comment that is here already, and the earlier did not."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Sequence

from kindreel.importers.reading.records import Record
from kindreel.store.inbox import codes
from kindreel.store.inbox.tallies import add

_HERE = (
    "SELECT key, author, video, at, likes, flags, state, queue FROM triage "
    "WHERE key IN (SELECT value FROM json_each(?))"
)
_SET = (
    "UPDATE triage SET author = ?, video = ?, at = ?, likes = ?, flags = ?, queue = ? WHERE key = ?"
)
_COUNT = "UPDATE videos SET comments = comments + ? WHERE key = ?"

Known = tuple[int, Record, int, int | None]
"""Key, record, author's and video's number."""


def refresh(db: sqlite3.Connection, seen: Sequence[Known]) -> None:
    """Fill in people, videos, times and marks that were missing, and take the newer likes."""
    here = {row[0]: row[1:] for row in db.execute(_HERE, (json.dumps([k for k, *_ in seen]),))}
    changed: list[tuple[object, ...]] = []
    moved: Counter[tuple[int, int]] = Counter()
    filmed: Counter[int] = Counter()
    for key, record, author, video in seen:
        if key not in here:
            continue
        old_author, old_video, old_at, old_likes, old_flags, state, old_queue = here[key]
        flags = old_flags | codes.OWN * record.own
        queue = codes.OWN_QUEUE if record.own and state == 0 else old_queue
        now = (
            old_author or author,
            video if old_video is None else old_video,
            old_at or record.at or 0,
            max(record.likes, old_likes),
            flags,
            state,
            queue,
        )
        if now == here[key]:
            continue
        here[key] = now
        changed.append((*now[:5], queue, key))
        if queue != old_queue:
            moved[state, old_queue] -= 1
            moved[state, queue] += 1
        if old_video is None and video is not None:
            filmed[video] += 1
    db.executemany(_SET, changed)
    db.executemany(_COUNT, [(n, video) for video, n in filmed.items()])
    add(db, moved)
