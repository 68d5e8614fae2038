"""The one row all importers produce, and the cleaning of its cells."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from hashlib import blake2b
from typing import NamedTuple

from kindreel.importers.reading.counts import parse_count
from kindreel.importers.reading.dates import UNKNOWN, parse_time
from kindreel.importers.reading.encodings import storable
from kindreel.model.comment import Author, AuthorId, Comment, CommentId, Platform, Precision
from kindreel.model.triage import Unreadable

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_KEPT_NOTES = 1000
_EMPTY = (None, "")
NO_TIME = (UNKNOWN[0], UNKNOWN[1].value)
_EXCEL_ID = re.compile(r"\d([.,]\d+)?[eE]\+\d{2}")
LONGEST_ROUNDED = 25
"""No spreadsheet makes a rounded number of more characters."""
_LEAST_ID = 9
"""A number with fewer digits counts rows; it tells no comment from those of other files."""
MOST_TEXT = 100_000
"""Code points of a comment that are kept; no platform allows as many."""


class Record(NamedTuple):
    """A comment as plain cells, in the order the inbox stores them; cheap by the million.

    at: milliseconds since 1970 UTC or None. id: "" when the file has none.
    """

    platform: str
    id: str
    text: str
    author_id: str = ""
    author_handle: str = ""
    author_name: str = ""
    author_url: str = ""
    video: str = ""
    video_title: str = ""
    parent: str = ""
    likes: int = 0
    at: int | None = None
    precision: str = Precision.UNKNOWN.value
    own: bool = False
    pinned: bool = False
    hearted: bool = False
    url: str = ""
    language: str = ""


class Block(NamedTuple):
    """Records by their columns: one sequence for each field of Record, all of one length.

    Whole columns are handled by C, rows are not.
    """

    platform: Sequence[str]
    id: Sequence[str]
    text: Sequence[str]
    author_id: Sequence[str]
    author_handle: Sequence[str]
    author_name: Sequence[str]
    author_url: Sequence[str]
    video: Sequence[str]
    video_title: Sequence[str]
    parent: Sequence[str]
    likes: Sequence[int]
    at: Sequence[int | None]
    precision: Sequence[str]
    own: Sequence[bool]
    pinned: Sequence[bool]
    hearted: Sequence[bool]
    url: Sequence[str]
    language: Sequence[str]

    def records(self) -> Iterator[Record]:
        """Each record."""
        return map(Record._make, zip(*self, strict=True))

    def part(self, rows: slice) -> Block:
        """Some of the records."""
        return Block(*(column[rows] for column in self))  # type: ignore[arg-type]


def block_of(records: Iterable[Record]) -> Block:
    """The records by their columns, which are empty for no records."""
    return Block(*(tuple(zip(*records, strict=True)) or ((),) * len(Block._fields)))


Read = Record | Unreadable | Block
"""What an importer gives: a row, why it is none, or many good rows at once."""


def one_by_one(found: Iterable[Read]) -> Iterator[Record | Unreadable]:
    """Each row of what an importer gives."""
    for item in found:
        if isinstance(item, Block):
            yield from item.records()
        else:
            yield item


@dataclass(slots=True)
class Notes:
    """What is odd about a file's rows: cells that could not be read although the row could.

    anchor: the moment its relative times count back from. kind: the importer's, once it is known.
    """

    anchor: datetime
    kind: str = ""
    day_first: bool = True
    flawed: int = 0
    flaws: list[Unreadable] = field(default_factory=list)

    def flaw(self, row: int, name: str, reason: str) -> None:
        """Remember one unreadable cell of a readable row."""
        self.flawed += 1
        if len(self.flaws) < _KEPT_NOTES:
            self.flaws.append(Unreadable(row, name, reason))

    def time(self, row: int, value: object) -> tuple[int | None, str]:
        """The cell's moment; a flaw when it says something that is no time."""
        if value in _EMPTY:
            return NO_TIME
        at, precision = parse_time(value, self.anchor, day_first=self.day_first)
        if at is None and str(value).strip():
            self.flaw(row, "time", "not a time")
        return at, precision.value

    def likes(self, row: int, value: object) -> int:
        """The cell's count; a flaw and 0 when it is none."""
        if isinstance(value, str) and len(value) < 16 and value.isascii() and value.isdigit():
            return int(value)
        number = parse_count(value)
        if number is None:
            self.flaw(row, "likes", "not a number")
            return 0
        return number

    def comment_id(self, row: int, value: object) -> str:
        """The cell's id as text; "" for a row number, and with a flaw for one that was rounded."""
        text = identifier(value)
        if len(text) > LONGEST_ROUNDED:
            return text
        if text.isdecimal() and len(text) < _LEAST_ID:
            return ""
        if not text.isalnum() and (isinstance(value, float) or _EXCEL_ID.fullmatch(text)):
            self.flaw(row, "id", "a spreadsheet has rounded this id; the original is lost")
            return ""
        return text


def identifier(value: object) -> str:
    """An id as text: whole numbers without “.0”, nothing for empty cells."""
    if isinstance(value, str):
        text = value.strip()
        return text if text.isprintable() else storable(text)
    if value is None or isinstance(value, bool | dict | list):
        return ""
    if isinstance(value, float) and value.is_integer() and abs(value) < 2**53:
        return str(int(value))
    return storable(str(value)).strip()


def words(value: object) -> str:
    """A cell as text, "" for an empty one."""
    if isinstance(value, str):
        return value if value.isprintable() else storable(value)
    if value is None or isinstance(value, dict | list):
        return ""
    return str(value)


def truth(value: object) -> bool:
    """Whether a cell says yes."""
    if isinstance(value, str):
        return value.strip().casefold() in {
            "true",
            "1",
            "yes",
            "y",
            "sí",
            "si",
            "sim",
            "ya",
            "oo",
            "ja",
        }
    return bool(value)


def comment_text(row: int, value: object) -> str | Unreadable:
    """The comment's words, or why they are none."""
    text = words(value)
    if not text.strip():
        return Unreadable(row, "text", "no text")
    if len(text) > MOST_TEXT:
        return Unreadable(row, "text", f"longer than {MOST_TEXT:,} characters")
    return text


def made_id(record: Record) -> str:
    """An id for a comment that came without one; the same content always gives the same."""
    parts = (
        record.platform,
        record.video,
        record.author_id or record.author_handle or record.author_name,
    )
    moment = str(record.at) if record.precision != Precision.APPROXIMATE.value else ""
    content = "\x1f".join((*parts, record.text, moment))
    return "made-" + blake2b(content.encode("utf-8", "replace"), digest_size=12).hexdigest()


def to_comment(record: Record) -> Comment:
    """The value of a record."""
    platform = Platform(record.platform)
    author_id = record.author_id or record.author_handle or record.author_name
    created = None if record.at is None else _EPOCH + timedelta(milliseconds=record.at)
    return Comment(
        platform=platform,
        id=CommentId(record.id or made_id(record)),
        text=record.text,
        author=Author(
            platform=platform,
            id=AuthorId(author_id),
            handle=record.author_handle,
            name=record.author_name,
            url=record.author_url,
        ),
        video=record.video,
        video_title=record.video_title,
        parent=CommentId(record.parent) if record.parent else None,
        likes=record.likes,
        created_at=created,
        precision=Precision(record.precision),
        own=record.own,
        pinned=record.pinned,
        hearted=record.hearted,
        url=record.url,
    )
