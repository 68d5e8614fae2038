from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from inbox_examples import START, FirstWord, mixed, write_csv
from kindreel.model.comment import Action, BatchStatus, Platform
from kindreel.model.triage import Box, Selection, View
from kindreel.store.inbox import Inbox
from ledger import faults

HALF = START + timedelta(minutes=60)


def hand_over(inbox: Inbox) -> None:
    for batch in inbox.batches(Platform.YOUTUBE):
        inbox.mark_batch(batch, BatchStatus.DONE)


def test_a_dry_run_tells_and_takes_nothing(filled: Inbox):
    told = filled.keeping.forget(HALF, dry_run=True)
    assert (told.comments, told.people, told.kept) == (60, 20, 0)
    assert filled.counts().all == 120


def test_old_comments_go_for_good(filled: Inbox):
    filled.keeping.forget(HALF)
    assert filled.counts().all == 60
    assert filled.count(View(words="number 59")) == 0
    assert filled.count(View(words="number 60")) == 1
    assert sum(video.comments for video in filled.videos()) == 60
    assert b"number 59" not in filled.path.read_bytes()


def test_what_waits_to_be_handed_over_stays(filled: Inbox):
    filled.decide(Action.DELETE, Selection(view=View(box=Box.SPAM)))
    told = filled.keeping.forget(HALF)
    assert (told.comments, told.kept) == (50, 10)
    assert filled.counts().deleted == 20
    hand_over(filled)
    told = filled.keeping.forget(HALF)
    assert (told.comments, told.decisions) == (10, 10)
    assert filled.acts()[0].changed == 10


def test_blocked_people_stay_blocked(filled: Inbox):
    filled.decide(Action.BLOCK, Selection(view=View(box=Box.SEVERE)))
    hand_over(filled)
    filled.keeping.forget(START + timedelta(days=9))
    assert filled.counts().all == 0
    assert filled.counts().blocked == 10
    assert filled.acts() == ()


def test_comments_without_a_time_are_as_old_as_their_import(inbox: Inbox, tmp_path: Path):
    path = tmp_path / "a.csv"
    path.write_text("author,text\nmara,so lovely to see\n")
    inbox.import_file(path)
    assert inbox.keeping.forget(START - timedelta(days=900), dry_run=True).comments == 0
    assert inbox.keeping.forget(START + timedelta(days=9000), dry_run=True).comments == 1


def test_the_ledger_adds_up_afterwards(inbox: Inbox, tmp_path: Path):
    inbox.import_file(write_csv(tmp_path / "a.csv", mixed(240)), scorer=FirstWord())
    for action in (Action.DELETE, Action.KEEP, Action.HIDE):
        inbox.decide(action, Selection(view=View(box=Box.UNSURE, words="number 1*")))
        inbox.decide(action, Selection(view=View(box=Box.NEUTRAL)))
    inbox.undo()
    hand_over(inbox)
    inbox.keeping.forget(HALF)
    assert [f for f in faults(inbox.path) if "were new" not in f] == []
    while inbox.redo():
        pass
    assert [f for f in faults(inbox.path) if "were new" not in f] == []
