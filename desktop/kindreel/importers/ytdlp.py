"""yt-dlp: the `.info.json` that `--write-comments` leaves."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar

from kindreel.importers.door import shelf
from kindreel.importers.reading.json_stream import ITEMS, Broken, Walker, records
from kindreel.importers.reading.made import make, pick
from kindreel.importers.reading.mapping import Mapping
from kindreel.importers.reading.places import video_of
from kindreel.importers.reading.probe import Probe
from kindreel.importers.reading.records import Notes, Record
from kindreel.model.comment import Platform
from kindreel.model.triage import Unreadable

_PLATFORMS = {
    "youtube": Platform.YOUTUBE,
    "tiktok": Platform.TIKTOK,
    "instagram": Platform.INSTAGRAM,
}
_HEAD_KEYS = (
    "id",
    "title",
    "webpage_url",
    "extractor_key",
    "extractor",
    "channel_id",
    "uploader_id",
)
_SITE_KEYS = {"webpage_url", "extractor_key", "extractor"}


@shelf.register("ytdlp")
class YtDlp:
    """One video's metadata with its comments; their times are estimates."""

    title: ClassVar[str] = "yt-dlp info.json"
    own: ClassVar[bool] = False

    def knows(self, probe: Probe) -> int:
        """By the metadata's keys beside the list of comments."""
        if probe.form != "json" or "comments" not in probe.keys:
            return 0
        marks = {
            "extractor_key",
            "webpage_url",
            "extractor",
            "formats",
            "_type",
            "epoch",
        } & probe.keys
        first = next((c for c in probe.list_at("comments", ITEMS) if isinstance(c, dict)), {})
        marks |= {
            "_time_text",
            "author_is_uploader",
            "author_thumbnail",
            "is_favorited",
        } & first.keys()
        return 90 if len(marks) > 1 else 0

    def read(
        self, probe: Probe, notes: Notes, mapping: Mapping | None
    ) -> Iterator[Record | Unreadable]:
        """Each comment of the video."""
        del mapping
        about = _about(probe)
        with probe.open() as file:
            items = records(Walker(file), ("comments", ITEMS), {})
            for row, item in enumerate(items, 1):
                yield _record(notes, row, item, about)


def _about(probe: Probe) -> dict[str, Any]:
    """What the file says of the video; most files say it before the comments."""
    about: dict[str, Any] = {}
    with probe.open() as file:
        for _ in records(Walker(file), ("comments", ITEMS), about):
            if "id" in about and not about.keys().isdisjoint(_SITE_KEYS):
                break
    return {key: about[key] for key in _HEAD_KEYS if key in about}


def _record(notes: Notes, row: int, item: Any, about: dict[str, Any]) -> Record | Unreadable:
    if not isinstance(item, dict):
        return Unreadable(row, "", str(item) if isinstance(item, Broken) else "not a record")
    link = str(about.get("webpage_url") or "")
    site = str(about.get("extractor_key") or about.get("extractor") or "").casefold()
    platform = _PLATFORMS.get(site) or video_of(link)[0] or Platform.OTHER
    comment_id = item.get("id")
    parent = item.get("parent")
    return make(
        notes,
        row,
        platform,
        id=comment_id,
        text=pick(item, "text", "html"),
        likes=item.get("like_count"),
        time=pick(item, "timestamp", "_time_text", "time_text"),
        approximate=platform is Platform.YOUTUBE,
        parent=parent or str(comment_id or "").rpartition(".")[0],
        author_name=item.get("author") if platform is not Platform.YOUTUBE else None,
        author=item.get("author") if platform is Platform.YOUTUBE else None,
        author_id=item.get("author_id"),
        author_url=item.get("author_url"),
        video=about.get("id"),
        video_title=about.get("title"),
        own=item.get("author_is_uploader"),
        pinned=item.get("is_pinned"),
        hearted=item.get("is_favorited"),
    )
