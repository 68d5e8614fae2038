"""Any CSV or TSV, by the words of its header, then by its content, or by a person's mapping."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import ClassVar

from kindreel.errors import ImportFileError
from kindreel.importers.door import shelf
from kindreel.importers.reading.mapping import Mapping, guess, places
from kindreel.importers.reading.probe import Probe, delimiter
from kindreel.importers.reading.records import Notes, Read
from kindreel.importers.reading.split import text_rows
from kindreel.importers.reading.tables import TableReader
from kindreel.model.comment import Platform


@shelf.register("table")
class Table:
    """A text table with one comment a row."""

    title: ClassVar[str] = "Table (CSV, TSV)"
    own: ClassVar[bool] = False

    def knows(self, probe: Probe) -> int:
        """Sure enough once some column can be the comments; one row alone does not tell."""
        if probe.form != "table":
            return 0
        guessed = guess(probe.rows)
        if guessed.column_of("text") is None:
            return 0
        if "text" in guessed.sure:
            return 40
        return 10 if guessed.header >= 0 or len(probe.rows) > 1 else 0

    def read(self, probe: Probe, notes: Notes, mapping: Mapping | None) -> Iterator[Read]:
        """Each row under the header."""
        guessed = guess(probe.rows)
        chosen = mapping or guessed
        notes.day_first = (
            guessed.day_first if mapping is None or not mapping.columns else mapping.day_first
        )
        found = text_places(chosen, guessed.columns, probe.path.name)
        with probe.open() as file:
            rows = text_rows(file, delimiter(probe.text), notes.flaw)
            start = guessed.header + 1
            reader = TableReader(
                found,
                chosen.platform or guessed.platform or Platform.OTHER,
                notes,
                start + 1,
                own=self.own,
            )
            yield from reader.records(islice(rows, start, None))


def text_places(mapping: Mapping, header: tuple[str, ...], name: str) -> dict[str, int]:
    """Field → column number; ImportFileError when no column holds the comments."""
    found = places(mapping, header)
    if "text" not in found:
        raise ImportFileError(
            f"It is not clear which column of “{name}” holds the comments.",
            "Say it with a mapping such as text=COLUMN. Nothing was imported.",
        )
    return found
