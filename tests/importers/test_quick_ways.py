"""Quick ways to read usual records give the same as the careful ones for the others."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fuzzing import make
from kindreel import importers
from kindreel.errors import ImportFileError
from kindreel.importers import ytdlp
from kindreel.importers.reading.probe import look
from kindreel.importers.reading.records import Notes, one_by_one
from kindreel.importers.reading.tables import TableReader
from kindreel.model.comment import Platform
from kindreel.model.triage import Unreadable

CASES = 1_500
USUAL = {
    "id": "UgzExampleExampleExample4AaABAg", "parent": "root", "text": "love it", "like_count": 3,
    "author_id": "UC0123456789012345678901", "author": "@mara", "author_is_uploader": False,
    "is_favorited": False, "timestamp": 1_700_000_000, "_time_text": "2 months ago",
    "author_url": "https://www.youtube.com/@mara",
}  # fmt: skip
ODD = (
    '{"id": 5}', "null", "[]", "7", '"words"', '{"like_count": 123456789012345678901234567890}',
    '{"like_count": 1.5}', '{"like_count": -3}', '{"like_count": NaN}', '{"like_count": true}',
    '{"timestamp": 0}', '{"timestamp": 1e400}', '{"timestamp": ""}', '{"timestamp": 99999999999}',
    r'{"text": "\\ud83d"}', r'{"text": "\\ud83d\\ude00"}', r'{"text": "\\u0000"}',
    '{"text": "tab\\there"}', '{"text": "cafÃ©"}', '{"text": "&amp; <b>bold</b>"}',
    '{"text": "\'=1+1"}', '{"text": " \\u2003 "}', '{"text": null}', '{"text": ["list"]}',
    '{"id": "a", "id": "UgzAnotherExampleExample4AaABAg"}', r'{"\\u0069d": "x"}',
    '{"author": "@"}', '{"author": "Mara M."}', '{"author": " @mara "}', '{"author": "a\\nb"}',
    '{"parent": "UgzExampleExampleExample4AaABAg"}', '{"is_pinned": "yes"}', '{"x": "\\u12"}',
    '{"author_thumbnail": ' + "[" * 2_000 + "]" * 2_000 + "}", '{"time_text": "yesterday"}',
    '{"text": "' + "x" * 100_001 + '"}', "{", '{"text": "open', "}",
)  # fmt: skip


def refused(_: str) -> list[Any]:
    raise msgspec.DecodeError


def outcome(path: Path) -> tuple[object, ...]:
    """All that reading a file gives."""
    notes = Notes(look(path).changed)
    rows: list[object] = []
    try:
        rows += importers.records(path, notes=notes)
    except ImportFileError as error:
        return str(error), notes
    return rows, notes


def same_both_ways(path: Path) -> tuple[object, ...]:
    quick = outcome(path)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(ytdlp, "_decode", refused)
        patched.setattr(ytdlp, "_pass_over", refused)
        patched.setattr(ytdlp, "_end", lambda _: {})
        assert quick == outcome(path)
    return quick


def written(path: Path, comments: list[str], tail: str = '"webpage_url": "x"') -> Path:
    path.write_text(
        '{"id": "v", "title": "Boats", "extractor_key": "Youtube", "_type": "video", "comments": ['
        + ", ".join(comments)
        + f"], {tail}}}"
    )
    return path


def test_strange_and_damaged_files_read_the_same_both_ways(tmp_path: Path):
    for number in range(CASES):
        path = tmp_path / "case.json"
        path.write_bytes(make(31, number, "ytdlp").content)
        same_both_ways(path)


@pytest.mark.parametrize("odd", ODD, ids=range(len(ODD)))
def test_an_odd_record_among_usual_ones_reads_the_same_both_ways(odd: str, tmp_path: Path):
    usual = [json.dumps(USUAL | {"id": f"Ugz{n:022d}4AaABAg"}) for n in range(6)]
    rows, _ = same_both_ways(written(tmp_path / "a.json", [*usual[:3], odd, *usual[3:]]))
    assert isinstance(rows, list)
    assert len(rows) >= 6


def test_usual_records_take_the_quick_way(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    path = written(tmp_path / "a.json", [json.dumps(USUAL)] * 9)
    alone, slow = [], ytdlp._cells
    monkeypatch.setattr(ytdlp, "_cells", lambda *item: (alone.append(item), slow(*item))[1])
    assert len(list(importers.records(path))) == 9
    assert len(alone) == 1, "only the last, after which no other begins"


def test_what_stands_behind_the_comments_is_found_without_reading_them(tmp_path: Path):
    many = [json.dumps(USUAL | {"text": "word " * 40}) for _ in range(1_500)]
    path = tmp_path / "a.json"
    path.write_text(
        '{"id": "v", "title": "Boats", "formats": [], "comments": ['
        + ", ".join(many)
        + '], "webpage_url": "https://www.youtube.com/watch?v=v", "extractor_key": "Youtube"}'
    )
    assert ytdlp._end(look(path)) == {
        "webpage_url": "https://www.youtube.com/watch?v=v",
        "extractor_key": "Youtube",
    }
    rows, _ = same_both_ways(path)
    assert isinstance(rows, list)
    assert len(rows) == 1_500


CELLS = st.one_of(
    st.none(), st.booleans(), st.integers(-5, 2**60), st.floats(allow_nan=False), st.just(""),
    st.sampled_from(("@mara", "@", "Mara", "root", "UgzExampleExampleExample4AaABAg", "1.2K",
                     "&amp;", "<b>x</b>", "'=1", "cafÃ©", "café", "😀", "a\x00b", " x ", "\u2003",
                     "https://youtu.be/abc", "2026-11-01T10:00:00Z", "3 days ago", "12345")),
    st.text(max_size=6),
)  # fmt: skip
NAMES = ("id", "text", "likes", "time", "parent", "author_id", "author", "video", "own", "url")
ROWS = st.tuples(*[CELLS] * len(NAMES))


@given(row=ROWS, other=ROWS, roughly=st.booleans())
def test_a_row_reads_the_same_whatever_stands_beside_it(
    *, row: tuple[object, ...], other: tuple[object, ...], roughly: bool
):
    def read(*rows: tuple[object, ...]) -> list[object]:
        reader = TableReader(
            {name: at for at, name in enumerate(NAMES)},
            Platform.YOUTUBE,
            Notes(datetime(2026, 11, 28, tzinfo=UTC)),
            1,
            approximate=roughly,
        )
        return [
            r.reason if isinstance(r, Unreadable) else r for r in one_by_one(reader.records(rows))
        ]

    assert sorted(map(repr, read(row) + read(other))) == sorted(map(repr, read(row, other)))
