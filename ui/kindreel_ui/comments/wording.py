"""The words of the Comments screen: times, labels, sentences; without any Qt."""

from __future__ import annotations

import unicodedata
from datetime import datetime

from kindreel import i18n
from kindreel.model.comment import Action, Label, Precision, Queue
from kindreel.model.triage import Act, Box, Entry

BOXES = {
    Box.TO_REVIEW: "To review",
    Box.SEVERE: "Severe",
    Box.UNKIND: "Likely unkind",
    Box.UNSURE: "Unsure",
    Box.NEUTRAL: "Neutral",
    Box.KIND: "Kind",
    Box.SPAM: "Spam",
    Box.DELETED: "Deleted",
    Box.BLOCKED: "Blocked people",
    Box.REPORTED: "Reported",
    Box.KEPT: "Kept",
    Box.HIDDEN: "Hidden",
    Box.ALL: "All comments",
    Box.OWN: "My own",
    Box.UNSCORED: "Not read yet",
}

_LABELS = {
    Label.HARASSMENT: "Insult",
    Label.HATE: "Hate",
    Label.THREAT: "Threat",
    Label.SEXUAL: "Sexual",
    Label.SELFHARM: "Self-harm",
    Label.PROFANITY: "Swearing",
}

_DONE = {
    Action.DELETE: ("deleted in Kindreel", "trash"),
    Action.BLOCK: ("deleted, {authors} blocked in Kindreel", "prohibit"),
    Action.REPORT: ("marked to report", "flag"),
    Action.KEEP: ("kept", "check"),
    Action.KIND: ("marked as kind", "heart"),
    Action.HIDE: ("hidden in Kindreel", "eye-slash"),
    Action.SHOW: ("back in their queues", "eye"),
}


def ago(moment: datetime | None, precision: Precision, now: datetime) -> str:
    """“2 h ago”, “about 3 days ago”, “4 Nov 2025”; empty when the time is unknown."""
    if moment is None:
        return ""
    seconds = (now - moment).total_seconds()
    about = "about " if precision is Precision.APPROXIMATE else ""
    if seconds < 60:
        return "just now"
    for length, most, unit in ((60, 60, "min"), (3600, 24, "h"), (86400, 7, "d")):
        if seconds < length * most:
            return f"{about}{int(seconds // length)} {unit} ago"
    year = "" if moment.year == now.year else f" {moment.year}"
    return f"{about}{moment.day} {moment:%b}{year}"


def isolated(text: str) -> str:
    """One line of a comment that cannot turn what stands around it: FSI … PDI, no controls."""
    kept = (
        " " if c.isspace() else c for c in text if unicodedata.category(c) != "Cc" or c in "\n\t"
    )
    return f"\u2068{' '.join(''.join(kept).split())}\u2069"


def verdict(entry: Entry) -> tuple[str, str]:
    """The word of a comment's chip and the name of its tone."""
    if entry.queue is None:
        return "Not read", "neutral"
    if entry.queue is Queue.UNKIND:
        worst = max(_LABELS, key=entry.score.of)
        return (_LABELS[worst] if entry.score.of(worst) >= 0.5 else "Unkind"), "unkind"
    words = BOXES[Box(entry.queue.value)]
    return words, entry.queue.value


def frightens(entry: Entry) -> bool:
    """Whether somebody who reads this should not be left alone with it."""
    dark = (Label.THREAT, Label.SELFHARM)
    return entry.queue is Queue.SEVERE and any(entry.score.of(label) >= 0.5 for label in dark)


def certainty(entry: Entry) -> float:
    """How sure the classifier is of the queue it chose, 0 to 1."""
    score = entry.score
    worst = max(score.unkind, score.threat, score.hate, score.sexual, score.selfharm)
    by_queue = {
        Queue.KIND: score.kind,
        Queue.SPAM: score.spam,
        Queue.NEUTRAL: 1 - max(worst, score.kind, score.spam),
    }
    return 0.0 if entry.queue is None else by_queue.get(entry.queue, worst)


def handle(entry: Entry) -> str:
    """The author as shown: @handle, or the display name where there is no handle."""
    author = entry.comment.author
    name = f"@{author.handle}" if author.handle else author.name or author.id or "Somebody"
    return isolated(name)


def face(entry: Entry) -> str:
    """The name that the author's initials and colour come from."""
    author = entry.comment.author
    return author.handle or author.name or author.id


def video(entry: Entry) -> str:
    """The video's title, or its id."""
    return entry.comment.video_title or entry.comment.video


def spoken(entry: Entry, *, hidden: bool, now: datetime) -> str:
    """A row for a screen reader; hidden words are never in it."""
    words = "Hidden, severe. Press X to show." if hidden else isolated(entry.comment.text)
    when = ago(entry.comment.created_at, entry.comment.precision, now)
    parts = [handle(entry), verdict(entry)[0], words, video(entry), when]
    return ", ".join(part for part in parts if part)


def done(act: Act) -> tuple[str, str]:
    """What an act did, as the undo bar says it, and its icon."""
    words, icon = _DONE[act.action]
    authors = "its author" if act.changed == 1 else "their authors"
    comments = i18n.count(act.changed, "comment", "comments")
    return f"{comments} {words.format(authors=authors)}", icon


def waiting(comments: int) -> str:
    """“61 waiting · about 6 minutes”: a queue's length, at six seconds a comment."""
    if not comments:
        return "Nothing waits"
    minutes = max(1, round(comments * 6 / 60))
    time = "about a minute" if minutes == 1 else f"about {minutes} minutes"
    return f"{comments:,} waiting · {time}"
