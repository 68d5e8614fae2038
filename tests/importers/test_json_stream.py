from __future__ import annotations

import io
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kindreel.importers.reading import json_stream
from kindreel.importers.reading.json_stream import ITEMS, Broken, Walker, records

PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4)
    ),
    max_leaves=12,
)


def found(text: str, *path: str) -> list[Any]:
    return list(records(Walker(io.StringIO(text)), path, {}))


@given(st.lists(PLAIN, max_size=8), st.sampled_from([None, 1]), st.integers(1, 40))
def test_every_member_of_a_list_comes_out_whatever_the_chunks(
    members: list[Any], indent: int | None, size: int
):
    text = json.dumps({"a": [1], "deep": {"list": members}, "z": 0}, indent=indent)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(json_stream, "_CHUNK", size)
        assert found(text, "deep", "list", ITEMS) == members


def test_a_list_of_pages_is_walked():
    pages = [{"items": [1, 2], "next": "a"}, {"items": None}, {"items": [3]}]
    assert found(json.dumps(pages), ITEMS, "items", ITEMS) == [1, 2, 3]


def test_small_values_beside_the_list_are_kept():
    beside: dict[str, Any] = {}
    list(
        records(
            Walker(io.StringIO('{"id":"v","comments":[1],"title":"t"}')),
            ("comments", ITEMS),
            beside,
        )
    )
    assert beside == {"id": "v", "title": "t"}


@pytest.mark.parametrize("end", range(1, 40))
def test_a_cut_file_gives_what_is_whole_and_says_that_it_was_cut(end: int):
    text = json.dumps([{"text": "one"}, {"text": "two"}])[:-end]
    result = found(text, ITEMS)
    assert isinstance(result[-1], Broken)
    assert result[:-1] == [{"text": "one"}, {"text": "two"}][: len(result) - 1]


def test_a_broken_record_costs_itself_only():
    result = found('[{"a":1},{"a":oops},{"a":3}]', ITEMS)
    assert result[0] == {"a": 1}
    assert isinstance(result[1], Broken)
    assert result[2] == {"a": 3}


def test_deep_nesting_is_refused_not_followed():
    [result] = found("[" * 200_000, ITEMS)
    assert isinstance(result, Broken)
