from __future__ import annotations

import csv
import hashlib
import json
import re
import zlib
from pathlib import Path

import pytest

from kindreel.errors import ExportError
from kindreel.handoff.evidence import Wanted, evidence
from kindreel.store.inbox import Inbox


def test_wording_is_hidden_unless_asked_for(decided: Inbox, tmp_path: Path):
    report = evidence(decided, tmp_path / "report.pdf")
    assert report.comments == 181
    for file in report.files[1:]:
        assert "words number" not in file.read_text("utf-8")
    facts = json.loads(report.files[2].read_text("utf-8"))["comments"]
    assert all(fact["text"] == "" and len(fact["text_sha256"]) == 64 for fact in facts)


def test_shown_wording_keeps_emoji_and_is_safe_in_a_spreadsheet(decided: Inbox, tmp_path: Path):
    report = evidence(decided, tmp_path / "report.pdf", Wanted(show_words=True))
    facts = json.loads(report.files[2].read_text("utf-8"))["comments"]
    shown = next(fact for fact in facts if "💔" in fact["text"])
    assert hashlib.sha256(shown["text"].encode()).hexdigest() == shown["text_sha256"]
    with report.files[1].open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 181
    assert all(not row["text"].startswith(("=", "+", "-", "@")) for row in rows)


def test_the_manifest_proves_each_file(decided: Inbox, tmp_path: Path):
    report = evidence(decided, tmp_path / "report.pdf")
    *files, manifest = report.files
    lines = [line.split("  ") for line in manifest.read_text("utf-8").splitlines()]
    assert lines == [[hashlib.sha256(f.read_bytes()).hexdigest(), f.name] for f in files]


def test_the_pdf_has_pages_and_a_hidden_one_draws_fewer_letters(decided: Inbox, tmp_path: Path):
    def letters(path: Path) -> int:
        streams = re.findall(rb"stream\r?\n(.*?)endstream", path.read_bytes(), re.DOTALL)
        return sum(len(_inflated(stream)) for stream in streams)

    hidden = evidence(decided, tmp_path / "hidden.pdf")
    shown = evidence(decided, tmp_path / "shown.pdf", Wanted(show_words=True))
    assert hidden.files[0].read_bytes().startswith(b"%PDF")
    assert hidden.pages > 5
    assert letters(hidden.files[0]) != letters(shown.files[0])


def _inflated(stream: bytes) -> bytes:
    try:
        return zlib.decompress(stream)
    except zlib.error:
        return b""


def test_only_severe_ones_can_be_asked_for(decided: Inbox, tmp_path: Path):
    assert evidence(decided, tmp_path / "r.pdf", Wanted(only_severe=True)).comments == 61


def test_nothing_decided_is_nothing_to_report(tmp_path: Path):
    with (
        Inbox(tmp_path / "inbox.sqlite") as inbox,
        pytest.raises(ExportError, match="nothing to report"),
    ):
        evidence(inbox, tmp_path / "r.pdf")
    assert not (tmp_path / "r.pdf").exists()
