"""What the importers of tables with a header of their own share."""

from __future__ import annotations

from abc import ABC
from collections.abc import Iterator
from typing import ClassVar

from kindreel.importers.reading.mapping import Mapping
from kindreel.importers.reading.places import video_of
from kindreel.importers.reading.probe import Probe, delimiter
from kindreel.importers.reading.records import Block, Notes, Read, Record
from kindreel.importers.reading.split import text_rows
from kindreel.importers.reading.tables import TableReader
from kindreel.model.comment import Platform

_MOST_ABOVE = 40


class FixedTable(ABC):
    """A text table whose header has these names.

    columns: field → name, in lower case. marks: names that must be there besides.
    """

    own: ClassVar[bool] = False
    platform: ClassVar[Platform]
    columns: ClassVar[dict[str, str]]
    marks: ClassVar[frozenset[str]] = frozenset()

    def _header(self, probe: Probe) -> int:
        """The row the header is in, -1 when there is none."""
        wanted = set(self.columns.values()) | self.marks
        for at, row in enumerate(probe.rows[:_MOST_ABOVE]):
            if wanted <= {cell.strip().casefold() for cell in row}:
                return at
        return -1

    def knows(self, probe: Probe) -> int:
        """By all the names of the header."""
        return 90 if probe.form == "table" and self._header(probe) >= 0 else 0

    def video_link(self, probe: Probe) -> str:
        """The link of the one video the file is about; "" when it does not say."""
        del probe
        return ""

    def read(self, probe: Probe, notes: Notes, mapping: Mapping | None) -> Iterator[Read]:
        """Each row under the header."""
        del mapping
        header = self._header(probe)
        names = [cell.strip().casefold() for cell in probe.rows[header]]
        places = {name: names.index(column) for name, column in self.columns.items()}
        _, video = video_of(self.video_link(probe))
        with probe.open() as file:
            rows = text_rows(file, delimiter(probe.text), notes.flaw)
            for _ in range(header + 1):
                next(rows, None)
            reader = TableReader(places, self.platform, notes, header + 2, own=self.own)
            for found in reader.records(rows):
                if video and isinstance(found, Record):
                    yield found._replace(video=video)
                elif video and isinstance(found, Block):
                    yield found._replace(video=[video] * len(found.id))
                else:
                    yield found
