"""Texts in plain letters, for comparing and for keywords: no case, disguises or repeats."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kindreel.comments.normalise import SEPARATOR, plain, text_of

_WORD = re.compile(r"[^\W_]+")


def folded(texts: Sequence[str]) -> list[str]:
    """Each text in plain letters; `1d1ot`, `ＩＤＩＯＴ` and `i d i o t` all become `idiot`."""
    if not texts:
        return []
    joined = text_of(plain(texts).codes)
    return [" ".join(part.split()) for part in joined.split(chr(SEPARATOR))[: len(texts)]]


def words_of(text: str) -> list[str]:
    """The words of a folded text."""
    return _WORD.findall(text)
