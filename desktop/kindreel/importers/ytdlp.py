"""yt-dlp: the `.info.json` that `--write-comments` leaves."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, ClassVar

from kindreel.importers.door import shelf
from kindreel.importers.reading.json_stream import ITEMS, Broken, Walker, records
from kindreel.importers.reading.mapping import Mapping
from kindreel.importers.reading.places import video_of
from kindreel.importers.reading.probe import Probe
from kindreel.importers.reading.records import Notes, Record
from kindreel.importers.reading.split import Row
from kindreel.importers.reading.tables import TableReader
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
_COLUMNS = (
    "id", "text", "likes", "time", "parent", "author_id", "author_url", "video", "video_title",
    "own", "pinned", "hearted",
)  # fmt: skip
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
        platform = _platform(about)
        of_youtube = platform is Platform.YOUTUBE
        columns = (*_COLUMNS, "author" if of_youtube else "author_name")
        places = {name: at for at, name in enumerate(columns)}
        reader = TableReader(places, platform, notes, 1, approximate=of_youtube)
        with probe.open() as file:
            items = records(Walker(file), ("comments", ITEMS), {})
            video = about.get("id"), about.get("title")
            yield from reader.records(_cells(item, video) for item in items)


def _about(probe: Probe) -> dict[str, Any]:
    """What the file says of the video; most files say it before the comments."""
    about: dict[str, Any] = {}
    with probe.open() as file:
        for _ in records(Walker(file), ("comments", ITEMS), about):
            if "id" in about and not about.keys().isdisjoint(_SITE_KEYS):
                break
    return {key: about[key] for key in _HEAD_KEYS if key in about}


def _platform(about: dict[str, Any]) -> Platform:
    link = str(about.get("webpage_url") or "")
    site = str(about.get("extractor_key") or about.get("extractor") or "").casefold()
    return _PLATFORMS.get(site) or video_of(link)[0] or Platform.OTHER


def _cells(item: Any, video: tuple[Any, Any]) -> Row | Unreadable:
    """One comment in the order of the columns."""
    if not isinstance(item, dict):
        return Unreadable(0, "", str(item) if isinstance(item, Broken) else "not a record")
    get = item.get
    comment_id = get("id")
    return (
        comment_id,
        get("text") or get("html"),
        get("like_count"),
        _time(get),
        get("parent") or str(comment_id or "").rpartition(".")[0],
        get("author_id"),
        get("author_url"),
        *video,
        get("author_is_uploader"),
        get("is_pinned"),
        get("is_favorited"),
        get("author"),
    )


def _time(get: Callable[[str], Any]) -> Any:
    """The first that says something; a zero is a time that a file may well give."""
    for name in ("timestamp", "_time_text", "time_text"):
        value = get(name)
        if value is not None and value != "":
            return value
    return None
