"""Fits one column of the model: a weight for each feature, from comments and how likely they are.

Evidence-scaled logistic regression, as in Wang and Manning 2012 (NBSVM), by averaged stochastic
gradient descent. Word vectors may stand beside the features; since a comment's vector is a sum
over its words, what is learned about them becomes a weight for each word.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from kindreel.comments import rows, taught
from kindreel.comments.features import COUNT, FAMILIES, SIZES, Features, extract

SEED = 20
_BATCH = 4096
_ALPHA = 1.2e-6
_EPOCHS = 6
_ORDERS = 6
"""A model is the mean of so many that met the comments in different orders: less is chance."""

_SMOOTHING = 1.0
_RAREST = 3
"""Features of fewer comments are forgotten: they only remember single comments."""

_SURE = 0.95
"""A comment is learned from as both, each by its likelihood, unless it is as sure as this."""

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Lessons:
    """Comments as features, and as the meaning of their words: a row for each comment."""

    matrix: sparse.csr_array
    meaning: Floats

    def only(self, chosen: NDArray[np.intp]) -> Lessons:
        """Some of the comments."""
        return Lessons(self.matrix[chosen], self.meaning[chosen])


def read(texts: list[str]) -> Lessons:
    """All comments as one sparse matrix, each row divided by the root of its size."""
    parts = [_read(texts[at : at + _BATCH]) for at in range(0, len(texts), _BATCH)]
    matrix = sparse.csr_array(sparse.vstack([part.matrix for part in parts], format="csr"))
    return Lessons(matrix, np.concatenate([part.meaning for part in parts]))


def _read(texts: list[str]) -> Lessons:
    features = extract(texts)
    return Lessons(_matrix(features), taught.word_vectors().meaning(features))


def _matrix(features: Features) -> sparse.csr_array:
    whole = rows.comment_rows(features)
    char_comment = np.searchsorted(features.ends, np.arange(len(features.chars)))
    word_comment = np.searchsorted(features.ends, features.found.start)
    comment = np.r_[
        np.repeat(char_comment, len(SIZES)), np.repeat(word_comment, len(FAMILIES))
    ].astype(np.int32)
    buckets = np.r_[features.chars.ravel(), features.words.ravel()]
    inside = (buckets > 0) & (comment < len(whole.starts))
    comment, buckets = comment[inside], buckets[inside]
    values = (1 / np.sqrt(rows.sizes(features, whole)))[comment]
    shape = (len(whole.starts), COUNT)
    built = sparse.coo_array((values, (comment, buckets)), shape=shape).tocsr()
    built.sort_indices()
    return built


def _share(matrix: sparse.csr_array, weight: Floats) -> Floats:
    """How often each feature is in these comments, smoothed, adding up to one."""
    each = np.repeat(weight, np.diff(matrix.indptr))
    counts = np.bincount(matrix.indices, each, minlength=matrix.shape[1]) + _SMOOTHING
    return np.asarray(counts / counts.sum(), np.float32)


def _evidence(matrix: sparse.csr_array, positive: NDArray[np.bool_], weight: Floats) -> Floats:
    """The root of each feature's naive-Bayes log ratio; 0 for rare features."""
    ratio = np.log(
        _share(matrix[positive], weight[positive]) / _share(matrix[~positive], weight[~positive])
    )
    strength: Floats = np.sqrt(np.abs(ratio)).astype(np.float32)
    strength[np.bincount(matrix.indices, minlength=matrix.shape[1]) < _RAREST] = 0
    return strength


def _scaled(matrix: sparse.csr_array, by: Floats) -> sparse.csr_array:
    values = matrix.data * by[matrix.indices]
    return sparse.csr_array((values, matrix.indices, matrix.indptr), shape=matrix.shape)


def fit(
    lessons: Lessons, truth: Floats, weight: Floats, *, meaning: bool = False
) -> tuple[Floats, float]:
    """Weights and bias of one logistic model. truth: 0 to 1, NaN for comments to leave out."""
    from sklearn.linear_model import SGDClassifier  # noqa: PLC0415 - needed only to train

    chosen, positive, weight = _answers(truth, weight)
    matrix = lessons.matrix[chosen]
    evidence = _evidence(matrix, positive, weight)
    scaled = sparse.csr_matrix(_scaled(matrix, evidence))
    if meaning:
        beside = sparse.csr_array(lessons.meaning[chosen])
        scaled = sparse.csr_matrix(sparse.hstack([scaled, beside], format="csr"))
    model = SGDClassifier(loss="log_loss", alpha=_ALPHA, max_iter=_EPOCHS, tol=None, average=True)
    found = np.zeros(scaled.shape[1] + 1)
    for order in range(_ORDERS):
        model.set_params(random_state=SEED + order)
        model.fit(scaled, positive, sample_weight=weight / weight.mean())
        found += np.r_[model.coef_[0], model.intercept_] / _ORDERS
    learned = (found[:COUNT] * evidence).astype(np.float32)
    if meaning:
        vectors = taught.word_vectors()
        learned[vectors.bucket] += vectors.vector @ found[COUNT:-1].astype(np.float32)
    return learned, float(found[-1])


def _answers(
    truth: Floats, weight: Floats
) -> tuple[NDArray[np.intp], NDArray[np.bool_], NDArray[np.float32]]:
    """Which comments are learned from, as what, and their weights; an unsure one is there twice."""
    yes, no = np.flatnonzero(truth > 1 - _SURE), np.flatnonzero(truth < _SURE)
    unsure = (truth > 1 - _SURE) & (truth < _SURE)
    likely = np.where(unsure, truth, 1.0)
    against = np.where(unsure, 1 - truth, 1.0)
    chosen = np.r_[yes, no]
    weights = np.r_[weight[yes] * likely[yes], weight[no] * against[no]]
    return chosen, np.arange(len(chosen)) < len(yes), weights.astype(np.float32)


def recipe() -> str:
    """All of this module's choices as text: another recipe is another model."""
    return repr((SEED, _ALPHA, _EPOCHS, _ORDERS, _SMOOTHING, _RAREST, _SURE, taught.recipe()))
