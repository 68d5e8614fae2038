"""A first look into a file: what it is made of, before anybody reads all of it."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import Any, TextIO

from kindreel.errors import ImportFileError
from kindreel.importers.reading import encodings
from kindreel.importers.reading.aliases import field_of
from kindreel.importers.reading.json_stream import ITEMS, BrokenJson, Walker, lines, members
from kindreel.importers.reading.sheets import first_sheets, is_workbook
from kindreel.importers.reading.split import text_rows
from kindreel.model.triage import Unreadable

HEAD = 1 << 18
_SAMPLES = 20
_MOST_WALKED = 1 << 23
_LOOKED_AT = 4096
_PACKED = re.compile(rb"PK[\x00-\x08]|.{0,64}\[Content_Types\]\.xml", re.DOTALL)
"""An archive, or a workbook whose first bytes are damaged."""
_JSON_BEHIND_JUNK = re.compile(r'(?!")[^\n,;\t]{1,16}?[\[{]\s*(\{\s*)?"(?!")')


@dataclass(frozen=True)
class Probe:
    """The beginning of a file, and what it tells.

    form: "json", "lines" (JSON lines), "table", "workbook", "archive", "binary" or "empty".
    """

    path: Path
    size: int
    changed: datetime
    head: bytes
    encoding: str
    form: str
    cache: dict[str, Any] = field(default_factory=dict, repr=False)

    def open(self) -> TextIO:
        """The file as text, from its start."""
        errors = encodings.ERRORS if self.encoding.startswith("utf-8") else "replace"
        file = self.path.open(encoding=self.encoding, errors=errors, newline="")
        self.cache["file"] = file
        return file

    def position(self) -> int:
        """How many bytes of the file opened last have been read."""
        file = self.cache.get("file")
        return 0 if file is None or file.closed else int(file.buffer.tell())

    @cached_property
    def text(self) -> str:
        """The beginning as text."""
        return encodings.decode(self.head, self.encoding)

    @cached_property
    def outline(self) -> tuple[tuple[tuple[str, ...], tuple[Any, ...]], ...]:
        """(path, first members) of each list of objects in a JSON file, outermost first."""
        if self.form == "lines":
            return (((), tuple(self._first_lines())),)
        if self.form != "json":
            return ()
        with self.open() as file:
            return tuple(_lists(Walker(file)))

    def _first_lines(self) -> list[Any]:
        whole = self.text if self.size <= len(self.head) else self.text.rpartition("\n")[0]
        found = (value for value in lines(io.StringIO(whole)) if isinstance(value, dict))
        return [value for value, _ in zip(found, range(_SAMPLES), strict=False)]

    @property
    def keys(self) -> frozenset[str]:
        """The top keys of a JSON object, or of the first JSON line."""
        if self.form == "lines":
            first = self.outline[0][1]
            return frozenset(first[0]) if first else frozenset()
        return frozenset(path[0] for path, _ in self.outline if path and path[0] != ITEMS)

    def list_at(self, *path: str) -> tuple[Any, ...]:
        """The first members of the list at a path, () when there is none."""
        return next((members for at, members in self.outline if at == path), ())

    @cached_property
    def rows(self) -> tuple[tuple[str, ...], ...]:
        """The first rows of a table, of a workbook's first sheet, or of JSON records as a table."""
        if self.form == "table":
            whole = self.text if self.size <= len(self.head) else self.text.rpartition("\n")[0]
            return tuple(first_rows(whole))
        if self.form == "workbook":
            return next((rows for rows in first_sheets(self.path) if rows), ())
        return ()

    @property
    def header(self) -> frozenset[str]:
        """The names in the first row that has as many cells as the widest, casefolded."""
        wide = max((len(row) for row in self.rows), default=0)
        first = next((row for row in self.rows if len(row) == wide), ())
        return frozenset(cell.strip().casefold() for cell in first)


def look(path: Path) -> Probe:
    """The probe of a file; ImportFileError when it cannot be opened."""
    try:
        stat = path.stat()
        with path.open("rb") as file:
            head = file.read(HEAD)
    except OSError as error:
        raise ImportFileError(
            f"“{path.name}” cannot be opened.", "Check that it is still there.", str(error)
        ) from error
    encoding = encodings.detect(head)
    changed = datetime.fromtimestamp(stat.st_mtime, UTC)
    return Probe(path, stat.st_size, changed, head, encoding, _form(path, head, encoding))


