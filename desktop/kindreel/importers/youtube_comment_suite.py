"""YouTube Comment Suite: its CSV, known by its own header."""

from __future__ import annotations

from typing import ClassVar

from kindreel.importers.door import shelf
from kindreel.importers.reading.fixed_table import FixedTable
from kindreel.model.comment import Platform


@shelf.register("youtube_comment_suite")
class YoutubeCommentSuite(FixedTable):
    """Comments and replies with the ids of people and videos."""

    title: ClassVar[str] = "YouTube Comment Suite"
    platform: ClassVar[Platform] = Platform.YOUTUBE
    columns: ClassVar[dict[str, str]] = {
        "id": "id",
        "parent": "parentid",
        "video": "videoid",
        "author_id": "channelid",
        "author_name": "channelname",
        "time": "commentdate",
        "text": "commenttext",
        "likes": "likes",
    }
