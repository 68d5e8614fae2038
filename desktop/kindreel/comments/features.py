"""Comments as numbered features: character n-grams, words, and words with their context.

A feature's number is a hash of its content, cut to BITS bits; that of a single word lies in the
upper half of all numbers. Number 0 stands for "none" and has no weight. All families of one kind
lie side by side, one row for each place, so that one sparse product scores a whole batch.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kindreel.comments import cues
from kindreel.comments.identity import mark_groups
from kindreel.comments.normalise import GROUP, SEPARATOR, Codes, Mask, Places, Plain, plain
from kindreel.comments.words import Numbers, Words, find_words

BITS = 20
COUNT = 2 << BITS
"""How many feature numbers there are: single words have the upper half for themselves."""

SIZES = (3, 4, 5)
"""Lengths of the character n-grams."""

TURNED_SIZES = (3, 4)
"""N-grams of these lengths are others in denied and quoted words than in plain ones."""

FAMILIES = ("word", "pair", "gapped pair", "triple", "context", "target")
NEGATED_WORDS = 4
"""How far a negation reaches."""

_STEP = np.uint32(0x01000193)
_QUOTE = 34
_SALTS = dict(
    zip(
        (*FAMILIES, "negated", "quoted", "condemned", "group", "addressed"),
        np.random.default_rng(7).integers(1, 1 << 32, 11, np.uint32),
        strict=True,
    )
)
Buckets = NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Features:
    """The features of a batch.

    chars: (characters, len(SIZES)) numbers of the n-grams that begin at each character.
    words: (words, len(FAMILIES)) numbers of the features that begin at each word.
    ends: the place of each comment's SEPARATOR.
    """

    text: Plain
    chars: Buckets
    found: Words
    words: Buckets
    ends: Places


def bucket(numbers: Numbers, salt: np.uint32) -> Buckets:
    """Feature numbers from hashes, well mixed, never 0."""
    mixed = numbers ^ salt
    mixed ^= mixed >> np.uint32(16)
    mixed *= np.uint32(0x85EBCA6B)
    mixed ^= mixed >> np.uint32(13)
    mixed *= np.uint32(0xC2B2AE35)
    mixed >>= np.uint32(32 - BITS)
    out = mixed.view(np.int32)
    np.maximum(out, 1, out=out)
    return out


def word_buckets(numbers: Numbers) -> Buckets:
    """The features of single words, apart from all others."""
    out = bucket(numbers, _SALTS["word"])
    out += 1 << BITS
    return out


def extract(texts: Sequence[str]) -> Features:
    """All features of a batch of comments."""
    raw = plain(texts)
    codes, kept, found = mark_groups(raw.codes, find_words(raw.codes))
    text = Plain(codes, raw.origin.take(kept), raw.starts)
    ends = np.flatnonzero(text.codes == SEPARATOR)
    comment = np.searchsorted(ends, found.start)
    turned = _turned(text.codes, found, comment)
    return Features(
        text,
        _characters(text.codes, ends, _over_characters(turned, found, len(text.codes))),
        found,
        _word_features(text.codes, found, comment, turned, len(texts)),
        ends,
    )


def _over_characters(turned: Numbers, found: Words, count: int) -> Numbers:
    """The salt of each word at each of its characters."""
    steps = np.zeros(count + 1, np.uint32)
    steps[found.start] = turned
    np.subtract.at(steps, found.stop, turned)
    return np.cumsum(steps, dtype=np.uint32)[:-1]


def _characters(codes: Codes, ends: Places, turned: Numbers) -> Buckets:
    out = np.empty((len(codes), len(SIZES)), np.int32)
    rolling = codes + np.uint32(1)
    column = 0
    for size in range(2, SIZES[-1] + 1):
        rolling = rolling[:-1] * _STEP + codes[size - 1 :] + np.uint32(1)
        if size not in SIZES:
            continue
        hashed = rolling ^ turned[: len(rolling)] if size in TURNED_SIZES else rolling
        numbers = bucket(hashed, np.uint32(size * 0x9E3779B1 & 0xFFFFFFFF))
        out[: len(rolling), column] = numbers
        out[len(rolling) :, column] = 0
        for back in range(size):
            out[np.maximum(ends - back, 0), column] = 0
        column += 1
    return out


def _chain(first: Numbers, second: Numbers) -> Numbers:
    return first * _STEP + (second ^ np.uint32(0x5BD1E995))


def _word_features(
    codes: Codes, found: Words, comment: Places, turned: Numbers, comments: int
) -> Buckets:
    count = len(found.number)
    out = np.zeros((count, len(FAMILIES)), np.int32)
    if not count:
        return out
    number = found.number
    group = codes[found.start] == GROUP
    # A denied or quoted word does not mean what it says: it has only its context.
    out[:, 0] = np.where(group | (turned > 0), 0, word_buckets(number))
    for column, gap in ((1, 1), (2, 2)):
        if count > gap:
            linked = comment[gap:] == comment[:-gap]
            pairs = bucket(_chain(number[:-gap], number[gap:]), _SALTS[FAMILIES[column]])
            out[:-gap, column] = np.where(linked, pairs, 0)
    if count > 2:
        linked = comment[2:] == comment[:-2]
        triples = bucket(_chain(_chain(number[:-2], number[1:-1]), number[2:]), _SALTS["triple"])
        out[:-2, 3] = np.where(linked, triples, 0)
    out[:, 4] = np.where(group, 0, _context(number, turned, comment, comments))
    out[:, 5] = np.where(group, 0, _target(number, group, comment, comments))
    return out


def _any_in_comment(mask: Mask, comment: Places, comments: int) -> Mask:
    """For each word whether any word of its comment is in the mask."""
    has: Mask = np.bincount(comment[mask], minlength=comments) > 0
    return has[comment]


def _context(number: Numbers, turned: Numbers, comment: Places, comments: int) -> Buckets:
    """Each word once more if it is quoted, denied, or stands beside condemning words."""
    condemning = cues.condemning().has(number)
    beside = _any_in_comment(condemning, comment, comments) & ~condemning
    salt = np.where(beside & (turned == 0), _SALTS["condemned"], turned)
    return np.where(salt > 0, bucket(number ^ salt, _SALTS["context"]), 0)


def _turned(codes: Codes, found: Words, comment: Places) -> Numbers:
    """A salt for each word that is denied or quoted, else 0."""
    number = found.number
    salt = np.zeros(len(number), np.uint32)
    if not len(number):
        return salt
    negation = cues.negations().has(number)
    reached = np.zeros(len(number), np.bool_)
    for step in range(1, NEGATED_WORDS + 1):
        if len(number) > step:
            reached[step:] |= negation[:-step] & (comment[step:] == comment[:-step])
    salt[reached] = _SALTS["negated"]
    salt[_quoted(codes, found, comment)] = _SALTS["quoted"]
    return salt


def _quoted(codes: Codes, found: Words, comment: Places) -> Mask:
    """Which words stand between quotation marks."""
    marks = np.cumsum(codes == _QUOTE)
    before = marks[found.start]
    first = np.r_[True, comment[1:] != comment[:-1]]
    base = np.maximum.accumulate(np.where(first, np.arange(len(comment)), 0))
    opened = before - before[base]
    starts_quoted = codes[np.maximum(found.start[base] - 1, 0)] == _QUOTE
    inside: Mask = ((opened + starts_quoted) % 2) == 1
    return inside


def _target(number: Numbers, group: Mask, comment: Places, comments: int) -> Buckets:
    """Each word once more if its comment names a group or speaks to the reader."""
    addressed = cues.addressed().has(number)
    salt = np.zeros(len(number), np.uint32)
    salt[_any_in_comment(addressed, comment, comments)] = _SALTS["addressed"]
    salt[_any_in_comment(group, comment, comments)] = _SALTS["group"]
    return np.where(salt > 0, bucket(number ^ salt, _SALTS["target"]), 0)
