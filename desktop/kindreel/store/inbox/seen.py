"""Whether an id may have come before, without an index and without keeping the ids."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int64]


class Seen:
    """Remembers ids as 64-bit numbers; eight bytes each."""

    def __init__(self) -> None:
        self._runs: list[Numbers] = []

    def all_new(self, ids: Sequence[str]) -> bool:
        """Remember these ids; False when one may be among them twice, or was before.

        Two ids may have the same number, so False is a suspicion, and True is sure.
        """
        numbers = np.fromiter(map(hash, ids), np.int64, len(ids))
        numbers.sort()
        new = not (numbers[1:] == numbers[:-1]).any()
        new = new and not any(_meet(run, numbers) for run in self._runs)
        while self._runs and len(self._runs[-1]) <= len(numbers):
            numbers = np.concatenate((self._runs.pop(), numbers))
            numbers.sort(kind="stable")
        self._runs.append(numbers)
        return new


def _meet(run: Numbers, numbers: Numbers) -> bool:
    """Whether two sorted runs have a number in common."""
    places = np.searchsorted(run, numbers)
    places[places == len(run)] = 0
    return bool((run[places] == numbers).any())
