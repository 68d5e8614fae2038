"""Training: one linear model for each label and language, calibrated, in small numbers."""

from __future__ import annotations

import hashlib
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from kindreel.comments import calibrate, columns, rows, sources, veiled, weights
from kindreel.comments.classify import Classifier
from kindreel.comments.columns import SEED
from kindreel.comments.corpus import NO_COMMENTS, Corpus, gather
from kindreel.comments.features import BITS, FAMILIES, SIZES
from kindreel.comments.labels import COLUMNS, LABELS, LANGUAGES
from kindreel.comments.weights import LANES, ZERO, Weights
from kindreel.jobs import Progress, silent
from kindreel.model.comment import Label

_PER_LANGUAGE = 8000
_AT_ONCE = 2
"""Labels learned at the same time; each needs a copy of all features."""

_SMALLEST = 2
"""Smaller int8 weights are dropped: they change no ranking."""

Column = tuple[NDArray[np.float32], float]


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
        int((~np.isin(corpus.source, NO_COMMENTS)).sum()),
        int((corpus.source == "own").sum()),
        int(np.count_nonzero(model.table != ZERO)),
        out.stat().st_size,
    )


def fit(corpus: Corpus, progress: Progress = silent) -> Weights:
    """A calibrated model; the same corpus gives the same weights."""
    tasks = [(label, family) for label in LABELS for family in range(len(COLUMNS[label]))]
    steps = len(tasks) + len(LANGUAGES) + 2
    progress(0, steps, "Reading features")
    training = corpus.only(~corpus.dev)
    lessons = columns.read(training.texts)
    learned: dict[int, Column] = {}
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        fits = [pool.submit(_fit_label, lessons, training, *task) for task in tasks]
        for index, ((label, family), fitting) in enumerate(zip(tasks, fits, strict=True)):
            progress(1 + index, steps, f"Learning {label}")
            learned[COLUMNS[label][family]] = fitting.result()
    some = _some_of_each_language(training)
    lessons, language = lessons.only(some), training.language[some]
    for index, name in enumerate(LANGUAGES):
        progress(1 + len(tasks) + index, steps, f"Learning the language {name}")
        learned[len(LABELS) + index] = _fit_language(lessons, language == index)
    progress(steps - 1, steps, "Calibrating")
    raw = _quantised([learned[column] for column in sorted(learned)], version_of(corpus))
    return calibrate.calibrated(Classifier(raw), corpus.only(corpus.dev))


def _some_of_each_language(corpus: Corpus) -> NDArray[np.intp]:
    """Comments to tell languages by: the rest would teach nothing new."""
    draw, comments = np.random.default_rng(SEED), ~np.isin(corpus.source, NO_COMMENTS)
    return np.sort(
        np.concatenate(
            [
                draw.permutation(np.flatnonzero(comments & (corpus.language == index)))[
                    :_PER_LANGUAGE
                ]
                for index in range(len(LANGUAGES))
            ]
        )
    )


def version_of(corpus: Corpus) -> str:
    """A short name that changes with the data and the recipe."""
    recipe = (SEED, _SMALLEST, BITS, SIZES, FAMILIES)
    choices = (columns.recipe(), sources.recipe(), rows.recipe(), veiled.recipe())
    digest = hashlib.sha256(f"{recipe}{choices}".encode())
    for text in corpus.texts:
        digest.update(text.encode("utf-8", "surrogatepass"))
    digest.update(corpus.labels.tobytes())
    digest.update(corpus.weight.tobytes())
    return digest.hexdigest()[:12]


def _fit_label(lessons: columns.Lessons, training: Corpus, label: Label, family: int) -> Column:
    if len(COLUMNS[label]) > 1:
        truth, weight = sources.lesson_of_family(training, family)
    else:
        truth, weight = sources.lesson(training, label)
    return columns.fit(lessons, truth, weight, meaning=label in sources.MEANT)


def _fit_language(lessons: columns.Lessons, positive: NDArray[np.bool_]) -> Column:
    # Every language weighs the same, however much of it there is.
    share = positive.mean()
    weight = np.where(positive, 0.2 / share, 0.8 / (1 - share)).astype(np.float32)
    return columns.fit(lessons, positive.astype(np.float32), weight)


def _quantised(learned: list[Column], version: str) -> Weights:
    """All columns as int8; calibration is still missing."""
    table = np.stack([column for column, _ in learned], axis=1)
    table[0] = 0
    # A few outliers may be cut: their words decide anyway.
    scale = np.asarray(np.quantile(np.abs(table), 0.99998, axis=0) / 127, np.float32)
    small = np.clip(np.rint(table / scale), -127, 127).astype(np.int8)
    small[np.abs(small) < _SMALLEST] = 0
    kept = np.asarray(small.any(axis=1), np.bool_)
    cells = np.full((1 + kept.sum(), LANES), ZERO, np.uint8)
    cells[1:, : small.shape[1]] += small[kept].astype(np.uint8)
    labels, languages = len(LABELS), len(LANGUAGES)
    return Weights(
        version=version,
        kept=kept,
        table=cells,
        scale=scale,
        bias=np.array([bias for _, bias in learned], np.float32),
        slope=np.ones((languages, labels), np.float32),
        offset=np.zeros((languages, labels), np.float32),
        thresholds={},
    )
