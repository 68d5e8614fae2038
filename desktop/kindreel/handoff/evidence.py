"""The evidence report: what was decided against, on paper and as data, with checksums."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

from kindreel.errors import ExportError
from kindreel.handoff.cells import safe_cell
from kindreel.handoff.links import author_link, comment_link
from kindreel.handoff.lists import put
from kindreel.jobs import Progress, silent
from kindreel.model.comment import Precision, Queue
from kindreel.model.triage import Box, Cursor, Entry, Page, Sort, View
from kindreel.render import evidence_pdf

_BOXES = (Box.REPORTED, Box.DELETED, Box.BLOCKED, Box.HIDDEN)
_ORDER = (Queue.SEVERE, Queue.UNKIND, Queue.UNSURE, Queue.SPAM, Queue.NEUTRAL, Queue.KIND)
_COLUMNS = (
    "number",
    "platform",
    "comment_id",
    "video_id",
    "author_id",
    "author_handle",
    "author_name",
    "written_at",
    "written_at_precision",
    "label",
    "score",
    "queue",
    "decision",
    "comment_url",
    "author_url",
    "text",
    "text_sha256",
)
_PAGE = 500

Fact = dict[str, str | int | float]


class HasPages(Protocol):
    """What an inbox gives a report."""

    def page(self, view: View, after: Cursor | None = None, limit: int = 100) -> Page:
        """Some comments of a view."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What to put into a report.

    show_words: print what was written; hidden unless asked for. owner: whose comments these are,
    "" to leave the name out.
    """

    show_words: bool = False
    only_severe: bool = False
    owner: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceReport:
    """What a report wrote: the PDF, CSV, JSON and manifest, in this order."""

    files: tuple[Path, ...]
    comments: int
    pages: int


def evidence(
    inbox: HasPages, out: Path, wanted: Wanted | None = None, progress: Progress = silent
) -> EvidenceReport:
    """Write `out` (a PDF), a CSV and a JSON beside it, and a manifest of their SHA-256 sums."""
    wanted = wanted or Wanted()
    found = [
        entry for entry in _decided(inbox) if not wanted.only_severe or entry.queue is Queue.SEVERE
    ]
    if not found:
        raise ExportError(
            "There is nothing to report yet.",
            "Report, delete or block comments first, then write the report.",
        )
    facts = [
        _fact(number, entry, show_words=wanted.show_words) for number, entry in enumerate(found, 1)
    ]
    sheet = _sheet(found, wanted)
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        new = out.with_name(out.name + ".new")
        items = (_item(entry, show_words=wanted.show_words) for entry in found)
        pages = evidence_pdf.write(new, sheet, items, len(found), progress)
        new.chmod(0o600)
        files = [
            new.replace(out),
            put(out.with_suffix(".csv"), _csv(facts)),
            put(out.with_suffix(".json"), _json(sheet, facts)),
        ]
        files.append(put(out.with_suffix(".sha256"), _manifest(files)))
    except OSError as error:
        raise ExportError(
            "The report cannot be written there.", "Choose another folder.", str(error)
        ) from error
    return EvidenceReport(files=tuple(files), comments=len(found), pages=pages)


def _decided(inbox: HasPages) -> Iterator[Entry]:
    for box in _BOXES:
        after: Cursor | None = None
        while True:
            page = inbox.page(View(box=box, sort=Sort.NEWEST), after, _PAGE)
            yield from page.entries
            after = page.after
            if after is None:
                break


def _sheet(found: Sequence[Entry], wanted: Wanted) -> evidence_pdf.Sheet:
    tally = Counter(entry.queue for entry in found)
    bars = tuple((q.value, q.value.capitalize(), tally[q]) for q in _ORDER if tally[q])
    times = sorted(e.comment.created_at for e in found if e.comment.created_at)
    people = len({entry.author_key for entry in found if entry.author_key})
    facts = [f"Made on {_utc(datetime.now(UTC))} with Kindreel, on this person's own computer."]
    if wanted.owner:
        facts.insert(0, f"Comments received by {wanted.owner}.")
    facts.append(f"{len(found):,} comments by {people:,} people; all times are UTC.")
    if times:
        facts.append(f"Written between {_utc(times[0])} and {_utc(times[-1])}.")
    if not wanted.show_words:
        facts.append(
            "The wording is hidden; the checksum of each text is in the CSV and JSON beside it."
        )
    return evidence_pdf.Sheet(
        title="Comment report",
        facts=tuple(facts),
        bars=bars,
        foot="The SHA-256 sums of this report's files are in the .sha256 file beside it.",
    )


def _item(entry: Entry, *, show_words: bool) -> evidence_pdf.Item:
    comment = entry.comment
    author = comment.author
    name = f"@{author.handle}" if author.handle else author.name or author.id or "unknown person"
    label, score = entry.score.strongest()
    lines = [f"{comment.platform.value} · {entry.state.value} · comment {comment.id}"]
    if comment.video_title or comment.video:
        lines.append(f"on \u2068{comment.video_title or comment.video}\u2069")
    lines += [link for link in (comment_link(comment), author_link(comment)) if link]
    return evidence_pdf.Item(
        who=name,
        when=_written(entry),
        tone=entry.queue.value if entry.queue else "",
        mark=f"{label} {score:.2f}" if label else "",
        text=comment.text if show_words else None,
        length=len(comment.text),
        lines=tuple(lines),
    )


def _utc(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%d %H:%M UTC")


def _written(entry: Entry) -> str:
    """When the comment was written, no more exactly than it is known."""
    comment = entry.comment
    if comment.created_at is None:
        return "time unknown"
    if comment.precision is Precision.APPROXIMATE:
        return f"about {comment.created_at:%Y-%m-%d}"
    return (
        f"{comment.created_at:%Y-%m-%d}"
        if comment.precision is Precision.DAY
        else _utc(comment.created_at)
    )


def _fact(number: int, entry: Entry, *, show_words: bool) -> Fact:
    comment = entry.comment
    label, score = entry.score.strongest()
    return {
        "number": number,
        "platform": comment.platform.value,
        "comment_id": comment.id,
        "video_id": comment.video,
        "author_id": comment.author.id,
        "author_handle": comment.author.handle,
        "author_name": comment.author.name,
        "written_at": comment.created_at.isoformat() if comment.created_at else "",
        "written_at_precision": comment.precision.value,
        "label": label,
        "score": score,
        "queue": entry.queue.value if entry.queue else "",
        "decision": entry.state.value,
        "comment_url": comment_link(comment),
        "author_url": author_link(comment),
        "text": comment.text if show_words else "",
        "text_sha256": hashlib.sha256(comment.text.encode()).hexdigest(),
    }


def _csv(facts: Sequence[Fact]) -> str:
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(_COLUMNS)
    for fact in facts:
        writer.writerow(
            [safe_cell(v) if isinstance(v, str) else v for v in (fact[c] for c in _COLUMNS)]
        )
    return out.getvalue()


def _json(sheet: evidence_pdf.Sheet, facts: Sequence[Fact]) -> str:
    document = {"title": sheet.title, "facts": sheet.facts, "comments": facts}
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _manifest(files: Sequence[Path]) -> str:
    """Checksums in the form `sha256sum --check` reads."""
    return "".join(f"{hashlib.sha256(f.read_bytes()).hexdigest()}  {f.name}\n" for f in files)
