"""Scores → what a triage row holds of them; pure, by the thousand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from kindreel.model.comment import Label, Queue
from kindreel.store.inbox import codes

SHOWN_LABEL = 0.5
"""A label is shown, and found by its filter, from this likelihood on."""

_SCALE = 10_000
_GRAVE = (Label.THREAT, Label.SELFHARM, Label.SEXUAL, Label.HATE)
_HURTFUL = (Label.UNKIND, Label.HARASSMENT, Label.PROFANITY)
_COLUMN = {label: column for column, label in enumerate(Label)}


class Scorer(Protocol):
    """What tells how unkind and how kind comments are."""

    @property
    def version(self) -> str:
        """Names the model; another version means that scores are out of date."""

    def score_array(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """(texts, labels) likelihoods in the order of Label."""

    def queues(self, scores: NDArray[np.float32]) -> list[Queue]:
        """Where each comment waits, by rows of score_array."""


def severity(scores: NDArray[np.float32]) -> NDArray[np.int64]:
    """0 to 20,000: what is grave stands above all that is only unkind."""
    grave = scores[:, [_COLUMN[label] for label in _GRAVE]].max(axis=1, initial=0)
    hurtful = scores[:, [_COLUMN[label] for label in _HURTFUL]].max(axis=1, initial=0)
    worth = np.where(grave >= SHOWN_LABEL, 1 + grave, np.maximum(hurtful, grave))
    levels: NDArray[np.int64] = np.rint(worth * _SCALE).astype(np.int64)
    return levels


def kindness(scores: NDArray[np.float32]) -> NDArray[np.int64]:
    """0 to 10,000: how kind, less what is unkind about it."""
    kind = scores[:, _COLUMN[Label.KIND]] * (1 - scores[:, _COLUMN[Label.UNKIND]])
    levels: NDArray[np.int64] = np.rint(kind * _SCALE).astype(np.int64)
    return levels


Verdict = tuple[int, int, int, int, bytes | None, int | None]
"""Queue, severity, kindness, label bits, packed scores, model: as a triage row holds them."""

UNSCORED: Verdict = (codes.UNSCORED, 0, 0, 0, None, None)
OWN: Verdict = (codes.OWN_QUEUE, 0, 0, 0, None, None)


def verdicts(scorer: Scorer, model: int, texts: Sequence[str]) -> list[Verdict]:
    """What the scorer says of each text."""
    if not texts:
        return []
    scores = scorer.score_array(texts)
    return list(
        zip(
            codes.queue_codes(scorer.queues(scores)),
            severity(scores).tolist(),
            kindness(scores).tolist(),
            codes.label_bits(scores, SHOWN_LABEL),
            codes.packed_scores(scores),
            [model] * len(texts),
            strict=True,
        )
    )
