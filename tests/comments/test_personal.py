"""What a creator decides teaches the classifier, and undo takes the lesson back."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from inbox_examples import START, FirstWord, write_csv, youtube_row
from kindreel.comments import personal
from kindreel.comments.arriving import take_in
from kindreel.comments.classify import Classifier
from kindreel.comments.rules import Rule
from kindreel.errors import ExportError, ImportFileError
from kindreel.model.comment import Action, Label, Queue
from kindreel.model.triage import Box, CommentKey, Rescored, Selection, View
from kindreel.store.inbox import Inbox
from kindreel.store.inbox.teaching import AT_ONCE

JOKES = tuple(f"you absolute clown, {rest}" for rest in ("bravo", "again", "haha", "nice", "ok"))
LIKE_IT = "you absolute clown, well done"


@pytest.fixture
def inbox(tmp_path: Path) -> Iterator[Inbox]:
    with Inbox(tmp_path / "inbox.sqlite") as opened:
        yield opened
        assert opened.check() == ()


@pytest.fixture
def receive(inbox: Inbox, tmp_path: Path) -> Callable[..., list[CommentKey]]:
    """Takes comments in with this inbox's classifier; gives their keys, in order."""

    def taken(*texts: str) -> list[CommentKey]:
        rows = [youtube_row(n, text) for n, text in enumerate(texts)]
        scorer = personal.classifier(inbox)
        take_in(inbox, write_csv(tmp_path / "c.csv", rows), scorer=scorer)
        return list(inbox.keys(row[0] for row in rows))

    return taken


def queue(inbox: Inbox, key: CommentKey) -> Queue | None:
    return inbox.comment(key).queue


def unkind(inbox: Inbox, text: str) -> float:
    return personal.classifier(inbox).score_many([text])[0].unkind


def keep(inbox: Inbox, *keys: CommentKey, action: Action = Action.KEEP) -> None:
    inbox.decide(action, Selection(keys=keys))


def test_what_is_kept_teaches_and_its_like_moves(inbox: Inbox, receive: Callable[..., list]):
    *kept, like = receive(*JOKES, LIKE_IT)
    was, before = queue(inbox, like), unkind(inbox, LIKE_IT)
    assert was in (Queue.UNKIND, Queue.UNSURE)
    keep(inbox, *kept)
    assert unkind(inbox, LIKE_IT) < before - 0.2
    done = personal.catch_up(inbox)
    assert done.rescored == Rescored(comments=6, moved=1)
    assert queue(inbox, like) is not was
    assert personal.catch_up(inbox).rescored == Rescored()


def test_undo_takes_the_lesson_back(inbox: Inbox, receive: Callable[..., list]):
    *kept, like = receive(*JOKES, LIKE_IT)
    version, before = personal.classifier(inbox).version, inbox.comment(like).score
    keep(inbox, *kept)
    personal.catch_up(inbox)
    assert personal.classifier(inbox).version != version
    inbox.undo()
    personal.catch_up(inbox)
    assert personal.classifier(inbox).version == version
    assert inbox.comment(like).score == before
    inbox.redo()
    assert unkind(inbox, LIKE_IT) < before.unkind - 0.2


def test_marking_as_kind_teaches_kindness(inbox: Inbox, receive: Callable[..., list]):
    (key,) = receive("gloopy gloopy flim")
    assert queue(inbox, key) is not Queue.KIND
    keep(inbox, key, action=Action.KIND)
    told = personal.layer(inbox).corrections
    assert {(c.label, c.holds) for c in told} == {
        (Label.KIND, True), (Label.UNKIND, False), (Label.SPAM, False),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("said", "action", "lessons"),
    [
        ("unsure", Action.BLOCK, {(Label.UNKIND, True)}),
        ("unsure", Action.REPORT, {(Label.UNKIND, True)}),
        ("unsure", Action.KEEP, {(Label.UNKIND, False)}),
        ("spam", Action.KEEP, {(Label.SPAM, False)}),
        ("unkind", Action.DELETE, set()),
        ("unsure", Action.DELETE, set()),
        ("severe", Action.KEEP, set()),
        ("kind", Action.KIND, set()),
        ("neutral", Action.HIDE, set()),
    ],
)
def test_only_what_says_something_about_a_comment_teaches(
    inbox: Inbox, tmp_path: Path, said: str, action: Action, lessons: set[tuple[Label, bool]]
):
    file = write_csv(tmp_path / "a.csv", [youtube_row(0, f"{said} words")])
    inbox.import_file(file, scorer=FirstWord())
    inbox.decide(action, Selection(view=View()))
    assert {(c.label, c.holds) for c in personal.layer(inbox).corrections} == lessons


