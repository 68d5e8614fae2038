"""A few harmless words at a time, some of them with an insult: no comments, but lessons.

Harmless words alone weigh next to nothing, and the little each has still adds up: together they
must weigh nothing either. An insult is one wherever it stands.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence

from kindreel.comments.labels import COLUMN, LABELS, LANGUAGES
from kindreel.comments.vocabulary import labels_of
from kindreel.comments.written import Written
from kindreel.model.comment import Label

_SEED = 1
_WEIGHT = 2.0
"""How much a few words count beside a comment of a public set."""

_ROUNDS = 4
"""How often each harmless word is met."""

_TOGETHER = (2, 5)
_INSULTED = 0.4
"""How many have an insult among them."""

_LEXICON = "lexicon"
"""Theme of our lines that are single expressions; insults of a few words are taken from there."""

_SHORT = 3
_LABELS = {False: labels_of("-"), True: labels_of("uph")}
"""What is known without and with an insult: it may be profanity or hatred of a group as well."""


def shuffled(words: Sequence[Written], lines: Sequence[Written]) -> list[Written]:
    """Shuffled words of each language; the same words always give the same.

    words: what `vocabulary.read_all` gives. lines: our own comments.
    """
    return [one for name in LANGUAGES for one in _of_language(name, words, lines)]


def _of_language(
    name: str, words: Sequence[Written], lines: Sequence[Written]
) -> Iterator[Written]:
    draw = random.Random(f"{_SEED} {name}")
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
                _LABELS[insulted],
                name,
                "shuffled",
                "shuffled",
                dev=False,
                weight=_WEIGHT,
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
