"""The words of the Hand-off screen, without any Qt."""

from __future__ import annotations

from collections.abc import Iterable

from kindreel.model.comment import Action, Batch, BatchEntry, BatchStatus, Queue, Target

_TARGETS = {
    Target.COMMENTS: "Comments",
    Target.REPORTS: "Reports",
    Target.ACCOUNTS: "Accounts",
}
_TODO = {
    Action.DELETE: "Delete",
    Action.BLOCK: "Delete",
    Action.REPORT: "Report",
    Action.HIDE: "Hide",
}


def name(batch: Batch) -> str:
    """“Comments 1”: a batch as a person calls it."""
    return f"{_TARGETS[batch.target]} {batch.number}"


def todo(batch: Batch, entry: BatchEntry) -> str:
    """What is to be done with one row on the platform."""
    if batch.target is Target.ACCOUNTS:
        return "Block"
    return _TODO.get(entry.action, "Delete")


def who(entry: BatchEntry) -> str:
    """The author as the platform shows it."""
    author = entry.comment.author
    return f"@{author.handle}" if author.handle else author.name or author.id


def words(batch: Batch, entry: BatchEntry) -> str:
    """What to look for; severe words are hidden here too, and accounts need none."""
    if batch.target is Target.ACCOUNTS:
        return ""
    if entry.queue is Queue.SEVERE:
        return "Hidden, severe"
    return " ".join(entry.comment.text.split())


def done(batch: Batch) -> int:
    """How many rows of a batch are ticked."""
    return sum(entry.status is BatchStatus.DONE for entry in batch.entries)


def videos(batch: Batch) -> str:
    """“Paper boats, 2 more”: where the comments of a batch are."""
    titles = [e.comment.video_title or e.comment.video for e in batch.entries]
    every = list(dict.fromkeys(t for t in titles if t))
    if not every:
        return ""
    return every[0] if len(every) == 1 else f"{every[0]}, {len(every) - 1} more"


def names(batches: Iterable[Batch]) -> str:
    """The handles of a batch, one to a line, each once."""
    return "\n".join(dict.fromkeys(who(e) for b in batches for e in b.entries))


def minutes(decisions: int) -> str:
    """“about 9 minutes”: three seconds for each."""
    length = max(1, round(decisions * 3 / 60))
    return "about a minute" if length == 1 else f"about {length} minutes"
