"""Training: one linear model for each label and language, calibrated, in small numbers."""

from __future__ import annotations

import hashlib
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from kindreel.comments import calibrate, rows, sources, weights
from kindreel.comments.classify import Classifier
from kindreel.comments.corpus import Corpus, gather
from kindreel.comments.features import BITS, FAMILIES, SIZES, Features, extract
from kindreel.comments.labels import LABEL_NAMES, LABELS, LANGUAGES
from kindreel.comments.weights import LANES, ZERO, Weights
from kindreel.jobs import Progress, silent

SEED = 20
_BATCH = 4096
_ALPHA = 1.2e-6
_EPOCHS = 6
_PER_LANGUAGE = 8000
_SMOOTHING = 1.0
_AT_ONCE = 2
"""Labels learned at the same time; each needs a copy of all features."""

_RAREST = 3
"""Features of fewer comments are forgotten: they only remember single comments."""

_SMALLEST = 2
"""Smaller int8 weights are dropped: they change no ranking."""

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class TrainingReport:
    """What was trained, on what, and where it went."""

    version: str
    path: Path
    comments: int
    own: int
    kept_weights: int
    bytes: int


def train(data: Path, out: Path, progress: Progress = silent) -> TrainingReport:
    """Train on a parquet file and our own comments, and write the weights to `out`."""
    corpus = gather(data)
    model = fit(corpus, progress)
    weights.save(out, model)
    return TrainingReport(
        model.version,
        out,
        len(corpus),
        int((corpus.source == "own").sum()),
        int(np.count_nonzero(model.table != ZERO)),
        out.stat().st_size,
    )


def fit(corpus: Corpus, progress: Progress = silent) -> Weights:
    """A calibrated model; the same corpus gives the same weights."""
    steps = len(LABEL_NAMES) + len(LANGUAGES) + 2
    progress(0, steps, "Reading features")
    training = corpus.only(~corpus.dev)
    matrix = features_of(training.texts)
    columns = []
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        labels = [
            pool.submit(_fit_label, matrix, training, index) for index in range(len(LABEL_NAMES))
        ]
        for index, name in enumerate(LABEL_NAMES):
            progress(1 + index, steps, f"Learning {name}")
            columns.append(labels[index].result())
    some = _some_of_each_language(training)
    matrix, language = matrix[some], training.language[some]
    for index, name in enumerate(LANGUAGES):
        progress(1 + len(LABEL_NAMES) + index, steps, f"Learning the language {name}")
        columns.append(_fit_language(matrix, language == index))
    progress(steps - 1, steps, "Calibrating")
    raw = _quantised(columns, version_of(corpus))
    return calibrate.calibrated(Classifier(raw), corpus.only(corpus.dev))


def _some_of_each_language(corpus: Corpus) -> NDArray[np.intp]:
    """Comments to tell languages by: the rest would teach nothing new."""
    draw = np.random.default_rng(SEED)
    return np.sort(
        np.concatenate(
            [
                draw.permutation(np.flatnonzero(corpus.language == index))[:_PER_LANGUAGE]
                for index in range(len(LANGUAGES))
            ]
        )
    )


def version_of(corpus: Corpus) -> str:
    """A short name that changes with the data and the recipe."""
    recipe = (_ALPHA, _EPOCHS, _SMOOTHING, _RAREST, _SMALLEST, BITS, SIZES, FAMILIES)
    digest = hashlib.sha256(f"{recipe}{sources.recipe()}".encode())
    for text in corpus.texts:
        digest.update(text.encode("utf-8", "surrogatepass"))
    digest.update(corpus.labels.tobytes())
    digest.update(corpus.weight.tobytes())
    return digest.hexdigest()[:12]


def features_of(texts: list[str]) -> sparse.csr_array:
    """All comments as one sparse matrix, each row divided by the root of its size."""
    parts = [_matrix(extract(texts[at : at + _BATCH])) for at in range(0, len(texts), _BATCH)]
    return sparse.csr_array(sparse.vstack(parts, format="csr"))


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
    shape = (len(whole.starts), 1 << BITS)
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


def _fit_label(matrix: sparse.csr_array, training: Corpus, index: int) -> tuple[Floats, float]:
    truth, weight = sources.lesson(training, LABELS[index])
    known = ~np.isnan(truth)
    return _fit_column(matrix[known], truth[known] > 0.5, weight[known])


def _fit_language(matrix: sparse.csr_array, positive: NDArray[np.bool_]) -> tuple[Floats, float]:
    # Every language weighs the same, however much of it there is.
    share = positive.mean()
    weight = np.where(positive, 0.2 / share, 0.8 / (1 - share)).astype(np.float32)
    return _fit_column(matrix, positive, weight)


def _fit_column(
    matrix: sparse.csr_array, positive: NDArray[np.bool_], weight: Floats
) -> tuple[Floats, float]:
    """Weights and bias of one logistic model on evidence-scaled features."""
    from sklearn.linear_model import SGDClassifier  # noqa: PLC0415 - needed only to train

    evidence = _evidence(matrix, positive, weight)
    model = SGDClassifier(
        loss="log_loss",
        alpha=_ALPHA,
        max_iter=_EPOCHS,
        tol=None,
        average=True,
        random_state=SEED,
    )
    scaled = _scaled(matrix, evidence)
    model.fit(sparse.csr_matrix(scaled), positive, sample_weight=weight / weight.mean())
    return (model.coef_[0] * evidence).astype(np.float32), float(model.intercept_[0])


def _quantised(columns: list[tuple[Floats, float]], version: str) -> Weights:
    """All columns as int8; calibration is still missing."""
    table = np.stack([column for column, _ in columns], axis=1)
    table[0] = 0
    # A few outliers may be cut: their words decide anyway.
    scale = np.asarray(np.quantile(np.abs(table), 0.99995, axis=0) / 127, np.float32)
    small = np.clip(np.rint(table / scale), -127, 127).astype(np.int8)
    small[np.abs(small) < _SMALLEST] = 0
    kept = np.asarray(small.any(axis=1), np.bool_)
    cells = np.full((1 + kept.sum(), LANES), ZERO, np.uint8)
    cells[1:, : small.shape[1]] += small[kept].astype(np.uint8)
    labels, languages = len(LABEL_NAMES), len(LANGUAGES)
    return Weights(
        version=version,
        kept=kept,
        table=cells,
        scale=scale,
        bias=np.array([bias for _, bias in columns], np.float32),
        slope=np.ones((languages, labels), np.float32),
        offset=np.zeros((languages, labels), np.float32),
        thresholds={},
    )
