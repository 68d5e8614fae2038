"""Which comments a list shows first, answered from an index whatever the filters.

A list is walked along the index of its order, and the filters are tried on what comes by. Where
that would find too little too late, the filter that leaves the fewest is followed, and those few
are sorted.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from math import prod

from kindreel.model.triage import Box, Cursor, Sort, View
from kindreel.store.inbox import views
from kindreel.store.inbox.indexing import words_up_to
from kindreel.store.inbox.search import Search
from kindreel.store.inbox.verdicts import LEAST_TONE

_ORDER = {
    Sort.SEVEREST: ("tone", "DESC"),
    Sort.NEWEST: ("at", "DESC"),
    Sort.OLDEST: ("at", "ASC"),
    Sort.MOST_LIKED: ("likes", "DESC"),
    Sort.KINDEST: ("tone", "ASC"),
}
_RANGES = {"at": ("since", "until"), "likes": ("min_likes", "max_likes")}
FEW = 20_000
"""So many rows can be looked at one by one within a twentieth of a second."""
_SCATTERED = 8
"""A row that is looked up costs as much as so many that are read in passing."""

Place = tuple[int, int]
"""(sort value, key)."""


@dataclass(frozen=True, slots=True)
class _Way:
    """One index to look rows up by, and how many that leaves (FEW + 1: more than few).

    share: how many of all comments a filter lets pass, as far as that is known.
    first: the condition by which rows are found, when it is none of the view's own.
    """

    index: str
    rows: int
    share: float = 1.0
    first: str = "1"


@dataclass(slots=True)
class _Question:
    """A view as SQL. asked: field → condition. total: all comments in the box's queues.

    unordered: the indexes are put off while a large file comes in.
    """

    view: View
    asked: dict[str, str]
    values: views.Params
    held: int
    total: int
    everything: int
    unordered: bool

    @property
    def order(self) -> tuple[str, str]:
        return _ORDER[self.view.sort]

    @property
    def patience(self) -> int:
        """How many rows may come by before another way is quicker; what is decided is passed."""
        if self.asked:
            return FEW
        return max(FEW, min(self.total - self.held, self.everything // _SCATTERED))

    @property
    def queues(self) -> str:
        return f"queue IN ({', '.join(map(str, views.queues_of(self.view.box)))})"

    def matching(self, way: _Way) -> str:
        """The view's rows, as SQL from FROM on."""
        asked = (way.first, self.queues, views.box_condition(self.view.box), *self.asked.values())
        return f"FROM triage {way.index} WHERE {' AND '.join(asked)}"


def keys(
    db: sqlite3.Connection, search: Search, view: View, after: Cursor | None, limit: int
) -> list[Place]:
    """(sort value, key) of up to `limit` comments of a view, from after the cursor on."""
    question = _question(db, view)
    if not question.held:
        return []
    ways = [*_ways(db, search, question)]
    narrow = min(ways, key=lambda way: way.rows)
    if not question.unordered and narrow.rows > _to_be_walked(question, ways, limit) <= FEW:
        found = _walked(db, question, after, limit, _passing(question))
        if len(found) == limit or question.total <= FEW // 4:
            return found
        if question.held < question.total:
            found = _walked(db, question, after, limit, _skipping(question))
            if len(found) == limit:
                return found
    return _picked(db, question, narrow, after, limit)


def every_key(db: sqlite3.Connection, search: Search, view: View) -> list[int]:
    """The keys of all comments of a view, in its order."""
    question = _question(db, view)
    if not question.held:
        return []
    narrow = _narrowest(db, search, question)
    if narrow.rows > FEW and not question.unordered:
        return [
            key
            for _, key in _walked(
                db, question, None, question.total, _Walk(_held(question), "1", question.patience)
            )
        ]
    return [key for _, key in _picked(db, question, narrow, None, -1)]


def count(db: sqlite3.Connection, search: Search, view: View) -> int:
    """How many comments a view shows."""
    question = _question(db, view)
    if not question.held or not question.asked:
        return question.held
    sql = f"SELECT count(*) {question.matching(_narrowest(db, search, question))}"
    return int(db.execute(sql, question.values).fetchone()[0])


def _narrowest(db: sqlite3.Connection, search: Search, question: _Question) -> _Way:
    return min(_ways(db, search, question), key=lambda way: way.rows)


def _question(db: sqlite3.Connection, view: View) -> _Question:
    asked, values = views.parts(view)
    queues, state = views.queues_of(view.box), views.state_of(view.box)
    cells = db.execute("SELECT state, queue, n FROM tallies").fetchall()
    return _Question(
        view,
        asked,
        values,
        held=sum(n for s, q, n in cells if q in queues and state in {None, s}),
        total=sum(n for _, q, n in cells if q in queues),
        everything=sum(n for _, _, n in cells),
        unordered=words_up_to(db) is not None,
    )


