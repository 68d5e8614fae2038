"""Apify's Instagram comment scraper."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from kindreel.importers.door import shelf
from kindreel.importers.reading.exports import Item, JsonExport, under
from kindreel.importers.reading.made import make, pick
from kindreel.importers.reading.records import Notes, Record
from kindreel.model.comment import Platform
from kindreel.model.triage import Unreadable


@shelf.register("apify_instagram")
class ApifyInstagram(JsonExport):
    """A data set with replies inside its comments."""

    title: ClassVar[str] = "Apify Instagram comments"
    marks: ClassVar[frozenset[str]] = frozenset({"id", "text", "ownerUsername", "timestamp"})

    def record(self, notes: Notes, row: int, item: Item) -> Record | Unreadable:
        """Replies come with what they need of the comment above them."""
        return make(
            notes,
            row,
            Platform.INSTAGRAM,
            id=item.get("id"),
            text=item.get("text"),
            likes=item.get("likesCount"),
            time=item.get("timestamp"),
            parent=item.get("parentId"),
            author_id=pick(item, "owner.id"),
            author_handle=item.get("ownerUsername"),
            author_name=pick(item, "owner.full_name", "owner.fullName"),
            video_url=pick(item, "postUrl", "inputUrl"),
            url=item.get("commentUrl"),
        )

    def replies(self, item: Item) -> Sequence[object]:
        """The answers, each of which may have its own."""
        over = {"postUrl": item.get("postUrl"), "parentId": item.get("id")}
        return under(over, item.get("replies"))
