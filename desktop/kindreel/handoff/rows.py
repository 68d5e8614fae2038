"""The rows of a hand-over: one decision each, with all that is needed to carry it out."""

from __future__ import annotations

from collections.abc import Iterable

from kindreel.handoff.links import author_link, comment_link
from kindreel.model.comment import Action, Batch, BatchEntry, Target
from kindreel.model.triage import BY_RULE

SCHEMA_VERSION = 1
COLUMNS = (
    "schema_version",
    "platform",
    "action",
    "comment_id",
    "video_id",
    "author_id",
    "author_handle",
    "comment_url",
    "author_url",
    "reason_code",
    "label",
    "score",
    "rule_id",
    "decided_at",
    "batch_no",
    "batch_pos",
    "status",
)

Row = dict[str, str | int | float]


def row(batch: Batch, entry: BatchEntry, position: int) -> Row:
    """One decision as a row; `action` is what is to be done with this target."""
    comment = entry.comment
    by_rule = entry.reason.startswith(BY_RULE)
    return {
        "schema_version": SCHEMA_VERSION,
        "platform": comment.platform.value,
        "action": _action(batch.target, entry.action),
        "comment_id": "" if comment.id.startswith("made-") else comment.id,
        "video_id": comment.video,
        "author_id": comment.author.id if comment.author.id[:1] not in {"@", "~"} else "",
        "author_handle": comment.author.handle,
        "comment_url": comment_link(comment),
        "author_url": author_link(comment),
        "reason_code": "rule" if by_rule else entry.reason,
        "label": entry.label,
        "score": entry.score,
        "rule_id": entry.reason.removeprefix(BY_RULE) if by_rule else "",
        "decided_at": entry.decided_at.isoformat(timespec="seconds"),
        "batch_no": batch.number,
        "batch_pos": position,
        "status": entry.status.value,
    }


def _action(target: Target, action: Action) -> str:
    """A blocked author's comment is deleted in one list, the account blocked in the other."""
    if target is Target.ACCOUNTS:
        return "block"
    return "delete" if action is Action.BLOCK else action.value


def rows(batches: Iterable[Batch]) -> list[Row]:
    """The rows of all batches, in order."""
    return [
        row(batch, entry, position)
        for batch in batches
        for position, entry in enumerate(batch.entries, 1)
    ]
