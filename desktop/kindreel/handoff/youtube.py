"""Carries decisions out on YouTube, in calls of 50, with the exact outcome of each comment."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from kindreel.handoff.youtube_api import (
    CALL_UNITS,
    DAY_UNITS,
    MOST_IDS,
    Moderation,
    QuotaSpentError,
    RefusedError,
    YoutubeApi,
)
from kindreel.jobs import Progress, silent
from kindreel.model.comment import Action, Batch, BatchEntry, BatchStatus, Platform, Target


class Ledger(Protocol):
    """What an inbox gives the connector."""

    def batches(self, platform: Platform) -> tuple[Batch, ...]:
        """All batches of a platform."""

    def mark_batch(
        self, batch: Batch, status: BatchStatus, keys: Sequence[int] | None = None
    ) -> None:
        """Note how far some comments of a batch are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What sending would do.

    comments: how many would be sent. unknown: those without an id of YouTube's.
    units: what it costs of the quota. days: how long that takes at the usual quota.
    """

    comments: int
    unknown: int
    calls: int
    units: int
    days: int


@dataclass(slots=True)
class Sent:
    """What was done: keys of the inbox. failed: key → YouTube's reason."""

    done: list[int] = field(default_factory=list)
    failed: dict[int, str] = field(default_factory=dict)
    waiting: int = 0
    units: int = 0
    stopped: str = ""


def plan(inbox: Ledger) -> Plan:
    """What sending all that waits would cost; nothing is sent."""
    waiting = [_pending(batch) for batch in _open(inbox)]
    known = [[e for e in pending if _has_id(e)] for pending in waiting]
    calls = sum(len(_chunks(entries)) for entries in known)
    units = calls * CALL_UNITS
    return Plan(
        comments=sum(map(len, known)),
        unknown=sum(map(len, waiting)) - sum(map(len, known)),
        calls=calls,
        units=units,
        days=-(-units // DAY_UNITS),
    )


def send(
    inbox: Ledger,
    api: YoutubeApi,
    status: Moderation = Moderation.HOLD,
    progress: Progress = silent,
) -> Sent:
    """Send all that waits; each call's outcome is in the ledger before the next is made.

    A spent quota, a cancel or a kill leaves the rest waiting; sending again goes on there.
    """
    sent = Sent()
    batches = _open(inbox)
    total = sum(len(_pending(batch)) for batch in batches)
    try:
        for batch in batches:
            for chunk in _chunks(_pending(batch)):
                progress(len(sent.done) + len(sent.failed), total, "Sending to YouTube")
                _send(inbox, api, batch, chunk, status, sent)
    except QuotaSpentError as spent:
        sent.stopped = str(spent)
    sent.waiting = total - len(sent.done) - len(sent.failed)
    sent.units = api.units
    return sent


def _open(inbox: Ledger) -> list[Batch]:
    every = inbox.batches(Platform.YOUTUBE)
    return [b for b in every if b.target is Target.COMMENTS and b.status is not BatchStatus.DONE]


def _pending(batch: Batch) -> list[BatchEntry]:
    return [e for e in batch.entries if e.status is BatchStatus.PENDING]


def _has_id(entry: BatchEntry) -> bool:
    return not entry.comment.id.startswith("made-")


def _by_ban(entries: Iterable[BatchEntry]) -> list[list[BatchEntry]]:
    """Those whose author is to be banned apart from the others: a call does one or the other."""
    rows = list(entries)
    groups = [
        [e for e in rows if e.action is Action.BLOCK],
        [e for e in rows if e.action is not Action.BLOCK],
    ]
    return [group for group in groups if group]


def _chunks(entries: Sequence[BatchEntry]) -> list[list[BatchEntry]]:
    return [
        group[at : at + MOST_IDS]
        for group in _by_ban(entries)
        for at in range(0, len(group), MOST_IDS)
    ]


def _send(
    inbox: Ledger,
    api: YoutubeApi,
    batch: Batch,
    chunk: Sequence[BatchEntry],
    status: Moderation,
    sent: Sent,
) -> None:
    """Send a chunk; when YouTube refuses it, halves of it, down to the comment that is at fault."""
    known = [e for e in chunk if _has_id(e)]
    _fail(inbox, batch, [e for e in chunk if not _has_id(e)], "the file gave no id", sent)
    if not known:
        return
    try:
        ban = known[0].action is Action.BLOCK
        api.moderate([e.comment.id for e in known], status, ban=ban)
    except RefusedError as refused:
        if len(known) == 1:
            _fail(inbox, batch, known, refused.details, sent)
            return
        half = len(known) // 2
        for part in (known[:half], known[half:]):
            _send(inbox, api, batch, part, status, sent)
        return
    keys = [e.key for e in known]
    inbox.mark_batch(batch, BatchStatus.DONE, keys)
    sent.done += keys


def _fail(
    inbox: Ledger, batch: Batch, entries: Sequence[BatchEntry], reason: str, sent: Sent
) -> None:
    if entries:
        inbox.mark_batch(batch, BatchStatus.FAILED, [e.key for e in entries])
        sent.failed |= {e.key: reason for e in entries}
