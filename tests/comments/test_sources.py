from dataclasses import replace

import numpy as np
import pytest

from kindreel.comments import sources
from kindreel.comments.corpus import Corpus
from kindreel.comments.labels import COLUMN, LABELS
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
