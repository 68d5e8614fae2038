from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from inbox_examples import FirstWord, write_csv, youtube_row
from kindreel.errors import ExportError
from kindreel.handoff.anonymous import anonymous, masked
from kindreel.model.triage import View
from kindreel.store.inbox import Inbox

SAID = (
    "kind words for @ana.draws and for person7, write to me@example.com",
    "spam see https://example.com/x?y=1 or call +34 600 123 456",
    "=1+1 neutral",
    "kind words again",
)


@pytest.fixture
def inbox(tmp_path: Path):
    rows = [youtube_row(n, text, 7 if n in {0, 3} else n) for n, text in enumerate(SAID)]
    with Inbox(tmp_path / "inbox.sqlite") as inbox:
        inbox.import_file(write_csv(tmp_path / "a.csv", rows), scorer=FirstWord())
        yield inbox


def written(inbox: Inbox, out: Path) -> str:
    assert anonymous(inbox, out, View(), inbox.keeping.secret()) == len(SAID)
    return out.read_text("utf-8")


def test_nothing_in_it_tells_who_wrote(inbox: Inbox, tmp_path: Path):
    for name in ("a.csv", "a.jsonl"):
        text = written(inbox, tmp_path / name)
        for secret in ("person7", "UC000", "Ug000", "video0", "ana.draws", "example.com", "600"):
            assert secret not in text, (name, secret)


def test_the_same_person_has_the_same_pseudonym_each_time(inbox: Inbox, tmp_path: Path):
    first = [json.loads(line) for line in written(inbox, tmp_path / "a.jsonl").splitlines()]
    again = [json.loads(line) for line in written(inbox, tmp_path / "b.jsonl").splitlines()]
    assert first == again
    assert len({fact["author"] for fact in first}) == 3
    assert first[0]["author"] == first[3]["author"]


def test_another_inbox_gives_other_pseudonyms(inbox: Inbox, tmp_path: Path):
    written(inbox, tmp_path / "a.csv")
    with Inbox(tmp_path / "other.sqlite") as other:
        assert other.keeping.secret() != inbox.keeping.secret()


def test_the_table_is_safe_in_a_spreadsheet(inbox: Inbox, tmp_path: Path):
    written(inbox, tmp_path / "a.csv")
    with (tmp_path / "a.csv").open(encoding="utf-8", newline="") as file:
        texts = {row["text"] for row in csv.DictReader(file)}
    assert "'=1+1 neutral" in texts
    assert (tmp_path / "a.csv").stat().st_mode & 0o077 == 0


def test_masks_leave_plain_words_alone():
    assert masked("so lovely, 3 hearts at 9:30", ("love", "")) == "so lovely, 3 hearts at 9:30"


def test_a_folder_that_is_missing_is_told(inbox: Inbox, tmp_path: Path):
    with pytest.raises(ExportError, match="cannot be written"):
        anonymous(inbox, tmp_path / "nowhere" / "a.csv", View(), b"x")
