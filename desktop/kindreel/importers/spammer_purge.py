"""YT-Spammer-Purge: the JSON log of comments it has matched."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar

from kindreel.importers.door import shelf
from kindreel.importers.reading.json_stream import Broken, BrokenJson, Walker, members
from kindreel.importers.reading.made import make, pick
from kindreel.importers.reading.mapping import Mapping
from kindreel.importers.reading.probe import Probe
from kindreel.importers.reading.records import Notes, Record
from kindreel.model.comment import Platform
from kindreel.model.triage import Unreadable

_KEYS = ("Comments", "comments")


@shelf.register("spammer_purge")
class SpammerPurge:
    """An object of comments by their ids."""

    title: ClassVar[str] = "YT-Spammer-Purge log"
    own: ClassVar[bool] = False

    def knows(self, probe: Probe) -> int:
        """By the fields of the comments, which no other tool names so."""
        if probe.form != "json":
            return 0
        inner = {path[2] for path, _ in probe.outline if len(path) > 2 and path[0] in _KEYS}
        return 95 if {"authorID", "videoID"} <= inner else 0

    def read(
        self, probe: Probe, notes: Notes, mapping: Mapping | None
    ) -> Iterator[Record | Unreadable]:
        """Each logged comment."""
        del mapping
        with probe.open() as file:
            for row, (comment_id, item) in enumerate(_entries(Walker(file)), 1):
                if isinstance(item, dict):
                    yield _record(notes, row, comment_id, item)
                else:
                    reason = str(item) if isinstance(item, Broken) else "not a record"
                    yield Unreadable(row, "", reason)


def _entries(walker: Walker) -> Iterator[tuple[str, Any]]:
    """(id, comment) of each entry; a Broken where the file stops making sense."""
    try:
        for key in members(walker):
            if key in _KEYS and walker.peek() == "{":
                for comment_id in members(walker):
                    yield comment_id, walker.value()
            else:
                walker.value()
        walker.end()
    except BrokenJson as broken:
        yield "", Broken(str(broken))


def _record(notes: Notes, row: int, comment_id: str, item: dict[str, Any]) -> Record | Unreadable:
    return make(
        notes,
        row,
        Platform.YOUTUBE,
        id=comment_id,
        text=pick(item, "textUnsanitized", "text"),
        time=item.get("timestamp"),
        parent=comment_id.rpartition(".")[0],
        author=item.get("authorName"),
        author_id=item.get("authorID"),
        video=item.get("videoID"),
    )
