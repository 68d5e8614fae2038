"""Records out of the nested objects of JSON exports."""

from __future__ import annotations

from typing import Any

from kindreel.importers.reading.cells import cell_text
from kindreel.importers.reading.places import named, video_of
from kindreel.importers.reading.records import (
    Notes,
    Record,
    comment_text,
    identifier,
    truth,
    words,
)
from kindreel.model.comment import Platform, Precision
from kindreel.model.triage import Unreadable


def pick(item: dict[str, Any], *names: str) -> Any:
    """The first of some keys that holds something; dots lead into nested objects."""
    for name in names:
        value: Any = item
        for step in name.split("."):
            value = value.get(step) if isinstance(value, dict) else None
        if value is not None and value != "":
            return value
    return None


def make(
    notes: Notes,
    row: int,
    platform: Platform,
    *,
    id: object,  # noqa: A002 - the field's own name
    text: object,
    likes: object = 0,
    time: object = None,
    parent: object = None,
    author: object = None,
    author_id: object = None,
    author_handle: object = None,
    author_name: object = None,
    author_url: object = None,
    video: object = None,
    video_title: object = None,
    video_url: object = None,
    approximate: bool = False,
    **marks: object,
) -> Record | Unreadable:
    """A record of raw values, or why it is none.

    author: a handle, an id or a name. approximate: the file's times are estimates.
    marks: own, pinned, hearted, url, language.
    """
    said = comment_text(row, cell_text(text))
    if isinstance(said, Unreadable):
        return said
    at, precision = notes.time(row, time)
    if approximate and at is not None:
        precision = Precision.APPROXIMATE.value
    comment_id = notes.comment_id(row, id)
    told = named(words(author)) if author else ("", "", "")
    over = identifier(parent)
    link = words(video_url)
    led, led_video = video_of(link) if link else (None, "")
    return Record(
        platform=(led if platform is Platform.OTHER and led else platform).value,
        id=comment_id,
        text=said,
        author_id=identifier(author_id) or told[0],
        author_handle=words(author_handle).strip().removeprefix("@") or told[1],
        author_name=words(author_name).strip() or told[2],
        author_url=words(author_url).strip(),
        video=identifier(video) or led_video,
        video_title=words(video_title).strip(),
        parent="" if over in {"root", "0", comment_id} else over,
        likes=notes.likes(row, likes),
        at=at,
        precision=precision,
        own=truth(marks.get("own")),
        pinned=truth(marks.get("pinned")),
        hearted=truth(marks.get("hearted")),
        url=words(marks.get("url")).strip(),
        language=words(marks.get("language")).strip(),
    )
