"""The ledger: what a person decides about many comments at once, and takes back as one."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from datetime import UTC, datetime

import numpy as np
from numpy.typing import NDArray

from kindreel.errors import InvalidValueError, KindreelError
from kindreel.model.comment import Action, Queue
from kindreel.model.triage import Act, Selection, View
from kindreel.store.inbox import codes, views
from kindreel.store.inbox.pages import moment
from kindreel.store.inbox.tallies import add

_ACT = "key, action, reason, decided_at, changed, people, undone"
_OF_ACT = "key IN (SELECT comment FROM decisions WHERE act = :act)"
_OF_ACT_FROM = f"{_OF_ACT[:-1]} AND before = :before)"
_PLACES = """
SELECT d.before, t.state, t.queue, count(*)
FROM decisions AS d CROSS JOIN triage AS t ON t.key = d.comment WHERE d.act = :act GROUP BY 1, 2, 3
"""
_DECISIONS = "INSERT INTO decisions SELECT ?1, value, ?2 FROM json_each(?3)"
_WAS_MARKED = 256
"""The bit of `decisions.before` above state and queue: a person had said that it is kind."""

Places = Counter[tuple[int, int]]
"""(state, queue) → how many comments are there."""

LIVE, UNDONE, DROPPED = 0, 1, 2
"""What `acts.undone` says: it holds; it can be done again; a later act has taken its place."""


def chosen(selection: Selection) -> tuple[str, views.Params]:
    """The condition on triage rows that a selection means; InvalidValueError for none or two."""
    given = [
        part is not None
        for part in (selection.keys, selection.view, selection.author, selection.match)
    ]
    if sum(given) != 1:
        raise InvalidValueError(
            "A selection is keys, a view, an author or words: exactly one of them."
        )
    if selection.keys is not None:
        return "key IN (SELECT value FROM json_each(:keys))", {"keys": json.dumps(selection.keys)}
    view = selection.view or View(author=selection.author, words=selection.match or "")
    condition, values = views.where(view)
    if selection.view is None:
        condition += f" AND flags & {codes.OWN} = 0"
    if selection.match is not None and not selection.match.strip():
        raise InvalidValueError("There are no words to match.", "Nothing was changed.")
    return condition, values


def decide(
    db: sqlite3.Connection, action: Action, selection: Selection, reason: str, *, dry_run: bool
) -> Act:
    """Decide about all selected comments that are not there yet, as one act."""
    condition, values = chosen(selection)
    condition = f"({condition}) AND NOT ({_already(action)})"
    now = datetime.now(UTC)
    if dry_run:
        changed, people = _would_change(db, condition, values)
        return Act(
            id=0, action=action, reason=reason, decided_at=now, changed=changed, people=people
        )
    act = db.execute(
        "INSERT INTO acts (action, reason, decided_at, changed, people) VALUES (?, ?, ?, 0, 0)",
        (action.value, reason, views.ms(now)),
    ).lastrowid
    assert act is not None
    places, people = _append(db, act, condition, values)
    if not places:
        db.execute("DELETE FROM acts WHERE key = ?", (act,))
        return Act(id=0, action=action, reason=reason, decided_at=now, changed=0)
    db.execute(
        "UPDATE acts SET changed = ?, people = ? WHERE key = ?", (places.total(), people, act)
    )
    db.execute("UPDATE acts SET undone = ? WHERE undone = ?", (DROPPED, UNDONE))
    _note(db, act, "decide")
    _apply(db, act, action, places)
    return one(db, act)


def _already(action: Action) -> str:
    """The condition of a comment that the action would leave as it is."""
    if action is Action.KIND:
        return f"state = 0 AND queue = {codes.QUEUE[Queue.KIND]} AND flags & {codes.MARKED} <> 0"
    state = f"state = {codes.STATE[codes.STATE_AFTER[action]]}"
    if action is Action.BLOCK:
        return f"{state} AND (author = 0 OR author IN (SELECT author FROM blocks))"  # noqa: S608 - a constant
    return state


def _would_change(db: sqlite3.Connection, condition: str, values: views.Params) -> tuple[int, int]:
    sql = f"SELECT count(*), count(DISTINCT author) FROM triage WHERE {condition}"  # noqa: S608 - our own words
    changed, people = db.execute(sql, values).fetchone()
    return int(changed), int(people)


def _append(
    db: sqlite3.Connection, act: int, condition: str, values: views.Params
) -> tuple[Places, int]:
    """Put an act's decisions into the ledger: where the comments were, and of how many people."""
    before = f"state + 16 * queue + {_WAS_MARKED} * (flags & {codes.MARKED} <> 0)"
    sql = f"""
        SELECT was, count(*), group_concat(key), group_concat(author)
        FROM (SELECT {before} AS was, key, author FROM triage WHERE {condition} ORDER BY key)
        GROUP BY was
    """  # noqa: S608 - our own words
    places: Places = Counter()
    people: list[NDArray[np.int64]] = [np.zeros(0, np.int64)]
    for was, n, keys, authors in db.execute(sql, values).fetchall():
        db.execute(_DECISIONS, (act, was, f"[{keys}]"))
        places[was % 16, was // 16 % 16] += n
        people.append(np.fromstring(authors, np.int64, sep=","))
    return places, len(np.unique(np.concatenate(people)))


def _note(db: sqlite3.Connection, act: int, verb: str) -> None:
    now = views.ms(datetime.now(UTC))
    db.execute("INSERT INTO journal (act, verb, at) VALUES (?, ?, ?)", (act, verb, now))


def _apply(db: sqlite3.Connection, act: int, action: Action, places: Places) -> None:
    """Move an act's comments, all at once, from where they are."""
    state, queue = codes.STATE[codes.STATE_AFTER[action]], None
    change = f"state = {state}"
    if action is Action.KIND:
        queue = codes.QUEUE[Queue.KIND]
        change += f", queue = {queue}, flags = flags | {codes.MARKED}"
    db.execute(f"UPDATE triage SET {change} WHERE {_OF_ACT}", {"act": act})  # noqa: S608 - our own words
    moved = Counter({place: -n for place, n in places.items()})
    for (_, was), n in places.items():
        moved[state, was if queue is None else queue] += n
    add(db, moved)
    if action is Action.BLOCK:
        people = f"SELECT DISTINCT author, :act FROM triage WHERE author > 0 AND {_OF_ACT}"  # noqa: S608 - a constant
        db.execute(f"INSERT OR IGNORE INTO blocks {people}", {"act": act})


def undo(db: sqlite3.Connection) -> Act | None:
    """Take back the latest act that holds; KindreelError when parts of it were handed over."""
    row = db.execute("SELECT max(key) FROM acts WHERE undone = ?", (LIVE,)).fetchone()
    if row[0] is None:
        return None
    act = int(row[0])
    _refuse_handed_over(db, act)
    _put_back(db, act, one(db, act).action)
    db.execute("DELETE FROM blocks WHERE act = ?", (act,))
    db.execute("UPDATE acts SET undone = ? WHERE key = ?", (UNDONE, act))
    _note(db, act, "undo")
    return one(db, act)


def _put_back(db: sqlite3.Connection, act: int, action: Action) -> None:
    """Move an act's comments back to where each was; all from one place at once."""
    moved: Places = Counter()
    places = db.execute(_PLACES, {"act": act}).fetchall()
    for was, state, queue, n in places:
        moved[state, queue] -= n
        moved[was % 16, was // 16 % 16 if action is Action.KIND else queue] += n
    for was in {row[0] for row in places}:
        change = f"state = {was % 16}"
        if action is Action.KIND:
            change += f", queue = {was // 16 % 16}"
        if action is Action.KIND and was < _WAS_MARKED:
            change += f", flags = flags & ~{codes.MARKED}"
        sql = f"UPDATE triage SET {change} WHERE {_OF_ACT_FROM}"  # noqa: S608 - our own words
        db.execute(sql, {"act": act, "before": was})
    add(db, moved)


def _refuse_handed_over(db: sqlite3.Connection, act: int) -> None:
    done = db.execute(
        "SELECT count(*) FROM handed WHERE act = ? AND status = 'done'", (act,)
    ).fetchone()[0]
    if done:
        raise KindreelError(
            f"{done:,} of these were handed over to the platform already.",
            "Nothing was changed. Restore them there, then reopen their batch here to undo.",
        )


def redo(db: sqlite3.Connection) -> Act | None:
    """Do again what was undone last."""
    row = db.execute("SELECT min(key) FROM acts WHERE undone = ?", (UNDONE,)).fetchone()
    if row[0] is None:
        return None
    act = int(row[0])
    places: Places = Counter()
    for _, state, queue, n in db.execute(_PLACES, {"act": act}).fetchall():
        places[state, queue] += n
    _apply(db, act, one(db, act).action, places)
    db.execute("UPDATE acts SET undone = ? WHERE key = ?", (LIVE, act))
    _note(db, act, "redo")
    return one(db, act)


def turns(db: sqlite3.Connection) -> tuple[bool, bool]:
    """Whether there is something to undo, and something to redo."""
    sql = "SELECT EXISTS (SELECT 1 FROM acts WHERE undone = ?)"
    undo, redo = (bool(db.execute(sql, (state,)).fetchone()[0]) for state in (LIVE, UNDONE))
    return undo, redo


def one(db: sqlite3.Connection, act: int) -> Act:
    """One act of the ledger."""
    return _act(db.execute(f"SELECT {_ACT} FROM acts WHERE key = ?", (act,)).fetchone())  # noqa: S608


def latest(db: sqlite3.Connection, limit: int) -> tuple[Act, ...]:
    """The acts of the ledger, newest first, undone ones among them."""
    rows = db.execute(f"SELECT {_ACT} FROM acts ORDER BY key DESC LIMIT ?", (limit,))  # noqa: S608
    return tuple(_act(row) for row in rows)


def _act(row: tuple[int, str, str, int, int, int, int]) -> Act:
    key, action, reason, decided_at, changed, people, undone = row
    return Act(
        id=key,
        action=Action(action),
        reason=reason,
        decided_at=moment(decided_at),
        changed=changed,
        people=people,
        undone=undone != LIVE,
    )
