"""The doors of the shelf: find the importer of a file, and read the file with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import ClassVar, Protocol

from kindreel.errors import ImportFileError
from kindreel.importers.reading import encodings
from kindreel.importers.reading.flat import as_table
from kindreel.importers.reading.mapping import Mapping, guess
from kindreel.importers.reading.probe import Probe, look
from kindreel.importers.reading.records import Block, Notes, Read, Record, one_by_one, to_comment
from kindreel.jobs import Progress, silent
from kindreel.model.comment import Comment
from kindreel.model.triage import Unreadable
from kindreel.registry import Registry

_REPORT_EVERY = 1_000


class Importer(Protocol):
    """Reads one kind of file.

    title: what a person calls the kind. own: it holds the account's own comments only.
    """

    title: ClassVar[str]
    own: ClassVar[bool]

    def knows(self, probe: Probe) -> int:
        """How sure it is that the file is of its kind: 0 not at all, 100 quite."""

    def read(self, probe: Probe, notes: Notes, mapping: Mapping | None) -> Iterator[Read]:
        """Each row of the file as a record, or why it is none; many at once where it can."""


shelf: Registry[Importer] = Registry("kind of comment file", "kindreel.importers")


def detect(path: Path) -> Importer:
    """The importer that knows the file best; ImportFileError when none does."""
    probe = look(path)
    _refuse_unreadable(probe)
    return _best(probe)


def _best(probe: Probe) -> Importer:
    rated = [(importer.knows(probe), importer) for importer in shelf.defaults()]
    sure, best = max(rated, key=lambda pair: pair[0])
    if sure <= 0:
        raise ImportFileError(
            f"No comments were found in “{probe.path.name}”.",
            "Kindreel reads CSV, TSV, XLSX and JSON. Say which column holds the comments.",
            f"form {probe.form}, encoding {probe.encoding}",
        )
    return best


def _refuse_unreadable(probe: Probe) -> None:
    if probe.form == "empty":
        raise ImportFileError(f"“{probe.path.name}” is empty.", "Export the comments again.")
    if probe.form == "binary":
        raise ImportFileError(
            f"“{probe.path.name}” does not hold text.",
            "Kindreel reads CSV, TSV, XLSX, JSON and JSON lines. Nothing was changed.",
        )
    if probe.form == "archive":
        raise ImportFileError(
            f"“{probe.path.name}” is an archive.",
            "Unpack it and choose the file of comments inside.",
        )


def records(
    path: Path,
    kind: str | None = None,
    mapping: Mapping | None = None,
    progress: Progress = silent,
    notes: Notes | None = None,
) -> Iterator[Record | Unreadable]:
    """Each row of a file as a plain record; see `read`. `notes` collects flaws."""
    return one_by_one(blocks(path, kind, mapping, progress, notes))


def blocks(
    path: Path,
    kind: str | None = None,
    mapping: Mapping | None = None,
    progress: Progress = silent,
    notes: Notes | None = None,
) -> Iterator[Read]:
    """The same, good rows that were read together in one piece; never too many of them."""
    probe = look(path)
    _refuse_unreadable(probe)
    importer = shelf.get(kind)() if kind else _best(probe)
    notes = notes or Notes(probe.changed)
    notes.kind = notes.kind or shelf.kind_of(importer)
    if probe.size % encodings.width(probe.encoding):
        notes.flaw(1, "", "bytes of this file are missing; some of it may be unreadable")
    due = 0
    for item, rows in _pieces(importer.read(probe, notes, mapping)):
        if due <= 0:
            progress(probe.position(), probe.size, "Reading comments")
            due = _REPORT_EVERY
        yield item
        due -= rows
    progress(probe.size, probe.size, "Reading comments")


def _pieces(found: Iterable[Read]) -> Iterator[tuple[Read, int]]:
    """What an importer gives, in pieces of some rows at most, and how many each has."""
    for item in found:
        if not isinstance(item, Block):
            yield item, 1
            continue
        count = len(item.id)
        if count <= _REPORT_EVERY:
            yield item, count
            continue
        for start in range(0, count, _REPORT_EVERY):
            part = item.part(slice(start, start + _REPORT_EVERY))
            yield part, len(part.id)


def read(
    path: Path,
    kind: str | None = None,
    mapping: Mapping | None = None,
    progress: Progress = silent,
) -> Iterator[Comment | Unreadable]:
    """Each row of a file as a comment, or why it is none; nothing is left out.

    kind: one of `shelf.kinds()`, else the content decides. mapping: which column is what.
    """
    for row in records(path, kind, mapping, progress):
        yield row if isinstance(row, Unreadable) else to_comment(row)


def guess_mapping(path: Path) -> Mapping:
    """What each column seems to be, with samples to show; a JSON record's keys are columns too."""
    probe = look(path)
    _refuse_unreadable(probe)
    rows = probe.rows or as_table(probe)
    if rows:
        return guess(rows)
    raise ImportFileError(
        f"“{path.name}” has no columns to match.", "It will be read by the names inside it."
    )
