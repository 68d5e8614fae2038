"""Frequent words and what each may mean alone, so that ordinary words weigh nothing.

In comments an ordinary word is often met beside an insult, and seldom enough otherwise to be
cleared. A line of resources/training/words/<language>.txt is

    letters word

Letters: `-` is harmless, `u` an insult, `v` an insult in some mouths; p profanity, h hatred of a
group, t threat, s sexual, x self-harm, m spam: it may well be meant so, and nothing is learned of
that. The words are those that an earlier model suspected; each was read. All others add nothing.
"""

from __future__ import annotations

from math import nan
from pathlib import Path

from kindreel.comments.labels import LABELS, LANGUAGES
from kindreel.comments.written import Written
from kindreel.errors import ImportFileError
from kindreel.model.comment import Label

WEIGHT = {"en": 0.4, "es": 0.4, "pt": 0.4, "id": 3.6, "tl": 3.6}
"""How much a word counts beside a comment of a public set; more where few are natural."""

INSULT_WEIGHT = 4.0
_MAY_BE = {
    "v": Label.UNKIND,
    "p": Label.PROFANITY,
    "h": Label.HATE,
    "t": Label.THREAT,
    "s": Label.SEXUAL,
    "x": Label.SELFHARM,
    "m": Label.SPAM,
}
_LETTERS = frozenset("-u") | frozenset(_MAY_BE)
_HARMLESS = frozenset("-m")


def read_all(folder: Path) -> list[Written]:
    """Every word of every language, NaN for what nobody knows of it.

    ImportFileError names a line that is none.
    """
    return [
        _word(line, name, f"words/{name}.txt:{number}")
        for name in LANGUAGES
        for number, line in enumerate((folder / f"{name}.txt").read_text("utf-8").splitlines(), 1)
    ]


def _word(line: str, language: str, place: str) -> Written:
    letters, _, word = line.partition(" ")
    if not word or not letters or not _LETTERS.issuperset(letters):
        raise ImportFileError(f"{place}: this is no letters and a word.", "Correct the line.")
    return Written(
        word,
        labels_of(letters),
        language,
        "words",
        place,
        dev=False,
        weight=_weight(letters, language),
    )


def labels_of(letters: str) -> tuple[float, ...]:
    """What is known of a word with these letters: nothing of kindness or of what it may mean."""
    open_ = {Label.KIND} | {label for letter, label in _MAY_BE.items() if letter in letters}
    if not _HARMLESS.issuperset(letters):
        open_ |= {Label.UNKIND, Label.HARASSMENT}
    known = {label: nan if label in open_ else 0.0 for label in LABELS}
    if "u" in letters:
        known[Label.UNKIND] = 1.0
    return tuple(known.values())


def _weight(letters: str, language: str) -> float:
    return INSULT_WEIGHT if "u" in letters else WEIGHT[language]
