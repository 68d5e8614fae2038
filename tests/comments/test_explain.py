import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kindreel.comments import explain
from kindreel.comments.classify import Classifier
from kindreel.comments.features import extract
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


def test_a_phrase_is_named_as_a_whole(classifier: Classifier):
    assert "kill yourself" in words("please go kill yourself lol", classifier, "selfharm")


def test_a_plain_comment_has_no_reasons(classifier: Classifier):
    assert explain.reasons(classifier, "what time is the next part") == ()


SAMPLES = [
    "you are a pathetic idiot",
    "Great song. I loved every part of it, honestly. You are a stupid clown though!",
    "",
    "eres un p3nd3jo 😂😂",
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
