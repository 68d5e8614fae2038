"""TikTok's account download: the account's own comments."""

from __future__ import annotations

from typing import Any, ClassVar

from kindreel.importers.door import shelf
from kindreel.importers.reading.exports import Item, JsonExport
from kindreel.importers.reading.json_stream import ITEMS, Path
from kindreel.importers.reading.made import make
from kindreel.importers.reading.probe import Probe
from kindreel.importers.reading.records import Notes, Record
from kindreel.model.comment import Platform
from kindreel.model.triage import Unreadable

_LIST = "commentslist"


@shelf.register("tiktok_account")
class TikTokAccount(JsonExport):
    """`Comment.Comments.CommentsList`; its keys may be capitalised, the list may be null."""

    title: ClassVar[str] = "TikTok account download (your own comments)"
    own: ClassVar[bool] = True
    sure: ClassVar[int] = 95

    def _path(self, probe: Probe) -> Path | None:
        named = [path for path, _ in probe.outline if _LIST in (step.casefold() for step in path)]
        if not named:
            return None
        return named[0] if named[0][-1] == ITEMS else (*named[0], ITEMS)

    def record(self, notes: Notes, row: int, item: Item) -> Record | Unreadable:
        """A time, taken as UTC, and words."""
        cells: dict[str, Any] = {key.casefold(): value for key, value in item.items()}
        return make(
            notes,
            row,
            Platform.TIKTOK,
            id="",
            text=cells.get("comment"),
            time=cells.get("date"),
            own=True,
        )
