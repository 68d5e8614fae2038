"""A few harmless words at a time, some of them with an insult: no comments, but lessons.

Harmless words alone weigh next to nothing, and the little each has still adds up: together they
must weigh nothing either. An insult is one wherever it stands.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from math import nan

from kindreel.comments.labels import COLUMN, LABELS, LANGUAGES
from kindreel.comments.written import Written
from kindreel.model.comment import Label

SEED = 1
WEIGHT = 2.0
"""How much a few words count beside a comment of a public set."""

_ROUNDS = 4
"""How often each harmless word is met."""

_TOGETHER = (2, 5)
_INSULTED = 0.4
"""How many have an insult among them."""

_LEXICON = "lexicon"
"""Theme of our lines that are single expressions; insults of a few words are taken from there."""

_SHORT = 3
_OPEN = {Label.UNKIND, Label.HARASSMENT, Label.HATE, Label.PROFANITY, Label.KIND}
"""What an insult may be besides, or what shuffled words say nothing of."""


def shuffled(words: Sequence[Written], lines: Sequence[Written]) -> list[Written]:
    """Shuffled words of each language; the same words always give the same.

    words: what `vocabulary.read_all` gives. lines: our own comments.
    """
    return [one for name in LANGUAGES for one in _of_language(name, words, lines)]


def _of_language(
    name: str, words: Sequence[Written], lines: Sequence[Written]
) -> Iterator[Written]:
    draw = random.Random(f"{SEED} {name}")
    harmless = [word.text for word in words if word.language == name and _harmless(word)]
    insults = [*_insults(words, lines, name)]
    for _ in range(_ROUNDS):
        draw.shuffle(harmless)
        at = 0
        while at < len(harmless):
            count = draw.randint(*_TOGETHER)
            some, at = harmless[at : at + count], at + count
            insulted = bool(insults) and draw.random() < _INSULTED
            if insulted:
                some.insert(draw.randint(0, len(some)), draw.choice(insults))
            yield Written(
                " ".join(some),
                _labels(insulted=insulted),
                name,
                "shuffled",
                "shuffled",
                dev=False,
                weight=WEIGHT,
            )


def _harmless(word: Written) -> bool:
    return all(x == 0 for x, label in zip(word.labels, LABELS, strict=True) if label != Label.KIND)


def _insults(words: Iterable[Written], lines: Iterable[Written], name: str) -> Iterator[str]:
    for word in words:
        if word.language == name and word.labels[COLUMN[Label.UNKIND]] == 1:
            yield word.text
    for line in lines:
        if line.language == name and line.theme == _LEXICON:
            insult = line.labels[COLUMN[Label.HARASSMENT]] == 1
            if insult and len(line.text.split()) <= _SHORT:
                yield line.text


def _labels(*, insulted: bool) -> tuple[float, ...]:
    open_ = _OPEN if insulted else {Label.KIND}
    known = {label: nan if label in open_ else 0.0 for label in LABELS}
    if insulted:
        known[Label.UNKIND] = 1.0
    return tuple(known.values())
