from __future__ import annotations

import pytest

from kindreel.comments.classify import Classifier
from kindreel.comments.explain import reasons
from kindreel.comments.nudge import FALLBACK, Nudge, Sensitivity, Way, kinder_ways, nudge


@pytest.fixture(scope="module")
def classifier() -> Classifier:
    return Classifier.load()


def read(reply: str, classifier: Classifier, sensitivity: Sensitivity = Sensitivity.USUAL) -> Nudge:
    return nudge(reply, classifier, lambda text: reasons(classifier, text), sensitivity)


def test_a_sharp_reply_is_asked_about_and_shows_where_it_is_sharp(classifier: Classifier):
    told = read("you are such a stupid idiot, get a life", classifier)
    assert told.asks
    assert told.sharpness > 0.5
    assert any(
        "idiot" in "you are such a stupid idiot, get a life"[s.start : s.end] for s in told.spans
    )


@pytest.mark.parametrize("reply", ["thank you so much, that made my day", "", "   "])
def test_a_warm_or_empty_reply_is_left_alone(reply: str, classifier: Classifier):
    told = read(reply, classifier)
    assert not told.asks
    assert told.spans == ()


def test_it_can_be_turned_off(classifier: Classifier):
    assert not read("you are such a stupid idiot", classifier, Sensitivity.OFF).asks


@pytest.mark.parametrize("language", ["en", "es", "pt", "id", "tl"])
def test_three_different_ways_in_each_language(language: str):
    ways = kinder_ways("whatever", language)
    assert [way for way, _ in ways] == list(Way)
    assert len({text for _, text in ways}) == 3
    assert kinder_ways("whatever", language, turn=1) != ways
    assert language == FALLBACK or ways != kinder_ways("whatever", FALLBACK)


@pytest.mark.parametrize("language", ["en", "es", "pt", "id", "tl"])
def test_what_it_offers_is_never_sharp_itself(language: str, classifier: Classifier):
    for turn in range(3):
        for _, text in kinder_ways("whatever", language, turn):
            assert not read(text, classifier).asks, text


def test_an_unknown_language_gets_english():
    assert kinder_ways("x", "fr") == kinder_ways("x", FALLBACK)
