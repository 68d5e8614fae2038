"""Asks before an unkind reply: how it may land, and three kinder ways; it never blocks."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from hashlib import blake2b
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from kindreel import paths
from kindreel.model.comment import Label, Reason, Score

FALLBACK = "en"
_UNKIND = tuple(label for label in Label if label not in {Label.SPAM, Label.KIND})


class Sensitivity(StrEnum):
    """From which sharpness on the nudge asks."""

    GENTLE = "gentle"
    USUAL = "usual"
    OFF = "off"


_FROM = {Sensitivity.GENTLE: 0.35, Sensitivity.USUAL: 0.55, Sensitivity.OFF: 2.0}


class Way(StrEnum):
    """The three kinder ways, in the order they are offered."""

    LET_GO = "let_go"
    ASK = "ask"
    LINE = "line"


class Reader(Protocol):
    """What reads a reply: the classifier."""

    def score_array(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """(texts, labels) likelihoods in the order of Label."""

    def languages(self, texts: Sequence[str]) -> list[str]:
        """The likeliest language of each text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Nudge:
    """What is to be said about a reply before it is copied.

    asks: whether to ask at all. sharpness: 0 warm to 1 sharp. spans: what in it is sharp.
    ways: a kinder reply for each way; all three in the reply's language.
    """

    asks: bool
    score: Score
    sharpness: float
    spans: tuple[Reason, ...]
    ways: tuple[tuple[Way, str], ...]
    language: str


def nudge(
    reply: str,
    reader: Reader,
    explain: Callable[[str], Sequence[Reason]],
    sensitivity: Sensitivity = Sensitivity.USUAL,
    turn: int = 0,
) -> Nudge:
    """Read a reply; nothing of it is kept anywhere.

    turn: asks for other suggestions, for a person who wants to see more.
    """
    score = Score(*map(float, reader.score_array([reply])[0]))
    language = reader.languages([reply])[0] if reply.strip() else FALLBACK
    sharpness = max(score.of(label) for label in _UNKIND)
    asks = sharpness >= _FROM[sensitivity] and reply.strip() not in _offered()
    spans = tuple(r for r in explain(reply) if r.label in _UNKIND) if asks else ()
    return Nudge(
        asks=asks,
        score=score,
        sharpness=sharpness,
        spans=spans,
        ways=kinder_ways(reply, language, turn),
        language=language,
    )


def kinder_ways(reply: str, language: str, turn: int = 0) -> tuple[tuple[Way, str], ...]:
    """One reply for each way; the same reply gets the same ones, another turn gets others."""
    known = _templates()
    by_way = known.get(language, known[FALLBACK])
    start = int.from_bytes(blake2b(reply.encode("utf-8", "replace"), digest_size=4).digest(), "big")
    return tuple((way, by_way[way][(start + turn) % len(by_way[way])]) for way in Way)


@cache
def _offered() -> frozenset[str]:
    """Nothing, and all that is ever offered: these are not asked about."""
    every = (text for ways in _templates().values() for texts in ways.values() for text in texts)
    return frozenset(("", *every))


@cache
def _templates() -> dict[str, dict[Way, tuple[str, ...]]]:
    stored = json.loads(paths.resource("nudge", "replies.json").read_text("utf-8"))
    return {
        language: {way: tuple(ways[way.value]) for way in Way} for language, ways in stored.items()
    }
