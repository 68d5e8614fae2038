"""Apify's YouTube comment scraper."""

from __future__ import annotations

from typing import ClassVar

from kindreel.importers.door import shelf
from kindreel.importers.reading.exports import Item, JsonExport
from kindreel.importers.reading.made import make
from kindreel.importers.reading.records import Notes, Record
from kindreel.model.comment import Platform
from kindreel.model.triage import Unreadable


@shelf.register("apify_youtube")
class ApifyYoutube(JsonExport):
    """A data set as JSON or JSON lines; its times count back from the day it was made."""

    title: ClassVar[str] = "Apify YouTube comments"
    marks: ClassVar[frozenset[str]] = frozenset({"cid", "comment", "author", "voteCount"})

    def record(self, notes: Notes, row: int, item: Item) -> Record | Unreadable:
        """`author` is the person's handle."""
        return make(
            notes,
            row,
            Platform.YOUTUBE,
            id=item.get("cid"),
            text=item.get("comment"),
            likes=item.get("voteCount"),
            time=item.get("publishedTimeText"),
            parent=item.get("replyToCid"),
            author=item.get("author"),
            video=item.get("videoId"),
            video_url=item.get("pageUrl"),
            video_title=item.get("title"),
            own=item.get("authorIsChannelOwner"),
            hearted=item.get("hasCreatorHeart"),
        )
