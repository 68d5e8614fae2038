"""Measures of a classifier: ranking, calibration, precision at the top."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.floating]
Truth = NDArray[np.bool_]


def area_under_curve(scores: Floats, truth: Truth) -> float:
    """ROC-AUC: how often a positive is ranked above a negative; ties count half."""
    positives = int(truth.sum())
    negatives = len(truth) - positives
    if not positives or not negatives:
        return float("nan")
    _, inverse, counts = np.unique(scores, return_inverse=True, return_counts=True)
    last = np.cumsum(counts)
    ranks = (last - (counts - 1) / 2)[inverse]
    return float((ranks[truth].sum() - positives * (positives + 1) / 2) / (positives * negatives))


def precision_at_top(scores: Floats, truth: Truth, share: float = 0.05) -> float:
    """Share of positives among the highest-scored comments."""
    count = max(1, round(len(scores) * share))
    return float(truth[np.argsort(-scores, kind="stable")[:count]].mean())


def calibration_error(
    scores: Floats, truth: Truth, weight: Floats | None = None, bins: int = 10
) -> float:
    """Expected calibration error over equal-width bins. weight: what each comment counts, or 1."""
    if not len(scores):
        return float("nan")
    each = np.ones(len(scores)) if weight is None else weight
    index = np.minimum((scores * bins).astype(np.int64), bins - 1)
    gap = np.bincount(index, each * (scores - truth), minlength=bins)
    return float(np.abs(gap).sum() / each.sum())


def reliability(scores: Floats, truth: Truth, bins: int = 10) -> list[tuple[float, float, int]]:
    """Mean likelihood, share of positives and count of each bin that holds anything."""
    index = np.minimum((scores * bins).astype(np.int64), bins - 1)
    return [
        (float(scores[index == b].mean()), float(truth[index == b].mean()), int((index == b).sum()))
        for b in range(bins)
        if (index == b).any()
    ]


def best_f1(scores: Floats, truth: Truth) -> float:
    """The best F1 any limit gives."""
    order = np.argsort(-scores, kind="stable")
    hits = np.cumsum(truth[order])
    count = np.arange(1, len(order) + 1)
    return float((2 * hits / (count + truth.sum())).max()) if truth.any() else float("nan")
