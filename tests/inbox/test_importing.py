from __future__ import annotations

import stat
from dataclasses import replace
from pathlib import Path

import pytest

from inbox_examples import FirstWord, mixed, write_csv, youtube_row
from kindreel import importers
from kindreel.errors import DocumentError, ImportFileError
from kindreel.importers import door
from kindreel.importers.reading import tables
from kindreel.jobs import Cancelled, Job
from kindreel.model.triage import Box, Rescored, Sort, View
from kindreel.store.inbox import Inbox, importing


def test_every_row_is_accounted_for(inbox: Inbox, tmp_path: Path):
    rows = [
        *mixed(50),
        youtube_row(50, ""),
        *mixed(10),
        youtube_row(3, "kind words that were edited"),
    ]
    account = inbox.import_file(write_csv(tmp_path / "a.csv", rows))
    assert (account.rows, account.new, account.unreadable) == (62, 50, 1)
    assert (account.already_here, account.edited) == (10, 1)
    assert account.unreadable_rows[0].row == 52
    assert account.rows == account.new + account.already_here + account.edited + account.unreadable


def test_rows_read_together_and_one_by_one_stay_in_the_order_of_the_file(
    inbox: Inbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(tables, "BLOCK", 10)
    monkeypatch.setattr(door, "_REPORT_EVERY", 4)
    monkeypatch.setattr(importing, "CHUNK", 25)
    rows = [youtube_row(n, "" if n in {13, 14, 38} else f"said {n}") for n in range(60)]
    account = inbox.import_file(write_csv(tmp_path / "a.csv", rows))
    assert [bad.row for bad in account.unreadable_rows] == [15, 16, 40]
    assert (account.rows, account.new) == (60, 57)
    said = {entry.key: entry.comment.text for entry in inbox.each(View())}
    assert [said[key] for key in sorted(said)] == [row[1] for row in rows if row[1]]


def test_importing_again_changes_nothing(inbox: Inbox, tmp_path: Path):
    path = write_csv(tmp_path / "a.csv", mixed(30))
    inbox.import_file(path, scorer=FirstWord())
    before = inbox.counts()
    account = inbox.import_file(path, scorer=FirstWord())
    assert (account.new, account.already_here) == (0, 30)
    assert inbox.counts() == before


def test_an_edited_comment_is_found_by_its_new_words_and_scored_anew(inbox: Inbox, tmp_path: Path):
    inbox.import_file(write_csv(tmp_path / "a.csv", mixed(6)), scorer=FirstWord())
    edited = [youtube_row(4, "severe change of heart")]
    account = inbox.import_file(write_csv(tmp_path / "b.csv", edited))
    assert account.edited == 1
    assert inbox.counts().unscored == 1
    inbox.score_pending(FirstWord())
    assert inbox.counts().severe == 2
    assert inbox.count(View(words="heart")) == 1
    assert inbox.count(View(words="number")) == 5


def test_a_richer_file_fills_in_what_a_poorer_one_left_open(inbox: Inbox, tmp_path: Path):
    bare = tmp_path / "bare.csv"
    bare.write_text("cid,text\n" + "".join(f"{r[0]},{r[1]}\n" for r in mixed(5)))
    inbox.import_file(bare)
    account = inbox.import_file(write_csv(tmp_path / "full.csv", mixed(5)))
    assert account.already_here == 5
    [entry] = inbox.page(View(words="number 3"), limit=1).entries
    assert entry.comment.author.handle == "person3"
    assert entry.comment.video == "video0"
    assert entry.comment.created_at is not None
    assert {video.comments for video in inbox.videos()} == {1, 2}


def test_ones_own_comments_wait_nowhere(inbox: Inbox, tmp_path: Path):
    path = tmp_path / "own.csv"
    path.write_text(
        "cid,text,author,isOwner\nUgAAAAAAAAAAAAAAAAAAAAAAAA,severe but mine,@me,true\n"
    )
    account = inbox.import_file(path, scorer=FirstWord())
    assert account.own == 1
    assert inbox.counts().own == 1
    assert inbox.counts().to_review == 0


def test_comments_can_be_scored_later(inbox: Inbox, tmp_path: Path):
    inbox.import_file(write_csv(tmp_path / "a.csv", mixed(60)))
    assert inbox.counts().unscored == 60
    assert inbox.score_pending(FirstWord()).comments == 60
    assert inbox.counts().severe == 10
    assert inbox.score_pending(FirstWord()).comments == 0


def test_another_models_scores_replace_the_old_ones(filled: Inbox):
    class Newer(FirstWord):
        version = "newer"

    assert filled.score_pending(Newer()) == Rescored(120, 0)


def test_people_of_one_name_on_two_platforms_are_two(inbox: Inbox, tmp_path: Path):
    path = tmp_path / "both.csv"
    said = ("tiktok", "youtube", "tiktok", "youtube")
    path.write_text(
        "platform,author,text\n" + "".join(f"{p},@mara,words {n}\n" for n, p in enumerate(said))
    )
    inbox.import_file(path)
    entries = inbox.page(View()).entries
    assert len({(e.author_key, e.comment.platform) for e in entries}) == 2
    assert len({e.author_key for e in entries}) == 2


def test_a_cancelled_import_leaves_whole_chunks(
    inbox: Inbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(importing, "CHUNK", 500)
    path = write_csv(tmp_path / "a.csv", mixed(3000))
    job = Job(lambda report: job.cancel() if report.done > path.stat().st_size // 3 else None)
    with pytest.raises(Cancelled):
        inbox.import_file(path, progress=job)
    assert inbox.counts().all in range(500, 3000, 500)
    account = inbox.import_file(path)
    assert account.new + account.already_here == 3000
    assert inbox.counts().all == 3000


def test_a_file_that_cannot_be_read_leaves_no_trace(inbox: Inbox, tmp_path: Path):
    path = tmp_path / "numbers.csv"
    path.write_text("1,2\n3,4\n")
    with pytest.raises(ImportFileError):
        inbox.import_file(path)
    assert inbox.counts().all == 0


def test_only_the_owner_may_read_the_file(inbox: Inbox, tmp_path: Path):
    inbox.import_file(write_csv(tmp_path / "a.csv", mixed(10)))
    for file in tmp_path.glob("inbox.sqlite*"):
        assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_purging_leaves_no_words_in_the_file(inbox: Inbox, tmp_path: Path):
    path = tmp_path / "secret.csv"
    path.write_text("author,text\nmara,a very secretive sentence\n")
    inbox.import_file(path)
    inbox.purge()
    assert inbox.counts().all == 0
    for file in tmp_path.glob("inbox.sqlite*"):
        assert b"secretive" not in file.read_bytes()
        assert b"mara" not in file.read_bytes()


def test_counts_that_do_not_match_are_found_and_mended(filled: Inbox, tmp_path: Path):
    import sqlite3

    with sqlite3.connect(tmp_path / "inbox.sqlite") as db:
        db.execute("UPDATE tallies SET n = n + 1 WHERE queue = 0")
        db.execute(
            "INSERT INTO words (words, rowid, text) VALUES ('delete', 1, 'severe words number 0')"
        )
    db.close()
    assert len(filled.check()) == 2
    assert filled.repair() == ()


def test_a_damaged_file_is_told_in_a_sentence(tmp_path: Path):
    path = tmp_path / "inbox.sqlite"
    path.write_bytes(b"not a database at all, far from it" * 100)
    with pytest.raises(DocumentError):
        Inbox(path)
    assert path.read_bytes().startswith(b"not a database")


def test_reading_goes_on_while_somebody_writes(filled: Inbox):
    with filled._database.write():
        assert filled.page(View(box=Box.KIND, sort=Sort.KINDEST), limit=3).entries


def test_a_mapping_that_was_kept_is_used_for_files_with_the_same_columns(
    inbox: Inbox, tmp_path: Path
):
    path = tmp_path / "odd.csv"
    path.write_text("a,b,text\nmara,the words,not these\n")
    guess = importers.guess_mapping(path)
    inbox.book.save_mapping("mine", replace(guess, fields=(("text", "b"), ("author", "a"))))
    inbox.import_file(path)
    [entry] = inbox.page(View()).entries
    assert (entry.comment.text, entry.comment.author.handle) == ("the words", "mara")
