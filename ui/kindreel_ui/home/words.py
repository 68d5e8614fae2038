"""How Home says things: greetings, times and counts."""

from __future__ import annotations

from datetime import datetime

from kindreel.i18n import count, tr
from kindreel.model.triage import Counts


def greeting(now: datetime, name: str) -> str:
    """“Good evening, Amara”, by the hour of the day."""
    if 5 <= now.hour < 12:
        words = tr("Good morning")
    elif 12 <= now.hour < 18:
        words = tr("Good afternoon")
    else:
        words = tr("Good evening")
    return f"{words}, {name.strip()}" if name.strip() else words


def welcome(drafts: int, kind: int) -> str:
    """One line under the greeting: what there is to be glad about, nothing to worry."""
    parts = []
    if drafts:
        parts.append(count(drafts, tr("draft is waiting"), tr("drafts are waiting")))
    if kind:
        parts.append(
            count(kind, tr("person left you something kind"), tr("comments hold something kind"))
        )
    if not parts:
        return tr("Make something kind today.")
    return tr(", and ").join(parts) + "."


def ago(then: datetime, now: datetime) -> str:
    """“12 min ago”, “yesterday”, “Tuesday”, “9 Nov”: both in the same time zone."""
    seconds = (now - then).total_seconds()
    if seconds < 60:
        return tr("just now")
    if seconds < 3600:
        return tr("{n} min ago").format(n=int(seconds // 60))
    days = (now.date() - then.date()).days
    if days == 0:
        return tr("{n} h ago").format(n=int(seconds // 3600))
    if days == 1:
        return tr("yesterday")
    if days < 7:
        return tr(then.strftime("%A"))
    year = f" {then.year}" if then.year != now.year else ""
    return f"{then.day} {tr(then.strftime('%b'))}{year}"


def parts_of(counts: Counts) -> list[tuple[str, int]]:
    """The six queues with their counts, the kind first and the severe late."""
    return [
        ("kind", counts.kind),
        ("neutral", counts.neutral),
        ("unsure", counts.unsure),
        ("unkind", counts.unkind),
        ("severe", counts.severe),
        ("spam", counts.spam),
    ]
