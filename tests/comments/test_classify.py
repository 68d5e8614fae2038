from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kindreel.comments import classify, rows
from kindreel.comments.classify import Classifier
from kindreel.comments.features import extract
from kindreel.comments.labels import COLUMN, COLUMNS, EXPERT, EXPERTS, LABELS, LANGUAGES
from kindreel.comments.phrases import CERTAIN, DOUBTFUL
from kindreel.comments.weights import LANES
from kindreel.errors import ModelFileError
from kindreel.model.comment import Label, Queue, Score

UNKIND = [
    "you are a pathetic idiot, nobody likes you",
    "eres un pendejo, das asco",
    "você é um lixo, seu imbecil",
    "goblok banget lo, muka kayak babi",
    "ang bobo mo, ang pangit mo pa",
]
KIND = [
    "this made my day, thank you so much, you are amazing",
    "qué hermoso video, te quiero mucho, gracias",
    "que vídeo lindo, parabéns, amo você",
    "keren banget kak, makasih ya, sehat selalu",
    "ang galing mo po, salamat, mahal ka namin",
]


def test_unkind_comments_are_found_in_five_languages(classifier: Classifier):
    assert all(q in {Queue.UNKIND, Queue.SEVERE} for q in queues(classifier, UNKIND))


def test_kind_comments_are_found_in_five_languages(classifier: Classifier):
    assert queues(classifier, KIND) == [Queue.KIND] * 5


def queues(classifier: Classifier, texts: list[str]) -> list[Queue]:
    return classifier.queues(classifier.score_array(texts))


@pytest.mark.parametrize(
    "text",
    [
        "go kill yourself",
        "mátate ya",
        "vai se matar",
        "mending lo mati aja",
        "magpakamatay ka na",
        "i know where you live",
        "te voy a matar",
    ],
)
def test_urging_selfharm_and_threats_are_severe(classifier: Classifier, text: str):
    assert queues(classifier, [text]) == [Queue.SEVERE]


def test_a_condemned_threat_is_left_to_a_person(classifier: Classifier):
    text = "please don't tell anyone to kill themselves, if someone says go die to you, report it"
    assert queues(classifier, [text])[0] is not Queue.SEVERE


def test_spam_is_found(classifier: Classifier):
    text = "free iphone!!! click here www.win-now.xyz and earn $500 a day"
    assert queues(classifier, [text]) == [Queue.SPAM]


def test_a_long_friendly_text_does_not_hide_an_insult(classifier: Classifier):
    friendly = "Lovely music and great colours, I watched it three times with my sister. "
    text = friendly * 3 + "You are a worthless idiot. " + friendly * 3
    assert classifier.score_many([text])[0].unkind > 0.6


@pytest.mark.parametrize("insult", ["1d1ot", "i d i o t", "ídíót", "idiooooot", "і\u200bdiot"])
def test_a_disguised_insult_counts_like_a_plain_one(classifier: Classifier, insult: str):
    plain, masked = classifier.score_many(["you are an idiot", f"you are an {insult}"])
    assert masked.unkind == pytest.approx(plain.unkind, abs=0.05)


def test_all_groups_score_the_same_in_the_same_sentence(classifier: Classifier):
    groups = ["women", "muslims", "jews", "christians", "asians", "filipinos"]
    scores = classifier.score_array([f"{group} are my neighbours" for group in groups])
    assert np.ptp(scores, axis=0).max() < 1e-5


def test_the_array_and_the_scores_agree(classifier: Classifier):
    array = classifier.score_array(UNKIND + KIND)
    scores = classifier.score_many(UNKIND + KIND)
    assert [list(s.values()) for s in scores] == array.tolist()
    assert [classifier.queue(s) for s in scores] == classifier.queues(array)


def test_many_comments_score_as_each_one_alone(classifier: Classifier):
    texts = (UNKIND + KIND + ["", "😂", "ok. " * 80]) * 200
    array = classifier.score_array(texts)
    alone = np.concatenate([classifier.score_array([t]) for t in texts[:13]])
    assert len(texts) > classify.BATCH
    np.testing.assert_allclose(array[-13:], alone, atol=1e-5)


def test_no_comments_give_no_scores(classifier: Classifier):
    assert classifier.score_array([]).shape == (0, 9)
    assert classifier.score_many([]) == []


