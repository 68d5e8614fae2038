"""Rows of a table → records, block by block: a column at a time is several times faster."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from kindreel.importers.reading.cells import Columns
from kindreel.importers.reading.places import video_of
from kindreel.importers.reading.records import MOST_TEXT, Block, Notes, Read
from kindreel.importers.reading.split import Row
from kindreel.model.comment import Platform
from kindreel.model.triage import Unreadable

BLOCK = 2_000
_PLATFORMS = {platform.value: platform for platform in Platform}


class TableReader:
    """Turns rows into records.

    places: field → column number. first_row: the number a person gives the first row.
    own: all of it is the creator's own. approximate: its times are estimates.
    """

    def __init__(
        self,
        places: dict[str, int],
        platform: Platform,
        notes: Notes,
        first_row: int,
        *,
        own: bool = False,
        approximate: bool = False,
    ) -> None:
        self._at = places
        self._width = max(places.values()) + 1
        self._platform = platform.value
        self._notes = notes
        self._row = first_row
        self._own = own
        self._approximate = approximate

    def records(self, rows: Iterable[Row | Unreadable]) -> Iterator[Read]:
        """One result for each row, or many rows at once; blank lines are no rows."""
        source = iter(rows)
        while block := list(islice(source, BLOCK)):
            yield from self._block(block)
            self._row += len(block)

    def columns(self, cells: dict[str, list[Any]]) -> Iterator[Read]:
        """The same for each row of some columns, which are all of one length."""
        count = len(cells["text"])
        numbers = range(self._row, self._row + count)
        self._row += count
        yield from self._read(numbers, cells)

    def _block(self, block: list[Row | Unreadable]) -> Iterator[Read]:
        numbers: list[int] = []
        whole: list[Row] = []
        for number, cells in enumerate(block, self._row):
            if isinstance(cells, Unreadable):
                yield Unreadable(number, "", cells.reason)
                continue
            if len(cells) < self._width:
                if not cells:
                    continue
                cells = [*cells, *[""] * (self._width - len(cells))]  # noqa: PLW2901 - the row, made wide enough
            elif cells[0] is None and all(cell is None for cell in cells):
                continue
            numbers.append(number)
            whole.append(cells)
        if whole:
            columns = {name: [row[at] for row in whole] for name, at in self._at.items()}
            yield from self._read(numbers, columns)

    def _read(self, numbers: Sequence[int], cells: dict[str, list[Any]]) -> Iterator[Read]:
        read = Columns(cells, numbers, self._notes)
        platforms, videos = self._videos(read)
        times, precisions = read.times(approximate=self._approximate)
        ids = read.ids()
        texts = read.comments()
        block = Block(
            platforms,
            ids,
            texts,
            *read.authors(),
            videos,
            read.texts("video_title"),
            read.parents(ids),
            read.likes(),
            times,
            precisions,
            [True] * len(ids) if self._own else read.truths("own"),
            read.truths("pinned"),
            read.truths("hearted"),
            read.texts("url"),
            read.texts("language"),
        )
        if all(map(str.strip, texts)) and max(map(len, texts)) <= MOST_TEXT:
            yield block
            return
        for number, record in zip(numbers, block.records(), strict=True):
            if not record.text or record.text.isspace():
                yield Unreadable(number, "text", "no text")
            elif len(record.text) > MOST_TEXT:
                yield Unreadable(number, "text", f"longer than {MOST_TEXT:,} characters")
            else:
                yield record

    def _videos(self, read: Columns) -> tuple[list[str], list[str]]:
        """The platform and the video of each row, by its own columns or the link's."""
        videos = [video_of(v)[1] if v.startswith("http") else v for v in read.texts("video")]
        platforms = [self._platform] * len(videos)
        links = read.texts("video_url")
        if "video_url" in self._at:
            led = [video_of(link) for link in links]
            videos = [video or id_ for video, (_, id_) in zip(videos, led, strict=True)]
            platforms = [p.value if p else self._platform for p, _ in led]
        if "platform" in self._at:
            said = [str(cell).strip().casefold() for cell in read.texts("platform")]
            platforms = [s if s in _PLATFORMS else p for s, p in zip(said, platforms, strict=True)]
        return platforms, videos
