"""Comments that an earlier export of a video had, and a later whole one has no more."""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Iterable

WHOLE = frozenset(("ytdlp", "youtube_comment_downloader", "tiktok_comment_scraper"))
"""Kinds of files that hold all comments of a video, unless their tool was told to stop early."""
_LEAST_SEEN = 0.9
"""A file that lacks more of what was known than this leaves is taken for a part, not the whole."""
_KNOWN = (
    "SELECT key FROM triage JOIN comments USING (key) WHERE video = :video AND import < :import"
)
_VIDEOS = (
    "SELECT DISTINCT video FROM triage "
    "WHERE key IN (SELECT value FROM json_each('[' || ? || ']')) AND video IS NOT NULL"
)
_CHUNK = 10_000


class Roll:
    """Who of those known before is there again, during one import."""

    def __init__(self, kind: str) -> None:
        self._whole = kind in WHOLE
        self._seen = array("q")

    def saw(self, keys: Iterable[int]) -> None:
        """Note comments of the file that were here before."""
        if self._whole:
            self._seen.extend(keys)

    def close(self, db: sqlite3.Connection, number: int, *, damaged: bool) -> int:
        """Note which comments have vanished and which are back; how many the file lacks.

        damaged: rows of the file were unreadable, so what is missing may be among them.
        """
        if not self._whole or not self._seen:
            return 0
        back = [(key,) for key in self._seen]
        db.executemany("DELETE FROM gone WHERE comment = ?", back)
        if damaged:
            return 0
        seen = set(self._seen)
        lacking = [key for video in self._videos(db) for key in _lacking(db, video, number, seen)]
        db.executemany("INSERT OR IGNORE INTO gone VALUES (?, ?)", [(k, number) for k in lacking])
        db.execute("UPDATE imports SET vanished = ? WHERE key = ?", (len(lacking), number))
        return len(lacking)

    def _videos(self, db: sqlite3.Connection) -> set[int]:
        videos: set[int] = set()
        for at in range(0, len(self._seen), _CHUNK):
            keys = ",".join(map(str, self._seen[at : at + _CHUNK]))
            videos |= {video for (video,) in db.execute(_VIDEOS, (keys,))}
        return videos


def _lacking(db: sqlite3.Connection, video: int, number: int, seen: set[int]) -> list[int]:
    known = [key for (key,) in db.execute(_KNOWN, {"video": video, "import": number})]
    missing = [key for key in known if key not in seen]
    return missing if len(missing) <= len(known) * (1 - _LEAST_SEEN) else []
