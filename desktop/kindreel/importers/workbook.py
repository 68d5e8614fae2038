"""Any XLSX workbook: every sheet that has a column of comments."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, islice
from typing import ClassVar

from kindreel.errors import ImportFileError
from kindreel.importers.door import shelf
from kindreel.importers.reading.mapping import Mapping, guess, places
from kindreel.importers.reading.probe import Probe
from kindreel.importers.reading.records import Notes, Read
from kindreel.importers.reading.sheets import first_sheets, sheets, shown
from kindreel.importers.reading.tables import TableReader
from kindreel.model.comment import Platform
from kindreel.model.triage import Unreadable

_LOOK = 60


@shelf.register("workbook")
class Workbook:
    """A workbook with one comment a row."""

    title: ClassVar[str] = "Workbook (XLSX)"
    own: ClassVar[bool] = False

    def knows(self, probe: Probe) -> int:
        """Sure enough once some sheet has a column that can be the comments."""
        if probe.form != "workbook":
            return 0
        return 40 if any(guess(rows).column_of("text") for rows in first_sheets(probe.path)) else 0

    def read(self, probe: Probe, notes: Notes, mapping: Mapping | None) -> Iterator[Read]:
        """Each row of each sheet; a sheet without comments is told, not dropped in silence."""
        any_read = False
        for title, rows in sheets(probe.path):
            first = list(islice(rows, _LOOK))
            guessed = guess([shown(row) for row in first if not isinstance(row, Unreadable)])
            chosen = mapping or guessed
            if not first or chosen.column_of("text") is None:
                if first:
                    notes.flaw(1, title, "this sheet has no column of comments")
                continue
            notes.day_first = guessed.day_first
            platform = chosen.platform or guessed.platform or Platform.OTHER
            start = guessed.header + 1
            reader = TableReader(places(chosen, guessed.columns), platform, notes, start + 1)
            any_read = True
            yield from reader.records(chain(first[start:], rows))
        if not any_read:
            raise ImportFileError(
                f"No sheet of “{probe.path.name}” has a column of comments.",
                "Say which one it is with a mapping such as text=COLUMN.",
            )
