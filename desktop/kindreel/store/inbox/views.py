"""Views → SQL that answers from an index, whatever the filters.

A list is walked along the index of its order, and the filters are tried on what comes by. When
that finds too little within a bound, or a filter is known to leave few, those few are sorted.
"""

from __future__ import annotations

import re
import sqlite3
from dataclasses import dataclass, field
from datetime import datetime
from heapq import merge
from operator import itemgetter

from kindreel.model.comment import Queue
from kindreel.model.triage import TO_REVIEW, Box, Cursor, Sort, State, View
from kindreel.store.inbox import codes

_ORDER = {
    Sort.SEVEREST: ("severity", "DESC"),
    Sort.NEWEST: ("at", "DESC"),
    Sort.OLDEST: ("at", "ASC"),
    Sort.MOST_LIKED: ("likes", "DESC"),
    Sort.KINDEST: ("kindness", "DESC"),
}
FEW = 30_000
"""So many rows can be looked at one by one within a tenth of a second."""
_WALK = 20_000
_WALK_WITH_WORDS = 3_000
_MATCHING = "(SELECT rowid FROM words WHERE words MATCH :words)"
_MATCHES = "EXISTS (SELECT 1 FROM words WHERE words MATCH :words AND rowid = key)"

Params = dict[str, object]


@dataclass(slots=True)
class Conditions:
    """What a view's filters ask of a triage row, as SQL and its values."""

    parts: list[str] = field(default_factory=list)
    values: Params = field(default_factory=dict)

    def ask(self, part: str, **values: object) -> None:
        """Add one more condition."""
        self.parts.append(part)
        self.values |= values

    def sql(self) -> str:
        """All of them in one."""
        return " AND ".join(self.parts) or "1"


def ms(moment: datetime) -> int:
    """Milliseconds since 1970."""
    return int(moment.timestamp() * 1000)


_ASKED = {
    "author": "author = :author",
    "video": "video = :video",
    "language": "language = :language",
    "since": "at >= :since",
    "until": "at < :until AND at > 0",
    "min_likes": "likes >= :min_likes",
    "max_likes": "likes <= :max_likes",
    "platform": "author IN (SELECT key FROM authors WHERE platform = :platform)",
    "words": f"key IN {_MATCHING}",
}
"""View's field → its condition on a triage row."""


def filters(view: View) -> Conditions:
    """Everything a view asks, but for its box."""
    asked = Conditions()
    for name, value in _values(view).items():
        if value is not None:
            asked.ask(_ASKED[name], **{name: value})
    if view.label is not None:
        asked.ask(f"labels & {codes.LABEL_BIT[view.label]} <> 0")
    if view.has_link is not None:
        asked.ask(f"flags & {codes.LINK} {'<>' if view.has_link else '='} 0")
    return asked


def _values(view: View) -> Params:
    """The values of a view's filters as the rows have them, None for one that is not set."""
    return {
        "author": view.author,
        "video": view.video,
        "language": view.language or None,
        "since": None if view.since is None else ms(view.since),
        "until": None if view.until is None else ms(view.until),
        "min_likes": view.min_likes,
        "max_likes": view.max_likes,
        "platform": None if view.platform is None else codes.PLATFORM[view.platform.value],
        "words": match(view.words) if view.words.strip() else None,
    }


def match(words: str) -> str:
    """An FTS5 expression for what a person typed: every word, in any order."""
    found = re.findall(r"[\w'’@#.-]+\*?|[^\w\s\"“”]", words)
    terms = []
    for word in found:
        stem = word.rstrip("*").replace('"', "")
        if stem:
            terms.append(f'"{stem}"' + ("*" if word.endswith("*") else ""))
    return " ".join(terms) or '""'


def box_condition(box: Box) -> str:
    """The condition of one box, in the words of its partial index."""
    if box is Box.ALL:
        return "1"
    if box is Box.TO_REVIEW:
        queues = ", ".join(str(codes.QUEUE[q]) for q in TO_REVIEW)
        return f"state = 0 AND queue < 6 AND queue IN ({queues})"
    if box in {Box.UNSCORED, Box.OWN}:
        code = codes.UNSCORED if box is Box.UNSCORED else codes.OWN_QUEUE
        return f"state = 0 AND queue >= 6 AND queue = {code}"
    if box.value in {q.value for q in Queue}:
        return f"state = 0 AND queue < 6 AND queue = {codes.QUEUE[Queue(box.value)]}"
    return f"state > 0 AND state = {codes.STATE[State(box.value)]}"


def _streams(box: Box) -> list[str]:
    """Conditions that together make the box; each can be walked along one index."""
    if box is Box.ALL:
        waiting = [Box(queue.value) for queue in Queue]
        decided = [Box(state.value) for state in State if state is not State.WAITING]
        return [box_condition(b) for b in (*waiting, *decided, Box.UNSCORED, Box.OWN)]
    if box is Box.TO_REVIEW:
        return [box_condition(Box(queue.value)) for queue in TO_REVIEW]
    return [box_condition(box)]


