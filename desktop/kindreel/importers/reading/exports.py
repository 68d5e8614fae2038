"""What the importers of JSON exports share: find the list by its records' keys, then read each."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from typing import Any, ClassVar

from kindreel.importers.reading.json_stream import Broken, Path, Walker, lines, records
from kindreel.importers.reading.mapping import Mapping
from kindreel.importers.reading.probe import Probe
from kindreel.importers.reading.records import Notes, Record
from kindreel.model.triage import Unreadable

Item = dict[str, Any]


class JsonExport(ABC):
    """A list of objects, anywhere in the file, or one object a line.

    marks: the keys by which its records are known, all of them must be there.
    sure: how sure these make it.
    """

    own: ClassVar[bool] = False
    marks: ClassVar[frozenset[str]]
    sure: ClassVar[int] = 90

    def knows(self, probe: Probe) -> int:
        """By the keys of the first records."""
        return self.sure if self._path(probe) is not None else 0

    def _path(self, probe: Probe) -> Path | None:
        for path, first in probe.outline:
            if any(isinstance(item, dict) and self.fits(item) for item in first):
                return path
        return None

    def fits(self, item: Item) -> bool:
        """Whether a record is of this kind."""
        return self.marks <= item.keys()

    def read(
        self, probe: Probe, notes: Notes, mapping: Mapping | None
    ) -> Iterator[Record | Unreadable]:
        """Each record and the replies inside it."""
        del mapping
        path = self._path(probe) or ()
        row = 0
        with probe.open() as file:
            items = lines(file) if probe.form == "lines" else records(Walker(file), path, {})
            for item in items:
                for one in self._family(item):
                    row += 1
                    if isinstance(one, dict):
                        yield self.record(notes, row, one)
                    else:
                        reason = str(one) if isinstance(one, Broken) else "not a record"
                        yield Unreadable(row, "", reason)

    def _family(self, item: object) -> Iterator[object]:
        """A member of the list, and all that answer it, each below what it answers."""
        waiting = [item]
        while waiting:
            one = waiting.pop()
            yield one
            if isinstance(one, dict):
                waiting += reversed(self.replies(one))

    @abstractmethod
    def record(self, notes: Notes, row: int, item: Item) -> Record | Unreadable:
        """One object as a record."""

    def replies(self, item: Item) -> Sequence[object]:
        """The direct answers inside a record, whatever they are; none unless the kind has them."""
        del item
        return ()


def under(over: Item, replies: object) -> list[object]:
    """Replies with what they take over from the record above, unless they say it themselves."""
    if not isinstance(replies, list):
        return []
    return [over | reply if isinstance(reply, dict) else reply for reply in replies]
