"""What the importers of JSON exports share: find the list by its records' keys, then read each."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from typing import Any, ClassVar

from kindreel.importers.reading.json_stream import ITEMS, Broken, Path, Walker, lines, records
from kindreel.importers.reading.mapping import Mapping
from kindreel.importers.reading.probe import Probe
from kindreel.importers.reading.records import Notes, Record
from kindreel.model.triage import Unreadable

Item = dict[str, Any]
_DEEPEST = 2
"""How far inside a page of an API its records may be."""


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
            if self._fit(first):
                return path
        for page in probe.list_at(ITEMS):
            inner = self._within(page)
            if inner is not None:
                return (ITEMS, *inner)
        return None

    def _fit(self, members: object) -> bool:
        """Whether a list holds records of this kind."""
        return isinstance(members, list | tuple) and any(
            isinstance(item, dict) and self.fits(item) for item in members
        )

    def _within(self, page: object, depth: int = 0) -> Path | None:
        """The way to the records inside one of several pages; None when it holds none."""
        if not isinstance(page, dict) or depth > _DEEPEST:
            return None
        for key, value in page.items():
            inner: Path | None = (ITEMS,) if self._fit(value) else self._within(value, depth + 1)
            if inner is not None:
                return (key, *inner)
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
