"""Zeeschuimer and 4CAT: TikTok comments as the app's own records, one a line."""

from __future__ import annotations

from typing import ClassVar

from kindreel.importers.door import shelf
from kindreel.importers.reading.exports import Item, JsonExport
from kindreel.importers.reading.made import make, pick
from kindreel.importers.reading.records import Notes, Record
from kindreel.model.comment import Platform
from kindreel.model.triage import Unreadable


@shelf.register("zeeschuimer")
class Zeeschuimer(JsonExport):
    """Bare records, or records inside the envelope that the browser extension adds."""

    title: ClassVar[str] = "Zeeschuimer / 4CAT (TikTok)"
    marks: ClassVar[frozenset[str]] = frozenset({"cid", "text", "aweme_id", "create_time"})

    def fits(self, item: Item) -> bool:
        """With or without the envelope."""
        return self.marks.issubset(_inner(item))

    def record(self, notes: Notes, row: int, item: Item) -> Record | Unreadable:
        """`reply_id` is "0" for a comment that answers none."""
        said = _inner(item)
        return make(
            notes,
            row,
            Platform.TIKTOK,
            id=said.get("cid"),
            text=said.get("text"),
            likes=said.get("digg_count"),
            time=said.get("create_time"),
            parent=said.get("reply_id"),
            author_id=pick(said, "user.uid"),
            author_handle=pick(said, "user.unique_id"),
            author_name=pick(said, "user.nickname"),
            video=said.get("aweme_id"),
            video_title=pick(said, "share_info.title"),
            pinned=said.get("author_pin"),
            hearted=said.get("is_author_digged"),
            language=said.get("comment_language"),
        )


def _inner(item: Item) -> Item:
    data = item.get("data")
    return data if isinstance(data, dict) else item
