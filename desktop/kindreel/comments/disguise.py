"""Ways people hide words from filters, applied to any text: for measuring only."""

from __future__ import annotations

import random
import unicodedata
from collections.abc import Callable

_LEET = str.maketrans("oieastOIEAST", "013457013457")
_LIKE = str.maketrans("aeopcyxiAEOPCX", "аеорсухіАЕОРСХ")
_SHARE = 3
"""One word in this many is disguised, at least one."""

Disguise = Callable[[str, random.Random], str]


def leet(word: str, draw: random.Random) -> str:
    """Letters as digits: 1d10t."""
    del draw
    return word.translate(_LEET)


def homoglyphs(word: str, draw: random.Random) -> str:
    """Latin letters as Cyrillic ones."""
    del draw
    return word.translate(_LIKE)


def zero_width(word: str, draw: random.Random) -> str:
    """An invisible character inside."""
    at = draw.randrange(1, len(word))
    return f"{word[:at]}\u200b{word[at:]}"


def repeats(word: str, draw: random.Random) -> str:
    """One letter many times: stuuuupid."""
    at = draw.randrange(len(word))
    return word[:at] + word[at] * 4 + word[at + 1 :]


def separators(word: str, draw: random.Random) -> str:
    """Signs between all letters: i.d.i.o.t."""
    return draw.choice(".-_ *").join(word)


def asterisks(word: str, draw: random.Random) -> str:
    """An inner letter hidden: id*ot."""
    at = draw.randrange(1, max(2, len(word) - 1))
    return f"{word[:at]}*{word[at + 1 :]}"


def mathematical(word: str, draw: random.Random) -> str:
    """Letters from the mathematical alphabets."""
    del draw
    plain = unicodedata.normalize("NFD", word)
    return "".join(chr(0x1D5EE + ord(c) - 97) if "a" <= c <= "z" else c for c in plain.lower())


DISGUISES: dict[str, Disguise] = {
    "leet": leet,
    "homoglyphs": homoglyphs,
    "zero width": zero_width,
    "repeats": repeats,
    "separators": separators,
    "asterisks": asterisks,
    "mathematical": mathematical,
}


def disguised(text: str, way: Disguise, draw: random.Random) -> str:
    """The text with a third of its longer words hidden one way."""
    words = text.split(" ")
    long = [i for i, word in enumerate(words) if len(word) >= 4 and word.isalpha()]
    for index in draw.sample(long, min(len(long), max(1, len(long) // _SHARE))):
        words[index] = way(words[index], draw)
    return " ".join(words)
