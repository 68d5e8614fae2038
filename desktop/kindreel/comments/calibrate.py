"""Turns a model's log-odds into honest likelihoods, and sets where the queues begin.

Both are fitted on held-back comments, our own weighed as found (`sources.as_found`). A language
with little of its own leans on all five.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from kindreel.comments import sources
from kindreel.comments.classify import BATCH, Classifier
from kindreel.comments.corpus import Corpus
from kindreel.comments.features import extract
from kindreel.comments.labels import COLUMN, LABELS, LANGUAGES
from kindreel.comments.weights import Weights
from kindreel.model.comment import Label

FEWEST = 40
"""Positives and negatives a language needs for a calibration of its own."""

_PRECISION = {
    "unkind": (Label.UNKIND, 0.80, 0.60),
    "kind": (Label.KIND, 0.75, 0.5),
    "spam": (Label.SPAM, 0.93, 0.5),
    "severe_threat": (Label.THREAT, 0.80, 0.5),
    "severe_selfharm": (Label.SELFHARM, 0.80, 0.5),
    "severe_sexual": (Label.SEXUAL, 0.80, 0.5),
    "severe_hate": (Label.HATE, 0.88, 0.75),
}
"""For each queue its label, the precision it must reach, and the lowest limit allowed."""

_UNSURE = {
    "unsure": 0.35,
    "unsure_threat": 0.25,
    "unsure_selfharm": 0.25,
    "unsure_sexual": 0.25,
    "unsure_hate": 0.40,
}
_HIGHEST = 0.92
_DRAW, _FARTHEST = 2.0, 1.0
Floats = NDArray[np.float32]


def log_odds_of(classifier: Classifier, texts: list[str]) -> Floats:
    """Uncalibrated log-odds of many texts."""
    return np.concatenate(
        [classifier.log_odds(extract(texts[at : at + BATCH])) for at in range(0, len(texts), BATCH)]
    )


def calibrated(classifier: Classifier, dev: Corpus) -> Weights:
    """The model with calibration and queue limits from held-back comments."""
    dev = sources.as_found(dev)
    log_odds = log_odds_of(classifier, dev.texts)
    language = log_odds[:, len(LABELS) :].argmax(axis=1)
    slope = np.ones((len(LANGUAGES), len(LABELS)), np.float32)
    offset = np.zeros_like(slope)
    for label in range(len(LABELS)):
        told, weight = sources.heard(dev, LABELS[label])
        known, truth = ~np.isnan(told), told > 0.5
        common = _platt(log_odds[known, label], truth[known], weight[known])
        slope[:, label], offset[:, label] = common
        for spoken in range(len(LANGUAGES)):
            here = known & (language == spoken)
            if min(truth[here].sum(), (~truth[here]).sum()) >= FEWEST:
                own = _platt(log_odds[here, label], truth[here], weight[here])
                slope[spoken, label], offset[spoken, label] = own
    model = replace(classifier.model, slope=slope, offset=offset)
    return replace(model, thresholds=_limits(Classifier(model), log_odds, dev))


def _platt(log_odds: Floats, truth: NDArray[np.bool_], weight: Floats) -> tuple[float, float]:
    """Slope and offset of a logistic fit by Newton's method, lightly drawn to (1, 0)."""
    x, even = log_odds.astype(np.float64), weight / weight.mean()
    line = np.array([1.0, 0.0])
    for _ in range(60):
        likely = 1 / (1 + np.exp(-np.clip(line[0] * x + line[1], -30, 30)))
        drawn = np.array([_DRAW * (line[0] - 1), 1e-3 * line[1]])
        error, spread = even * (likely - truth), even * likely * (1 - likely)
        gradient = np.array([(error * x).sum(), error.sum()]) + drawn
        off = (spread * x).sum()
        bend = np.array([[(spread * x * x).sum() + _DRAW, off], [off, spread.sum() + 1e-3]])
        step = np.linalg.solve(bend, gradient)
        # Far steps leave the region where the curve is known.
        step *= min(1.0, _FARTHEST / np.abs(step).max())
        line = line - step
        if np.abs(step).max() < 1e-6:
            break
    return float(np.clip(line[0], 0.2, 5.0)), float(line[1])


def _limits(classifier: Classifier, log_odds: Floats, dev: Corpus) -> dict[str, float]:
    scores = 1 / (1 + np.exp(-np.clip(classifier.calibrated(log_odds), -30, 30)))
    limits = dict(_UNSURE)
    for name, (label, precision, lowest) in _PRECISION.items():
        column = COLUMN[label]
        told, weight = sources.heard(dev, label)
        known = ~np.isnan(told)
        right = np.where(told[known] > 0.5, weight[known], np.float32(0))
        found = _limit(scores[known, column], right, weight[known], precision)
        limits[name] = max(lowest, found)
    return limits


def _limit(scores: Floats, right: Floats, weight: Floats, precision: float) -> float:
    """The lowest limit from which on this share of the weight above is right."""
    order = np.argsort(-scores, kind="stable")
    share = np.cumsum(right[order]) / np.cumsum(weight[order])
    good = np.flatnonzero(share >= precision)
    limit = float(scores[order[good[-1]]]) if len(good) else _HIGHEST
    return round(min(limit, _HIGHEST), 4)
