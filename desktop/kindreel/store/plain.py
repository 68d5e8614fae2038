"""Values ↔ plain JSON data, by their type hints; what does not fit is refused.

A `Codec` packs a value into dicts, lists, texts and numbers, and unpacks it to an equal one.
Classes of a union carry their name from `KINDS` in the field `kind`. A model class has exactly
its fields; a plug-in may lack some (they get their defaults).
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import MISSING, dataclass, fields, is_dataclass
from enum import StrEnum
from fractions import Fraction
from functools import cache
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

from kindreel import effects, reveals, transitions
from kindreel.model.colour import Colour, Gradient, Solid, is_colour
from kindreel.model.curves import Bezier, Hold, Linear, Spring
from kindreel.model.ids import MediaId
from kindreel.model.plugins import (
    Effect,
    RevealStyle,
    TransitionStyle,
    UnknownEffect,
    UnknownReveal,
    UnknownTransition,
)
from kindreel.registry import Registry
from kindreel.store.media import is_media_id

KINDS: Mapping[type, str] = {
    Solid: "solid",
    Gradient: "gradient",
    Hold: "hold",
    Linear: "linear",
    Bezier: "bezier",
    Spring: "spring",
}

_Unknown = type[UnknownEffect | UnknownTransition | UnknownReveal]

_SHELVES: Mapping[object, tuple[Registry[Any], _Unknown]] = {
    Effect: (effects.shelf, UnknownEffect),
    TransitionStyle: (transitions.shelf, UnknownTransition),
    RevealStyle: (reveals.shelf, UnknownReveal),
}

_CHECKED: Mapping[object, Callable[[str], bool]] = {Colour: is_colour, MediaId: is_media_id}


class MisfitError(ValueError):
    """Data that does not fit the type it is for."""


@dataclass(frozen=True, slots=True)
class Codec:
    """Both ways between a value and its plain data; `unpack` raises ValueError on a misfit."""

    pack: Callable[[Any], Any]
    unpack: Callable[[Any], Any]


@cache
def codec(hint: Any) -> Codec:
    """The codec of a type hint."""
    if hint in _SHELVES:
        return _plugin(*_SHELVES[hint])
    if isinstance(hint, NewType):
        return _checked(hint)
    make = _BY_ORIGIN.get(get_origin(hint))
    return make(get_args(hint)) if make else _class(hint)


def _marked(args: tuple[Any, ...]) -> Codec:
    return codec(args[0])


def _class(cls: Any) -> Codec:
    if is_dataclass(cls):
        return record(cls)
    if cls is Fraction:
        return Codec(lambda value: [value.numerator, value.denominator], _fraction)
    if issubclass(cls, StrEnum):
        return Codec(lambda value: cls(value).value, cls)
    return Codec(lambda value: value, _SIMPLE[cls])


def record(cls: Any, apart: tuple[str, ...] = (), *, lenient: bool = False) -> Codec:
    """The codec of a dataclass.

    apart: fields kept elsewhere; packing leaves them out, unpacking finds their values ready.
    lenient: missing fields get their defaults.
    """
    hints = get_type_hints(cls, include_extras=True)
    inside = {f.name: codec(hints[f.name]) for f in fields(cls) if f.name not in apart}
    needed = set(inside)
    if lenient:
        has_default = {f.name for f in fields(cls) if _has_default(f)}
        needed -= has_default

    def pack(value: Any) -> dict[str, Any]:
        return {name: c.pack(getattr(value, name)) for name, c in inside.items()}

    def unpack(plain: Any) -> Any:
        _want(isinstance(plain, dict), f"{cls.__name__} is no object")
        given = plain.keys() - set(apart)
        _want(needed <= given <= inside.keys(), f"{cls.__name__} has other fields")
        ready = {name: plain[name] for name in apart if name in plain}
        return cls(**ready, **{name: inside[name].unpack(plain[name]) for name in given})

    return Codec(pack, unpack)


def _has_default(f: Any) -> bool:
    return f.default is not MISSING or f.default_factory is not MISSING


def _want(fits: bool, why: str) -> None:  # noqa: FBT001 - the condition itself
    if not fits:
        raise MisfitError(why)


def _text(plain: Any) -> str:
    _want(isinstance(plain, str), f"no text: {type(plain).__name__}")
    return str(plain)


def _whole(plain: Any) -> int:
    fits = isinstance(plain, int | float) and not isinstance(plain, bool) and plain == int(plain)
    _want(fits, f"no whole number: {plain!r:.40}")
    return int(plain)


def _number(plain: Any) -> float:
    fits = isinstance(plain, int | float) and not isinstance(plain, bool)
    _want(fits, f"no number: {plain!r:.40}")
    return float(plain)


def _truth(plain: Any) -> bool:
    _want(isinstance(plain, bool), f"neither true nor false: {plain!r:.40}")
    return bool(plain)


_SIMPLE: Mapping[type, Callable[[Any], Any]] = {
    str: _text,
    int: _whole,
    float: _number,
    bool: _truth,
}


def _fraction(plain: Any) -> Fraction:
    _want(isinstance(plain, list) and len(plain) == 2, "no fraction")
    top, bottom = (_whole(n) for n in plain)
    _want(bottom > 0, "no fraction")
    return Fraction(top, bottom)


def _checked(hint: Any) -> Codec:
    inner = codec(hint.__supertype__)
    check = _CHECKED.get(hint)
    if check is None:
        return inner

    def unpack(plain: Any) -> Any:
        text = _text(plain)
        _want(check(text), f"no {hint.__name__}: {text!r:.40}")
        return text

    return Codec(inner.pack, unpack)


def _one_of(values: tuple[Any, ...]) -> Codec:
    def unpack(plain: Any) -> Any:
        _want(plain in values, f"none of {values}: {plain!r:.40}")
        return plain

    return Codec(lambda value: value, unpack)


def _tuple(args: tuple[Any, ...]) -> Codec:
    if len(args) == 2 and args[1] is Ellipsis:
        inner = codec(args[0])
        return Codec(
            lambda value: [inner.pack(v) for v in value],
            lambda plain: tuple(inner.unpack(v) for v in _list(plain)),
        )
    parts = [codec(a) for a in args]
    return Codec(
        lambda value: [c.pack(v) for c, v in zip(parts, value, strict=True)],
        lambda plain: tuple(c.unpack(v) for c, v in zip(parts, _list(plain), strict=True)),
    )


def _list(plain: Any) -> list[Any]:
    _want(isinstance(plain, list), f"no list: {type(plain).__name__}")
    return list(plain)


def _union(args: tuple[Any, ...]) -> Codec:
    rest = [a for a in args if a is not NoneType]
    inner = codec(rest[0]) if len(rest) == 1 else tagged({KINDS[cls]: cls for cls in rest})
    if len(rest) == len(args):
        return inner
    return Codec(
        lambda value: None if value is None else inner.pack(value),
        lambda plain: None if plain is None else inner.unpack(plain),
    )


_BY_ORIGIN: Mapping[object, Callable[[tuple[Any, ...]], Codec]] = {
    Annotated: _marked,
    Literal: _one_of,
    tuple: _tuple,
    Union: _union,
    UnionType: _union,
}


def tagged(classes: Mapping[str, Any]) -> Codec:
    """The codec of a union whose classes carry their name in the field `kind`."""
    names = {cls: kind for kind, cls in classes.items()}
    records = {kind: record(cls) for kind, cls in classes.items()}

    def unpack(plain: Any) -> Any:
        _want(isinstance(plain, dict), "no object")
        kind = str(plain.get("kind"))
        _want(kind in records, f"an unknown kind: {kind:.40}")
        return records[kind].unpack({k: v for k, v in plain.items() if k != "kind"})

    return Codec(
        lambda value: {"kind": names[type(value)], **records[names[type(value)]].pack(value)},
        unpack,
    )


def _plugin(shelf: Registry[Any], unknown: _Unknown) -> Codec:
    """The codec of a shelf's plug-ins; their fields are JSON text, so that unknown ones last."""

    def pack(plugin: Any) -> dict[str, str]:
        if isinstance(plugin, unknown):
            return {"kind": plugin.kind, "fields": plugin.fields}
        cls: Any = type(plugin)
        plain = codec_of_plugin(cls).pack(plugin)
        return {"kind": shelf.kind_of(plugin), "fields": json.dumps(plain)}

    def unpack(plain: Any) -> Any:
        fits = isinstance(plain, dict) and plain.keys() == {"kind", "fields"}
        _want(fits, "no plug-in")
        kind, text = _text(plain["kind"]), _text(plain["fields"])
        cls: Any = shelf.find(kind)
        if cls is None:
            return unknown(kind, text)
        try:
            return codec_of_plugin(cls).unpack(json.loads(text))
        except (ValueError, TypeError, KeyError):
            return unknown(kind, text)  # of another Kindreel; keep what it said

    return Codec(pack, unpack)


@cache
def codec_of_plugin(cls: Any) -> Codec:
    """The codec of a plug-in's own fields."""
    return record(cls, lenient=True)
