"""Features gathered into rows: one for each comment, or for each sentence of a long one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from kindreel.comments.features import SIZES, Buckets, Features
from kindreel.comments.normalise import SPACE, Codes, Places
from kindreel.comments.weights import LANES, ZERO

LONG = 60
"""Comments of fewer characters are one row."""

SHORTEST_SENTENCE = 9
WINDOW = 120
"""A sentence without any stop is cut after about this many characters."""

_STOPS = np.isin(np.arange(128), list(b".!?"))
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
    spaces = np.flatnonzero(codes == SPACE)
    after_stop = spaces[_STOPS.take(codes[spaces - 1], mode="clip")]
    long = (ends - whole) > LONG
    after_stop = after_stop[long[np.searchsorted(ends, after_stop)]]
    places = np.unique(np.r_[after_stop, _window_cuts(spaces, whole, ends)])
    comment = np.searchsorted(ends, places)
    chosen, last = [], -1
    # A short sentence goes with the one behind it; the last piece is never short.
    for place, start, end in zip(
        places.tolist(), whole[comment].tolist(), ends[comment].tolist(), strict=True
    ):
        if place - max(start, last) >= SHORTEST_SENTENCE <= end - place:
            chosen.append(place)
            last = place
    return np.array(chosen, np.int64)


def _window_cuts(spaces: Places, whole: Places, ends: Places) -> Places:
    long = np.flatnonzero(ends - whole > 2 * WINDOW)
    cuts = [
        spaces[np.searchsorted(spaces, np.arange(start + WINDOW, end - SHORTEST_SENTENCE, WINDOW))]
        for start, end in zip(whole[long], ends[long], strict=True)
    ]
    return np.concatenate(cuts) if cuts else np.zeros(0, np.int64)


_MOST_ADDED = 256
"""Bytes added up in 16 bits at a time: 256 times 255 still fits."""

_EVEN = np.uint64(0x00FF00FF00FF00FF)
_EIGHT = np.uint64(8)
Packed = NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Table:
    """Weights of the features that have any.

    row_of: for each feature number its row, 0 for none. packed: (rows, LANES) as in Weights.
    scale: the weight of one unit of each column. moves: what a creator's corrections add to the
    words' weights of some columns, for every feature number.
    """

    row_of: Buckets
    packed: Packed
    scale: NDArray[np.float32]
    moves: Mapping[tuple[int, ...], NDArray[np.float32]] = field(default_factory=dict)

    def column(self, column: int) -> NDArray[np.float32]:
        """One column's weight for every feature number."""
        units = self.packed[:, column].astype(np.float32) - ZERO
        weights = np.asarray(units[self.row_of] * self.scale[column], np.float32)
        return sum((by for to, by in self.moves.items() if column in to), weights)

    def moved(self, by: NDArray[np.float32], columns: tuple[int, ...]) -> Table:
        """The table with the weights of some columns moved alike, for every feature number."""
        return replace(self, moves={**self.moves, columns: by})


def sums(features: Features, rows: Rows, table: Table) -> NDArray[np.float32]:
    """The sum of the weights in each row: (rows, columns)."""
    chars, words = _bounds(features, rows)
    units = _added(features.chars, chars, table) + _added(features.words, words, table)
    total = np.asarray(units[:, : len(table.scale)] * table.scale, np.float32)
    for columns, by in table.moves.items():
        total[:, columns] += _column_sums(features.words, words, by)[:, None]
    return total


def column_sums(features: Features, rows: Rows, column: NDArray[np.float32]) -> NDArray[np.float32]:
    """The sum of one column's weights in each row, given for every feature number."""
    chars, words = _bounds(features, rows)
    return _column_sums(features.chars, chars, column) + _column_sums(features.words, words, column)


def _bounds(features: Features, rows: Rows) -> tuple[Places, Places]:
    """Where each row begins among the characters and among the words, and where the last ends."""
    starts = np.r_[rows.starts, len(features.chars)]
    return starts, np.asarray(np.searchsorted(features.found.start, starts), np.int64)


def _column_sums(
    buckets: Buckets, bounds: Places, column: NDArray[np.float32]
) -> NDArray[np.float32]:
    added = np.cumsum(np.r_[0.0, column[buckets].sum(axis=1, dtype=np.float64)])
    return np.asarray(np.diff(added[bounds]), np.float32)


def _added(buckets: Buckets, bounds: Places, table: Table) -> NDArray[np.int32]:
    """The sum of the packed weights in each row, in units: (rows, LANES)."""
    out = np.zeros((len(bounds) - 1, LANES), np.int32)
    width = buckets.shape[1]
    most = _MOST_ADDED // width
    parts = -(-np.diff(bounds) // most)
    first = np.cumsum(parts) - parts
    starts = np.repeat(bounds[:-1] - first * most, parts) + np.arange(parts.sum()) * most
    if not len(starts):
        return out
    found = table.packed.view(np.uint64).take(table.row_of.take(buckets.ravel()), axis=0)
    counts = np.diff(np.r_[starts, len(buckets)]) * width
    places = starts * width
    units = np.empty((len(starts), LANES), np.int32)
    units[:, ::2] = np.add.reduceat(found & _EVEN, places, axis=0).view(np.uint16)
    found >>= _EIGHT
    found &= _EVEN
    units[:, 1::2] = np.add.reduceat(found, places, axis=0).view(np.uint16)
    units -= ZERO * counts[:, None].astype(np.int32)
    if (parts == 1).all():
        return units
    here = parts > 0
    out[here] = np.add.reduceat(units, first[here], axis=0)
    return out


def sizes(features: Features, rows: Rows) -> NDArray[np.float32]:
    """For each row the number of features its score is divided by the root of."""
    chars, words = _bounds(features, rows)
    count = len(SIZES) * np.diff(chars) + WORD_SHARE * np.diff(words)
    return np.asarray(np.maximum(count, 1.0), np.float32)


def recipe() -> str:
    """How comments are cut, as text: cut otherwise, a comment scores otherwise."""
    return repr((LONG, SHORTEST_SENTENCE, WINDOW, WORD_SHARE))
