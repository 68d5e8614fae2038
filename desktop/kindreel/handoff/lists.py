"""Hand-over lists as files: batches at the platform's limit, comments and accounts apart."""

from __future__ import annotations

import csv
import io
import json
import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

from kindreel.errors import ExportError
from kindreel.handoff.cells import safe_cell
from kindreel.handoff.profiles import profile
from kindreel.handoff.rows import COLUMNS, SCHEMA_VERSION, Row, rows
from kindreel.handoff.workbook import workbook
from kindreel.model.comment import Batch, BatchStatus, Platform, Target


class HasBatches(Protocol):
    """What an inbox gives a hand-over."""

    def batches(self, platform: Platform) -> tuple[Batch, ...]:
        """All batches of a platform."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoffReport:
    """What a hand-over wrote.

    comments, reports, accounts: how many decisions wait in each kind of list.
    """

    platform: Platform
    folder: Path
    files: tuple[Path, ...]
    batches: int
    comments: int
    reports: int
    accounts: int

    def plain(self) -> dict[str, object]:
        """The report as JSON takes it."""
        return {
            "platform": self.platform.value,
            "folder": str(self.folder),
            "files": [path.name for path in self.files],
            "batches": self.batches,
            "comments": self.comments,
            "reports": self.reports,
            "accounts": self.accounts,
        }

    def _sizes(self) -> str:
        take, report, block = self.comments, self.reports, self.accounts
        return f"{take:,} comments to take away, {report:,} to report, {block:,} accounts to block."

    def sentences(self) -> list[str]:
        """The report as a person reads it."""
        if not self.batches:
            return ["Nothing waits to be handed over to this platform."]
        return [
            f"{self.batches:,} batches were written to “{self.folder}”.",
            self._sizes(),
            "Nothing changes on the platform until you do it there; the steps are in the folder.",
        ]


def write(inbox: HasBatches, platform: Platform, out_dir: Path) -> HandoffReport:
    """Write what waits for a platform: a CSV and a JSON for each batch, the names, and the whole.

    ExportError when the folder cannot be written.
    """
    waiting = [b for b in inbox.batches(platform) if b.status is not BatchStatus.DONE]
    files: list[Path] = []
    try:
        out_dir.mkdir(parents=True, exist_ok=True)
        for batch in waiting:
            stem = f"{platform.value}-{batch.target.value}-{batch.number:03d}"
            files.append(put(out_dir / f"{stem}.csv", csv_text(rows([batch]))))
            files.append(put(out_dir / f"{stem}.json", json_text(platform, rows([batch]))))
        files += _whole(waiting, platform, out_dir)
    except OSError as error:
        raise ExportError(
            f"The lists cannot be written to “{out_dir.name}”.",
            "Choose another folder.",
            str(error),
        ) from error
    return HandoffReport(
        platform=platform,
        folder=out_dir,
        files=tuple(files),
        batches=len(waiting),
        comments=_size(waiting, Target.COMMENTS),
        reports=_size(waiting, Target.REPORTS),
        accounts=_size(waiting, Target.ACCOUNTS),
    )


def _size(batches: Iterable[Batch], target: Target) -> int:
    return sum(len(b.entries) for b in batches if b.target is target)


def _whole(batches: Sequence[Batch], platform: Platform, out_dir: Path) -> list[Path]:
    """The lists that are not cut: all decisions, names to block, ids in one blob, the steps."""
    every = rows(batches)
    files = [
        put(out_dir / f"{platform.value}-decisions.csv", csv_text(every)),
        put(out_dir / f"{platform.value}-decisions.json", json_text(platform, every)),
        put(out_dir / f"{platform.value}-decisions.xlsx", workbook(every)),
        put(out_dir / f"{platform.value}-steps.txt", _steps(platform)),
    ]
    names = names_list(batches)
    if names:
        files.append(put(out_dir / f"{platform.value}-names.txt", "\n".join(names) + "\n"))
    if platform is Platform.YOUTUBE:
        files.append(put(out_dir / "youtube-ids.txt", id_blob(batches) + "\n"))
    return files


def names_list(batches: Iterable[Batch]) -> list[str]:
    """The accounts to block, one name a line: the handle, else the id."""
    people = [e.comment.author for b in batches if b.target is Target.ACCOUNTS for e in b.entries]
    return list(dict.fromkeys(f"@{p.handle}" if p.handle else (p.name or p.id) for p in people))


def id_blob(batches: Iterable[Batch]) -> str:
    """`[ id, id ]` of the comments to take away, as spam purgers read it."""
    ids = [e.comment.id for b in batches if b.target is Target.COMMENTS for e in b.entries]
    return "[ " + ", ".join(i for i in ids if not i.startswith("made-")) + " ]"


def _steps(platform: Platform) -> str:
    known = profile(platform)
    numbered = "\n".join(f"{n}. {step}" for n, step in enumerate(known.steps, 1))
    limits = ", ".join(f"{known.limits[t]} {t.value}" for t in Target)
    return (
        f"{known.name}: {limits} at a time. Checked {known.checked.isoformat()}.\n\n{numbered}\n\n"
        "Nothing has changed on the platform until this is done there.\n"
    )


def csv_text(every: Iterable[Row]) -> str:
    """The rows as CSV that is safe to open in a spreadsheet."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    for one in every:
        writer.writerow(
            [safe_cell(v) if isinstance(v, str) else v for v in (one[c] for c in COLUMNS)]
        )
    return out.getvalue()


def json_text(platform: Platform, every: Sequence[Row]) -> str:
    """The rows as JSON."""
    document = {
        "schema_version": SCHEMA_VERSION,
        "platform": platform.value,
        "written_at": datetime.now(UTC).isoformat(timespec="seconds"),
        "decisions": every,
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def put(path: Path, content: str | bytes) -> Path:
    """Write a file in one step, readable by its owner only."""
    new = path.with_name(path.name + ".new")
    descriptor = os.open(new, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content.encode() if isinstance(content, str) else content)
    return new.replace(path)