@settings(deadline=None, max_examples=60)
@given(st.lists(st.text(max_size=200), max_size=4))
def test_any_text_gets_likelihoods(classifier: Classifier, texts: list[str]):
    scores = classifier.score_array(texts)
    assert scores.shape == (len(texts), 9)
    assert ((scores >= 0) & (scores <= 1)).all()


def test_the_language_of_a_comment_is_told(classifier: Classifier):
    assert classifier.languages(UNKIND + KIND) == ["en", "es", "pt", "id", "tl"] * 2


@pytest.mark.parametrize("damage", ["missing", "cut", "altered", "empty"])
def test_a_damaged_model_is_refused_with_a_sentence(tmp_path: Path, damage: str):
    path = tmp_path / "comments.kmodel"
    data = bytearray(classify.shipped().read_bytes())
    if damage == "altered":
        data[len(data) // 2] ^= 1
    if damage != "missing":
        path.write_bytes({"cut": data[:-100], "empty": b""}.get(damage, bytes(data)))
    with pytest.raises(ModelFileError):
        Classifier.load(path)


def test_profanity_in_praise_is_not_unkind(classifier: Classifier):
    score = classifier.score_many(["holy shit this is so fucking good"])[0]
    assert score.unkind < 0.5
    assert score.of(Label.PROFANITY) > score.unkind


def test_columns_are_in_the_order_of_labels():
    assert [COLUMN[label] for label in Label] == list(range(9))


def test_every_language_has_an_expert_and_every_column_its_lane(classifier: Classifier):
    assert {int(column) for column in EXPERT} == set(COLUMNS[Label.UNKIND])
    assert COLUMNS[Label.UNKIND][0] == COLUMN[Label.UNKIND]
    assert len(classifier.model.scale) == len(LABELS) + len(LANGUAGES) + len(EXPERTS) - 1 <= LANES


def test_the_expert_for_the_language_answers(classifier: Classifier):
    for text in UNKIND:
        features = extract([text])
        column = int(classifier.columns(features, Label.UNKIND)[0])
        assert column == EXPERT[LANGUAGES.index(classifier.languages([text])[0])]
        added = rows.column_sums(
            features, rows.comment_rows(features), classifier.table.column(column)
        )
        size = rows.sizes(features, rows.comment_rows(features))
        alone = added / np.sqrt(size) + classifier.model.bias[column]
        assert classifier.log_odds(features)[0, COLUMN[Label.UNKIND]] == pytest.approx(
            alone[0], abs=1e-3
        )


def test_what_is_surely_kind_is_not_held_back_by_some_doubt(classifier: Classifier):
    assert classifier.queue(Score(kind=0.95, unkind=0.42)) is Queue.KIND
    assert classifier.queue(Score(kind=0.6, unkind=0.42)) is Queue.UNSURE
    assert classifier.queue(Score(kind=0.95, unkind=0.7)) is Queue.UNKIND
    assert classifier.queue(Score(kind=0.95, unkind=0.42, threat=DOUBTFUL)) is Queue.UNSURE


def test_a_phrase_that_may_be_quoted_makes_nothing_severe(classifier: Classifier):
    for label in (Label.THREAT, Label.SELFHARM, Label.SEXUAL):
        assert classifier.queue(Score(**{label.value: DOUBTFUL})) is Queue.UNSURE
        assert classifier.queue(Score(**{label.value: CERTAIN})) is Queue.SEVERE


@pytest.mark.parametrize(("unkind", "queue"), [(0.9, Queue.SEVERE), (0.1, Queue.UNSURE)])
def test_hate_that_attacks_nobody_is_left_to_a_person(
    classifier: Classifier, unkind: float, queue: Queue
):
    assert classifier.queue(Score(hate=0.99, unkind=unkind)) is queue


def test_a_short_sentence_is_read_alone_and_a_run_of_them_together():
    insult = extract(
        ["What a lovely day it was for all of us. You idiot. Thank you so much, friends."]
    )
    run = extract(
        ["Ugly. Fat. Dumb. Liar. Rat. Idiot. Thank you so much for the lovely video, my friend."]
    )
    assert len(rows.sentence_rows(insult).starts) == 3
    assert 3 <= len(rows.sentence_rows(run).starts) <= 5
