from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from inbox_examples import FirstWord, write_csv, youtube_row
from kindreel.comments.arriving import Arrival, settle, settle_blocked, take_in
from kindreel.comments.rules import Rule
from kindreel.model.comment import Action
from kindreel.model.triage import BlockedPolicy, Box, Selection, State, View
from kindreel.store.inbox import Inbox, Scorer

LINKS = Rule(name="links", pattern="www", action=Action.DELETE)


class Door:
    """Takes one comment after another in, each in a file of its own."""

    def __init__(self, inbox: Inbox, folder: Path) -> None:
        self.inbox = inbox
        self._folder = folder
        self._number = 0

    def take(self, *texts: str, by: int = 1, scorer: Scorer | None = None) -> Arrival:
        first = self._number
        self._number += len(texts)
        rows = [youtube_row(first + n, text, by) for n, text in enumerate(texts)]
        path = write_csv(self._folder / f"{first}.csv", rows)
        return take_in(self.inbox, path, scorer=scorer)

    def read(self, *texts: str, by: int = 1) -> Arrival:
        return self.take(*texts, by=by, scorer=FirstWord())


@pytest.fixture
def box(tmp_path: Path) -> Iterator[Door]:
    with Inbox(tmp_path / "inbox.sqlite") as inbox:
        yield Door(inbox, tmp_path)
        assert inbox.check() == ()


def save(inbox: Inbox, rule: Rule) -> None:
    inbox.book.save_rule(rule.name, rule.plain())


def test_without_rules_nothing_is_decided(box: Door):
    assert box.read("severe words", "spam www.example.com").acts == ()
    assert box.inbox.counts().deleted == 0


def test_a_rule_decides_about_what_comes_and_the_comment_says_why(box: Door):
    box.read("spam www.here.before")
    save(box.inbox, LINKS)
    [act] = box.read("spam www.example.com", "kind words").acts
    assert act.changed == 1
    [key] = box.inbox.ids(View(box=Box.DELETED))
    why = box.inbox.arrivals.why(key)
    assert why is not None
    assert why.why == "Your rule “links” did this."
    assert box.inbox.count(View(words="before", box=Box.SPAM)) == 1


def test_the_first_rule_that_fits_decides(box: Door):
    save(box.inbox, Rule(name="hide", words=("example",), action=Action.HIDE))
    save(box.inbox, LINKS)
    first, second = box.read("spam example www", "spam www").acts
    assert (first.action, first.changed) == (Action.HIDE, 1)
    assert (second.action, second.changed) == (Action.DELETE, 1)


def test_a_rule_that_is_not_for_new_comments_waits_to_be_asked(box: Door):
    save(box.inbox, Rule(name="links", pattern="www", on_new=False))
    assert box.read("spam www").acts == ()


def test_comments_meet_the_rules_once_they_are_scored(box: Door):
    save(box.inbox, LINKS)
    assert box.take("spam www").acts == ()
    box.inbox.score_pending(FirstWord())
    [act] = settle(box.inbox)
    assert act.changed == 1
    assert settle(box.inbox) == ()


def test_what_a_person_undoes_is_not_done_again(box: Door):
    save(box.inbox, LINKS)
    box.read("spam www")
    box.inbox.undo()
    assert box.read("kind words").acts == ()
    assert box.inbox.counts().deleted == 0


def test_allowed_people_meet_no_rule(box: Door):
    box.read("neutral hello", by=5)
    [author] = box.inbox.author_keys("person5")
    box.inbox.book.allow(author)
    save(box.inbox, LINKS)
    assert box.read("spam www", by=5).acts == ()


@pytest.mark.parametrize(
    ("policy", "state"),
    [
        (BlockedPolicy.ASK, State.WAITING),
        (BlockedPolicy.HIDE, State.HIDDEN),
        (BlockedPolicy.DELETE, State.DELETED),
    ],
)
def test_what_blocked_people_write_is_handled_as_asked(
    box: Door, policy: BlockedPolicy, state: State
):
    box.read("severe words", "neutral earlier words")
    box.inbox.decide(Action.BLOCK, Selection(match="severe"))
    box.inbox.arrivals.set_policy(policy)
    acts = box.read("kind words again").acts
    [author] = box.inbox.author_keys("person1")
    later, earlier, _ = sorted(
        box.inbox.author_history(author), key=lambda entry: entry.key, reverse=True
    )
    assert (later.state, earlier.state) == (state, state)
    assert sum(act.changed for act in acts) == (0 if policy is BlockedPolicy.ASK else 2)
    if acts:
        why = box.inbox.arrivals.why(later.key)
        assert why is not None
        assert "blocked" in why.why


def test_the_policy_respects_what_a_person_took_back(box: Door):
    box.read("severe words", "neutral earlier words")
    box.inbox.arrivals.set_policy(BlockedPolicy.DELETE)
    box.inbox.decide(Action.BLOCK, Selection(match="severe"))
    assert [act.changed for act in settle_blocked(box.inbox)] == [1]
    box.inbox.undo()
    assert settle_blocked(box.inbox) == ()


def change(box: Door, text: str, scorer: Scorer | None = None) -> Arrival:
    """Import the first comment again, with other words."""
    path = write_csv(box._folder / "changed.csv", [youtube_row(0, text, 1)])
    return take_in(box.inbox, path, scorer=scorer)


def test_a_comment_whose_words_were_changed_meets_the_rules_again(box: Door):
    box.read("kind words", "kind too")
    save(box.inbox, LINKS)
    box.read("kind three")
    arrival = change(box, "spam www.example.com", FirstWord())
    assert arrival.account.edited == 1
    [act] = arrival.acts
    assert act.changed == 1
    [key] = box.inbox.ids(View(box=Box.DELETED))
    assert box.inbox.comment(key).comment.text == "spam www.example.com"


def test_a_changed_comment_meets_the_rules_once(box: Door):
    box.read("kind words")
    save(box.inbox, LINKS)
    assert change(box, "spam www.example.com", FirstWord()).acts
    box.inbox.undo()
    assert box.read("kind words").acts == ()
    assert settle(box.inbox) == ()


def test_a_changed_comment_meets_the_rules_once_it_is_scored(box: Door):
    box.read("kind words")
    save(box.inbox, LINKS)
    assert change(box, "spam www.example.com").acts == ()
    box.inbox.score_pending(FirstWord())
    [act] = settle(box.inbox)
    assert act.changed == 1


def test_a_changed_comment_that_is_decided_stays_decided(box: Door):
    box.read("kind words")
    box.inbox.decide(Action.KEEP, Selection(view=View()))
    save(box.inbox, LINKS)
    assert change(box, "spam www.example.com", FirstWord()).acts == ()
    assert box.inbox.counts().kept == 1


def test_a_changed_comment_is_scored_at_once_where_new_ones_are(box: Door):
    box.read("kind words")
    change(box, "severe words", FirstWord())
    assert (box.inbox.counts().severe, box.inbox.counts().unscored) == (1, 0)
