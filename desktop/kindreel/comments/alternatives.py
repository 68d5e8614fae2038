"""Long lists of phrases as regular expressions that are quick to try.

Python tries the alternatives of an expression one after another unless they begin with plain
letters, so the same alternatives are written out by their first letter: several times as fast.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_PIECE = re.compile(r"\\.|\[[^\]]*\]|.", re.DOTALL)
_BLANK = re.compile(r"(?<![\\\[])\s+")
_NO_LETTER = "([\\"
_REPEATED = ("?", "*", "+", "{")


def compiled(phrases: str) -> re.Pattern[str]:
    """An expression for a verbose list of alternatives, each from the beginning of a word."""
    by_letter: dict[str, list[str]] = {}
    for alternative in _alternatives(_BLANK.sub("", phrases)):
        for form in _openings(alternative):
            plain = form[0] not in _NO_LETTER and form[1:2] not in _REPEATED
            letter = form[0] if plain else ""
            by_letter.setdefault(letter, []).append(form[len(letter) :])
    branches = (f"{letter}(?:{'|'.join(forms)})" for letter, forms in by_letter.items())
    return re.compile(rf"\b(?:{'|'.join(branches)})")


def _depths(form: str) -> Iterator[tuple[int, str, int]]:
    """The pieces of an expression: place, piece, and how many groups are open behind it."""
    depth = 0
    for piece in _PIECE.finditer(form):
        depth += (piece[0] == "(") - (piece[0] == ")")
        yield piece.start(), piece[0], depth


def _alternatives(form: str) -> list[str]:
    """The parts between the outermost bars."""
    bars = [at for at, piece, depth in _depths(form) if piece == "|" and depth == 0]
    starts, stops = [0, *(bar + 1 for bar in bars)], [*bars, len(form)]
    return [form[start:stop] for start, stop in zip(starts, stops, strict=True)]


def _openings(form: str) -> list[str]:
    """The same alternative with the group it begins with written out."""
    if not form.startswith("(") or form.startswith("(?"):
        return [form]
    close = next(at for at, _, depth in _depths(form) if depth == 0)
    rest = form[close + 1 :]
    forms = [f"{inner}{rest.removeprefix('?')}" for inner in _alternatives(form[1:close])]
    if rest.startswith("?"):
        forms.append(rest[1:])
    return [opening for form in forms for opening in _openings(form)]
