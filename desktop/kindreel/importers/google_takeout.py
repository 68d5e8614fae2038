"""Google Takeout's comments.csv: the account's own comments, in any of its languages."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import islice
from typing import Any, ClassVar

from kindreel.importers.door import shelf
from kindreel.importers.reading.flat import parse_inner
from kindreel.importers.reading.made import make
from kindreel.importers.reading.mapping import Mapping
from kindreel.importers.reading.probe import Probe, delimiter
from kindreel.importers.reading.records import Notes, Record
from kindreel.importers.reading.split import text_rows
from kindreel.model.comment import Platform
from kindreel.model.triage import Unreadable

_ENGLISH = {"comment id", "channel id", "comment text", "comment create timestamp"}
_CHANNEL, _TIME, _PARENT = 1, 2, 4


@shelf.register("google_takeout")
class GoogleTakeout:
    """Comments the account wrote; its header is translated, its columns keep their order."""

    title: ClassVar[str] = "Google Takeout (your own comments)"
    own: ClassVar[bool] = True

    def knows(self, probe: Probe) -> int:
        """By the English header, or by cells of its form: Ug… id, UC… channel, {"text":…}."""
        if probe.form != "table" or len(probe.rows) < 2:
            return 0
        if len(_ENGLISH & probe.header) == len(_ENGLISH):
            return 95
        first = probe.rows[1]
        shaped = len(first) > 5 and first[0].startswith("Ug") and first[_CHANNEL].startswith("UC")
        return 95 if shaped and _text_column(probe.rows) >= 0 else 0

    def read(
        self, probe: Probe, notes: Notes, mapping: Mapping | None
    ) -> Iterator[Record | Unreadable]:
        """Each comment the account wrote."""
        del mapping
        header = [cell.strip().casefold() for cell in probe.rows[0]]
        places = _places(header, probe.rows)
        with probe.open() as file:
            rows = islice(text_rows(file, delimiter(probe.text), notes.flaw), 1, None)
            for number, row in enumerate(rows, 2):
                if isinstance(row, Unreadable):
                    yield Unreadable(number, "", row.reason)
                elif row:
                    yield _record(notes, number, [str(cell) for cell in row], places)


def _places(header: list[str], rows: tuple[tuple[str, ...], ...]) -> dict[str, int]:
    """Field → column: by the English names, else by the order all languages share."""
    named = {name: at for at, name in enumerate(header)}
    text = named.get("comment text", _text_column(rows))
    return {
        "id": named.get("comment id", 0),
        "channel": named.get("channel id", _CHANNEL),
        "time": named.get("comment create timestamp", _TIME),
        "parent": named.get("parent comment id", _PARENT),
        "video": named.get("video id", text - 1),
        "text": text,
    }


def _text_column(rows: tuple[tuple[str, ...], ...]) -> int:
    """The column whose cells are JSON with text segments, -1 when there is none."""
    for at in range(len(rows[0])):
        if any(at < len(row) and '{"text"' in row[at][:40].replace(" ", "") for row in rows[1:]):
            return at
        if any(at < len(row) and "takeoutSegments" in row[at][:40] for row in rows[1:]):
            return at
    return -1


def _record(
    notes: Notes, number: int, row: list[str], places: dict[str, int]
) -> Record | Unreadable:
    cells = {name: row[at] if at < len(row) else "" for name, at in places.items()}
    return make(
        notes,
        number,
        Platform.YOUTUBE,
        id=cells["id"],
        text=own_words(cells["text"]),
        time=cells["time"],
        parent=cells["parent"],
        author_id=cells["channel"],
        video=cells["video"],
        own=True,
    )


def own_words(cell: str) -> str:
    """The text of `{"text":…}`, of several such in a row, of takeoutSegments, or plain."""
    if not cell.startswith("{"):
        return cell
    try:
        value: object = json.loads(f"[{cell}]", strict=False)
    except (ValueError, RecursionError):
        value = parse_inner(cell)
    said = "".join(_segments(value))
    return said or cell


def _segments(value: Any) -> Iterator[str]:
    if isinstance(value, list):
        for member in value:
            yield from _segments(member)
    elif isinstance(value, dict):
        yield from _segments(value.get("takeoutSegments"))
        if isinstance(value.get("text"), str):
            yield value["text"]
