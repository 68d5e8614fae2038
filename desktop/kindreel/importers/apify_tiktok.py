"""Apify's TikTok comment scrapers."""

from __future__ import annotations

from typing import ClassVar

from kindreel.importers.door import shelf
from kindreel.importers.reading.exports import Item, JsonExport
from kindreel.importers.reading.made import make, pick
from kindreel.importers.reading.records import Notes, Record
from kindreel.model.comment import Platform
from kindreel.model.triage import Unreadable


@shelf.register("apify_tiktok")
class ApifyTikTok(JsonExport):
    """A data set as JSON or JSON lines."""

    title: ClassVar[str] = "Apify TikTok comments"
    marks: ClassVar[frozenset[str]] = frozenset({"cid", "text", "diggCount", "uniqueId"})

    def record(self, notes: Notes, row: int, item: Item) -> Record | Unreadable:
        """The video is known by its address."""
        return make(
            notes,
            row,
            Platform.TIKTOK,
            id=item.get("cid"),
            text=item.get("text"),
            likes=item.get("diggCount"),
            time=pick(item, "createTimeISO", "createTime"),
            parent=item.get("repliesToId"),
            author_id=item.get("uid"),
            author_handle=item.get("uniqueId"),
            video_url=pick(item, "videoWebUrl", "submittedVideoUrl", "input"),
            pinned=item.get("pinnedByAuthor"),
            hearted=item.get("likedByAuthor"),
        )
