"""Columns of raw cells → columns of clean ones.

What most columns are, plain and of one type, is seen with a few steps over the whole column; only
where something else is among them is each cell looked at by itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from kindreel.importers.reading.dates import whole_seconds
from kindreel.importers.reading.encodings import MAYBE_MOJIBAKE, repair_mojibake, storable
from kindreel.importers.reading.html import plain_text
from kindreel.importers.reading.places import named
from kindreel.importers.reading.records import (
    LONGEST_ROUNDED,
    NO_TIME,
    Notes,
    identifier,
    truth,
    words,
)
from kindreel.model.comment import Precision

_FORMULA = tuple("=+-@\t\r\n＝＋－＠")
_NEEDS_CARE = re.compile("[\x00\ud800-\udfff&<\u00c2-\u00f4]|^'").search
_APPROXIMATE, _SECOND = Precision.APPROXIMATE.value, Precision.SECOND.value
_MOST_LIKES = 2**53

T = TypeVar("T")


def cell_text(cell: object) -> str:
    """A cell's words: HTML, mojibake and a spreadsheet's guard against formulas undone."""
    text = cell if isinstance(cell, str) else words(cell)
    if not _NEEDS_CARE(text):
        return text
    text = repair_mojibake(storable(text))
    if text.startswith("'") and text[1:].startswith(_FORMULA):
        text = text[1:]
    return plain_text(text)


def _plain(column: list[Any]) -> str | None:
    """The texts of a column, each after a control sign; None when one needs a closer look."""
    if not _all_text(column):
        return None
    whole = "\x01".join(["", *column])
    try:
        octets = whole.encode()
    except UnicodeEncodeError:
        return None
    return None if "\x00" in whole or MAYBE_MOJIBAKE(octets) else whole


def _all_text(column: list[Any]) -> bool:
    return set(map(type, column)) == {str}


def _bare(column: list[Any]) -> list[str] | None:
    """A column of printable texts without space around them; None when it is none."""
    if not _all_text(column):
        return None
    whole = "".join(column)
    if not whole.isprintable():
        return None
    # Of what is printable, only the common space is space.
    return [cell.strip() for cell in column] if " " in whole else column


class Columns:
    """The columns of one block, parsed. numbers: those of its rows."""

    def __init__(self, cells: dict[str, list[Any]], numbers: Sequence[int], notes: Notes) -> None:
        self._cells = cells
        self._numbers = numbers
        self._notes = notes
        self._empty = [""] * len(numbers)

    def comments(self) -> list[str]:
        """The comments' words."""
        column = self._cells["text"]
        whole = _plain(column)
        if whole is None:
            return [cell_text(cell) for cell in column]
        if "&" not in whole and "<" not in whole and "\x01'" not in whole:
            return column
        return [
            text if "&" not in text and "<" not in text and text[:1] != "'" else cell_text(text)
            for text in column
        ]

    def texts(self, name: str) -> list[str]:
        """Ids, names and links: without space around them, "" where there is none."""
        column = self._cells.get(name, self._empty)
        first = column[0]
        if (first is None or type(first) is str) and column.count(first) == len(column):
            return [identifier(first)] * len(column)
        bare = _bare(column)
        if bare is not None:
            return bare
        return [
            cell.strip() if isinstance(cell, str) and cell.isprintable() else identifier(cell)
            for cell in column
        ]

    def truths(self, name: str) -> list[bool]:
        """Whether each cell says yes."""
        if name not in self._cells:
            return [False] * len(self._numbers)
        column = self._cells[name]
        kinds = set(map(type, column))
        if kinds <= {bool, type(None)}:
            return column if kinds == {bool} else [bool(cell) for cell in column]
        return [cell if isinstance(cell, bool) else truth(cell) for cell in column]

    def times(self, *, approximate: bool) -> tuple[list[int | None], list[str]]:
        """Moments, and how exactly each is known; all of them roughly when they are estimates."""
        column = self._cells.get("time")
        seconds = whole_seconds(column) if column else None
        if seconds is not None:
            return list(seconds), [_APPROXIMATE if approximate else _SECOND] * len(seconds)
        moments = self._parsed("time", self._notes.time, NO_TIME)
        if approximate:
            moments = [m if m[0] is None else (m[0], _APPROXIMATE) for m in moments]
        return [at for at, _ in moments], [precision for _, precision in moments]

    def likes(self) -> list[int]:
        """Counts of likes."""
        column = self._cells.get("likes")
        if (
            column
            and set(map(type, column)) == {int}
            and 0 <= min(column) <= max(column) <= _MOST_LIKES
        ):
            return column
        return self._parsed("likes", self._notes.likes, 0)

    def ids(self) -> list[str]:
        """The comments' own ids."""
        bare = _bare(self._cells.get("id", self._empty))
        if bare and min(map(len, bare)) > LONGEST_ROUNDED:
            return bare
        return self._parsed("id", self._notes.comment_id, "")

    def parents(self, ids: list[str]) -> list[str]:
        """The comment each row answers; YouTube's reply ids carry it before the dot."""
        if "parent" not in self._cells:
            return [id_.partition(".")[0] if "." in id_ else "" for id_ in ids]
        said = self.texts("parent")
        if said.count("root") == len(said):
            return self._empty
        return ["" if p in {"root", "0"} or p == i else p for p, i in zip(said, ids, strict=True)]

    def authors(self) -> tuple[list[str], list[str], list[str], list[str]]:
        """Ids, handles, names and links of the people; one vague column is told by its content."""
        ids, names = self.texts("author_id"), self.texts("author_name")
        handles = self._empty
        if "author_handle" in self._cells:
            handles = [handle.removeprefix("@") for handle in self.texts("author_handle")]
        if "author" in self._cells:
            vague = self.texts("author")
            bare = [cell[1:] for cell in vague]
            if {cell[:1] for cell in vague} == {"@"} and all(bare):
                if handles is not self._empty:
                    bare = [a or b for a, b in zip(handles, bare, strict=True)]
                handles = bare
            else:
                told = [named(cell) for cell in vague]
                ids = [a or b for a, (b, _, _) in zip(ids, told, strict=True)]
                handles = [a or b for a, (_, b, _) in zip(handles, told, strict=True)]
                names = [a or b for a, (_, _, b) in zip(names, told, strict=True)]
        if any(names):
            shown = [name[1:] if name.startswith("@") else "" for name in names]
            handles = [handle or name for handle, name in zip(handles, shown, strict=True)]
        return ids, handles, names, self.texts("author_url")

    def _parsed(self, name: str, parse: Callable[[int, object], T], missing: T) -> list[T]:
        if name not in self._cells:
            return [missing] * len(self._numbers)
        return [parse(n, cell) for n, cell in zip(self._numbers, self._cells[name], strict=True)]
