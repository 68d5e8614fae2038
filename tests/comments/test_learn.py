import numpy as np
import pytest

from kindreel import paths
from kindreel.comments import corpus, learn, probes
from kindreel.comments.classify import Classifier
from kindreel.comments.learn import Correction, PersonalLayer, meant_by
from kindreel.errors import ImportFileError
from kindreel.model.comment import Label, Queue

IN_JOKES = [f"you absolute walnut, {rest}" for rest in ("bravo", "again", "haha", "nice", "ok")]
UNRELATED = [
    "go away you pathetic idiot",
    "eres un pendejo",
    "what a lovely song, thank you",
    "which brush do you use",
]


def unkind(classifier: Classifier, text: str) -> float:
    return classifier.score_many([text])[0].unkind


def test_a_correction_moves_the_comment_and_its_like(classifier: Classifier):
    layer = PersonalLayer().taught(Correction(t, Label.UNKIND, holds=True) for t in IN_JOKES)
    personal = layer.fitted(classifier)
    assert unkind(personal, IN_JOKES[0]) > 0.5
    assert unkind(personal, "walnut strikes back") > unkind(classifier, "walnut strikes back")


@pytest.mark.parametrize(
    "text",
    [
        "eres una pantufla con patas, de verdad",
        "você é uma pantufa velha, de verdade",
        "kamu itu kayak sandal jepit banget sih",
        "para kang tsinelas na luma talaga",
    ],
)
def test_every_expert_can_be_taught(classifier: Classifier, text: str):
    layer = PersonalLayer().taught([Correction(text, Label.UNKIND, holds=True)])
    assert unkind(layer.fitted(classifier), text) > unkind(classifier, text)


def test_learning_does_not_forget_the_rest(classifier: Classifier):
    layer = PersonalLayer().taught(Correction(t, Label.UNKIND, holds=True) for t in IN_JOKES)
    before = classifier.score_array(UNRELATED)
    after = layer.fitted(classifier).score_array(UNRELATED)
    np.testing.assert_allclose(after, before, atol=0.25)
    np.testing.assert_array_equal(after[:, 1:], before[:, 1:])


@pytest.fixture(scope="module")
def held_back() -> corpus.Corpus:
    ours = corpus.ours(paths.resource("training"))
    return ours.only(ours.dev)


def test_the_base_is_never_forgotten(classifier: Classifier, held_back: corpus.Corpus):
    """Hundreds of held-back comments keep their order, even where a third of what was taught is
    wrong; what is right helps."""
    told = probes.kept(classifier, held_back)
    assert {k.corrections for k in told} == set(probes.CORRECTIONS)
    for kept in told:
        margin = 0.05 if kept.wrong else 0.01
        assert kept.after > kept.before - margin, kept
        assert kept.elsewhere < 0.005, kept


def test_hundreds_of_corrections_hold_together(classifier: Classifier):
    texts = [f"{'glimber' if i % 2 == 0 else 'wandle'} said word{i}" for i in range(300)]
    layer = PersonalLayer().taught(
        Correction(text, Label.UNKIND, holds=i % 2 == 0) for i, text in enumerate(texts)
    )
    taught = layer.fitted(classifier)
    assert unkind(taught, "glimber said so") > 0.8 + unkind(taught, "wandle said so")
    untaught = unkind(classifier, "glimber was here")
    assert unkind(taught, "glimber was here") > 0.1 + max(
        untaught, unkind(taught, "wandle was here")
    )


def test_undo_and_reset_give_the_earlier_scores(classifier: Classifier):
    first = PersonalLayer().taught([Correction("walnut", Label.UNKIND, holds=True)])
    second = first.taught([Correction("acorn", Label.UNKIND, holds=True)])
    assert second.undone() == first
    assert second.undone(9) == PersonalLayer()
    texts = [*UNRELATED, "walnut"]
    np.testing.assert_array_equal(
        PersonalLayer().fitted(classifier).score_array(texts), classifier.score_array(texts)
    )


def test_a_later_correction_of_the_same_comment_replaces_the_earlier():
    layer = PersonalLayer().taught([Correction("walnut", Label.UNKIND, holds=True)])
    layer = layer.taught([Correction("walnut", Label.UNKIND, holds=False)])
    assert layer.corrections == (Correction("walnut", Label.UNKIND, holds=False),)


def test_a_layer_survives_being_exported():
    layer = PersonalLayer().taught(meant_by("qué padre 😂", Queue.KIND))
    assert PersonalLayer.from_json(layer.to_json()) == layer


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"corrections": [{"label": "nice"}]}'])
def test_a_foreign_file_is_refused(text: str):
    with pytest.raises(ImportFileError):
        PersonalLayer.from_json(text)


def test_the_change_is_told_by_corrections_that_were_not_learned(classifier: Classifier):
    layer = PersonalLayer().taught(Correction(t, Label.UNKIND, holds=True) for t in IN_JOKES * 1)
    told = learn.change(layer, classifier)
    assert told.count == 5
    assert told.after > told.before


def test_too_few_corrections_promise_nothing(classifier: Classifier):
    assert learn.change(PersonalLayer(), classifier).count == 0


@pytest.mark.parametrize("queue", list(Queue))
def test_every_queue_says_what_a_person_means(queue: Queue):
    labels = [c.label for c in meant_by("text", queue)]
    assert len(labels) == len(set(labels))
