"""Words of plain comments: where they lie and a number for each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

import numpy as np
from numpy.typing import NDArray

from kindreel.comments import confusables
from kindreel.comments.normalise import SEPARATOR, Codes, Mask, Places, plain, shifted

Numbers = NDArray[np.uint32]

_PRIME = 0x01000193
_SYMBOLS = 0x2190
"""From here on lie arrows, emoji and scripts without spaces: each character is a word."""

_PART, _ALONE = 1, 2


@cache
def _kinds() -> NDArray[np.uint8]:
    """For each code point whether words consist of it, or it is a word alone, or neither."""
    kinds = np.full(confusables.SIZE, _ALONE, np.uint8)
    kinds[:_SYMBOLS] = [chr(c).isalnum() or chr(c) in "'*" for c in range(_SYMBOLS)]
    kinds[[SEPARATOR, 0xFFFD]] = 0
    return kinds


@lru_cache(maxsize=1)
def _powers(count: int) -> tuple[Numbers, Numbers]:
    """The first powers of the prime and of its inverse."""
    out = np.ones((2, count), np.uint32)
    out[0, 1:], out[1, 1:] = _PRIME, pow(_PRIME, -1, 1 << 32)
    powers, inverse = np.multiply.accumulate(out, axis=1, dtype=np.uint32)
    return powers, inverse


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a batch, in order: first character, one past the last, and number."""

    start: Places
    stop: Places
    number: Numbers


def find_words(codes: Codes) -> Words:
    """All words of a batch; equal words have equal numbers."""
    kinds = _kinds().take(codes)
    around = np.zeros(len(codes) + 1, np.bool_)
    around[1:] = kinds == _PART
    part, alone = around[1:], kinds == _ALONE
    start = np.flatnonzero(alone | (part & ~around[:-1]))
    stop = np.flatnonzero(alone | (part & ~shifted(part, -1))) + 1
    return Words(start, stop, _numbers(codes, start, stop))


def _numbers(codes: Codes, start: Places, stop: Places) -> Numbers:
    """A number for each word: the sum of its codes times rising powers of a prime."""
    powers, inverse = _powers(1 << max(10, len(codes).bit_length()))
    sums = np.zeros(len(codes) + 1, np.uint32)
    np.cumsum(codes * powers[: len(codes)], dtype=np.uint32, out=sums[1:])
    return (sums.take(stop) - sums.take(start)) * inverse.take(start)


def numbers_of(words: Iterable[str]) -> Numbers:
    """The numbers of single words given as text; a word's parts count as words."""
    return np.unique(find_words(plain(list(words)).codes).number)


class WordSet:
    """A set of words that answers for a whole batch at once."""

    def __init__(self, words: Iterable[str]) -> None:
        self._sorted = numbers_of(words)
        self._likely = np.zeros(1 << 16, np.bool_)
        self._likely[self._sorted & np.uint32(0xFFFF)] = True

    def has(self, numbers: Numbers) -> Mask:
        """Which of the words are in the set."""
        found = self._likely.take(numbers & np.uint32(0xFFFF))
        likely = np.flatnonzero(found)
        near = np.searchsorted(self._sorted, numbers[likely]) % max(1, len(self._sorted))
        found[likely] = self._sorted[near] == numbers[likely]
        return found
