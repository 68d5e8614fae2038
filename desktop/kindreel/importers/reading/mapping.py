"""Which column of a table is what: given by a person, by the header, or by the content."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from kindreel.errors import InvalidValueError
from kindreel.importers.reading.aliases import FIELDS, field_of, plain
from kindreel.importers.reading.counts import parse_count
from kindreel.importers.reading.dates import parse_time
from kindreel.importers.reading.places import platform_of, video_of
from kindreel.model.comment import Platform

_ANCHOR = datetime(2026, 1, 1, tzinfo=UTC)
_LIST_SEPARATOR = ","


@dataclass(frozen=True, slots=True, kw_only=True)
class Mapping:
    """The columns of a table and what each holds.

    fields: (field, column) pairs, fields as in aliases.FIELDS.
    columns, samples: the header and the first rows, for showing; empty when typed by a person.
    sure: the fields known by their header's name; the others were guessed from content.
    header: 0-based row the header is in, -1 for a table without one.
    """

    fields: tuple[tuple[str, str], ...]
    platform: Platform | None = None
    columns: tuple[str, ...] = ()
    samples: tuple[tuple[str, ...], ...] = ()
    sure: frozenset[str] = frozenset()
    header: int = 0
    day_first: bool = True

    @classmethod
    def parse(cls, text: str) -> Mapping:
        """The mapping a person typed as `text=COL,author=COL`."""
        pairs = []
        for part in text.split(_LIST_SEPARATOR):
            name, equals, column = part.partition("=")
            if not equals or name.strip() not in FIELDS:
                raise InvalidValueError(
                    f"“{part.strip()}” says of no column what it is.",
                    f"Write FIELD=COLUMN; a field is one of {', '.join(FIELDS)}.",
                )
            pairs.append((name.strip(), column.strip()))
        return cls(fields=tuple(pairs))

    def column_of(self, name: str) -> str | None:
        """The column that holds a field, or None."""
        return dict(self.fields).get(name)


def places(mapping: Mapping, header: Sequence[str]) -> dict[str, int]:
    """Field → column number in a table with this header; the person's names are matched loosely."""
    exact = {name: at for at, name in reversed(list(enumerate(header)))}
    loose = {plain(name): at for at, name in reversed(list(enumerate(header)))}
    found: dict[str, int] = {}
    for name, column in mapping.fields:
        at = exact.get(column, loose.get(plain(column)))
        if at is None and column.isdigit() and 1 <= int(column) <= len(header):
            at = int(column) - 1
        if at is None:
            raise InvalidValueError(
                f"The table has no column “{column}”.", f"Its columns are: {', '.join(header)}."
            )
        found[name] = at
    return found


def guess(rows: Sequence[Sequence[str]]) -> Mapping:
    """The likeliest mapping of a table that begins with these rows."""
    at = header_row(rows)
    header = (
        tuple(rows[at]) if at >= 0 else tuple(f"Column {n}" for n in range(1, _width(rows) + 1))
    )
    body = [row for row in rows[at + 1 :] if any(cell.strip() for cell in row)]
    by_name = _by_name(header, body) if at >= 0 else {}
    found = by_name | _by_content(header, body, by_name)
    cells = [cell for row in body[:20] for cell in row]
    return Mapping(
        fields=tuple((name, _unique(header, column)) for name, column in found.items()),
        platform=platform_of(cells),
        columns=header,
        samples=tuple(tuple(row) for row in body[:8]),
        sure=frozenset(by_name),
        header=at,
        day_first=_day_first(body, found.get("time")),
    )


def _width(rows: Sequence[Sequence[str]]) -> int:
    return max((len(row) for row in rows), default=0)


def _unique(header: Sequence[str], at: int) -> str:
    """The column's name; its number where the name is missing or not the first of its kind."""
    name = header[at]
    return name if name.strip() and header.index(name) == at else str(at + 1)


def header_row(rows: Sequence[Sequence[str]]) -> int:
    """The row most of whose cells are known names; -1 for no header.

    Two names must be known in a row that has others above it, which are then no comments.
    """
    best, most = -1, 0
    for at, row in enumerate(rows[:40]):
        known = sum(field_of(cell) is not None for cell in row if len(cell) < 60)
        wide = len([cell for cell in row if cell.strip()])
        enough = known * 4 >= wide and (at == 0 or (known > 1 and wide > 1))
        if enough and known > most:
            best, most = at, known
    if best >= 0:
        return best
    return 0 if _looks_like_header(rows) else -1


