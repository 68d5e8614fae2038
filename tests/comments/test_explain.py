from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kindreel.comments import explain
from kindreel.comments.classify import Classifier
from kindreel.comments.features import extract
from kindreel.comments.function_words import FUNCTION_WORDS
from kindreel.comments.labels import COLUMN
from kindreel.model.comment import Label


def words(text: str, classifier: Classifier, label: str) -> list[str]:
    found = explain.reasons(classifier, text)
    return [text[r.start : r.end] for r in found if r.label == label]


def test_a_reason_points_at_the_insult_as_it_was_written(classifier: Classifier):
    text = "Lol you are such an 1d1ot bro"
    reason = next(r for r in explain.reasons(classifier, text) if r.label == "unkind")
    assert "1d1ot" in text[reason.start : reason.end]
    assert "idiot" in explain.read_as(text, reason)


def test_a_word_written_plainly_needs_no_reading(classifier: Classifier):
    text = "what an idiot"
    reason = next(r for r in explain.reasons(classifier, text) if r.label == "unkind")
    assert explain.read_as(text, reason) == ""


def test_kindness_is_explained_too(classifier: Classifier):
    assert "love" in " ".join(words("I love this so much, thank you", classifier, "kind")).lower()


def test_kindness_less_likely_than_a_queue_asks_is_not_explained(classifier: Classifier):
    text = "I love this so much, thank you"
    strict = replace(classifier.model, thresholds=classifier.model.thresholds | {"kind": 1.01})
    assert words(text, classifier, "kind")
    assert not words(text, Classifier(strict), "kind")


def test_a_phrase_is_named_as_a_whole(classifier: Classifier):
    assert "kill yourself" in words("please go kill yourself lol", classifier, "selfharm")


def test_a_plain_comment_has_no_reasons(classifier: Classifier):
    assert explain.reasons(classifier, "what time is the next part") == ()


SAMPLES = [
    "you are a pathetic idiot",
    "Great song. I loved every part of it, honestly. You are a stupid clown though!",
    "",
    "eres un p3nd3jo 😂😂",
    "muka lo kayak badut, goblok banget sih. Videonya bagus kok, tapi lo tolol!",
]


@pytest.mark.parametrize("label", [Label.UNKIND, Label.KIND, Label.SPAM])
@pytest.mark.parametrize("text", SAMPLES)
def test_shares_add_up_to_the_score(classifier: Classifier, text: str, label: Label):
    expected = classifier.log_odds(extract([text]))[0, COLUMN[label]]
    assert explain.shares(classifier, text, label).log_odds == pytest.approx(expected, abs=2e-3)


@settings(deadline=None, max_examples=60)
@given(st.text(max_size=120))
def test_reasons_lie_inside_any_text(classifier: Classifier, text: str):
    for reason in explain.reasons(classifier, text):
        assert 0 <= reason.start <= reason.end <= len(text)
        explain.read_as(text, reason)


def test_the_smallest_words_are_no_reason_beside_telling_ones(classifier: Classifier):
    text = "te lo digo a ti, eres un idiota y un payaso, no te soporto"
    told = [text[r.start : r.end] for r in explain.reasons(classifier, text)]
    assert told
    assert all(any(len(word.strip(",.")) > 2 for word in part.split()) for part in told)


@pytest.mark.parametrize(
    ("text", "telling"),
    [
        ("lo que tú dices es de un payaso, y ya", "payaso"),
        ("kamu itu memang goblok ya", "goblok"),
        ("ikaw yung pinakapangit na tao dito", "pinakapangit"),
        ("@ana @luis you are such a clown", "clown"),
    ],
)
def test_a_reason_begins_and_ends_with_a_telling_word(
    classifier: Classifier, text: str, telling: str
):
    told = words(text, classifier, "unkind")
    assert telling in told[0]
    for part in told:
        ends = {part.split()[0].strip("@,.").lower(), part.split()[-1].strip(",.").lower()}
        assert not ends & FUNCTION_WORDS
        assert not ends & {"ana", "luis"}


def test_a_long_text_of_many_small_hints_has_a_reason_too(classifier: Classifier):
    text = (
        "Buy followers and likes and views and coins, cheap offers for your channel, visit the "
        "site for crypto bonus codes, giveaway vouchers, casino credits, loans, trading signals, "
        "working from home, weight loss tea, whatsapp me for promo, link in my bio for discounts"
    )
    assert explain.reasons(classifier, text)


def test_what_is_weak_beside_the_strongest_is_left_out(classifier: Classifier):
    found = [
        r.weight
        for r in explain.reasons(classifier, "you idiot, your song and the street and the weather")
        if r.label == "unkind"
    ]
    assert found
    assert min(found) >= 0.4 * max(found)
