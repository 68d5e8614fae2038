"""Text → rows, also where a quotation mark was opened and never closed."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Sequence
from typing import TextIO

from kindreel.model.triage import Unreadable

Row = Sequence[object]
csv.field_size_limit(1 << 24)
_COMPARED = 1_000
"""Lines that are compared with each other."""
_FEW, _NARROW = 3, 2
"""So many lines that look like rows are no chance; rows of two cells look like too much."""


Doubt = Callable[[int, str, str], None]
"""Hears of a row's number, the first being 1, of the cell, and of what is odd there."""


def text_rows(
    file: TextIO, delimiter: str, doubt: Doubt | None = None
) -> Iterator[Row | Unreadable]:
    """The rows of a CSV or TSV text; an Unreadable in place of one the reader chokes on.

    A quotation mark that is not closed would swallow the rows after it; they are split again.
    Where another one closes it, the file is in order and may mean it: `doubt` hears of that.
    """
    again: list[str] = []
    usual = number = 0
    while True:
        read: list[str] = []
        reader = csv.reader(_lines(file, again, read), delimiter=delimiter)
        try:
            for row in reader:
                if len(read) > 1 and _swallowed(read, delimiter, usual):
                    break
                number += 1
                if doubt and len(read) > _FEW and _holds_rows(read, delimiter, usual):
                    doubt(number, "text", "some lines look like rows; a quotation mark may be lost")
                usual = len(row) or usual
                read.clear()
                yield row
            else:
                return
        except csv.Error as error:
            if len(read) == 1:
                number += 1
                yield Unreadable(0, "", str(error))
                continue
        number += 1
        yield _unquoted(read[0], delimiter)
        again += reversed(read[1:])


def _lines(file: TextIO, again: list[str], read: list[str]) -> Iterator[str]:
    """The lines to be read again, last first, then the file's; what was given goes into `read`."""
    while True:
        line = again.pop() if again else next(file, None)
        if line is None:
            return
        read.append(line)
        yield line


def _swallowed(lines: Sequence[str], delimiter: str, usual: int) -> bool:
    """Whether a row of several lines is no proper one, and some line of it would be one alone.

    A header may be damaged; then rows are told by most of the lines being as wide as each other.
    """
    try:
        for _ in csv.reader(lines, delimiter=delimiter, strict=True):
            pass
    except csv.Error:
        if usual > 1 and any(len(_unquoted(line, delimiter)) == usual for line in lines[1:]):
            return True
        widths = [len(_unquoted(line, delimiter)) for line in lines[1:_COMPARED]]
        alike = max(set(widths), key=widths.count)
        return usual > 1 < alike and 1 < widths.count(alike) > len(widths) / 2
    return False


def _holds_rows(lines: Sequence[str], delimiter: str, usual: int) -> bool:
    """Whether several lines of one row are each as wide as a row of their own."""
    inner = lines[1:_COMPARED]
    return usual > _NARROW and sum(len(_unquoted(x, delimiter)) == usual for x in inner) >= _FEW


def _unquoted(line: str, delimiter: str) -> list[str]:
    """The cells of one line if quotation marks mean nothing."""
    cells = next(csv.reader([line], delimiter=delimiter, quoting=csv.QUOTE_NONE), [])
    return [cell.strip('"') for cell in cells]
