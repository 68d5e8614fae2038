from __future__ import annotations

from pathlib import Path

import pytest

from inbox_examples import FirstWord, write_csv, youtube_row
from kindreel.comments import rules
from kindreel.comments.rules import Rule
from kindreel.errors import InvalidValueError
from kindreel.model.comment import Action, Label, Platform
from kindreel.model.triage import State, View
from kindreel.store.inbox import Inbox

SAID = (
    "unkind you 1d1ot",
    "kind of an idiot-proof guide, thank you",
    "severe words only",
    "spam buy at www.example.com",
    "neutral idiotic is another word",
)


@pytest.fixture
def inbox(tmp_path: Path):
    rows = [youtube_row(n, text) for n, text in enumerate(SAID)]
    with Inbox(tmp_path / "inbox.sqlite") as inbox:
        inbox.import_file(write_csv(tmp_path / "a.csv", rows), scorer=FirstWord())
        yield inbox


def texts(inbox: Inbox, rule: Rule) -> set[str]:
    return {e.comment.text for e in inbox.entries(rules.preview(inbox, rule).caught)}


def test_a_word_is_found_in_disguise_but_not_inside_another(inbox: Inbox):
    assert SAID[0] in texts(inbox, Rule(name="a", words=("idiot",)))
    assert SAID[4] not in texts(inbox, Rule(name="a", words=("idiot",)))


def test_patterns_labels_and_authors(inbox: Inbox):
    assert texts(inbox, Rule(name="a", pattern=r"www\.\w+")) == {SAID[3]}
    assert texts(inbox, Rule(name="a", least=((Label.THREAT, 0.5),))) == {SAID[2]}
    assert texts(inbox, Rule(name="a", author="^person[01]$")) == {SAID[0], SAID[1]}
    assert texts(inbox, Rule(name="a", author="^person[01]$", words=("idiot",))) >= {SAID[0]}


def test_a_preview_changes_nothing_and_shows_kind_comments_it_would_hit(inbox: Inbox):
    before = inbox.counts()
    told = rules.preview(inbox, Rule(name="a", pattern="idiot"))
    [kind] = inbox.entries(told.kind)
    assert kind.comment.text == SAID[1]
    assert inbox.counts() == before


def test_people_on_the_allow_list_are_not_touched(inbox: Inbox):
    [author] = inbox.author_keys("person0")
    inbox.book.allow(author)
    rule = Rule(name="a", words=("idiot",))
    told = rules.preview(inbox, rule)
    assert len(told.allowed) == 1
    assert not set(told.allowed) & set(told.caught)
    rules.apply(inbox, rule)
    assert inbox.author_history(author)[0].state is State.WAITING


def test_a_rule_says_why_and_is_undone_as_one(inbox: Inbox):
    act = rules.apply(inbox, Rule(name="links", pattern="www", action=Action.DELETE))
    assert (act.changed, act.reason) == (1, "rule:links")
    inbox.undo()
    assert inbox.counts().deleted == 0


def test_a_pattern_that_never_ends_is_given_up(inbox: Inbox, tmp_path: Path):
    trap = [youtube_row(50, "neutral " + "a" * 60_000)]
    inbox.import_file(write_csv(tmp_path / "b.csv", trap), scorer=FirstWord())
    told = rules.preview(inbox, Rule(name="a", pattern=r"(\w+)+(\w+)+(\w+)+\W{9}$"))
    assert told.given_up >= 1


@pytest.mark.parametrize(
    "pattern",
    [
        r"(\w+\s?)*$",
        r"(.*a){25}",
        r"(x+x+)+y",
        r"(?:a{1,500}){1,500}b",
        r"(?:(?:(?:a{1,99}){1,99}){1,99}){1,99}z",
    ],
)
def test_every_catastrophic_pattern_ends_and_counts_what_it_left(
    inbox: Inbox, tmp_path: Path, pattern: str
):
    text = "neutral " + "a" * 24 + "b" * 3000 + "x" * 3000 + "a" * 3000 + " word" * 500 + "!"
    rows = [youtube_row(60 + n, f"{text}{n}") for n in range(30)]
    inbox.import_file(write_csv(tmp_path / "b.csv", rows), scorer=FirstWord())
    matcher = rules.Matcher(Rule(name="a", pattern=pattern))
    found = matcher.matching(inbox.page(View(words="word"), limit=30).entries)
    assert len(found) + matcher.given_up <= 30


@pytest.mark.parametrize(
    "rule",
    [
        Rule(name="all"),
        Rule(name="bad", pattern="("),
        Rule(name="deep", pattern="(" * 5000 + "a" + ")" * 5000),
    ],
    ids=lambda rule: rule.name,
)
def test_a_rule_that_means_nothing_is_refused(inbox: Inbox, rule: Rule):
    with pytest.raises(InvalidValueError):
        rules.preview(inbox, rule)


def test_rules_are_kept(inbox: Inbox):
    rule = Rule(name="links", pattern="www", words=("a", "b"), least=((Label.SPAM, 0.9),))
    key = inbox.book.save_rule(rule.name, rule.plain())
    [stored] = inbox.book.rules()
    assert Rule.of(stored) == rule
    inbox.book.remove_rule(key)
    assert inbox.book.rules() == ()


def test_new_comments_meet_the_rules(inbox: Inbox):
    keys = inbox.keys([f"Ug{n:024d}" for n in range(5)])
    [act] = rules.apply_to(
        inbox, [Rule(name="links", pattern="www"), Rule(name="none", words=("absent",))], keys
    )
    assert act.changed == 1


def test_words_are_listed_as_the_platforms_take_them():
    assert rules.platform_list(["one", " two ", "one"], Platform.YOUTUBE) == "one, two"
    assert rules.platform_list(["one", "two"], Platform.TIKTOK) == "one\ntwo"
