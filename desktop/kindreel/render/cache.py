"""What was made once and may be used again, within a limit of memory."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Generic, Protocol, TypeVar, cast


class Sized(Protocol):
    """Something that knows how much memory it takes."""

    @property
    def nbytes(self) -> int:
        """Bytes taken."""


S = TypeVar("S", bound=Sized)
V = TypeVar("V")


class Store(Generic[S]):
    """What was asked for lately, within `limit` bytes.

    A quarter of the room is for what was asked for once only. What changes with every frame comes
    and goes there, and what is shown again and again is kept (the simple 2Q of Johnson and
    Shasha, VLDB 1994).
    """

    def __init__(self, limit: int) -> None:
        self._limits = (limit // 4, limit - limit // 4)
        self._shelves: tuple[OrderedDict[Hashable, S], ...] = (OrderedDict(), OrderedDict())
        self._used = [0, 0]

    def get(self, key: Hashable, make: Callable[[], S]) -> S:
        """The thing kept under `key`, made now when there is none."""
        new, known = self._shelves
        kept = known.get(key)
        if kept is not None:
            known.move_to_end(key)
            return kept
        if key in new:
            made = new.pop(key)
            self._used[0] -= made.nbytes
            self._put(1, key, made)
        else:
            made = make()
            self._put(0, key, made)
        return made

    def _put(self, which: int, key: Hashable, made: S) -> None:
        shelf = self._shelves[which]
        shelf[key] = made
        self._used[which] += made.nbytes
        while self._used[which] > self._limits[which] and len(shelf) > 1:
            _, dropped = shelf.popitem(last=False)
            self._used[which] -= dropped.nbytes

    def clear(self) -> None:
        """Forget all."""
        for shelf in self._shelves:
            shelf.clear()
        self._used = [0, 0]


class Memo:
    """What was derived from a value, found again by the value's identity; the latest `limit`."""

    def __init__(self, limit: int = 4096) -> None:
        self._limit = limit
        self._kept: OrderedDict[tuple[int, Hashable], tuple[object, object]] = OrderedDict()

    def of(self, value: object, make: Callable[[], V], extra: Hashable = None) -> V:
        """What `make` gave for this very value, and for `extra`."""
        key = (id(value), extra)
        kept = self._kept.get(key)
        if kept is not None:
            return cast("V", kept[1])
        made = make()
        self._kept[key] = (value, made)
        if len(self._kept) > self._limit:
            self._kept.popitem(last=False)
        return made
