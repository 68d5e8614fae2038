"""Instagram Graph API: comments of the account's own media."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from kindreel.importers.door import shelf
from kindreel.importers.reading.exports import Item, JsonExport, under
from kindreel.importers.reading.made import make, pick
from kindreel.importers.reading.records import Notes, Record
from kindreel.model.comment import Platform
from kindreel.model.triage import Unreadable


@shelf.register("instagram_graph")
class InstagramGraph(JsonExport):
    """Pages of `data`, with replies inside."""

    title: ClassVar[str] = "Instagram Graph API"
    marks: ClassVar[frozenset[str]] = frozenset({"id", "text", "timestamp"})
    sure: ClassVar[int] = 70

    def fits(self, item: Item) -> bool:
        """The person is given as `username`, or as `from`."""
        return self.marks <= item.keys() and bool({"username", "from"} & item.keys())

    def record(self, notes: Notes, row: int, item: Item) -> Record | Unreadable:
        """`media` may be an id or an object."""
        media = item.get("media")
        return make(
            notes,
            row,
            Platform.INSTAGRAM,
            id=item.get("id"),
            text=item.get("text"),
            likes=item.get("like_count"),
            time=item.get("timestamp"),
            parent=item.get("parent_id"),
            author_id=pick(item, "from.id"),
            author_handle=pick(item, "username", "from.username"),
            video=media.get("id") if isinstance(media, dict) else media,
        )

    def replies(self, item: Item) -> Sequence[object]:
        """The answers inside a comment."""
        over = {"parent_id": item.get("id"), "media": item.get("media")}
        return under(over, pick(item, "replies.data"))
