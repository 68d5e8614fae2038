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
    """The most recently used things that fit into `limit` bytes together."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._used = 0
        self._kept: OrderedDict[Hashable, S] = OrderedDict()

    def get(self, key: Hashable, make: Callable[[], S]) -> S:
        """The thing kept under `key`, made now when there is none."""
        kept = self._kept.get(key)
        if kept is not None:
            self._kept.move_to_end(key)
            return kept
        made = make()
        self._kept[key] = made
        self._used += made.nbytes
        while self._used > self._limit and len(self._kept) > 1:
            _, dropped = self._kept.popitem(last=False)
            self._used -= dropped.nbytes
        return made

    def clear(self) -> None:
        """Forget all."""
        self._kept.clear()
        self._used = 0


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
