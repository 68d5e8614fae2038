"""Comments for others to study: no ids, no names, no handles, no links."""

from __future__ import annotations

import csv
import json
import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Protocol

from kindreel.errors import ExportError
from kindreel.handoff.cells import safe_cell
from kindreel.jobs import Progress, silent
from kindreel.model.triage import Entry, View

COLUMNS = (
    "number", "platform", "author", "video", "reply", "day", "likes", "own", "language",
    "queue", "decision", "labels", "text",
)  # fmt: skip
_MASKS = (
    (re.compile(r"\b[\w.+-]+@[\w-]+\.[\w.-]+"), "[mail]"),
    (re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE), "[link]"),
    (re.compile(r"[@＠][\w.·-]+"), "[person]"),
    (re.compile(r"\+?\d[\d\s().-]{6,}\d"), "[number]"),
)
_LEAST_NAME = 5
"""Shorter handles are too often plain words to be taken out of texts."""

Fact = dict[str, str | int | bool]


class HasComments(Protocol):
    """What an inbox gives an export."""

    def each(self, view: View, size: int = 2_000) -> Iterator[Entry]:
        """Every comment of a view."""


@dataclass(frozen=True, slots=True)
class Pseudonyms:
    """Stable stand-ins for people and videos; nobody without the secret can tell who they are."""

    secret: bytes

    def of(self, kind: str, identity: str) -> str:
        """The stand-in of an identity, "" for an unknown one."""
        if not identity:
            return ""
        digest = blake2b(f"{kind} {identity}".encode("utf-8", "replace"), key=self.secret)
        return f"{kind}-{digest.hexdigest()[:12]}"


def masked(text: str, names: Iterable[str] = ()) -> str:
    """The text without mentions, links, addresses, long numbers, and these names."""
    for pattern, stand_in in _MASKS:
        text = pattern.sub(stand_in, text)
    for name in names:
        if len(name) >= _LEAST_NAME and name.casefold() in text.casefold():
            text = re.sub(rf"\b{re.escape(name)}\b", "[person]", text, flags=re.IGNORECASE)
    return text


def anonymous(
    inbox: HasComments, out: Path, view: View, secret: bytes, progress: Progress = silent
) -> int:
    """Write the comments of a view as CSV, or as JSON lines by its ending; give back how many."""
    facts = _facts(inbox, view, Pseudonyms(secret), progress)
    new = out.with_name(out.name + ".new")
    try:
        descriptor = os.open(new, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8", newline="") as file:
            write = _lines if out.suffix in {".json", ".jsonl", ".ndjson"} else _table
            count = sum(1 for line in write(facts) if file.write(line))
        new.replace(out)
    except OSError as error:
        raise ExportError(
            f"“{out.name}” cannot be written.", "Choose another folder.", str(error)
        ) from error
    return count - (write is _table)


def _facts(
    inbox: HasComments, view: View, pseudonyms: Pseudonyms, progress: Progress
) -> Iterator[Fact]:
    for number, entry in enumerate(inbox.each(view), 1):
        if number % 1_000 == 1:
            progress(number, 0, "Writing comments without names")
        comment = entry.comment
        author = comment.author
        who = author.id or author.handle or author.name
        yield {
            "number": number,
            "platform": comment.platform.value,
            "author": pseudonyms.of("person", f"{comment.platform} {who}" if who else ""),
            "video": pseudonyms.of("video", comment.video or comment.video_title),
            "reply": comment.parent is not None,
            "day": f"{comment.created_at:%Y-%m-%d}" if comment.created_at else "",
            "likes": comment.likes,
            "own": comment.own,
            "language": entry.language,
            "queue": entry.queue.value if entry.queue else "",
            "decision": entry.state.value,
            "labels": " ".join(entry.labels),
            "text": masked(comment.text, (author.handle, author.name)),
        }


def _lines(facts: Iterable[Fact]) -> Iterator[str]:
    return (json.dumps(fact, ensure_ascii=False) + "\n" for fact in facts)


class _Echo:
    """Gives each row back to the one who wrote it."""

    def write(self, line: str) -> str:
        return line


def _table(facts: Iterable[Fact]) -> Iterator[str]:
    writer = csv.writer(_Echo())
    yield writer.writerow(COLUMNS)
    for fact in facts:
        cells = [fact[name] for name in COLUMNS]
        yield writer.writerow([safe_cell(c) if isinstance(c, str) else c for c in cells])
