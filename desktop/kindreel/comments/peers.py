"""Other offline classifiers, measured on the same comments when they are installed.

Kindreel needs none of them. Two pin an old scikit-learn, so they want an environment of their own:
install there what is to be compared, pandas and pyarrow, and run `python -m kindreel evaluate`
with Kindreel's folder on PYTHONPATH.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Sequence
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

Scorer: TypeAlias = Callable[[Sequence[str]], NDArray[np.float64]]


def _module(name: str) -> Any:
    return importlib.import_module(name)


def _alt_profanity_check() -> Scorer:
    predict = _module("profanity_check").predict_prob
    return lambda texts: np.asarray(predict(texts), np.float64)


def _vader() -> Scorer:
    analyser = _module("vaderSentiment.vaderSentiment").SentimentIntensityAnalyzer()
    return lambda texts: np.array([-analyser.polarity_scores(t)["compound"] for t in texts])


def _best_profanity() -> Scorer:
    predict = _module("best_profanity").predict_prob
    # It gives two likelihoods for each text, the second is that of profanity.
    return lambda texts: np.asarray(predict(texts), np.float64).reshape(len(texts), -1)[:, -1]


def _abusify_id() -> Scorer:
    found = _module("abusify_id.predict_abusiveness")

    def score(texts: Sequence[str]) -> NDArray[np.float64]:
        likely = found.model.predict_proba(found.tfidf_vectorizer.transform(texts))
        return np.asarray(likely[:, 1], np.float64)

    return score


PEERS: dict[str, Callable[[], Scorer]] = {
    "alt-profanity-check": _alt_profanity_check,
    "vaderSentiment": _vader,
    "best-profanity": _best_profanity,
    "abusify-id": _abusify_id,
}
"""Names as on the package index, and what loads them."""


def installed() -> dict[str, Scorer]:
    """The peers that are installed here, ready to score."""
    found = {}
    for name, load in PEERS.items():
        try:
            found[name] = load()
        except ImportError:
            continue
    return found
