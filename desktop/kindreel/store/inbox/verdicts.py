"""Scores → what a triage row holds of them; pure, by the thousand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
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


def tone(scores: NDArray[np.float32]) -> NDArray[np.int64]:
    """−10,000, the kindest, to 20,000, the severest: one scale for both orders.

    What is grave stands above all that is only unkind. From the likelihood at which unkindness
    is shown, kind words take nothing back; below it, they count against it.
    """
    grave = scores[:, _columns(_GRAVE)].max(axis=1, initial=0)
    hurtful = np.maximum(scores[:, _columns(_HURTFUL)].max(axis=1, initial=0), grave)
    kind = scores[:, _COLUMN[Label.KIND]] * (1 - scores[:, _COLUMN[Label.UNKIND]])
    severity = np.where(grave >= SHOWN_LABEL, 1 + grave, hurtful)
    worth = np.where(severity >= SHOWN_LABEL, severity, severity - kind)
    levels: NDArray[np.int64] = np.rint(worth * _SCALE).astype(np.int64)
    return levels


def _columns(labels: Iterable[Label]) -> list[int]:
    return [_COLUMN[label] for label in labels]


LEAST_TONE = {label: int(SHOWN_LABEL * _SCALE) for label in _HURTFUL} | {
    label: int((1 + SHOWN_LABEL) * _SCALE) for label in _GRAVE
}
"""The least tone of a comment that a label is shown for; a label that is not here implies none."""

Verdict = tuple[int, int, int, bytes | None, int | None]
"""Queue, tone, label bits, packed scores, model: as a triage row holds them."""

UNSCORED: Verdict = (codes.UNSCORED, 0, 0, None, None)
OWN: Verdict = (codes.OWN_QUEUE, 0, 0, None, None)


def verdicts(scorer: Scorer, model: int, texts: Sequence[str]) -> list[Verdict]:
    """What the scorer says of each text."""
    if not texts:
        return []
    scores = scorer.score_array(texts)
    return list(
        zip(
            codes.queue_codes(scorer.queues(scores)),
            tone(scores).tolist(),
            codes.label_bits(scores, SHOWN_LABEL),
            codes.packed_scores(scores),
            [model] * len(texts),
            strict=True,
        )
    )
