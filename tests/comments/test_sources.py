from dataclasses import replace

import numpy as np
import pytest

from kindreel.comments import sources
from kindreel.comments.corpus import Corpus
from kindreel.comments.labels import COLUMN, EXPERTS, LABELS, LANGUAGES
from kindreel.model.comment import Label

COUNT = 100


@pytest.fixture
def one_sided() -> Corpus:
    """Two sources: one in which nearly all comments are unkind, one in which few are."""
    labels = np.full((COUNT, len(LABELS)), np.nan, np.float32)
    labels[:, COLUMN[Label.UNKIND]] = np.r_[[1.0] * 45, [0.0] * 5, [1.0] * 5, [0.0] * 45]
    return Corpus(
        [f"comment {i}" for i in range(COUNT)],
        labels,
        np.zeros(COUNT, np.int64),
        np.array(["rude"] * 50 + ["calm"] * 50),
        np.zeros(COUNT, np.bool_),
        np.ones(COUNT, np.float32),
    )


def test_a_source_tells_less_whether_a_comment_is_unkind(one_sided: Corpus):
    truth, weight = sources.lesson(one_sided, Label.UNKIND)
    for source in ("rude", "calm"):
        here = one_sided.source == source
        share = weight[here & (truth == 1)].sum() / weight[here].sum()
        assert weight[here].sum() == pytest.approx(50)
        assert abs(share - sources.SHARE) < abs(truth[here].mean() - sources.SHARE)


def test_an_expert_heeds_its_own_languages_most(one_sided: Corpus):
    spoken = replace(one_sided, language=np.arange(COUNT) % len(LANGUAGES))
    _, alike = sources.lesson(spoken, Label.UNKIND)
    for number, family in enumerate(EXPERTS):
        truth, weight = sources.lesson_of_family(spoken, number)
        heeded = weight / alike
        ours = np.isin(spoken.language, [LANGUAGES.index(name) for name in family])
        assert (heeded[ours] == 1).all()
        assert 0 < heeded[~ours].min() < 0.5
        assert not np.isnan(truth).any()


def test_learning_leaves_the_corpus_as_it_is(one_sided: Corpus):
    before = one_sided.labels.copy(), one_sided.weight.copy()
    for label in Label:
        sources.lesson(one_sided, label)
    assert np.array_equal(one_sided.labels, before[0], equal_nan=True)
    assert np.array_equal(one_sided.weight, before[1])


def test_what_attacks_no_woman_is_no_attack_in_a_set_about_women(one_sided: Corpus):
    labels = np.full_like(one_sided.labels, np.nan)
    labels[:, COLUMN[Label.HATE]] = np.arange(COUNT) % 2
    about = replace(one_sided, labels=labels, source=np.array(["edos"] * COUNT))
    truth, _ = sources.lesson(about, Label.UNKIND)
    assert np.array_equal(truth, labels[:, COLUMN[Label.HATE]])


def test_our_own_comments_count_as_if_few_were_unkind_and_others_as_they_are(one_sided: Corpus):
    mixed = replace(one_sided, source=np.array(["own"] * 50 + ["calm"] * 50))
    found = sources.as_found(mixed)
    unkind = mixed.labels[:, COLUMN[Label.UNKIND]] == 1
    assert found.weight[:50].sum() == pytest.approx(50)
    assert found.weight[:50][unkind[:50]].sum() == pytest.approx(50 * sources.COMMON)
    assert (found.weight[50:] == 1).all()
    assert (mixed.weight == 1).all()


def test_one_sided_writing_in_a_language_stays_as_it_is(one_sided: Corpus):
    spanish = np.r_[[1] * 5, [0] * 95]
    mixed = replace(one_sided, source=np.array(["own"] * 100), language=spanish)
    found = sources.as_found(mixed)
    assert (found.weight[:5] == 1).all()
    assert found.weight[5:].sum() == pytest.approx(95)


def test_talk_that_nobody_asked_about_spam_counts_a_little_as_none(one_sided: Corpus):
    labels = one_sided.labels.copy()
    labels[0, COLUMN[Label.SPAM]] = 1
    talk = replace(one_sided, labels=labels, source=np.array(["toldbr"] * 50 + ["calm"] * 50))
    truth, weight = sources.lesson(talk, Label.SPAM)
    assert truth[0] == weight[0] == 1
    assert (truth[1:50] == 0).all()
    assert (weight[1:50] < 1).all()
    assert np.isnan(truth[50:]).all()
