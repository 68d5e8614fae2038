from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from inbox_examples import mixed, write_csv
from kindreel.model.triage import ImportAccount
from kindreel.store.inbox import Inbox


def take(inbox: Inbox, folder: Path, numbers: Iterable[int], video: str = "v1") -> ImportAccount:
    """Import a whole export of one video, with the comments of these numbers."""
    about = {"id": video, "title": "Paper boats", "extractor_key": "Youtube", "epoch": 1}
    comments = [
        {"id": f"Ug{video}{n}", "parent": "root", "text": f"words {n}", "author_is_uploader": False}
        for n in numbers
    ]
    path = folder / "x.info.json"
    path.write_text(json.dumps(about | {"comments": comments}))
    return inbox.import_file(path)


def test_a_whole_export_tells_what_vanished_and_keeps_it(inbox: Inbox, tmp_path: Path):
    assert take(inbox, tmp_path, range(40)).vanished == 0
    account = take(inbox, tmp_path, range(3, 50))
    assert (account.vanished, account.new, account.already_here) == (3, 10, 37)
    assert inbox.counts().all == 50


def test_comments_that_come_back_are_no_longer_gone(inbox: Inbox, tmp_path: Path):
    take(inbox, tmp_path, range(40))
    take(inbox, tmp_path, range(3, 40))
    assert take(inbox, tmp_path, range(40)).vanished == 0


def test_a_part_of_the_video_tells_nothing(inbox: Inbox, tmp_path: Path):
    take(inbox, tmp_path, range(40))
    assert take(inbox, tmp_path, range(20)).vanished == 0


def test_other_videos_are_left_out(inbox: Inbox, tmp_path: Path):
    take(inbox, tmp_path, range(40), "v1")
    take(inbox, tmp_path, range(40), "v2")
    assert take(inbox, tmp_path, range(1, 40), "v2").vanished == 1


def test_a_damaged_export_tells_nothing(inbox: Inbox, tmp_path: Path):
    take(inbox, tmp_path, range(40))
    text = (tmp_path / "x.info.json").read_text()
    (tmp_path / "x.info.json").write_text(text.replace('{"id": "Ugv17"', '{oops "id": "Ugv17"'))
    account = inbox.import_file(tmp_path / "x.info.json")
    assert (account.unreadable, account.vanished) == (1, 0)


def test_a_kind_that_never_has_a_whole_video_tells_nothing(inbox: Inbox, tmp_path: Path):
    inbox.import_file(write_csv(tmp_path / "a.csv", mixed(60)))
    assert inbox.import_file(write_csv(tmp_path / "b.csv", mixed(59))).vanished == 0
