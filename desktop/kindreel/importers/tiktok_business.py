"""TikTok Business API: the account's own videos' comments."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from kindreel.importers.door import shelf
from kindreel.importers.reading.exports import Item, JsonExport, under
from kindreel.importers.reading.made import make
from kindreel.importers.reading.records import Notes, Record
from kindreel.model.comment import Platform
from kindreel.model.triage import Unreadable


@shelf.register("tiktok_business")
class TikTokBusiness(JsonExport):
    """Pages of `comment/list`, each with up to three replies."""

    title: ClassVar[str] = "TikTok Business API"
    marks: ClassVar[frozenset[str]] = frozenset(
        {"comment_id", "video_id", "text", "create_time", "unique_identifier"}
    )

    def record(self, notes: Notes, row: int, item: Item) -> Record | Unreadable:
        """`unique_identifier` is the person's id in this app."""
        return make(
            notes,
            row,
            Platform.TIKTOK,
            id=item.get("comment_id"),
            text=item.get("text"),
            likes=item.get("likes"),
            time=item.get("create_time"),
            parent=item.get("parent_comment_id"),
            author_id=item.get("unique_identifier"),
            author_handle=item.get("username"),
            video=item.get("video_id"),
            own=item.get("owner"),
            pinned=item.get("pinned"),
            hearted=item.get("liked"),
        )

    def replies(self, item: Item) -> Sequence[object]:
        """The replies that came with a comment."""
        over = {"parent_comment_id": item.get("comment_id"), "video_id": item.get("video_id")}
        return under(over, item.get("reply_list"))
