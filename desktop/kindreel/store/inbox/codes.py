"""The numbers that stand for words in the inbox's rows."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from kindreel.model.comment import Action, Label, Platform, Precision, Queue, Score
from kindreel.model.triage import State

PLATFORMS = tuple(Platform)
PRECISIONS = tuple(Precision)
QUEUES = tuple(Queue)
STATES = tuple(State)
LABELS = tuple(Label)

PLATFORM = {platform.value: code for code, platform in enumerate(PLATFORMS)}
PRECISION = {precision.value: code for code, precision in enumerate(PRECISIONS)}
QUEUE = {queue: code for code, queue in enumerate(QUEUES)}
STATE = {state: code for code, state in enumerate(STATES)}
LABEL_BIT = {label: 1 << code for code, label in enumerate(LABELS)}

UNSCORED, OWN_QUEUE = 6, 7
"""Numbers of the two queues that the classifier does not fill."""

OWN, PINNED, HEARTED, LINK, MARKED = 1, 2, 4, 8, 16
"""Bits of a triage row's flags. MARKED: a person has said that it is kind."""

PLATFORM_BITS = 96
"""The bits above them: the platform's number."""
_PLATFORM_SHIFT = 5

STATE_AFTER = {
    Action.DELETE: State.DELETED,
    Action.BLOCK: State.BLOCKED,
    Action.REPORT: State.REPORTED,
    Action.KEEP: State.KEPT,
    Action.HIDE: State.HIDDEN,
    Action.SHOW: State.WAITING,
    Action.KIND: State.WAITING,
}
_LEVELS = 255


def platform_bits(platform: str) -> int:
    """A platform's number where the flags have it."""
    return PLATFORM[platform] << _PLATFORM_SHIFT


def queue_of(code: int) -> Queue | None:
    """The queue of a number, None for unscored and own comments."""
    return QUEUES[code] if code < UNSCORED else None


def labels_of(bits: int) -> tuple[Label, ...]:
    """The labels whose bits are set."""
    return tuple(label for label, bit in LABEL_BIT.items() if bits & bit)


def packed_scores(scores: NDArray[np.float32]) -> list[bytes]:
    """Each row of likelihoods in nine bytes, to the nearest 1/255."""
    levels = np.clip(np.rint(scores * _LEVELS), 0, _LEVELS).astype(np.uint8)
    return [row.tobytes() for row in levels]


def score_of(packed: bytes | None) -> Score:
    """The score of nine bytes; all zero for an unscored comment."""
    return Score(*(round(level / _LEVELS, 3) for level in packed)) if packed else Score()


def label_bits(scores: NDArray[np.float32], threshold: float) -> list[int]:
    """The labels of each row at or above the threshold, as bits."""
    bits = (scores >= threshold) @ (1 << np.arange(scores.shape[1]))
    return [int(b) for b in bits]


def queue_codes(queues: Iterable[Queue]) -> list[int]:
    """The numbers of queues."""
    return [QUEUE[queue] for queue in queues]
