"""yt-dlp: the `.info.json` that `--write-comments` leaves."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from os import SEEK_END
from typing import Any, ClassVar

import msgspec

from kindreel.importers.door import shelf
from kindreel.importers.reading.json_stream import ITEMS, Broken, Walker, blocks
from kindreel.importers.reading.mapping import Mapping
from kindreel.importers.reading.places import video_of
from kindreel.importers.reading.probe import Probe
from kindreel.importers.reading.records import Notes, Read
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
_END_BYTES = 1 << 16
_AFTER_LIST = re.compile(rb"\}\s*\]\s*,\s*(?=\"(?:webpage_url|extractor|extractor_key)\")")
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

    def read(self, probe: Probe, notes: Notes, mapping: Mapping | None) -> Iterator[Read]:
        """Each comment of the video."""
        del mapping
        about = _about(probe)
        platform = _platform(about)
        of_youtube = platform is Platform.YOUTUBE
        columns = (*_COLUMNS, "author" if of_youtube else "author_name")
        places = {name: at for at, name in enumerate(columns)}
        reader = TableReader(places, platform, notes, 1, approximate=of_youtube)
        video = about.get("id"), about.get("title")
        with probe.open() as file:
            for block in blocks(Walker(file), ("comments", ITEMS), {}, _decode):
                if isinstance(block[0], _Told):
                    cells = _columns(block, video)
                    yield from reader.columns(dict(zip(columns, cells, strict=True)))
                else:
                    yield from reader.records(_cells(item, video) for item in block)


class _Told(msgspec.Struct, gc=False):
    """What is used of a comment, in its usual types; others are for `_cells`."""

    id: str | None = None
    text: str | None = None
    html: str | None = None
    like_count: int | None = None
    timestamp: int | None = None
    _time_text: str | None = None
    time_text: str | None = None
    parent: str | None = None
    author_id: str | None = None
    author_url: str | None = None
    author_is_uploader: bool | None = None
    is_pinned: bool | None = None
    is_favorited: bool | None = None
    author: str | None = None


class _Nothing(msgspec.Struct, gc=False):
    """A comment that is passed over."""


_decode = msgspec.json.Decoder(list[_Told]).decode
_pass_over = msgspec.json.Decoder(list[_Nothing]).decode


def _columns(block: list[_Told], video: tuple[Any, Any]) -> tuple[list[Any], ...]:
    """The comments' cells in the order of the columns; the same as `_cells` gives of each."""
    ids = [c.id for c in block]
    return (
        ids,
        [c.text or c.html for c in block],
        [c.like_count for c in block],
        [
            c.timestamp if c.timestamp is not None else c._time_text or c.time_text or None  # noqa: SLF001 - the file's name
            for c in block
        ],
        [c.parent or (id_ or "").rpartition(".")[0] for c, id_ in zip(block, ids, strict=True)],
        [c.author_id for c in block],
        [c.author_url for c in block],
        [video[0]] * len(block),
        [video[1]] * len(block),
        [c.author_is_uploader for c in block],
        [c.is_pinned for c in block],
        [c.is_favorited for c in block],
        [c.author for c in block],
    )


def _about(probe: Probe) -> dict[str, Any]:
    """What the file says of the video: before the comments, else after them."""
    about = _end(probe)
    with probe.open() as file:
        for _ in blocks(Walker(file), ("comments", ITEMS), about, _pass_over):
            if "id" in about and not about.keys().isdisjoint(_SITE_KEYS):
                break
    return {key: about[key] for key in _HEAD_KEYS if key in about}


def _end(probe: Probe) -> dict[str, Any]:
    """The members after the last list, when the file is long and ends as one of yt-dlp's does.

    A quotation mark inside a text has a backslash before it, so none of this is in a comment.
    """
    if probe.size <= len(probe.head):
        return {}
    with probe.path.open("rb") as file:
        file.seek(-_END_BYTES, SEEK_END)
        end = file.read()
    found = _AFTER_LIST.search(end)
    if found is None:
        return {}
    try:
        members = msgspec.json.decode(b"{" + end[found.end() :], type=dict[str, Any])
    except msgspec.MsgspecError:
        return {}
    return members if members.keys() & _SITE_KEYS else {}


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
