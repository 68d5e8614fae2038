"""Words of plain comments: where they lie and a number for each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from kindreel.comments import confusables
from kindreel.comments.normalise import GROUP, SEPARATOR, URL, Codes, Mask, Places, plain, shifted

Numbers = NDArray[np.uint32]

_PRIME = 0x01000193
_LONGEST_WORD = 40
_POWERS = np.array([pow(_PRIME, i, 1 << 32) for i in range(_LONGEST_WORD)], np.uint32)
_SYMBOLS = 0x2190
"""From here on lie arrows, emoji and scripts without spaces: each character is a word."""


@cache
def _kinds() -> tuple[Mask, Mask]:
    """For each code point: whether words consist of it; whether it is a word alone."""
    inside = np.zeros(confusables.SIZE, np.bool_)
    alone = np.zeros(confusables.SIZE, np.bool_)
    inside[:_SYMBOLS] = [chr(c).isalnum() or chr(c) in "'*" for c in range(_SYMBOLS)]
    alone[_SYMBOLS:] = True
    alone[URL : GROUP + 1] = True
    alone[0xFFFD] = False
    inside[SEPARATOR] = False
    return inside, alone


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a batch, in order: first character, one past the last, and number."""

    start: Places
    stop: Places
    number: Numbers


def find_words(codes: Codes) -> Words:
    """All words of a batch; equal words have equal numbers."""
    inside, alone = _kinds()
    single = alone[codes]
    part = inside[codes]
    begins = single | (part & ~shifted(part, 1))
    ends = single | (part & ~shifted(part, -1))
    start, stop = np.flatnonzero(begins), np.flatnonzero(ends) + 1
    if not len(start):
        return Words(start, stop, np.zeros(0, np.uint32))
    index = np.arange(len(codes)) - start[np.maximum(np.cumsum(begins) - 1, 0)]
    powers = _POWERS[np.clip(index, 0, _LONGEST_WORD - 1)]
    values = np.where(part | single, codes * powers, np.uint32(0))
    return Words(start, stop, np.add.reduceat(values, start, dtype=np.uint32))


def numbers_of(words: Iterable[str]) -> Numbers:
    """The numbers of single words given as text; a word's parts count as words."""
    return np.unique(find_words(plain(list(words)).codes).number)


class WordSet:
    """A set of words that answers for a whole batch at once."""

    def __init__(self, words: Iterable[str]) -> None:
        self._table = np.zeros(1 << 16, np.uint32)
        self._rest: Numbers = np.zeros(0, np.uint32)
        numbers = numbers_of(words)
        slots = numbers & 0xFFFF
        self._table[slots] = numbers
        lost = numbers[self._table[slots] != numbers]
        self._rest = lost

    def has(self, numbers: Numbers) -> Mask:
        """Which of the words are in the set."""
        found: Mask = self._table[numbers & 0xFFFF] == numbers
        for number in self._rest:
            found |= numbers == number
        found &= numbers != 0
        return found
