"""What a creator teaches: a small layer of corrections over the shipped model.

The layer is a value: the corrections themselves. Fitting it gives a classifier whose word
weights are moved just enough; the base is never changed, so undo and reset cost nothing.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from kindreel.comments import rows
from kindreel.comments.classify import Classifier
from kindreel.comments.features import BITS, FAMILIES, extract
from kindreel.comments.labels import COLUMN
from kindreel.errors import ImportFileError
from kindreel.model.comment import Label, Queue

ANCHOR = 0.12
"""How strongly weights are held at the base: larger moves less."""

LATEST = 600
"""Corrections of each label that count; a taste may change."""

FOLDS = 5
_ITERATIONS = 12
_MEANT = {
    Queue.SEVERE: ((Label.UNKIND, True), (Label.KIND, False)),
    Queue.UNKIND: ((Label.UNKIND, True), (Label.KIND, False)),
    Queue.NEUTRAL: ((Label.UNKIND, False), (Label.KIND, False), (Label.SPAM, False)),
    Queue.KIND: ((Label.KIND, True), (Label.UNKIND, False), (Label.SPAM, False)),
    Queue.SPAM: ((Label.SPAM, True), (Label.KIND, False)),
    Queue.UNSURE: (),
}
Doubles = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Correction:
    """A person says whether a label holds for a text."""

    text: str
    label: Label
    holds: bool


@dataclass(frozen=True, slots=True)
class Change:
    """How often corrections were met before and after learning from the others.

    count: held-back corrections looked at; before, after: share met, 0 to 1.
    """

    count: int
    before: float
    after: float


@dataclass(frozen=True, slots=True)
class PersonalLayer:
    """All corrections of a creator, oldest first."""

    corrections: tuple[Correction, ...] = ()

    def taught(self, corrections: Iterable[Correction]) -> PersonalLayer:
        """The layer with more corrections; a later one about the same text replaces."""
        kept = {(c.text, c.label): c for c in self.corrections}
        for correction in corrections:
            kept.pop((correction.text, correction.label), None)
            kept[correction.text, correction.label] = correction
        return PersonalLayer(tuple(kept.values()))

    def undone(self, count: int = 1) -> PersonalLayer:
        """The layer without its latest corrections."""
        return PersonalLayer(self.corrections[: max(0, len(self.corrections) - count)])

    def fitted(self, base: Classifier) -> Classifier:
        """The base classifier with word weights moved towards the corrections."""
        table = base.table
        for label in Label:
            about = [c for c in self.corrections if c.label is label][-LATEST:]
            if about:
                table = table.moved(*_moves(base, about, COLUMN[label]), COLUMN[label])
        return base.with_table(table)

    def to_json(self) -> str:
        """The layer as text to keep or carry to another computer."""
        entries = [{"text": c.text, "label": c.label, "holds": c.holds} for c in self.corrections]
        return json.dumps({"kindreel-corrections": 1, "corrections": entries}, ensure_ascii=False)

    @classmethod
    def from_json(cls, text: str) -> PersonalLayer:
        """A layer from its text; ImportFileError when it is none."""
        try:
            entries = json.loads(text)["corrections"]
            return cls(
                tuple(
                    Correction(str(e["text"]), Label(e["label"]), bool(e["holds"])) for e in entries
                )
            )
        except (ValueError, KeyError, TypeError) as error:
            raise ImportFileError(
                "This is no file of corrections.", "Nothing was changed.", str(error)
            ) from error


def meant_by(text: str, queue: Queue) -> tuple[Correction, ...]:
    """The corrections a person makes by putting a comment into a queue."""
    return tuple(Correction(text, label, holds) for label, holds in _MEANT[queue])


def _word_matrix(texts: Sequence[str], scale: Doubles) -> sparse.csr_array:
    """Texts as word features, each row times its scale and divided by the root of its size."""
    features = extract(texts)
    whole = rows.comment_rows(features)
    words = np.r_[np.searchsorted(features.found.start, whole.starts), len(features.words)]
    values = (features.words > 0) / 1.0
    per_row = scale / np.sqrt(rows.sizes(features, whole))
    values *= np.repeat(per_row, np.diff(words))[:, None]
    return sparse.csr_array(
        (values.ravel(), features.words.ravel(), words * len(FAMILIES)),
        shape=(len(texts), 1 << BITS),
    )


def _moves(
    base: Classifier, about: Sequence[Correction], column: int
) -> tuple[NDArray[np.int32], NDArray[np.float32]]:
    """Features and what to add to their weights: a ridge fit around the base's log-odds."""
    texts = [c.text for c in about]
    truth = np.array([c.holds for c in about], np.float64)
    log_odds = base.log_odds(extract(texts))
    start = base.calibrated(log_odds)[:, column].astype(np.float64)
    words = _word_matrix(texts, base.slopes(log_odds)[:, column].astype(np.float64))
    dual = _fit(np.asarray((words @ words.T).todense(), np.float64), start, truth)
    moves = words.T @ dual
    moves[0] = 0
    touched = np.flatnonzero(moves).astype(np.int32)
    return touched, np.asarray(moves[touched], np.float32)


def _fit(kernel: Doubles, start: Doubles, truth: Doubles) -> Doubles:
    """Newton's method in the space of the corrections; weights = words.T @ result."""
    dual = np.zeros(len(truth))
    for _ in range(_ITERATIONS):
        likely = 1 / (1 + np.exp(-np.clip(start + kernel @ dual, -30, 30)))
        spread = np.maximum(likely * (1 - likely), 1e-4)
        left = kernel * spread[:, None] + ANCHOR * np.eye(len(truth))
        step = np.linalg.solve(left, truth - likely - ANCHOR * dual)
        dual += step
        if np.abs(step).max() < 1e-6:
            break
    return dual


def change(layer: PersonalLayer, base: Classifier) -> Change:
    """What the layer is worth, told by corrections it did not learn from."""
    corrections = layer.corrections
    if len(corrections) < FOLDS:
        return Change(0, 0.0, 0.0)
    before = after = 0
    for fold in range(FOLDS):
        held = corrections[fold::FOLDS]
        others = tuple(c for i, c in enumerate(corrections) if i % FOLDS != fold)
        before += _met(base, held)
        after += _met(PersonalLayer(others).fitted(base), held)
    return Change(len(corrections), before / len(corrections), after / len(corrections))


def _met(classifier: Classifier, corrections: Sequence[Correction]) -> int:
    scores = classifier.score_array([c.text for c in corrections])
    return sum(
        (row[COLUMN[c.label]] >= 0.5) == c.holds for row, c in zip(scores, corrections, strict=True)
    )
