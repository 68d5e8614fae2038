"""What a creator teaches: a small layer of corrections over the shipped model.

The layer is a value: the corrections themselves. Fitting it gives a classifier whose word
weights are moved just enough; the base is never changed, so undo and reset cost nothing.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kindreel.comments import rows
from kindreel.comments.classify import Classifier
from kindreel.comments.features import COUNT, FAMILIES, Features, extract
from kindreel.comments.labels import COLUMN, COLUMNS
from kindreel.errors import ImportFileError
from kindreel.model.comment import Label, Queue

ANCHOR = 0.06
"""How strongly weights are held at the base: larger moves less."""

LATEST = 600
"""Corrections of each label that count; a taste may change."""

FOLDS = 5
_ITERATIONS = 12
_SHARES = tuple(0.5**i for i in range(12))
"""Parts of a step that are tried, the whole one first."""
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
                table = table.moved(_moves(base, about, COLUMN[label]), COLUMNS[label])
        return base.with_table(table, self.name) if self.corrections else base

    @property
    def name(self) -> str:
        """A short name that changes with what was taught; it tells nothing of the texts."""
        return hashlib.sha256(self.to_json().encode("utf-8", "surrogatepass")).hexdigest()[:8]

    def to_json(self) -> str:
        """The layer as text to keep or carry to another computer."""
        entries = [{"text": c.text, "label": c.label, "holds": c.holds} for c in self.corrections]
        return json.dumps({"kindreel-corrections": 1, "corrections": entries}, ensure_ascii=False)

    @classmethod
    def from_json(cls, text: str) -> PersonalLayer:
        """A layer from its text; ImportFileError when it is none."""
        try:
            entries = json.loads(text)["corrections"]
            return cls(tuple(_correction(**entry) for entry in entries))
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
            raise ImportFileError(
                "This is no file of corrections.", "Nothing was changed.", str(error)
            ) from error


def _correction(*, text: object, label: str, holds: object) -> Correction:
    """One entry of a file; ValueError when something in it is of another kind."""
    if not isinstance(text, str) or not isinstance(holds, bool):
        raise ValueError(text)  # noqa: TRY004 - told like all else that may be wrong in a file
    text.encode("utf-8")
    return Correction(text, Label(label), holds)


def meant_by(text: str, queue: Queue) -> tuple[Correction, ...]:
    """The corrections a person makes by putting a comment into a queue."""
    return tuple(Correction(text, label, holds) for label, holds in _MEANT[queue])


@dataclass(frozen=True, slots=True)
class _Bags:
    """The word features of some texts: text, feature number and value of each one found."""

    text: NDArray[np.intp]
    bucket: NDArray[np.int32]
    value: Doubles
    count: int

    def kernel(self) -> Doubles:
        """(texts, texts) what every two texts share."""
        _, column, seen = np.unique(self.bucket, return_inverse=True, return_counts=True)
        shared = seen[column] > 1
        column = (np.cumsum(seen > 1) - 1)[column[shared]]
        dense = np.zeros((self.count, int((seen > 1).sum())))
        np.add.at(dense, (self.text[shared], column), self.value[shared])
        alone = np.bincount(self.text[~shared], self.value[~shared] ** 2, self.count)
        return np.asarray(dense @ dense.T + np.diag(alone), np.float64)

    def spread(self, by: Doubles) -> NDArray[np.float32]:
        """For every feature number what its texts give it."""
        given = np.bincount(self.bucket, self.value * by[self.text], COUNT)
        return np.asarray(given, np.float32)


def _bags(features: Features, scale: Doubles) -> _Bags:
    """Texts as word features, each times its text's scale and divided by the root of its size."""
    whole = rows.comment_rows(features)
    text = np.repeat(np.searchsorted(features.ends, features.found.start), len(FAMILIES))
    bucket = features.words.ravel()
    value = (scale / np.sqrt(rows.sizes(features, whole)))[text]
    here = bucket > 0
    return _Bags(text[here], bucket[here], value[here], len(scale))


def _moves(base: Classifier, about: Sequence[Correction], column: int) -> NDArray[np.float32]:
    """What to add to each feature's weight: a ridge fit around the base's log-odds."""
    features = extract([c.text for c in about])
    truth = np.array([c.holds for c in about], np.float64)
    log_odds = base.log_odds(features)
    start = base.calibrated(log_odds)[:, column].astype(np.float64)
    words = _bags(features, base.slopes(log_odds)[:, column].astype(np.float64))
    return words.spread(_fit(words.kernel(), start, truth))


def _fit(kernel: Doubles, start: Doubles, truth: Doubles) -> Doubles:
    """Newton's method in the space of the corrections; weights = words.T @ result.

    A step that overshoots is halved: many alike corrections pull the same way, and whole steps
    would swing to and fro for ever.
    """
    dual, moved = np.zeros(len(truth)), np.zeros(len(truth))
    sides = 2 * truth - 1
    loss = _loss(start, sides, dual, moved)
    for _ in range(_ITERATIONS):
        likely = 1 / (1 + np.exp(-np.clip(start + moved, -30, 30)))
        spread = np.maximum(likely * (1 - likely), 1e-4)
        left = kernel * spread[:, None] + ANCHOR * np.eye(len(truth))
        step = np.linalg.solve(left, truth - likely - ANCHOR * dual)
        further = kernel @ step
        for share in _SHARES:
            tried = _loss(start, sides, dual + share * step, moved + share * further)
            if tried <= loss:
                break
        dual, moved, before, loss = dual + share * step, moved + share * further, loss, tried
        if before - loss < 1e-6 * len(truth):
            break
    return dual


def _loss(start: Doubles, sides: Doubles, dual: Doubles, moved: Doubles) -> float:
    """What a fit is to make least: surprise at the corrections, and the way from the base.

    sides: 1 or -1. moved: kernel @ dual.
    """
    surprise = np.logaddexp(0, -sides * (start + moved)).sum()
    return float(surprise + ANCHOR / 2 * dual @ moved)


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
