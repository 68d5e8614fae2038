"""What a creator decides teaches the classifier, and undo takes the lesson back."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from inbox_examples import FirstWord, write_csv, youtube_row
from kindreel.comments import personal
from kindreel.comments.arriving import take_in
from kindreel.comments.classify import Classifier
from kindreel.comments.rules import Rule
from kindreel.errors import ImportFileError
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


@pytest.mark.parametrize("text", ["", "[]", "{}", "nothing", json.dumps({"corrections": [{}]})])
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
