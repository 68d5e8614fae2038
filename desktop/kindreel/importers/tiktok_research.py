"""TikTok Research API: comments without their authors."""

from __future__ import annotations

from typing import ClassVar

from kindreel.importers.door import shelf
from kindreel.importers.reading.exports import Item, JsonExport
from kindreel.importers.reading.made import make
from kindreel.importers.reading.records import Notes, Record
from kindreel.model.comment import Platform
from kindreel.model.triage import Unreadable


@shelf.register("tiktok_research")
class TikTokResearch(JsonExport):
    """Pages of `data.comments`."""

    title: ClassVar[str] = "TikTok Research API"
    marks: ClassVar[frozenset[str]] = frozenset(
        {"id", "video_id", "text", "create_time", "like_count", "parent_comment_id"}
    )

    def record(self, notes: Notes, row: int, item: Item) -> Record | Unreadable:
        """A top-level comment names its video, or nothing, as its parent."""
        parent = item.get("parent_comment_id")
        return make(
            notes,
            row,
            Platform.TIKTOK,
            id=item.get("id"),
            text=item.get("text"),
            likes=item.get("like_count"),
            time=item.get("create_time"),
            parent=None if parent == item.get("video_id") else parent,
            video=item.get("video_id"),
        )
