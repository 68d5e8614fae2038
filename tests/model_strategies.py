"""Hypothesis strategies for every value of the model, made from the type hints themselves."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from enum import StrEnum
from fractions import Fraction
from functools import cache
from itertools import pairwise
from types import NoneType, UnionType
from typing import (
    Annotated,
    Any,
    Literal,
    NewType,
    Union,
    get_args,
    get_origin,
    get_type_hints,
)

from hypothesis import strategies as st

from kindreel import effects, reveals, transitions
from kindreel.model.board import Board, Panel, Reveal, Scene
from kindreel.model.colour import Colour
from kindreel.model.curves import Bezier, Curve
from kindreel.model.ids import MediaId
from kindreel.model.plugins import (
    Effect,
    RevealStyle,
    TransitionStyle,
    UnknownEffect,
    UnknownReveal,
    UnknownTransition,
)
from kindreel.model.project import Project
from kindreel.registry import Choice, Range, Registry

Strategy = st.SearchStrategy[Any]

numbers = st.floats(-1e6, 1e6)
texts = st.text(max_size=12)
ids = st.text("0123456789abcdef", min_size=4, max_size=8)
colours = st.from_regex(r"#(?:[0-9A-F]{6}|[0-9A-F]{8})", fullmatch=True).map(Colour)
media_ids = st.builds(
    lambda digest, extension: MediaId(f"{digest}.{extension}"),
    st.text("0123456789abcdef", min_size=64, max_size=64),
    st.sampled_from(["png", "jpg", "svg", "mp4", "wav", "bin"]),
)
rates = st.sampled_from([Fraction(24), Fraction(25), Fraction(30), Fraction(30000, 1001)])
fields_texts = st.dictionaries(texts, st.none() | st.integers() | texts, max_size=2).map(json.dumps)

_NON_NEGATIVE = {"start", "offset", "fade_in", "fade_out"}
_POSITIVE = {"length", "step", "avatar", "change", "name", "hold"}


@cache
def values(hint: Any) -> Strategy:
    """Values of a type hint that the model allows."""
    if hint in _SPECIAL:
        return _SPECIAL[hint]()
    if isinstance(hint, NewType):
        return ids if hint.__supertype__ is str else values(hint.__supertype__)
    if isinstance(hint, type) and is_dataclass(hint):
        return instances(hint)
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return st.sampled_from(list(hint))
    return _generic(hint)


@st.composite
def instances(draw: st.DrawFn, cls: type, **given: Strategy) -> Any:
    """Instances of a dataclass with every field drawn, apart from those given."""
    hints = get_type_hints(cls, include_extras=True)
    parts = {f.name: _field(f.name, hints[f.name]) for f in fields(cls)} | given
    return cls(**{name: draw(part) for name, part in parts.items()})


@st.composite
def boards(draw: st.DrawFn) -> Board:
    """Boards whose transitions are never longer than their neighbours."""
    scenes = draw(st.lists(values(Scene), max_size=2))
    panels = [*scenes, draw(values(Reveal))]
    fitted = [panels[0], *(_fitted(a, b) for a, b in pairwise(panels))]
    *scenes, reveal = fitted
    return draw(instances(Board, scenes=st.just(tuple(scenes)), reveal=st.just(reveal)))


def _fitted(before: Panel, panel: Panel) -> Panel:
    if panel.entry is None:
        return panel
    length = min(panel.entry.length, before.length, panel.length)
    return replace(panel, entry=replace(panel.entry, length=length))


def plugins(shelf: Registry[Any], unknown: type) -> Strategy:
    """Every kind on a shelf, with its fields within their ranges, and unknown ones."""
    kinds = ids.map(lambda text: f"not_here_{text}")
    known = [instances(cls) for _, cls in shelf]
    return st.one_of(*known, st.builds(unknown, kinds, fields_texts))


def projects() -> Strategy:
    """Whole projects, small but with anything in them."""
    return values(Project)


def _field(name: str, hint: Any) -> Strategy:
    optional = type(None) in get_args(hint)
    if hint is int or (optional and int in get_args(hint)):
        low = 1 if name in _POSITIVE else 0 if name in _NON_NEGATIVE else -500
        whole = st.integers(low, 500)
        return st.none() | whole if optional else whole
    if name == "boards":
        return st.lists(values(get_args(hint)[0]), min_size=1, max_size=2).map(tuple)
    return values(hint)


def _generic(hint: Any) -> Strategy:
    origin, args = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return _marked(args[0], args[1:])
    if origin is Literal:
        return st.sampled_from(args)
    if origin in {Union, UnionType}:
        return st.one_of(*(values(a) for a in args))
    if origin is tuple and args[-1] is Ellipsis:
        return st.lists(values(args[0]), max_size=2).map(tuple)
    if origin is tuple:
        return st.tuples(*(values(a) for a in args))
    raise NotImplementedError(hint)


def _marked(hint: Any, marks: tuple[object, ...]) -> Strategy:
    for mark in marks:
        if isinstance(mark, Choice):
            return st.sampled_from(mark.values)
        if isinstance(mark, Range):
            within = (mark.low, mark.high)
            return st.integers(*map(int, within)) if hint is int else st.floats(*within)
    return values(hint)


def _curves() -> Strategy:
    frames = st.lists(st.integers(-100, 300), unique=True, max_size=3).map(sorted)
    keys = get_type_hints(Curve)["keys"]
    key = get_args(keys)[0]
    easings = values(get_type_hints(key)["easing"])
    row = frames.flatmap(
        lambda at: st.tuples(*(st.builds(key, st.just(f), numbers, easings) for f in at))
    )
    return st.builds(Curve, numbers, row)


def _beziers() -> Strategy:
    unit = st.floats(0, 1)
    return st.builds(Bezier, unit, numbers, unit, numbers)


_SPECIAL: dict[Any, Callable[[], Strategy]] = {
    str: lambda: texts,
    int: lambda: st.integers(-500, 500),
    float: lambda: numbers,
    bool: st.booleans,
    NoneType: st.none,
    Fraction: lambda: rates,
    Colour: lambda: colours,
    MediaId: lambda: media_ids,
    Bezier: _beziers,
    Board: boards,
    Curve: _curves,
    Effect: lambda: plugins(effects.shelf, UnknownEffect),
    TransitionStyle: lambda: plugins(transitions.shelf, UnknownTransition),
    RevealStyle: lambda: plugins(reveals.shelf, UnknownReveal),
}
