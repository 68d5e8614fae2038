from __future__ import annotations

import csv
import io
import json
import stat
from pathlib import Path

import openpyxl
import pytest

from kindreel import importers
from kindreel.errors import ExportError
from kindreel.handoff.cells import safe_cell
from kindreel.handoff.links import author_link, comment_link
from kindreel.handoff.lists import write
from kindreel.handoff.profiles import profile
from kindreel.handoff.rows import COLUMNS, rows
from kindreel.handoff.workbook import workbook
from kindreel.model.comment import (
    Author,
    AuthorId,
    BatchStatus,
    Comment,
    CommentId,
    Platform,
    Target,
)
from kindreel.store.inbox import Inbox


def table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_lists_are_cut_at_the_platforms_limit(decided: Inbox, tmp_path: Path):
    report = write(decided, Platform.YOUTUBE, tmp_path / "out")
    sizes = {f.name: len(table(f)) for f in report.files if f.suffix == ".csv"}
    assert sizes["youtube-comments-001.csv"] == sizes["youtube-comments-002.csv"] == 50
    assert sizes["youtube-comments-003.csv"] == 20
    assert sizes["youtube-reports-002.csv"] == 11
    assert sizes["youtube-decisions.csv"] == report.comments + report.reports + report.accounts
    assert report.comments == 120
    assert report.reports == 61


def test_a_row_says_all_that_is_needed_to_carry_it_out(decided: Inbox, tmp_path: Path):
    write(decided, Platform.YOUTUBE, tmp_path)
    rows = table(tmp_path / "youtube-decisions.csv")
    assert tuple(rows[0]) == COLUMNS
    by_rule = next(r for r in rows if r["rule_id"])
    assert (by_rule["action"], by_rule["reason_code"], by_rule["rule_id"]) == (
        "delete",
        "rule",
        "links",
    )
    blocked = next(r for r in rows if r["action"] == "block")
    assert blocked["author_url"] == f"https://www.youtube.com/channel/{blocked['author_id']}"
    assert blocked["comment_url"].endswith(f"&lc={blocked['comment_id']}")
    same = json.loads((tmp_path / "youtube-decisions.json").read_text("utf-8"))
    assert [r["comment_id"] for r in same["decisions"]] == [r["comment_id"] for r in rows]


def test_an_account_is_listed_once_however_much_it_wrote(decided: Inbox, tmp_path: Path):
    report = write(decided, Platform.YOUTUBE, tmp_path)
    names = (tmp_path / "youtube-names.txt").read_text("utf-8").split()
    assert len(names) == len(set(names)) == report.accounts == decided.counts().blocked


def test_the_id_blob_holds_the_comments_to_take_away(decided: Inbox, tmp_path: Path):
    write(decided, Platform.YOUTUBE, tmp_path)
    blob = (tmp_path / "youtube-ids.txt").read_text("utf-8").strip()
    ids = blob.removeprefix("[ ").removesuffix(" ]").split(", ")
    assert len(ids) == 120
    assert all(id_.startswith("Ug") for id_ in ids)


def test_finished_batches_are_not_written_again(decided: Inbox, tmp_path: Path):
    for batch in decided.batches(Platform.YOUTUBE):
        if batch.target is Target.COMMENTS:
            decided.mark_batch(batch, BatchStatus.DONE)
    report = write(decided, Platform.YOUTUBE, tmp_path)
    assert report.comments == 0
    assert report.reports == 61


def test_lists_are_for_their_owner_only(decided: Inbox, tmp_path: Path):
    report = write(decided, Platform.YOUTUBE, tmp_path / "out")
    assert {stat.S_IMODE(path.stat().st_mode) for path in report.files} == {0o600}


def test_a_folder_that_cannot_be_made_is_told(decided: Inbox, tmp_path: Path):
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(ExportError):
        write(decided, Platform.YOUTUBE, tmp_path / "file")


@pytest.mark.parametrize("text", ["=1", "+1", "-1", "@a", "\tx", "\rx", "＝1", "＋1", "－1", "＠a"])
def test_no_text_of_a_stranger_becomes_a_formula(text: str, tmp_path: Path):
    path = tmp_path / "a.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([["author", "text"], ["mara", safe_cell(f"{text} and words")]])
    assert safe_cell(text).startswith("'")
    [back] = importers.read(path)
    assert isinstance(back, Comment)
    assert back.text == f"{text} and words"


def comment(platform: Platform, **more: str) -> Comment:
    author = Author(
        platform=platform, id=AuthorId("id"), handle="ma ra", url=more.pop("author_url", "")
    )
    return Comment(platform=platform, id=CommentId("c1"), text="x", author=author, **more)  # type: ignore[arg-type]


def test_links_lead_to_the_platforms_only():
    trap = comment(
        Platform.TIKTOK, url="https://tiktok.com.evil.example/x", author_url="javascript:alert(1)"
    )
    assert comment_link(trap) == ""
    assert author_link(trap) == "https://www.tiktok.com/@ma%20ra"
    good = comment(Platform.INSTAGRAM, url="https://www.instagram.com/p/abc/c/1/")
    assert comment_link(good) == "https://www.instagram.com/p/abc/c/1/"
    assert (
        comment_link(comment(Platform.INSTAGRAM, video="abc")) == "https://www.instagram.com/p/abc/"
    )


@pytest.mark.parametrize("platform", Platform)
def test_each_platform_has_a_dated_profile_with_steps(platform: Platform):
    known = profile(platform)
    assert known.steps
    assert all(known.limits[target] > 0 for target in Target)
    assert known.checked.year >= 2026


def test_the_workbook_keeps_ids_as_text_and_holds_no_formula(decided: Inbox, tmp_path: Path):
    write(decided, Platform.YOUTUBE, tmp_path)
    path = tmp_path / "youtube-decisions.xlsx"
    sheet = openpyxl.load_workbook(path)["decisions"]
    header, *rows = sheet.iter_rows()
    assert tuple(cell.value for cell in header) == COLUMNS
    same = table(tmp_path / "youtube-decisions.csv")
    at = COLUMNS.index("comment_id")
    assert [row[at].value for row in rows] == [r["comment_id"] for r in same]
    assert {(row[at].data_type, row[at].number_format) for row in rows} == {("s", "@")}
    assert all(cell.data_type != "f" for row in rows for cell in row)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_long_number_or_a_formula_stays_what_it_is(decided: Inbox):
    row = rows(decided.batches(Platform.YOUTUBE)[:1])[0]
    row |= {"comment_id": "7487190662442912590", "author_handle": "=1+1", "rule_id": "a\x07b"}
    sheet = openpyxl.load_workbook(io.BytesIO(workbook([row])))["decisions"]
    cells = dict(zip(COLUMNS, list(sheet.iter_rows(values_only=True))[1], strict=True))
    assert cells["comment_id"] == "7487190662442912590"
    assert cells["author_handle"] == "=1+1"
    assert cells["rule_id"] == "ab"