def test_rules_and_bulk_acts_teach_nothing(inbox: Inbox, tmp_path: Path):
    rows = [youtube_row(n, f"unsure words {n}") for n in range(AT_ONCE + 2)]
    inbox.book.save_rule("k", Rule(name="k", words=("words 0",), action=Action.KEEP).plain())
    take_in(inbox, write_csv(tmp_path / "a.csv", rows), scorer=FirstWord())
    assert inbox.counts().kept == 1
    inbox.decide(Action.KEEP, Selection(view=View()))
    assert inbox.counts().kept == len(rows)
    assert personal.layer(inbox).corrections == ()


def test_what_was_learned_can_be_carried_and_forgotten(
    inbox: Inbox, receive: Callable[..., list], tmp_path: Path
):
    *kept, _ = receive(*JOKES, LIKE_IT)
    untaught = unkind(inbox, LIKE_IT)
    keep(inbox, *kept)
    taught, text = unkind(inbox, LIKE_IT), personal.layer(inbox).to_json()
    inbox.teaching.forget()
    assert unkind(inbox, LIKE_IT) == untaught
    assert inbox.counts().kept == len(JOKES)
    with Inbox(tmp_path / "other.sqlite") as other:
        assert personal.carry_in(other, text) == len(JOKES)
        assert unkind(other, LIKE_IT) == pytest.approx(taught)
        other.purge()
        assert other.teaching.carried() == ""


def entry(**changed: object) -> str:
    """A file of one correction, something in it changed."""
    return json.dumps({"corrections": [{"text": "a", "label": "kind", "holds": True} | changed]})


NONE = ("", "[]", "{}", "nothing", "[" * 100_000, json.dumps({"corrections": [{}]}))
ODD = ({"text": 3}, {"text": "\ud800"}, {"holds": "false"}, {"label": "rude"}, {"more": 1})


@pytest.mark.parametrize("text", [*NONE, *(entry(**odd) for odd in ODD)])
def test_a_file_that_holds_no_corrections_changes_nothing(inbox: Inbox, text: str):
    with pytest.raises(ImportFileError, match="no file of corrections"):
        personal.carry_in(inbox, text)
    assert inbox.teaching.carried() == ""


def test_comments_that_are_forgotten_teach_no_more(inbox: Inbox, receive: Callable[..., list]):
    *kept, _ = receive(*JOKES, LIKE_IT)
    keep(inbox, *kept)
    assert personal.layer(inbox).corrections
    inbox.purge()
    assert personal.layer(inbox).corrections == ()


def test_new_weights_read_old_comments_anew(inbox: Inbox, tmp_path: Path, classifier: Classifier):
    file = write_csv(tmp_path / "a.csv", [youtube_row(0, "you are an idiot")])
    inbox.import_file(file, scorer=FirstWord())
    assert inbox.counts().neutral == 1
    assert personal.catch_up(inbox).rescored == Rescored(1, 1)
    assert inbox.count(View(box=Box.UNKIND)) == 1
    assert personal.classifier(inbox).version == classifier.version


def test_rules_meet_what_could_not_be_read_before(inbox: Inbox, tmp_path: Path):
    inbox.book.save_rule("idiot", Rule(name="idiot", words=("idiot",)).plain())
    rows = [youtube_row(0, "you are an idiot")]
    assert take_in(inbox, write_csv(tmp_path / "a.csv", rows)).acts == ()
    [act] = personal.catch_up(inbox).acts
    assert act.changed == 1


def test_an_empty_file_replaces_nothing(inbox: Inbox):
    personal.carry_in(inbox, entry())
    with pytest.raises(ImportFileError, match="no corrections"):
        personal.carry_in(inbox, json.dumps({"corrections": []}))
    assert len(personal.layer(inbox).corrections) == 1


