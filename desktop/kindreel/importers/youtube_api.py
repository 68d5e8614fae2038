"""YouTube Data API v3: pages of commentThreads.list or comments.list."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar

from kindreel.importers.door import shelf
from kindreel.importers.reading.json_stream import ITEMS, Broken, Walker, lines, records
from kindreel.importers.reading.made import make, pick
from kindreel.importers.reading.mapping import Mapping
from kindreel.importers.reading.probe import Probe
from kindreel.importers.reading.records import Notes, Record
from kindreel.model.comment import Platform
from kindreel.model.triage import Unreadable

_PATHS = (("items", ITEMS), (ITEMS, "items", ITEMS), (ITEMS,))


@shelf.register("youtube_api")
class YoutubeApi:
    """One page, a list of pages, or bare items."""

    title: ClassVar[str] = "YouTube Data API"
    own: ClassVar[bool] = False

    def knows(self, probe: Probe) -> int:
        """By items that hold a snippet with a text or a top-level comment."""
        return 95 if _path(probe) is not None else 0

    def read(
        self, probe: Probe, notes: Notes, mapping: Mapping | None
    ) -> Iterator[Record | Unreadable]:
        """Each thread's first comment and the replies that came with it."""
        del mapping
        path = _path(probe)
        with probe.open() as file:
            items = lines(file) if path is None or not path else records(Walker(file), path, {})
            row = 0
            for item in items:
                for comment, thread in _comments(item):
                    row += 1
                    yield _record(notes, row, comment, thread)


def _path(probe: Probe) -> tuple[str, ...] | None:
    paths = _PATHS if probe.form == "json" else ((),)
    for path in paths:
        items = _first(probe, path)
        if any(_is_item(item) for item in items):
            return path
    return None


def _first(probe: Probe, path: tuple[str, ...]) -> tuple[Any, ...]:
    if path != (ITEMS, "items", ITEMS):
        return probe.list_at(*path)
    pages = [page for page in probe.list_at(ITEMS) if isinstance(page, dict)]
    return tuple(item for page in pages for item in (page.get("items") or ()))


def _is_item(item: Any) -> bool:
    snippet = item.get("snippet") if isinstance(item, dict) else None
    return isinstance(snippet, dict) and bool(
        {"topLevelComment", "textDisplay", "textOriginal"} & snippet.keys()
    )


def _comments(item: Any) -> Iterator[tuple[Any, dict[str, Any]]]:
    """(comment, snippet of its thread) of an item: itself, or a thread's first and its replies."""
    if not isinstance(item, dict):
        yield item, {}
        return
    snippet = item.get("snippet")
    thread = snippet if isinstance(snippet, dict) else {}
    yield thread.get("topLevelComment", item), thread
    answers = pick(item, "replies.comments")
    for reply in answers if isinstance(answers, list) else ():
        yield reply, thread


def _record(notes: Notes, row: int, comment: Any, thread: dict[str, Any]) -> Record | Unreadable:
    if not isinstance(comment, dict) or not isinstance(comment.get("snippet"), dict):
        return Unreadable(row, "", str(comment) if isinstance(comment, Broken) else "not a comment")
    snippet = comment["snippet"]
    person = pick(snippet, "authorChannelId.value")
    channel = pick(snippet, "channelId") or thread.get("channelId")
    comment_id = str(comment.get("id") or "")
    return make(
        notes,
        row,
        Platform.YOUTUBE,
        id=comment_id,
        text=pick(snippet, "textOriginal", "textDisplay"),
        likes=snippet.get("likeCount"),
        time=pick(snippet, "publishedAt", "updatedAt"),
        parent=snippet.get("parentId") or comment_id.rpartition(".")[0],
        author=snippet.get("authorDisplayName"),
        author_id=person,
        author_url=snippet.get("authorChannelUrl"),
        video=snippet.get("videoId") or thread.get("videoId"),
        own=bool(person) and person == channel,
    )
