"""Ordinary words together weigh nothing, and an insult among them is one still."""

from __future__ import annotations

from math import isnan

import numpy as np
import pytest

from kindreel import paths
from kindreel.comments import vocabulary, written
from kindreel.comments.classify import Classifier
from kindreel.comments.labels import COLUMN, LABELS
from kindreel.comments.shuffled import shuffled
from kindreel.comments.written import Written
from kindreel.model.comment import Label

UNKIND = COLUMN[Label.UNKIND]


def one(text: str, theme: str = "words", **known: float) -> Written:
    """A word or line of which only that is known."""
    labels = tuple(known.get(label.value, float("nan")) for label in LABELS)
    return Written(text, labels, "es", theme, "here:1", dev=False, weight=1.0)


def harmless(text: str) -> Written:
    return one(text, **{label.value: 0.0 for label in LABELS if label is not Label.KIND})


@pytest.fixture
def words() -> list[Written]:
    return [*(harmless(f"palabra{i}") for i in range(300)), one("payaso", unkind=1.0)]


def test_each_harmless_word_is_met_equally_often(words: list[Written]):
    met = " ".join(c.text for c in shuffled(words, [])).split()
    counts = {word.text: met.count(word.text) for word in words[:-1]}
    assert len(set(counts.values())) == 1


def test_only_those_with_an_insult_are_unkind(words: list[Written]):
    found = shuffled(words, [])
    assert 0.2 < np.mean([c.labels[UNKIND] for c in found]) < 0.6
    for comment in found:
        assert ("payaso" in comment.text.split()) == (comment.labels[UNKIND] == 1)
        assert isnan(comment.labels[COLUMN[Label.KIND]])
        assert not comment.dev


def test_short_insults_of_our_lines_are_taken_and_no_others(words: list[Written]):
    lines = [
        one("cara de sapo", "lexicon", harassment=1.0),
        one("cara de sapo con ojos de rana", "lexicon", harassment=1.0),
        one("cara de foca", "football", harassment=1.0),
        one("cara de luna", "lexicon", harassment=0.0),
    ]
    told = " / ".join(c.text for c in shuffled(words, lines) if c.labels[UNKIND])
    assert "sapo" in told
    assert not any(other in told for other in ("rana", "foca", "luna"))


def test_without_insults_all_are_harmless(words: list[Written]):
    assert not any(c.labels[UNKIND] for c in shuffled(words[:-1], []))


def test_the_same_words_are_shuffled_alike(words: list[Written]):
    assert shuffled(words, []) == shuffled(words, [])


def test_a_few_ordinary_words_weigh_less_than_an_insult_among_them(classifier: Classifier):
    folder = paths.resource("training")
    found = shuffled(vocabulary.read_all(folder / "words"), written.read_all(folder))[::20]
    unkind = np.array([c.labels[UNKIND] for c in found])
    score = classifier.score_array([c.text for c in found])[:, UNKIND]
    assert np.median(score[unkind == 1]) > 0.5
    assert np.quantile(score[unkind == 0], 0.9) < 0.5