def _form(path: Path, head: bytes, encoding: str) -> str:
    if _PACKED.match(head):
        if not zipfile.is_zipfile(path):
            return "binary"
        return "workbook" if is_workbook(path) else "archive"
    text = encodings.decode(head, encoding).lstrip(" \t\r\n\ufeff\x1e")
    if not text.strip("\x00 \r\n\t"):
        return "empty"
    if _unreadable(text[:_LOOKED_AT]):
        return "binary"
    if text[0] == "[" or text[0] == "{":
        return _json_form(text)
    return "json" if _JSON_BEHIND_JUNK.match(text) else "table"


def _unreadable(text: str) -> bool:
    """Whether so much of it is control characters that it cannot be writing."""
    controls = sum(c < " " and c not in "\t\r\n" for c in text)
    return controls * 10 > len(text)


def _json_form(text: str) -> str:
    """“lines” when the first line is a whole object of its own and another value follows."""
    first, _, rest = text.partition("\n")
    second = rest.lstrip().partition("\n")[0]
    if second and _is_value(first, "}") and (second[0] == "{" or _is_value(second)):
        return "lines"
    if text[0] == "[" and not _json_start(text):
        return "table"
    return "json"


def _is_value(line: str, end: str = "") -> bool:
    """Whether a line is one JSON value, one with this end."""
    line = line.strip(" \r\n,\x1e")
    if not line.endswith(end):
        return False
    try:
        json.loads(line, strict=False)
    except (ValueError, RecursionError):
        return False
    return True


def _json_start(text: str) -> bool:
    return text[1:].lstrip()[:1] in set('[{"]-0123456789tfn') | {""}


def first_rows(text: str, most: int = _SAMPLES + 40) -> list[tuple[str, ...]]:
    """The first rows of a table's text, split at its own delimiter; () for one that is broken."""
    rows = text_rows(io.StringIO(text, newline=""), delimiter(text))
    return [
        () if isinstance(row, Unreadable) else tuple(map(str, row)) for row in islice(rows, most)
    ]


def delimiter(text: str) -> str:
    """The delimiter that splits the first rows most alike; the comma when none does."""
    best, best_worth = ",", 0.0
    for mark in ",;\t|":
        worth = _evenness(text[:65536], mark) if mark in text else 0.0
        if worth > best_worth:
            best, best_worth = mark, worth
    return best


def _evenness(text: str, mark: str) -> float:
    """How alike a delimiter splits the first rows, 0 to 1, and how well what it gives is known.

    A header of known names counts a half, clean quotation a quarter.
    """
    try:
        rows = _split(text, mark, strict=False)
    except csv.Error:
        return 0.0
    widths = [len(row) for row in rows]
    usual = max(set(widths), key=lambda width: (widths.count(width), width), default=1)
    if usual == 1:
        return 1 / 1000
    try:
        clean = bool(_split(text, mark, strict=True))
    except csv.Error:
        clean = False
    named = any(sum(field_of(cell) is not None for cell in row) > 1 for row in rows)
    alike = widths.count(usual) / len(widths)
    return alike + min(usual, 40) / 1000 + 0.25 * clean + 0.5 * named


def _split(text: str, mark: str, *, strict: bool) -> list[list[str]]:
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=mark, strict=strict)
    return [row for row in islice(rows, 40) if row]


def _lists(walker: Walker) -> list[tuple[tuple[str, ...], tuple[Any, ...]]]:
    """Each list of objects within the first layers, with its first members."""
    found: list[tuple[tuple[str, ...], tuple[Any, ...]]] = []
    with suppress(BrokenJson):
        _find(walker, (), found)
    return found


def _find(
    walker: Walker, path: tuple[str, ...], found: list[tuple[tuple[str, ...], tuple[Any, ...]]]
) -> bool:
    """Walk one value; False once the look has gone far enough."""
    opening = walker.peek()
    if opening == "{" and len(path) < 4:
        for key in members(walker):
            here = (*path, key)
            if walker.peek() in "{[":
                if not _find(walker, here, found):
                    return False
            else:
                found.append((here, ()))
                walker.value()
        return walker.read_so_far < _MOST_WALKED
    if opening == "[":
        return _first_members(walker, path, found)
    walker.value()
    return walker.read_so_far < _MOST_WALKED


def _first_members(
    walker: Walker, path: tuple[str, ...], found: list[tuple[tuple[str, ...], tuple[Any, ...]]]
) -> bool:
    """Note a list's first members; a list longer than the look ends it."""
    first: list[Any] = []
    found.append(((*path, ITEMS), ()))
    at = len(found) - 1
    walker.take("[")
    closed = walker.take("]")
    while not closed:
        value = walker.value()
        if len(first) < _SAMPLES:
            first.append(value)
            found[at] = ((*path, ITEMS), tuple(first))
        elif walker.read_so_far > _MOST_WALKED:
            return False
        closed = not walker.take(",")
    walker.take("]")
    return True
