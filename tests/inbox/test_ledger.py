from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from inbox_examples import FirstWord, mixed, write_csv
from kindreel.errors import InvalidValueError, KindreelError
from kindreel.model.comment import Action, BatchStatus, Platform, Queue, Target
from kindreel.model.triage import Box, Counts, Selection, State, View
from kindreel.store.inbox import Inbox

DECIDING = [action for action in Action if action is not Action.SHOW]


@pytest.mark.parametrize("action", DECIDING)
def test_a_bulk_act_is_undone_as_one(filled: Inbox, action: Action):
    before = filled.counts()
    act = filled.decide(action, Selection(view=View(box=Box.TO_REVIEW)))
    assert act.changed == 80
    assert filled.counts() != before
    undone = filled.undo()
    assert undone is not None
    assert undone.undone
    assert filled.counts() == before
    assert filled.undo() is None


@pytest.mark.parametrize("action", DECIDING)
def test_redo_does_it_again(filled: Inbox, action: Action):
    filled.decide(action, Selection(view=View(box=Box.UNKIND)))
    after = filled.counts()
    filled.undo()
    filled.redo()
    assert filled.counts() == after
    assert filled.redo() is None


def test_a_new_act_takes_the_place_of_undone_ones(filled: Inbox):
    filled.decide(Action.DELETE, Selection(view=View(box=Box.SPAM)))
    filled.undo()
    filled.decide(Action.KEEP, Selection(view=View(box=Box.UNSURE)))
    assert filled.redo() is None
    assert [act.undone for act in filled.acts()] == [False, True]


def test_a_dry_run_tells_and_changes_nothing(filled: Inbox):
    before = filled.counts()
    act = filled.decide(Action.BLOCK, Selection(view=View(box=Box.SEVERE)), dry_run=True)
    assert (act.id, act.changed, act.people) == (0, 20, 10)
    assert filled.counts() == before
    assert filled.acts() == ()


def test_blocking_deletes_the_comment_and_blocks_its_author(filled: Inbox):
    key = filled.ids(View(box=Box.SEVERE))[0]
    filled.decide(Action.BLOCK, Selection(keys=(key,)), "harassment")
    entry = filled.comment(key)
    assert (entry.state, entry.blocked) == (State.BLOCKED, True)
    assert (filled.counts().blocked, filled.counts().blocked_comments) == (1, 1)
    others = [e for e in filled.author_history(entry.author_key) if e.key != key]
    assert others
    assert all(e.blocked and e.state is State.WAITING for e in others)


def test_what_is_shown_again_waits_in_its_queue(filled: Inbox):
    before = filled.counts()
    filled.decide(Action.HIDE, Selection(view=View(box=Box.UNKIND)))
    assert filled.decide(Action.SHOW, Selection(view=View(box=Box.HIDDEN))).changed == 20
    assert filled.counts() == before
    assert filled.batches(Platform.YOUTUBE) == ()
    filled.undo()
    assert filled.counts().hidden == 20


def test_what_is_reported_after_all_is_no_longer_to_be_deleted(filled: Inbox):
    filled.decide(Action.DELETE, Selection(view=View(box=Box.UNKIND)))
    filled.decide(Action.REPORT, Selection(view=View(box=Box.DELETED)))
    [batch] = filled.batches(Platform.YOUTUBE)
    assert (batch.target, len(batch.entries)) == (Target.REPORTS, 20)


def test_marking_as_kind_moves_the_comment_and_outlives_a_new_model(filled: Inbox):
    class Newer(FirstWord):
        version = "newer"

    key = filled.ids(View(box=Box.UNKIND))[0]
    filled.decide(Action.KIND, Selection(keys=(key,)))
    filled.score_pending(Newer())
    assert filled.comment(key).queue is Queue.KIND
    assert filled.comment(key).marked


def test_deciding_twice_is_no_second_act(filled: Inbox):
    chosen = Selection(view=View(words="severe"))
    assert filled.decide(Action.BLOCK, chosen).changed == 20
    assert filled.decide(Action.BLOCK, chosen).changed == 0
    assert len(filled.acts()) == 1


@pytest.mark.parametrize(
    "selection",
    [Selection(), Selection(keys=(), match="x"), Selection(match="  ")],
    ids=["none", "two", "blank words"],
)
def test_a_selection_must_say_one_thing(filled: Inbox, selection: Selection):
    with pytest.raises(InvalidValueError):
        filled.decide(Action.DELETE, selection)
    assert filled.acts() == ()


