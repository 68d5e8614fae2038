"""Scores comments for all labels at once, on this computer, with numpy alone."""

from __future__ import annotations

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from kindreel import paths
from kindreel.comments import phrases, rows, weights
from kindreel.comments.features import Features, extract
from kindreel.comments.labels import COLUMN, COLUMNS, EXPERT, LABELS, LANGUAGES, UNKIND_LABELS
from kindreel.comments.weights import Weights
from kindreel.model.comment import Label, Queue, Score

BATCH = 2048

_SURELY_KIND = 0.85
"""So likely kind, a comment is not held back by some doubt whether it is unkind."""

_SOME_DOUBT = 0.5
"""And this likely unkind, doubt is more than some."""

Floats = NDArray[np.float32]
_SEVERE = (Label.THREAT, Label.SELFHARM, Label.SEXUAL, Label.HATE)
_QUEUES = tuple(Queue)
_LABEL_COUNT = len(LABELS)
_ANSWERS = _LABEL_COUNT + len(LANGUAGES)
_SENTENCE_COLUMNS = [COLUMN[label] for label in UNKIND_LABELS]


def shipped() -> Path:
    """The model file that comes with Kindreel."""
    return paths.resource("model", "comments.kmodel")


def _likelihood(log_odds: Floats) -> Floats:
    return np.asarray(1 / (1 + np.exp(-np.clip(log_odds, -30, 30))), np.float32)


def _heard(log_odds: Floats, language: NDArray[np.intp]) -> Floats:
    """Log-odds of labels and languages: of the experts for unkind that of each row's language."""
    unkind = np.take_along_axis(log_odds, EXPERT[language][:, None], axis=1)
    log_odds[:, COLUMN[Label.UNKIND]] = unkind[:, 0]
    return log_odds[:, :_ANSWERS]


def _table(model: Weights) -> rows.Table:
    row_of = np.cumsum(model.kept, dtype=np.int32)
    row_of *= model.kept
    return rows.Table(row_of, model.table, model.scale)


class Classifier:
    """A trained model; the same text always has the same score."""

    def __init__(self, model: Weights, table: rows.Table | None = None, taught: str = "") -> None:
        self.model = model
        self.table = _table(model) if table is None else table
        self._taught = taught

    @classmethod
    def load(cls, path: Path | None = None) -> Classifier:
        """The shipped model, or another one; ModelFileError when the file is not whole."""
        return cls(weights.load(path or shipped()))

    def with_table(self, table: rows.Table, taught: str) -> Classifier:
        """The same model with other weights; taught: names what has moved them."""
        return Classifier(self.model, table, taught)

    @property
    def version(self) -> str:
        """Names the training the weights came from, and what a person has taught since."""
        return f"{self.model.version}+{self._taught}" if self._taught else self.model.version

    def score_many(self, texts: Sequence[str]) -> list[Score]:
        """One Score for each text, in order."""
        return [Score(*row) for row in self.score_array(texts).tolist()]

    def score_array(self, texts: Sequence[str]) -> Floats:
        """(texts, labels) likelihoods in the order of LABELS."""
        batches = [texts[at : at + BATCH] for at in range(0, len(texts), BATCH)]
        if not batches:
            return np.zeros((0, _LABEL_COUNT), np.float32)
        if len(batches) == 1:
            return self._score_batch(batches[0])
        with ThreadPoolExecutor(min(os.cpu_count() or 1, 4)) as pool:
            return np.concatenate(list(pool.map(self._score_batch, batches)))

    def languages(self, texts: Sequence[str]) -> list[str]:
        """The likeliest language of each text; code-switched text has its heavier one."""
        log_odds = self.log_odds(extract(texts))
        return [LANGUAGES[i] for i in self._language(log_odds)]

    def log_odds(self, features: Features) -> Floats:
        """(comments, labels + languages) before calibration, the worst sentence counted.

        Of many sentences one sounds bad by chance: its odds are divided by their number. Whether
        it is unkind says the expert for the comment's language.
        """
        split = rows.sentence_rows(features)
        added = rows.sums(features, split, self.table)
        size = rows.sizes(features, split)
        if len(split.starts) == len(split.first):
            out = self._from_sums(added, size)
            return _heard(out, self._language(out))
        whole = np.add.reduceat(added, split.first)
        whole_size = np.add.reduceat(size, split.first)
        out = self._from_sums(whole, whole_size)
        language = self._language(out)
        out = _heard(out, language)
        sentences = np.diff(split.first, append=len(split.starts))
        alone = _heard(self._from_sums(added, size), np.repeat(language, sentences))
        worst = np.maximum.reduceat(alone[:, _SENTENCE_COLUMNS], split.first)
        worst -= np.log(sentences.astype(np.float32))[:, None]
        out[:, _SENTENCE_COLUMNS] = np.maximum(out[:, _SENTENCE_COLUMNS], worst)
        return out

    def columns(self, features: Features, label: Label) -> NDArray[np.intp]:
        """For each comment the column of the table that answers for a label."""
        if len(COLUMNS[label]) == 1:
            return np.full(len(features.ends), COLUMN[label])
        return np.asarray(EXPERT[self._language(self.log_odds(features))], np.intp)

    def _from_sums(self, added: Floats, size: Floats) -> Floats:
        return np.asarray(added / np.sqrt(size)[:, None] + self.model.bias, np.float32)

    def calibrated(self, log_odds: Floats) -> Floats:
        """Log-odds of the labels as the comment's language has them."""
        offset = self.model.offset[self._language(log_odds)]
        return np.asarray(log_odds[:, :_LABEL_COUNT] * self.slopes(log_odds) + offset, np.float32)

    def slopes(self, log_odds: Floats) -> Floats:
        """(comments, labels) factors by which calibration stretches log-odds."""
        return self.model.slope[self._language(log_odds)]

    def _language(self, log_odds: Floats) -> NDArray[np.intp]:
        return np.asarray(log_odds[:, _LABEL_COUNT:_ANSWERS].argmax(axis=1), np.intp)

    def _score_batch(self, texts: Sequence[str]) -> Floats:
        features = extract(texts)
        scores = _likelihood(self.calibrated(self.log_odds(features)))
        phrases.raise_scores(features, scores)
        return scores

    def queue(self, score: Score) -> Queue:
        """Where a comment with this score waits."""
        return self.queues(np.array([score.values()], np.float32))[0]

    def queues(self, scores: Floats) -> list[Queue]:
        """Where each comment waits, by rows of score_array."""
        limit = self.model.thresholds
        worst = scores[:, [COLUMN[label] for label in _SEVERE]]
        severe = worst >= [limit[f"severe_{label}"] for label in _SEVERE]
        doubt = worst >= [limit[f"unsure_{label}"] for label in _SEVERE]
        unkind = scores[:, COLUMN[Label.UNKIND]]
        # A word like "kafir" alone is no extreme hate, if nothing says that somebody is attacked.
        severe[:, _SEVERE.index(Label.HATE)] &= unkind >= limit["unsure"]
        kind = scores[:, COLUMN[Label.KIND]]
        spam = scores[:, COLUMN[Label.SPAM]]
        friendly = (kind >= _SURELY_KIND) & (unkind < _SOME_DOUBT)
        chosen = np.select(
            [
                severe.any(axis=1),
                (spam >= limit["spam"]) & (spam >= unkind),
                unkind >= limit["unkind"],
                ((unkind >= limit["unsure"]) & ~friendly) | doubt.any(axis=1),
                kind >= limit["kind"],
            ],
            [0, 5, 1, 2, 4],
            3,
        )
        return [_QUEUES[i] for i in chosen]