def keys(
    db: sqlite3.Connection, view: View, after: Cursor | None, limit: int
) -> list[tuple[int, int]]:
    """(sort value, key) of up to `limit` comments of a view, from after the cursor on."""
    asked = filters(view)
    if _few_match(db, view):
        return _sorted(db, view, asked, after, limit, scan=True)
    if _few_in_range(db, view):
        return _sorted(db, view, asked, after, limit, scan=False)
    found = _walked(db, view, asked, after, limit)
    return _sorted(db, view, asked, after, limit, scan=True) if found is None else found


def _few_match(db: sqlite3.Connection, view: View) -> bool:
    """Whether a person, video or words are known to leave few."""
    probes: list[tuple[str, object]] = []
    if view.author is not None:
        probes.append(("triage WHERE author = :v", view.author))
    if view.video is not None:
        probes.append(("triage WHERE video = :v", view.video))
    if view.words.strip():
        probes.append(("words WHERE words MATCH :v", match(view.words)))
    return any(_fewer(db, rows, {"v": value}) for rows, value in probes)


def _few_in_range(db: sqlite3.Connection, view: View) -> bool:
    """Whether a range of times or likes is known to leave few of what waits."""
    asked = filters(view)
    ranges = (("since", "until"), ("min_likes", "max_likes"))
    for names in ranges:
        parts = [_ASKED[name] for name in names if name in asked.values]
        if parts:
            rows = f"triage WHERE {box_condition(view.box)} AND {' AND '.join(parts)}"
            if view.box is not Box.ALL and _fewer(db, rows, asked.values):
                return True
    return False


def _fewer(db: sqlite3.Connection, rows: str, values: Params) -> bool:
    sql = f"SELECT count(*) FROM (SELECT 1 FROM {rows} LIMIT {FEW + 1})"  # noqa: S608 - our own words
    return bool(db.execute(sql, values).fetchone()[0] <= FEW)


def _after(view: View, after: Cursor | None) -> Conditions:
    asked = Conditions()
    if after is not None:
        column, direction = _ORDER[view.sort]
        sign = "<" if direction == "DESC" else ">"
        asked.ask(
            f"({column}, key) {sign} (:after_value, :after_key)",
            after_value=after.value,
            after_key=after.key,
        )
    return asked


def _walked(
    db: sqlite3.Connection, view: View, asked: Conditions, after: Cursor | None, limit: int
) -> list[tuple[int, int]] | None:
    """Along the indexes of all streams at once; None when the bound is met before the limit."""
    column, direction = _ORDER[view.sort]
    onward = _after(view, after)
    fits = asked.sql().replace(_ASKED["words"], _MATCHES)
    values = asked.values | onward.values
    streams = [
        db.execute(
            f"SELECT {column}, key, {fits} FROM triage WHERE {stream} AND {onward.sql()} "  # noqa: S608
            f"ORDER BY {column} {direction}, key {direction}",
            values,
        )
        for stream in _streams(view.box)
    ]
    merged = merge(*streams, key=itemgetter(0, 1), reverse=direction == "DESC")
    bound = _WALK_WITH_WORDS if view.words.strip() else max(_WALK, limit)
    found: list[tuple[int, int]] = []
    for looked_at, (value, key, fit) in enumerate(merged):
        if fit:
            found.append((int(value), int(key)))
            if len(found) == limit:
                return found
        elif looked_at >= bound:
            return None
    return found


def _sorted(
    db: sqlite3.Connection,
    view: View,
    asked: Conditions,
    after: Cursor | None,
    limit: int,
    *,
    scan: bool,
) -> list[tuple[int, int]]:
    """All that the filters let pass, sorted; scan: not by way of the box's own indexes."""
    column, direction = _ORDER[view.sort]
    onward = _after(view, after)
    # A unary plus keeps an index out of it: the filters' own, or one scan, is meant.
    box = box_condition(view.box)
    if scan:
        box = box.replace("state", "+state").replace("queue", "+queue")
    sql = (
        f"SELECT {column}, key FROM triage WHERE {asked.sql()} AND {box} AND {onward.sql()} "  # noqa: S608
        f"ORDER BY +{column} {direction}, key {direction} LIMIT :limit"
    )
    values = asked.values | onward.values | {"limit": limit}
    return [(int(value), int(key)) for value, key in db.execute(sql, values)]


def where(view: View) -> tuple[str, Params]:
    """The condition on triage rows that means the whole view, and its values."""
    asked = filters(view)
    return f"{asked.sql()} AND {box_condition(view.box)}", asked.values


def every_key(db: sqlite3.Connection, view: View) -> list[int]:
    """The keys of all comments of a view, in its order."""
    column, direction = _ORDER[view.sort]
    condition, values = where(view)
    sql = f"SELECT key FROM triage WHERE {condition} ORDER BY {column} {direction}, key {direction}"  # noqa: S608
    return [int(key) for (key,) in db.execute(sql, values)]
