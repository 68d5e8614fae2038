"""Decisions → batches as the platforms take them, and how far each of them is."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from time import time

from kindreel.handoff.profiles import profile
from kindreel.model.comment import (
    Action,
    Batch,
    BatchEntry,
    BatchStatus,
    Platform,
    Target,
)
from kindreel.store.inbox import codes, meta
from kindreel.store.inbox.pages import entries, moment

_OF_COMMENTS = """
SELECT t.key, max(a.key), a.action, a.reason, a.decided_at, h.number, h.status
FROM acts AS a JOIN decisions AS d ON d.act = a.key JOIN triage AS t ON t.key = d.comment
JOIN comments AS c ON c.key = t.key
LEFT JOIN handed AS h ON h.comment = t.key AND h.target = :target AND h.act = a.key
WHERE a.undone = 0 AND a.action IN ({actions}) AND t.state IN ({states}) AND c.platform = :platform
GROUP BY t.key
ORDER BY t.video, t.at DESC, t.key
"""
_OF_ACCOUNTS = """
SELECT min(d.comment), a.key, a.action, a.reason, a.decided_at, h.number, h.status
FROM blocks AS b JOIN acts AS a ON a.key = b.act
JOIN authors AS p ON p.key = b.author
JOIN triage AS t ON t.author = b.author JOIN decisions AS d ON d.act = a.key AND d.comment = t.key
LEFT JOIN handed AS h ON h.comment = d.comment AND h.target = :target AND h.act = a.key
WHERE p.platform = :platform
GROUP BY b.author
ORDER BY p.handle, p.key
"""
_QUERIES = {
    Target.COMMENTS: _OF_COMMENTS.format(actions="'delete', 'block', 'hide'", states="1, 2, 5"),
    Target.REPORTS: _OF_COMMENTS.format(actions="'report'", states="3"),
    Target.ACCOUNTS: _OF_ACCOUNTS,
}


@dataclass(frozen=True, slots=True)
class _Row:
    comment: int
    act: int
    action: str
    reason: str
    decided_at: int
    number: int | None
    status: str | None


def batches(db: sqlite3.Connection, platform: Platform) -> tuple[Batch, ...]:
    """All batches of a platform, those that are done among them, comments before accounts."""
    return tuple(batch for target in Target for batch in _cut(db, platform, target))


def open_decisions(db: sqlite3.Connection) -> int:
    """How many decisions of all platforms are not carried out yet, comments and accounts."""
    return sum(
        db.execute(
            f"SELECT count(*) FROM ({query}) WHERE status IS NOT 'done'",  # noqa: S608 - our own words
            {"target": target.value, "platform": code},
        ).fetchone()[0]
        for target, query in _QUERIES.items()
        for code in codes.PLATFORM.values()
    )


def _cut(db: sqlite3.Connection, platform: Platform, target: Target) -> Iterable[Batch]:
    values = {"target": target.value, "platform": codes.PLATFORM[platform.value]}
    rows = [_Row(*row) for row in db.execute(_QUERIES[target], values)]
    limit = profile(platform).limits[target]
    closed = _closed(db, platform, target)
    numbered: dict[int, list[_Row]] = {}
    for row in rows:
        if row.number is not None:
            numbered.setdefault(row.number, []).append(row)
    number = 1
    for row in (row for row in rows if row.number is None):
        while number in closed or len(numbered.get(number, ())) >= limit:
            number += 1
        numbered.setdefault(number, []).append(row)
    order = {row.comment: place for place, row in enumerate(rows)}
    for n, members in sorted(numbered.items()):
        members.sort(key=lambda row: order[row.comment])
        yield _batch(db, platform, target, n, members)


def _closed(db: sqlite3.Connection, platform: Platform, target: Target) -> set[int]:
    """Batches that were finished as they were; later decisions go into new ones."""
    return {int(n) for n in (meta.value(db, _closed_name(platform, target)) or "").split()}


def _closed_name(platform: Platform, target: Target) -> str:
    return f"closed {platform.value} {target.value}"


def _batch(
    db: sqlite3.Connection, platform: Platform, target: Target, number: int, rows: Sequence[_Row]
) -> Batch:
    shown = {int(entry.key): entry for entry in entries(db, [row.comment for row in rows])}
    members = []
    for row in rows:
        entry = shown[row.comment]
        label, score = entry.score.strongest()
        members.append(
            BatchEntry(
                key=row.comment,
                act=row.act,
                action=Action(row.action),
                comment=entry.comment,
                label=label,
                score=score,
                reason=row.reason,
                decided_at=moment(row.decided_at),
                queue=entry.queue,
                status=BatchStatus(row.status or BatchStatus.PENDING),
            )
        )
    return Batch(
        platform=platform,
        number=number,
        target=target,
        entries=tuple(members),
        status=_status(members),
    )


def _status(members: Sequence[BatchEntry]) -> BatchStatus:
    states = {member.status for member in members}
    if BatchStatus.PENDING in states:
        return BatchStatus.PENDING
    return BatchStatus.FAILED if BatchStatus.FAILED in states else BatchStatus.DONE


def mark(
    db: sqlite3.Connection, batch: Batch, status: BatchStatus, keys: Sequence[int] | None = None
) -> None:
    """Note that a batch, or some comments of it, are done or failed; PENDING takes that back.

    A batch that is marked as a whole is closed: later decisions go into another one.
    """
    wanted = [e for e in batch.entries if keys is None or e.key in set(keys)]
    target, platform = batch.target.value, codes.PLATFORM[batch.platform.value]
    db.executemany(
        "DELETE FROM handed WHERE comment = ? AND target = ? AND act = ?",
        [(e.key, target, e.act) for e in wanted],
    )
    closed = _closed(db, batch.platform, batch.target)
    if status is BatchStatus.PENDING:
        closed.discard(batch.number)
    else:
        now = int(time() * 1000)
        db.executemany(
            "INSERT INTO handed VALUES (?, ?, ?, ?, ?, ?, ?)",
            [(e.act, e.key, target, platform, batch.number, status.value, now) for e in wanted],
        )
        if keys is None:
            closed.add(batch.number)
    name = _closed_name(batch.platform, batch.target)
    meta.keep(db, name, " ".join(map(str, sorted(closed))))
