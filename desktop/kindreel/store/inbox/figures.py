"""Counts of the inbox by day, hour, video, person and label, straight from the rows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime

from kindreel.model.comment import Label, Queue
from kindreel.model.triage import AuthorKey, State
from kindreel.store.inbox import codes
from kindreel.store.inbox.database import Database, raw

_DAY_MS = 86_400_000
_HOUR_MS = 3_600_000
_KIND = f"queue = {codes.QUEUE[Queue.KIND]}"
_SEVERE = f"queue = {codes.QUEUE[Queue.SEVERE]}"
_UNKIND = f"queue IN ({codes.QUEUE[Queue.SEVERE]}, {codes.QUEUE[Queue.UNKIND]})"
_SPAM = f"queue = {codes.QUEUE[Queue.SPAM]}"
_AGAINST = ", ".join(
    str(codes.STATE[s]) for s in (State.DELETED, State.BLOCKED, State.REPORTED, State.HIDDEN)
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """One day's comments, by when they were written (UTC)."""

    day: date
    all: int
    kind: int
    unkind: int
    severe: int


@dataclass(frozen=True, slots=True, kw_only=True)
class VideoFigures:
    """One video's comments."""

    key: int
    title: str
    all: int
    kind: int
    unkind: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonFigures:
    """One person's comments, and whether they are blocked."""

    key: AuthorKey
    handle: str
    name: str
    all: int
    unkind: int
    severe: int
    spam: int
    videos: int
    blocked: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Hour:
    """One hour's unkind comments under one video."""

    video: int | None
    start: datetime
    unkind: int
    people: int


class Figures:
    """Reads figures; each call is one pass over the narrow rows at most."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def days(self, video: int | None = None) -> tuple[Day, ...]:
        """Every day that has comments, oldest first; comments without a time are left out."""
        sql = f"""
            SELECT at / {_DAY_MS}, count(*), sum({_KIND}), sum({_UNKIND}), sum({_SEVERE})
            FROM triage WHERE at > 0 AND queue < 6 AND (:video IS NULL OR video = :video)
            GROUP BY 1 ORDER BY 1
        """  # noqa: S608 - our own words
        with self._database.read() as connection:
            rows = raw(connection).execute(sql, {"video": video}).fetchall()
        return tuple(
            Day(day=_utc(n * _DAY_MS).date(), all=every, kind=kind, unkind=unkind, severe=severe)
            for n, every, kind, unkind, severe in rows
        )

    def videos(self) -> tuple[VideoFigures, ...]:
        """Each video's figures, most comments first."""
        sql = f"""
            SELECT v.key, iif(v.title = '', v.id, v.title), count(*), sum({_KIND}), sum({_UNKIND})
            FROM triage AS t JOIN videos AS v ON v.key = t.video WHERE queue < 6
            GROUP BY v.key ORDER BY 3 DESC, 1
        """  # noqa: S608 - our own words
        with self._database.read() as connection:
            rows = raw(connection).execute(sql).fetchall()
        return tuple(
            VideoFigures(key=key, title=title, all=every, kind=kind, unkind=unkind)
            for key, title, every, kind, unkind in rows
        )

    def unkind_people(self, least: int = 2, limit: int = 50) -> tuple[PersonFigures, ...]:
        """Those with at least so many unkind comments, most of them first."""
        sql = f"""
            WITH most AS (
                SELECT author, count(*) AS unkind FROM triage WHERE {_UNKIND} AND author > 0
                GROUP BY author HAVING unkind >= :least ORDER BY unkind DESC, author LIMIT :limit
            )
            SELECT a.key, a.handle, a.name, count(*), most.unkind, sum({_SEVERE}), sum({_SPAM}),
                   count(DISTINCT t.video), a.key IN (SELECT author FROM blocks)
            FROM most JOIN authors AS a ON a.key = most.author
            JOIN triage AS t ON t.author = most.author
            GROUP BY a.key ORDER BY most.unkind DESC, a.key
        """  # noqa: S608 - our own words
        with self._database.read() as connection:
            rows = raw(connection).execute(sql, {"least": least, "limit": limit}).fetchall()
        return tuple(
            PersonFigures(
                key=AuthorKey(key), handle=handle, name=name, all=every, unkind=unkind,
                severe=severe, spam=spam, videos=videos, blocked=bool(blocked),
            )
            for key, handle, name, every, unkind, severe, spam, videos, blocked in rows
        )  # fmt: skip

    def unkind_hours(self) -> tuple[Hour, ...]:
        """Each hour of each video that has unkind comments whose time is known to the hour."""
        sql = f"""
            SELECT t.video, at / {_HOUR_MS}, count(*), count(DISTINCT author)
            FROM triage AS t JOIN comments AS c USING (key)
            WHERE {_UNKIND} AND at > 0 AND precision IN (0, 1) GROUP BY 1, 2 ORDER BY 1, 2
        """  # noqa: S608 - our own words
        with self._database.read() as connection:
            rows = raw(connection).execute(sql).fetchall()
        return tuple(
            Hour(video=video, start=_utc(hour * _HOUR_MS), unkind=unkind, people=people)
            for video, hour, unkind, people in rows
        )

    def labels(self) -> dict[Label, int]:
        """How many comments each label is shown for."""
        sums = ", ".join(f"sum(labels & {bit} <> 0)" for bit in codes.LABEL_BIT.values())
        with self._database.read() as connection:
            sql = f"SELECT {sums} FROM triage WHERE queue < 6"  # noqa: S608 - our own words
            row = raw(connection).execute(sql).fetchone()
        return {label: int(n or 0) for label, n in zip(codes.LABEL_BIT, row, strict=True)}

    def letters_spared(self) -> int:
        """Letters of severe and unkind comments that were decided about in bulk."""
        sql = f"""
            SELECT coalesce(sum(length(text)), 0) FROM comments WHERE key IN (
                SELECT t.key FROM acts AS a JOIN decisions AS d ON d.act = a.key
                JOIN triage AS t ON t.key = d.comment
                WHERE a.undone = 0 AND a.changed > 1 AND t.state IN ({_AGAINST}) AND {_UNKIND}
            )
        """  # noqa: S608 - our own words
        with self._database.read() as connection:
            return int(raw(connection).execute(sql).fetchone()[0])


def _utc(at: int) -> datetime:
    return datetime.fromtimestamp(at / 1000, UTC)