def test_selections_by_person_and_by_words(filled: Inbox):
    [author] = filled.author_keys("person3")
    assert filled.decide(Action.DELETE, Selection(author=author)).changed == 6
    assert filled.decide(Action.KEEP, Selection(match="kind words")).changed == 20


def test_what_was_handed_over_is_not_undone(filled: Inbox):
    filled.decide(Action.DELETE, Selection(view=View(box=Box.SPAM)))
    [batch] = filled.batches(Platform.YOUTUBE)
    filled.mark_batch(batch, BatchStatus.DONE)
    with pytest.raises(KindreelError, match="20 of these were handed over"):
        filled.undo()
    filled.mark_batch(batch, BatchStatus.PENDING)
    assert filled.undo() is not None


def test_batches_have_the_platforms_size_and_separate_lists(inbox: Inbox, tmp_path: Path):
    inbox.import_file(write_csv(tmp_path / "a.csv", mixed(720, people=700)), scorer=FirstWord())
    inbox.decide(Action.BLOCK, Selection(view=View(box=Box.SEVERE)))
    inbox.decide(Action.REPORT, Selection(view=View(box=Box.SPAM)))
    sizes = [(b.target, b.number, len(b.entries)) for b in inbox.batches(Platform.YOUTUBE)]
    assert sizes[:3] == [
        (Target.COMMENTS, 1, 50),
        (Target.COMMENTS, 2, 50),
        (Target.COMMENTS, 3, 20),
    ]
    assert sizes[3] == (Target.REPORTS, 1, 50)
    assert sum(n for target, _, n in sizes if target is Target.ACCOUNTS) == inbox.counts().blocked
    assert inbox.batches(Platform.TIKTOK) == ()


def test_ticks_survive_a_restart_and_later_decisions_join_open_batches_only(
    inbox: Inbox, tmp_path: Path
):
    inbox.import_file(write_csv(tmp_path / "a.csv", mixed(120)), scorer=FirstWord())
    inbox.decide(Action.DELETE, Selection(view=View(box=Box.SPAM)))
    [batch] = inbox.batches(Platform.YOUTUBE)
    inbox.mark_batch(batch, BatchStatus.DONE, [e.key for e in batch.entries[:7]])
    with Inbox(inbox.path) as again:
        [same] = again.batches(Platform.YOUTUBE)
        assert [e.status for e in same.entries].count(BatchStatus.DONE) == 7
        assert [e.key for e in same.entries] == [e.key for e in batch.entries]
        again.mark_batch(same, BatchStatus.DONE)
        again.decide(Action.DELETE, Selection(view=View(box=Box.UNKIND)))
        first, second = again.batches(Platform.YOUTUBE)
    assert (first.status, len(first.entries)) == (BatchStatus.DONE, 20)
    assert (second.status, len(second.entries)) == (BatchStatus.PENDING, 20)


class Ledger(RuleBasedStateMachine):
    """Any mixture of acts, undos and redos: each undo gives back exactly what was before."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = TemporaryDirectory()
        self.inbox = Inbox(Path(self.folder.name) / "inbox.sqlite")
        path = write_csv(Path(self.folder.name) / "a.csv", mixed(48, people=7))
        self.inbox.import_file(path, scorer=FirstWord())
        self.past: list[Counts] = []
        self.future: list[Counts] = []

    @rule(
        action=st.sampled_from(Action),
        box=st.sampled_from(Box),
        words=st.sampled_from(["", "number 1*"]),
    )
    def decide(self, action: Action, box: Box, words: str) -> None:
        before = self.inbox.counts()
        if self.inbox.decide(action, Selection(view=View(box=box, words=words))).changed:
            self.past.append(before)
            self.future.clear()

    @precondition(lambda self: self.past)
    @rule()
    def undo(self) -> None:
        self.future.append(self.inbox.counts())
        self.inbox.undo()
        assert self.inbox.counts() == self.past.pop()

    @precondition(lambda self: self.future)
    @rule()
    def redo(self) -> None:
        self.past.append(self.inbox.counts())
        self.inbox.redo()
        assert self.inbox.counts() == self.future.pop()

    @invariant()
    def adds_up(self) -> None:
        assert self.inbox.check() == ()
        assert self.inbox.counts().all == 48

    def teardown(self) -> None:
        self.inbox.close()
        self.folder.cleanup()


TestLedger = Ledger.TestCase
TestLedger.settings = settings(max_examples=12, stateful_step_count=12, deadline=None)
