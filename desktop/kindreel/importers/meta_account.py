"""Instagram's “download your information”: the account's own comments."""

from __future__ import annotations

from typing import Any, ClassVar

from kindreel.importers.door import shelf
from kindreel.importers.reading.exports import Item, JsonExport
from kindreel.importers.reading.made import make
from kindreel.importers.reading.records import Notes, Record
from kindreel.model.comment import Platform
from kindreel.model.triage import Unreadable

_WORDS = {"comment", "comentario", "comentário", "komentar", "komento", "kommentar", "commentaire"}


@shelf.register("meta_account")
class MetaAccount(JsonExport):
    """Records of `string_map_data`, whose keys are in the account's language."""

    title: ClassVar[str] = "Instagram download (your own comments)"
    own: ClassVar[bool] = True
    marks: ClassVar[frozenset[str]] = frozenset({"string_map_data"})
    sure: ClassVar[int] = 95

    def record(self, notes: Notes, row: int, item: Item) -> Record | Unreadable:
        """The words are the value of the key that says “comment”, else the longest one."""
        data = item.get("string_map_data")
        cells = data if isinstance(data, dict) else {}
        return make(
            notes, row, Platform.INSTAGRAM, id="", text=_text(cells), time=_time(cells), own=True
        )


def _text(cells: dict[str, Any]) -> str:
    said = {
        k.casefold(): str(v.get("value") or "") for k, v in cells.items() if isinstance(v, dict)
    }
    named = next((value for key, value in said.items() if key in _WORDS), "")
    return named or max(said.values(), key=len, default="")


def _time(cells: dict[str, Any]) -> object:
    moments = [v["timestamp"] for v in cells.values() if isinstance(v, dict) and v.get("timestamp")]
    return moments[0] if moments else None
