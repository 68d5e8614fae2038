"""JSON records as rows of a table: nested objects become dotted columns."""

from __future__ import annotations

import json
from typing import Any

from kindreel.importers.reading.aliases import field_of
from kindreel.importers.reading.json_stream import ITEMS, Path
from kindreel.importers.reading.probe import Probe

_REPLIES = frozenset(
    ("replies", "replylist", "replycomment", "comments", "children", "subcomments")
)


def flatten(item: dict[str, Any], prefix: str = "", depth: int = 0) -> dict[str, object]:
    """The record's cells by dotted key; lists stay out, JSON inside a text is opened."""
    cells: dict[str, object] = {}
    for key, value in item.items():
        name = f"{prefix}{key}"
        if isinstance(value, dict):
            if depth < 4:
                cells |= flatten(value, f"{name}.", depth + 1)
        elif isinstance(value, list):
            continue
        else:
            cells[name] = value
    return cells


def replies(item: dict[str, Any]) -> list[Any]:
    """The answers a record carries inside itself, in any of the usual shapes."""
    for key, value in item.items():
        if key.replace("_", "").casefold() not in _REPLIES:
            continue
        inner = value if isinstance(value, list) else None
        if isinstance(value, dict):
            inner = next((v for v in value.values() if isinstance(v, list)), None)
        if inner and any(isinstance(member, dict) for member in inner):
            return inner
    return []


def comment_list(probe: Probe) -> tuple[Path, list[dict[str, Any]]] | None:
    """The path of the list that looks most like comments, and its first records."""
    best: tuple[int, Path, list[dict[str, Any]]] | None = None
    for path, first in probe.outline:
        items = [item for item in first if isinstance(item, dict)]
        if not items:
            continue
        fields = {field_of(name) or field_of(name.rpartition(".")[2]) for name in flatten(items[0])}
        worth = len(fields - {None}) + 3 * ("text" in fields)
        if "text" in fields and (best is None or worth > best[0]):
            best = worth, path, items
    return None if best is None else (best[1], best[2])


def as_table(probe: Probe) -> tuple[tuple[str, ...], ...]:
    """The first records of a JSON file as header and rows, () when it holds no list of them."""
    found = comment_list(probe)
    if found is None:
        return ()
    cells = [flatten(item) for item in found[1]]
    header = tuple(dict.fromkeys(name for row in cells for name in row))
    rows = [tuple("" if row.get(n) is None else str(row.get(n)) for n in header) for row in cells]
    return (header, *rows)


def parse_inner(text: str) -> object:
    """The value of a text that is itself JSON; the text when it is none."""
    if text[:1] in "{[":
        try:
            return json.loads(text, strict=False)
        except (ValueError, RecursionError):
            return text
    return text


__all__ = ["ITEMS", "as_table", "comment_list", "flatten", "parse_inner", "replies"]
