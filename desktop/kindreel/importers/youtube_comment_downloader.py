"""youtube-comment-downloader: JSON lines, or one JSON with a list of comments."""

from __future__ import annotations

from typing import ClassVar

from kindreel.importers.door import shelf
from kindreel.importers.reading.exports import Item, JsonExport
from kindreel.importers.reading.made import make, pick
from kindreel.importers.reading.records import Notes, Record
from kindreel.model.comment import Platform
from kindreel.model.triage import Unreadable


@shelf.register("youtube_comment_downloader")
class YoutubeCommentDownloader(JsonExport):
    """Comments of one video that the file does not name; their times are estimates."""

    title: ClassVar[str] = "youtube-comment-downloader"
    marks: ClassVar[frozenset[str]] = frozenset({"cid", "text", "time", "votes", "channel"})

    def record(self, notes: Notes, row: int, item: Item) -> Record | Unreadable:
        """A reply carries its parent's id before the dot of its own."""
        comment_id = str(item.get("cid") or "")
        return make(
            notes,
            row,
            Platform.YOUTUBE,
            id=comment_id,
            text=item.get("text"),
            likes=item.get("votes"),
            time=pick(item, "time_parsed", "time"),
            approximate=True,
            parent=comment_id.rpartition(".")[0],
            author=item.get("author"),
            author_id=item.get("channel"),
            hearted=item.get("heart"),
        )
