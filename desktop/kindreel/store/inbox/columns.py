"""Rows by the thousand, a column at a time, into tables."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain, islice

_AT_ONCE = 50
"""Rows of one statement."""


def insert(
    db: sqlite3.Connection, into: str, columns: Iterable[Sequence[object] | int | None]
) -> None:
    """Insert rows given by their columns; a number or None stands for a column of nothing else.

    into: “INSERT INTO …” without the values. What is the same in all rows is written into the
    statement, and a statement takes many rows: that makes a narrow row three times as quick.
    """
    cells: list[Sequence[object]] = []
    places: list[str] = []
    for column in columns:
        if column is None or isinstance(column, int):
            places.append("NULL" if column is None else str(column))
        else:
            places.append("?")
            cells.append(column)
    if not cells:
        return
    row = f"({', '.join(places)})"
    many = len(cells[0]) // _AT_ONCE
    values = chain.from_iterable(zip(*cells, strict=True))
    size = _AT_ONCE * len(cells)
    db.executemany(
        f"{into} VALUES {', '.join([row] * _AT_ONCE)}",
        (tuple(islice(values, size)) for _ in range(many)),
    )
    rest = slice(many * _AT_ONCE, None)
    db.executemany(f"{into} VALUES {row}", zip(*(column[rest] for column in cells), strict=True))


def narrowed(column: Sequence[object]) -> Sequence[object] | int | None:
    """The column, or the one number, or None, that all its rows have."""
    first = column[0] if column else None
    if (first is None or isinstance(first, int)) and column.count(first) == len(column):
        return first
    return column


def coded(column: Sequence[str], codes: Mapping[str, int]) -> Sequence[int] | int:
    """The numbers that stand for the words of a column, or the one that stands for all."""
    if column.count(column[0]) == len(column):
        return codes[column[0]]
    return [codes[word] for word in column]