@pytest.fixture
def unsure(inbox: Inbox, tmp_path: Path) -> Callable[..., list[CommentKey]]:
    """Takes so many unsure comments in, each by a person of their own unless told otherwise."""

    def taken(count: int, by: int | None = None) -> list[CommentKey]:
        rows = [youtube_row(n, f"unsure words {n}", by) for n in range(count)]
        inbox.import_file(write_csv(tmp_path / "u.csv", rows), scorer=FirstWord())
        return list(inbox.keys(row[0] for row in rows))

    return taken


def lessons(inbox: Inbox) -> int:
    return len(personal.layer(inbox).corrections)


def test_exactly_as_many_as_may_teach_at_once_teach(inbox: Inbox, unsure: Callable[..., list]):
    keep(inbox, *unsure(AT_ONCE))
    assert lessons(inbox) == AT_ONCE


def test_blocking_a_person_says_nothing_about_each_comment(
    inbox: Inbox, unsure: Callable[..., list]
):
    keep(inbox, *unsure(5, by=7), action=Action.BLOCK)
    assert lessons(inbox) == 0


def test_a_later_decision_replaces_an_earlier_one(inbox: Inbox, unsure: Callable[..., list]):
    (key,) = unsure(1)
    keep(inbox, key, action=Action.BLOCK)
    assert [c.holds for c in personal.layer(inbox).corrections] == [True]
    keep(inbox, key, action=Action.SHOW)
    assert lessons(inbox) == 0
    keep(inbox, key)
    assert [c.holds for c in personal.layer(inbox).corrections] == [False]


def test_deleting_a_lot_pushes_no_lesson_out(inbox: Inbox, unsure: Callable[..., list]):
    first, *others = unsure(2_100)
    keep(inbox, first)
    for at in range(0, len(others), 20):
        keep(inbox, *others[at : at + 20], action=Action.DELETE)
    assert lessons(inbox) == 1


def test_an_edit_teaches_nothing(inbox: Inbox, unsure: Callable[..., list], tmp_path: Path):
    (key,) = unsure(1)
    keep(inbox, key)
    edited = write_csv(tmp_path / "e.csv", [youtube_row(0, "kill yourself you idiot")])
    inbox.import_file(edited, scorer=FirstWord())
    assert lessons(inbox) == 0


def test_a_bulk_act_does_not_begin_to_teach_when_old_comments_go(
    inbox: Inbox, unsure: Callable[..., list]
):
    keep(inbox, *unsure(100))
    inbox.keeping.forget(START + timedelta(minutes=90))
    assert inbox.counts().kept == 10
    assert lessons(inbox) == 0


@pytest.mark.parametrize("how", ["purge", "by age"])
def test_who_forgot_and_cleared_the_inbox_teaches_anew(
    inbox: Inbox, unsure: Callable[..., list], how: str
):
    for key in unsure(5):
        keep(inbox, key)
    inbox.teaching.forget()
    if how == "purge":
        inbox.purge()
    else:
        inbox.keeping.forget(START + timedelta(days=1))
    assert inbox.counts().all == 0
    keep(inbox, unsure(1)[0])
    assert lessons(inbox) == 1


def test_rules_leave_what_was_here_before_them(inbox: Inbox, unsure: Callable[..., list]):
    unsure(3)
    inbox.book.save_rule("words", Rule(name="words", words=("words",)).plain())
    assert personal.catch_up(inbox).acts == ()


def test_who_finishes_late_does_not_send_the_rules_back(inbox: Inbox, unsure: Callable[..., list]):
    unsure(3)
    inbox.arrivals.have_met(3)
    inbox.arrivals.have_met(1)
    assert inbox.arrivals.reach()[0] == 3


def test_an_export_is_for_this_person_only(
    inbox: Inbox, unsure: Callable[..., list], tmp_path: Path
):
    keep(inbox, *unsure(2))
    personal.carry_out(inbox, tmp_path / "taught.json")
    assert len(json.loads((tmp_path / "taught.json").read_text("utf-8"))["corrections"]) == 2
    with pytest.raises(ExportError, match="cannot be written"):
        personal.carry_out(inbox, tmp_path / "nowhere" / "taught.json")
