"""Any JSON or JSON lines whose records have keys that name a comment's parts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, ClassVar

from kindreel.errors import ImportFileError
from kindreel.importers.door import shelf
from kindreel.importers.reading.flat import as_table, comment_list, flatten, replies
from kindreel.importers.reading.json_stream import Broken, Walker, lines, records
from kindreel.importers.reading.mapping import Mapping, guess, places
from kindreel.importers.reading.probe import Probe
from kindreel.importers.reading.records import Notes, Read
from kindreel.importers.reading.split import Row
from kindreel.importers.reading.tables import TableReader
from kindreel.model.comment import Platform
from kindreel.model.triage import Unreadable


@shelf.register("json")
class JsonRecords:
    """A list of objects, or one object a line, somewhere in a JSON file."""

    title: ClassVar[str] = "JSON records"
    own: ClassVar[bool] = False

    def knows(self, probe: Probe) -> int:
        """Sure enough once some list's records have a text."""
        return 20 if probe.form in {"json", "lines"} and comment_list(probe) else 0

    def read(self, probe: Probe, notes: Notes, mapping: Mapping | None) -> Iterator[Read]:
        """Each record of the list, and the replies inside it."""
        table = as_table(probe)
        found = comment_list(probe)
        if found is None:
            raise ImportFileError(
                f"No list of comments was found in “{probe.path.name}”.", "Nothing was imported."
            )
        guessed = guess(table)
        chosen = mapping or guessed
        header = guessed.columns
        notes.day_first = guessed.day_first
        reader = TableReader(
            places(chosen, header), chosen.platform or guessed.platform or Platform.OTHER, notes, 1
        )
        with probe.open() as file:
            items = lines(file) if probe.form == "lines" else records(Walker(file), found[0], {})
            yield from reader.records(
                _rows(items, header, chosen.column_of("id"), chosen.column_of("parent"))
            )


def _rows(
    items: Iterable[Any], header: tuple[str, ...], id_key: str | None, parent_key: str | None
) -> Iterator[Row | Unreadable]:
    """Records and their replies as rows; a reply that names no parent gets the record above it."""
    for item in items:
        waiting: list[tuple[Any, object]] = [(item, None)]
        while waiting:
            one, above = waiting.pop()
            if not isinstance(one, dict):
                yield Unreadable(0, "", str(one) if isinstance(one, Broken) else "not a record")
                continue
            cells = flatten(one)
            if parent_key and cells.get(parent_key) is None:
                cells[parent_key] = above
            row = [cells.get(name) for name in header]
            yield row if any(cell is not None for cell in row) else Unreadable(0, "text", "no text")
            here = cells.get(id_key) if id_key else None
            waiting += [(reply, here) for reply in reversed(replies(one))]