def _looks_like_header(rows: Sequence[Sequence[str]]) -> bool:
    if len(rows) < 2 or not rows[0]:
        return False
    first = [cell.strip() for cell in rows[0]]
    later = {cell.strip() for row in rows[1:] for cell in row}
    return (
        all(first)
        and len(set(first)) == len(first)
        and not set(first) & later
        and all(
            len(cell) < 40 and not cell[0].isdigit() and not cell.startswith("http")
            for cell in first
        )
        and len(first) > 1
    )


def _by_name(header: Sequence[str], body: Sequence[Sequence[str]]) -> dict[str, int]:
    """Field → column by the header's words; of two for one field, the one with more in it."""
    found: dict[str, int] = {}
    for at, name in enumerate(header):
        meant = field_of(name)
        if meant is None or not _fits(meant, _column(body, at)):
            continue
        if meant not in found or _filled(body, at) > _filled(body, found[meant]) * 1.2:
            found[meant] = at
    if "url" in found and "video_url" not in found and _to_videos(_column(body, found["url"])):
        found["video_url"] = found.pop("url")
    return found


def _to_videos(cells: Sequence[str]) -> bool:
    """Whether links lead to videos rather than to single comments under them."""
    return (
        _share(cells, lambda c: bool(video_of(c)[1]) and not re.search(r"[?&]lc=|/c/\d", c)) > 0.5
    )


def _column(body: Sequence[Sequence[str]], at: int) -> list[str]:
    return [row[at].strip() for row in body if at < len(row) and row[at].strip()]


def _filled(body: Sequence[Sequence[str]], at: int) -> int:
    return len(_column(body, at))


def _fits(field: str, cells: Sequence[str]) -> bool:
    """Whether the content can be what the header says."""
    if not cells:
        return True
    if field == "likes":
        return _share(cells, lambda cell: parse_count(cell) is not None) > 0.5
    if field == "time":
        return _share(cells, _is_time) > 0.5
    return True


def _share(cells: Sequence[str], holds: Callable[[str], object]) -> float:
    return sum(bool(holds(cell)) for cell in cells) / max(1, len(cells))


def _is_time(cell: str) -> bool:
    return parse_time(cell, _ANCHOR)[0] is not None


def _by_content(
    header: Sequence[str], body: Sequence[Sequence[str]], known: dict[str, int]
) -> dict[str, int]:
    """Field → column for what the header left open: the text first, then time and author."""
    free = [at for at in range(len(header)) if at not in known.values() and _filled(body, at)]
    found: dict[str, int] = {}

    def take(name: str, worth: Sequence[float], least: float) -> None:
        best = max(range(len(free)), key=lambda i: worth[i], default=-1)
        if best >= 0 and worth[best] > least:
            found[name] = free.pop(best)

    if "text" not in known:
        take("text", [_textual(_column(body, at)) for at in free], 0.0)
    if "time" not in known:
        take("time", [_timely(_column(body, at)) for at in free], 0.8)
    if not {"author", "author_id", "author_handle", "author_name"} & set(known):
        take("author", [_personal(_column(body, at)) for at in free], 0.5)
    return found


def _textual(cells: Sequence[str]) -> float:
    """How much a column reads like comments: words with spaces, and hardly twice the same."""
    if not cells or _share(cells, lambda c: c.startswith("http")) > 0.5:
        return 0.0
    if (
        _share(cells, _is_time) > 0.5
        or _share(cells, lambda c: parse_count(c) is not None and c[0].isdigit()) > 0.5
    ):
        return 0.0
    length = sum(len(cell) for cell in cells) / len(cells)
    spaced = _share(cells, lambda c: " " in c)
    return (length + 1) * (0.2 + spaced) * (len(set(cells)) / len(cells))


def _timely(cells: Sequence[str]) -> float:
    if not cells or _share(cells, lambda c: c.isdigit() and len(c) < 9) > 0.5:
        return 0.0
    return _share(cells, _is_time)


def _personal(cells: Sequence[str]) -> float:
    return _share(
        cells, lambda c: c.startswith("@") or bool(re.fullmatch(r"[^\W\d][\w.]{2,30}", c))
    )


def _day_first(body: Sequence[Sequence[str]], time: int | None) -> bool:
    """How a column writes its dates: day first unless a second number above 12 says otherwise."""
    if time is None:
        return True
    pairs = [re.match(r"(\d{1,2})[./-](\d{1,2})[./-]\d{2,4}", cell) for cell in _column(body, time)]
    return not any(int(p.group(2)) > 12 for p in pairs if p) or any(
        int(p.group(1)) > 12 for p in pairs if p
    )
