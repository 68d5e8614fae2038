"""TikTokCommentScraper: a CSV with lines about the video above its header."""

from __future__ import annotations

from typing import ClassVar

from kindreel.importers.door import shelf
from kindreel.importers.reading.fixed_table import FixedTable
from kindreel.importers.reading.probe import Probe
from kindreel.model.comment import Platform


@shelf.register("tiktok_comment_scraper")
class TikTokCommentScraper(FixedTable):
    """Its “ID” only counts rows, so comments are known by their content."""

    title: ClassVar[str] = "TikTokCommentScraper"
    platform: ClassVar[Platform] = Platform.TIKTOK
    columns: ClassVar[dict[str, str]] = {
        "author_name": "nickname",
        "author_handle": "user @",
        "author_url": "user url",
        "text": "comment text",
        "time": "time",
        "likes": "likes",
    }
    marks: ClassVar[frozenset[str]] = frozenset({"comment number (id)", "is 2nd level comment"})

    def video_link(self, probe: Probe) -> str:
        """The post's address from the lines above the header."""
        for row in probe.rows[:20]:
            for cell in row:
                if "tiktok.com/" in cell and "/video/" in cell:
                    return cell.strip()
        return ""
