"""Features gathered into rows: one for each comment, or for each sentence of a long one."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from kindreel.comments.features import BITS, FAMILIES, SIZES, Buckets, Features
from kindreel.comments.normalise import SPACE, Codes, Mask, Places

LONG = 60
"""Comments of fewer characters are one row."""

SHORTEST_SENTENCE = 16
WINDOW = 120
"""A sentence without any stop is cut after about this many characters."""

_STOPS = np.frombuffer(b".!?", np.uint8).astype(np.uint32)
WORD_SHARE = 4.0
"""Roughly how many features of a word fire; part of the length a score is divided by."""


@dataclass(frozen=True, slots=True)
class Rows:
    """Where each row begins among the characters, and each comment among the rows."""

    starts: Places
    first: Places


def comment_rows(features: Features) -> Rows:
    """One row for each comment."""
    starts = np.r_[0, features.ends[:-1] + 1].astype(np.int64)
    return Rows(starts, np.arange(len(starts)))


def sentence_rows(features: Features) -> Rows:
    """One row for each sentence of long comments, one for each short comment."""
    codes = features.text.codes
    whole = comment_rows(features).starts
    cuts = _cuts(codes, whole, features.ends)
    starts = np.sort(np.r_[whole, cuts])
    return Rows(starts, np.searchsorted(starts, whole))


def _cuts(codes: Codes, whole: Places, ends: Places) -> Places:
    """Where to cut comments longer than LONG: after stops, else about every WINDOW."""
    stop = np.isin(codes, _STOPS)
    space = codes == SPACE
    after_stop: Mask = np.zeros(len(codes), np.bool_)
    after_stop[1:] = space[1:] & stop[:-1]
    places = np.flatnonzero(after_stop)
    long = (ends - whole) > LONG
    places = places[long[np.searchsorted(ends, places)]]
    windows = _window_cuts(space, whole, ends)
    places = np.unique(np.r_[places, windows])
    bounds = np.sort(np.r_[whole, ends, places])
    after = bounds[np.searchsorted(bounds, places, side="right") % len(bounds)]
    before = bounds[np.maximum(np.searchsorted(bounds, places) - 1, 0)]
    wide = (places - before >= SHORTEST_SENTENCE) & (after - places >= SHORTEST_SENTENCE)
    chosen: Places = places[wide]
    return chosen


def _window_cuts(space: Mask, whole: Places, ends: Places) -> Places:
    spaces = np.flatnonzero(space)
    cuts = [
        spaces[np.searchsorted(spaces, np.arange(start + WINDOW, end - SHORTEST_SENTENCE, WINDOW))]
        for start, end in zip(whole, ends, strict=True)
        if end - start > 2 * WINDOW
    ]
    return np.concatenate(cuts) if cuts else np.zeros(0, np.int64)


@dataclass(frozen=True, slots=True)
class Table:
    """Weights of the features that have any.

    row_of: for each feature number its row, 0 for none. weights: (rows, columns); row 0 is zeros.
    """

    row_of: Buckets
    weights: NDArray[np.float32]

    def column(self, column: int) -> NDArray[np.float32]:
        """One column's weight for every feature number."""
        return np.asarray(self.weights[self.row_of, column], np.float32)

    def moved(self, buckets: Buckets, by: NDArray[np.float32], column: int) -> Table:
        """The table with the weights of some features moved in one column; new ones get rows."""
        row_of = self.row_of.copy()
        new = buckets[row_of[buckets] == 0]
        row_of[new] = np.arange(len(self.weights), len(self.weights) + len(new), dtype=np.int32)
        added = np.zeros((len(new), self.weights.shape[1]), np.float32)
        weights = np.concatenate([self.weights, added])
        weights[row_of[buckets], column] += by
        return Table(row_of, weights)


def sums(features: Features, rows: Rows, table: Table) -> NDArray[np.float32]:
    """The sum of the weights in each row: (rows, columns)."""
    char_ends = np.r_[rows.starts, len(features.chars)]
    word_ends = np.r_[np.searchsorted(features.found.start, rows.starts), len(features.words)]
    total = _product(features.chars, char_ends * len(SIZES), table)
    total += _product(features.words, word_ends * len(FAMILIES), table)
    return total


def _product(buckets: Buckets, pointers: Places, table: Table) -> NDArray[np.float32]:
    ones = np.ones(buckets.size, np.float32)
    matrix = sparse.csr_array(
        (ones, table.row_of[buckets.ravel()], pointers.astype(np.int32)),
        shape=(len(pointers) - 1, len(table.weights)),
    )
    return np.asarray(matrix @ table.weights, np.float32)


def sizes(features: Features, rows: Rows) -> NDArray[np.float32]:
    """For each row the number of features its score is divided by the root of."""
    char_ends = np.r_[rows.starts, len(features.chars)]
    word_ends = np.r_[np.searchsorted(features.found.start, rows.starts), len(features.words)]
    count = len(SIZES) * np.diff(char_ends) + WORD_SHARE * np.diff(word_ends)
    return np.asarray(np.maximum(count, 1.0), np.float32)


def matrix(features: Features) -> sparse.csr_array:
    """The comments as a sparse matrix, each row divided by the root of its size."""
    rows = comment_rows(features)
    char_comment = np.searchsorted(features.ends, np.arange(len(features.chars)))
    word_comment = np.searchsorted(features.ends, features.found.start)
    comment = np.r_[
        np.repeat(char_comment, len(SIZES)), np.repeat(word_comment, len(FAMILIES))
    ].astype(np.int32)
    buckets = np.r_[features.chars.ravel(), features.words.ravel()]
    inside = (buckets > 0) & (comment < len(rows.starts))
    comment, buckets = comment[inside], buckets[inside]
    values = (1 / np.sqrt(sizes(features, rows)))[comment]
    shape = (len(rows.starts), 1 << BITS)
    built = sparse.coo_array((values, (comment, buckets)), shape=shape).tocsr()
    built.sort_indices()
    return built
