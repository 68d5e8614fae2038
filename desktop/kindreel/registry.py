"""Kind → class, for the shelves of plug-ins, and the marks that make their forms."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields
from threading import RLock
from typing import Annotated, Any, Generic, TypeVar, get_args, get_origin, get_type_hints

from kindreel.errors import NotFoundError

P = TypeVar("P")
C = TypeVar("C", bound=type)


@dataclass(frozen=True, slots=True)
class Range:
    """The least and greatest value a number may take, and the step of its field."""

    low: float
    high: float
    step: float = 0.0


@dataclass(frozen=True, slots=True)
class Unit:
    """What a number counts: "frames", "px", "°", "%", "Hz"."""

    name: str


@dataclass(frozen=True, slots=True)
class Choice:
    """The only values a text may take, in the order to show them."""

    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a plug-in as a form shows it."""

    name: str
    type: type
    default: object
    range: Range | None = None
    unit: Unit | None = None
    choice: Choice | None = None


def _field(name: str, hint: object, default: object) -> Field:
    marks: tuple[object, ...] = ()
    if get_origin(hint) is Annotated:
        hint, *rest = get_args(hint)
        marks = tuple(rest)

    def mark(kind: type[P]) -> P | None:
        return next((m for m in marks if isinstance(m, kind)), None)

    kind = hint if isinstance(hint, type) else object
    return Field(name, kind, default, mark(Range), mark(Unit), mark(Choice))


class Registry(Generic[P]):
    """The plug-ins of one shelf; its modules are imported on first use.

    noun: what one plug-in is called in sentences, such as "effect".
    package: the shelf's package; every module in it registers its classes.
    """

    def __init__(self, noun: str, package: str) -> None:
        self.noun = noun
        self._package = package
        self._classes: dict[str, type[P]] = {}
        self._kinds: dict[type[P], str] = {}
        self._loaded = False
        self._loading = RLock()

    def register(self, kind: str) -> Callable[[C], C]:
        """Put the decorated class on the shelf under `kind`."""

        def add(cls: C) -> C:
            if kind in self._classes:
                msg = f"two {self.noun}s are called {kind!r}"
                raise ValueError(msg)
            self._classes[kind] = cls
            self._kinds[cls] = kind
            return cls

        return add

    def _load(self) -> None:
        with self._loading:  # two threads may ask first at once; a plug-in may ask while loading
            if self._loaded:
                return
            self._loaded = True
            shelf = importlib.import_module(self._package)
            for module in pkgutil.iter_modules(shelf.__path__):
                importlib.import_module(f"{self._package}.{module.name}")

    def kinds(self) -> tuple[str, ...]:
        """All kinds on the shelf, sorted."""
        self._load()
        return tuple(sorted(self._classes))

    def get(self, kind: str) -> type[P]:
        """The class of `kind`; NotFoundError when the shelf has none."""
        self._load()
        if kind not in self._classes:
            raise NotFoundError(
                f"There is no {self.noun} called “{kind}”.",
                f"Choose one of: {', '.join(self.kinds())}.",
            )
        return self._classes[kind]

    def find(self, kind: str) -> type[P] | None:
        """The class of `kind`, or None."""
        self._load()
        return self._classes.get(kind)

    def kind_of(self, plugin: P | type[P]) -> str:
        """The kind a plug-in or its class was registered under."""
        self._load()
        cls = plugin if isinstance(plugin, type) else type(plugin)
        return self._kinds[cls]

    def defaults(self) -> tuple[P, ...]:
        """One of each kind with its default fields, sorted by kind."""
        return tuple(self.get(kind)() for kind in self.kinds())

    def __iter__(self) -> Iterator[tuple[str, type[P]]]:
        return iter([(kind, self.get(kind)) for kind in self.kinds()])


def form(plugin: type[Any] | object) -> tuple[Field, ...]:
    """The fields of a plug-in dataclass with the marks that its form needs."""
    cls = plugin if isinstance(plugin, type) else type(plugin)
    hints = get_type_hints(cls, include_extras=True)
    marked = []
    for f in fields(cls):
        default = f.default if isinstance(plugin, type) else getattr(plugin, f.name)
        marked.append(_field(f.name, hints[f.name], default))
    return tuple(marked)


def title(kind: str) -> str:
    """A kind as a person reads it: "heart_iris" → "Heart iris"."""
    return kind.replace("_", " ").capitalize()


__all__ = ["Choice", "Field", "Range", "Registry", "Unit", "form", "title"]
