"""What we found on reading natural comments ourselves, where gathered sets do not say it.

`resources/training/readings/<language>.txt` names each comment by its hash, as its text is
another's, with the letters of `written`: u unkind to a person, h unkind to a group, k kind, and
`-` for none of these; or with 1 and 0, which say only whether it is unkind.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from kindreel import paths
from kindreel.comments.labels import COLUMN, LANGUAGES
from kindreel.errors import ImportFileError
from kindreel.model.comment import Label

_MEANING: dict[str, dict[Label, float]] = {
    "u": {Label.UNKIND: 1, Label.HARASSMENT: 1, Label.KIND: 0},
    "h": {Label.UNKIND: 1, Label.HATE: 1, Label.KIND: 0},
    "k": {Label.UNKIND: 0, Label.KIND: 1},
    "-": {Label.UNKIND: 0, Label.KIND: 0},
    "1": {Label.UNKIND: 1},
    "0": {Label.UNKIND: 0},
}


def _folder() -> Path:
    return paths.resource("training", "readings")


def key(text: str) -> str:
    """What a comment is named by: the start of the SHA-256 of its text, in hexadecimal."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


@cache
def _read() -> dict[str, tuple[str, str]]:
    """Language and letter of every comment that was read."""
    found = {}
    for language in LANGUAGES:
        path = _folder() / f"{language}.txt"
        for line in path.read_text("utf-8").splitlines() if path.exists() else ():
            name, _, letter = line.partition(" ")
            if letter not in _MEANING:
                raise ImportFileError(
                    f"“{path.name}” has a line that says nothing: {line}",
                    "Fetch the project again.",
                )
            found[name] = language, letter
    return found


def _found(text: str) -> tuple[str, str]:
    """Language and letter of a comment, however much space is around it; both empty if unread."""
    return _read().get(key(text.strip()), ("", ""))


def language(text: str) -> str | None:
    """The language a comment was read in; None when we have not read it."""
    return _found(text)[0] or None


def fill(texts: Sequence[str], labels: NDArray[np.float32]) -> NDArray[np.bool_]:
    """Write what we found into unknown labels, in place; which texts we had read."""
    known = np.zeros(len(texts), np.bool_)
    for index, text in enumerate(texts):
        _, letter = _found(text)
        known[index] = bool(letter)
        for label, value in _MEANING.get(letter, {}).items():
            if np.isnan(labels[index, COLUMN[label]]):
                labels[index, COLUMN[label]] = value
    return known
