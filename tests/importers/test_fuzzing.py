"""Rows in are rows accounted for, whatever the file; `benchmarks/fuzz_importers.py` goes on."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from comment_files import Read
from export_kinds import SHAPES
from fuzzing import fault, make, store
from kindreel.store.inbox import Inbox

CASES = 25


@pytest.mark.parametrize("kind", SHAPES)
def test_strange_and_damaged_files_are_accounted_for(kind: str, tmp_path: Path):
    for number in range(CASES if kind != "workbook" else 12):
        assert fault(make(7, number, kind), tmp_path / "case") == "", number


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(seed=st.integers(0, 2**30), number=st.integers(0, 2**30))
def test_any_case_is_accounted_for(seed: int, number: int, tmp_path: Path):
    assert fault(make(seed, number), tmp_path / "case") == ""


def test_the_inboxs_account_adds_up_for_each_kind(tmp_path: Path):
    with Inbox(tmp_path / "inbox.sqlite") as inbox:
        for number, kind in enumerate(SHAPES):
            case = make(11, number, kind)
            assert fault(case, tmp_path / "case", lambda file: store(file, inbox)) == ""
        assert inbox.check() == ()


def test_a_quotation_mark_that_is_never_closed_costs_no_other_row(read: Read):
    rows = [f"mara{n},so lovely to see {n},{n}" for n in range(30)]
    rows[4] = 'mara4,"so lovely to see 4,4'
    rows[20] = 'mara20,"one, ""two"" and\nthree",20'
    comments, bad, _ = read("author,comment,likes\n" + "\n".join(rows) + "\n")
    assert bad == []
    assert [c.author.handle for c in comments] == [f"mara{n}" for n in range(30)]
    assert comments[20].text == 'one, "two" and\nthree'


def test_replies_that_are_no_records_are_told(read: Read):
    reply = {"id": "2", "text": "ta", "ownerUsername": "b", "timestamp": "2025-11-21T18:04:00Z"}
    above = {**reply, "id": "1", "replies": [None, {**reply, "replies": [7]}]}
    comments, bad, kind = read(json.dumps([above]))
    assert kind == "apify_instagram"
    assert [c.text for c in comments] == ["ta", "ta"]
    assert [(b.row, b.reason) for b in bad] == [(2, "not a record"), (4, "not a record")]


def test_what_follows_a_list_that_ends_too_early_is_told(read: Read):
    sound = '{"cid":"Ug1","text":"so lovely","time":"1d","votes":"1","channel":"UC1"}'
    comments, bad, _ = read(f"[{sound},{sound}],{sound}]")
    assert len(comments) == 2
    assert [b.reason for b in bad] == ["something follows after the end of it"]


def test_lost_bytes_of_a_wide_encoding_are_told(tmp_path: Path):
    path = tmp_path / "odd.csv"
    path.write_bytes("author,comment\nmara,so lovely to see\n".encode("utf-16")[:-1])
    with Inbox(tmp_path / "inbox.sqlite") as inbox:
        assert "bytes of this file are missing" in inbox.import_file(path).flaws[0].reason