def _ways(db: sqlite3.Connection, search: Search, question: _Question) -> Iterator[_Way]:
    """All ways to look the view's comments up; the last is to read everything."""
    asked, values, everything = question.asked, question.values, question.everything
    if "words" in asked:
        found = search.find(db, str(values["words"]))
        asked["words"], values["found"] = "said(key)", found.keys
        listed = "key IN (SELECT value FROM json_each(:found))"
        yield _Way("NOT INDEXED", found.count, found.count / everything, listed)
    if question.unordered:
        yield _Way("NOT INDEXED", everything)
        return
    if "video" in asked:
        sql = "SELECT coalesce(max(comments), 0) FROM videos WHERE key = :video"
        rows = db.execute(sql, values).fetchone()[0]
        yield _Way("INDEXED BY triage_video", rows, rows / everything)
    for index, condition in _counted_ways(question):
        rows = _counted(db, condition, values)
        known = rows <= FEW and index != f"by_{question.order[0]}"
        yield _Way(f"INDEXED BY {index}", rows, rows / everything if known else 1.0)
    if (views.state_of(question.view.box) or 0) > 0:
        yield _Way("INDEXED BY decided", question.held)
    if question.view.box is not Box.ALL:
        yield _Way("INDEXED BY by_at", question.total)
    yield _Way("NOT INDEXED", max(FEW + 1, everything // _SCATTERED))


def _counted_ways(question: _Question) -> Iterator[tuple[str, str]]:
    """Indexes of the filters whose rows are counted up to a few, and their conditions."""
    asked = question.asked
    if "author" in asked:
        yield "triage_author", asked["author"]
    if question.view.has_link:
        yield "linked", asked["has_link"]
    for column, names in _RANGES.items():
        ranged = [asked[name] for name in names if name in asked]
        if ranged:
            yield f"by_{column}", " AND ".join((question.queues, *ranged))


def _counted(db: sqlite3.Connection, condition: str, values: views.Params) -> int:
    """How many rows a condition leaves, FEW + 1 for more than few."""
    sql = f"SELECT count(*) FROM (SELECT 1 FROM triage WHERE {condition} LIMIT {FEW + 1})"  # noqa: S608 - our own words
    return int(db.execute(sql, values).fetchone()[0])


def _to_be_walked(question: _Question, ways: list[_Way], limit: int) -> float:
    """How many rows would come by before a page is full, if all filters were independent."""
    share = question.held / question.total * prod(way.share for way in ways)
    return limit / share if share else question.total


def _along(question: _Question, after: Cursor | None) -> tuple[list[str], views.Params]:
    """The conditions that the index of the order answers by itself."""
    column, direction = question.order
    names = _RANGES.get(column, ())
    conditions = [question.asked[name] for name in names if name in question.asked]
    label = question.view.label
    if column == "tone" and label in LEAST_TONE:
        conditions.append(f"tone >= {LEAST_TONE[label]}")
    if after is None:
        return conditions, {}
    sign = "<" if direction == "DESC" else ">"
    conditions.append(f"({column}, key) {sign} (:after_value, :after_key)")
    return conditions, {"after_value": after.value, "after_key": after.key}


@dataclass(frozen=True, slots=True)
class _Walk:
    """How what is not in a box is left out: before rows are counted, or as they come by.

    bound: how many rows may come by.
    """

    before: str
    passing: str
    bound: int


def _passing(question: _Question) -> _Walk:
    """Tries what is decided like a filter, which is quickest where it is not all in one place."""
    return _Walk("1", _held(question), FEW if question.asked else FEW // 4)


def _skipping(question: _Question) -> _Walk:
    """Knows what is decided beforehand, so that a hundred thousand of it are passed in no time."""
    decided = "key NOT IN (SELECT key FROM triage INDEXED BY decided WHERE state > 0)"
    waiting = views.state_of(question.view.box) == 0
    return _Walk(decided if waiting else _held(question), "1", question.patience)


def _held(question: _Question) -> str:
    state = views.state_of(question.view.box)
    return "1" if state is None else f"state = {state}"


def _walked(
    db: sqlite3.Connection, question: _Question, after: Cursor | None, limit: int, walk: _Walk
) -> list[Place]:
    """What passes the filters among the first few rows along the indexes of all queues at once."""
    column, direction = question.order
    along, values = _along(question, after)
    others = [c for c in question.asked.values() if c not in along]
    fits = " AND ".join((walk.passing, *others))
    arms = [
        f"SELECT {column} AS value, key AS place, {fits} AS fit FROM triage INDEXED BY by_{column} "  # noqa: S608
        f"WHERE {' AND '.join((f'queue = {queue}', walk.before, *along))}"
        for queue in views.queues_of(question.view.box)
    ]
    sql = (
        f"SELECT value, place FROM ({' UNION ALL '.join(arms)} "  # noqa: S608 - our own words
        f"ORDER BY 1 {direction}, 2 {direction} LIMIT :bound) WHERE fit LIMIT :limit"
    )
    values |= question.values | {"limit": limit, "bound": walk.bound + limit}
    return db.execute(sql, values).fetchall()


def _picked(
    db: sqlite3.Connection, question: _Question, way: _Way, after: Cursor | None, limit: int
) -> list[Place]:
    """All that the filters let pass, found one way and sorted."""
    column, direction = question.order
    along, values = _along(question, after)
    sql = (
        f"SELECT {column}, key {' AND '.join((question.matching(way), *along))} "
        f"ORDER BY +{column} {direction}, key {direction} LIMIT :limit"
    )
    return db.execute(sql, question.values | values | {"limit": limit}).fetchall()
