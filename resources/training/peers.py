"""Measures other offline classifiers on the same comments, for a comparison side by side.

Kindreel does not depend on them: install what you want to compare in an environment of its own
(alt-profanity-check, vaderSentiment, best-profanity, abusify-id; the last two want an old
scikit-learn), with pandas and pyarrow, and run there, from the project's folder:

    PYTHONPATH=desktop python resources/training/peers.py FOLDER-OF-TEST-SETS
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pandas as pd

from kindreel.comments.figures import area_under_curve
from kindreel.comments.labels import LABEL_NAMES
from kindreel.comments.written import read_all

Scorer = Callable[[list[str]], "np.ndarray"]


def _alt_profanity_check() -> Scorer:
    predict = importlib.import_module("profanity_check").predict_prob
    return lambda texts: np.asarray(predict(texts))


def _vader() -> Scorer:
    module = importlib.import_module("vaderSentiment.vaderSentiment")
    analyser = module.SentimentIntensityAnalyzer()
    return lambda texts: np.array([-analyser.polarity_scores(t)["compound"] for t in texts])


def _best_profanity() -> Scorer:
    predict = importlib.import_module("best_profanity").predict_prob
    # It gives two likelihoods for each text, the second is that of profanity.
    return lambda texts: np.asarray(predict(texts)).reshape(len(texts), -1)[:, -1]


def _abusify_id() -> Scorer:
    module = importlib.import_module("abusify_id.predict_abusiveness")
    return lambda texts: module.model.predict_proba(module.tfidf_vectorizer.transform(texts))[:, 1]


def _kindreel() -> Scorer:
    classifier = importlib.import_module("kindreel.comments.classify").Classifier.load()
    return lambda texts: classifier.score_array(texts)[:, 0]


PEERS = {
    "kindreel": _kindreel,
    "alt-profanity-check": _alt_profanity_check,
    "VADER": _vader,
    "best-profanity": _best_profanity,
    "abusify-id": _abusify_id,
}


def _sets(folder: Path) -> list[tuple[str, list[str], np.ndarray]]:
    """Every set with known unkind comments, and our own held-back ones."""
    found = []
    for path in sorted(folder.glob("*.parquet")):
        frame = pd.read_parquet(path)
        known = frame[frame["unkind"].notna()]
        truth = known["unkind"].to_numpy(float) > 0
        if truth.any() and not truth.all():
            found.append((path.stem, known["text"].tolist(), truth))
    own = [c for c in read_all(Path(__file__).parent) if c.dev]
    column = LABEL_NAMES.index("unkind")
    for language in sorted({c.language for c in own}):
        mine = [c for c in own if c.language == language]
        truth = np.array([c.labels[column] > 0 for c in mine])
        found.append((f"own {language}", [c.text for c in mine], truth))
    return found


def main(folder: Path) -> None:
    """Print the unkind AUC of every peer that is installed here, set by set."""
    scorers = {}
    for name, load in PEERS.items():
        try:
            scorers[name] = load()
        except ImportError as missing:
            print(f"{name} is not installed here ({missing}).")
    print(f"{'set':<24}" + "".join(f"{name:>22}" for name in scorers))
    for name, texts, truth in _sets(folder):
        areas = [area_under_curve(np.asarray(s(texts), float), truth) for s in scorers.values()]
        print(f"{name:<24}" + "".join(f"{area:>22.3f}" for area in areas))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
