"""Parts of a project ↔ the texts and bytes of their rows.

Each part is packed once: values never change, so identity tells which ones are as before.
"""

from __future__ import annotations

import json
import sys
from array import array
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import chain
from types import MappingProxyType
from typing import Any

from kindreel.errors import DocumentError
from kindreel.model.board import Board, Reveal, Scene
from kindreel.model.ids import MediaId
from kindreel.model.layers import (
    BubbleLayer,
    CameraLayer,
    ClipLayer,
    DrawingLayer,
    ImageLayer,
    ParticleLayer,
    ShapeLayer,
    StickerLayer,
    Stroke,
    TextLayer,
)
from kindreel.model.project import Project, StyleKit
from kindreel.model.reveal import Creator
from kindreel.store.media import media_ids_in
from kindreel.store.plain import Codec, MisfitError, record

LAYERS: Mapping[str, type] = {
    "image": ImageLayer,
    "clip": ClipLayer,
    "text": TextLayer,
    "sticker": StickerLayer,
    "shape": ShapeLayer,
    "drawing": DrawingLayer,
    "bubble": BubbleLayer,
    "particles": ParticleLayer,
    "camera": CameraLayer,
}
SCENES: Mapping[str, type] = {"scene": Scene, "reveal": Reveal}
KIND_OF: Mapping[type, str] = {cls: kind for kind, cls in {**LAYERS, **SCENES}.items()}

_APART: Mapping[type, tuple[str, ...]] = {
    Project: ("boards", "creators", "styles"),
    Board: ("scenes", "reveal"),
    Scene: ("layers",),
    Reveal: ("layers",),
    DrawingLayer: ("strokes",),
}

_CODECS: Mapping[type, Codec] = MappingProxyType(
    {
        cls: record(cls, _APART.get(cls, ()))
        for cls in (Project, Board, *SCENES.values(), *LAYERS.values(), Creator, StyleKit)
    }
)
_STROKE = record(Stroke, ("points",))


@dataclass(frozen=True, slots=True)
class Packed:
    """A part's row: the JSON text of its own fields, and a drawing's points.

    media: the ids of all media that the fields name, those of unknown plug-ins too.
    """

    body: str
    points: bytes | None = None
    media: frozenset[MediaId] = frozenset()


@dataclass(slots=True)
class Packer:
    """Packs parts, remembering those of the pass before."""

    _before: dict[int, tuple[object, Packed]] = field(default_factory=dict)
    _now: dict[int, tuple[object, Packed]] = field(default_factory=dict)

    def begin(self) -> None:
        """Start a pass; what the last one did not meet is forgotten."""
        self._before, self._now = self._now or self._before, {}

    def media(self) -> frozenset[MediaId]:
        """The ids of all media that the parts of this pass name."""
        return frozenset().union(*(packed.media for _, packed in self._now.values()))

    def __call__(self, part: Any) -> Packed:
        """The row of a part; DocumentError when it would not come back equal."""
        known = self._before.get(id(part)) or (part, _pack(part))
        self._now[id(part)] = known
        return known[1]


def unpack(cls: type, packed: Packed, **apart: object) -> Any:
    """The part of a row; ValueError and its like when the row makes no sense.

    apart: the values of the fields that are kept in other rows.
    """
    plain = json.loads(packed.body)
    if not isinstance(plain, dict) or plain.keys() & apart.keys():
        raise MisfitError(f"a {cls.__name__} with other fields")
    if cls is DrawingLayer:
        apart = {"strokes": _strokes(plain.pop("strokes"), packed.points or b"")}
    return _CODECS[cls].unpack({**plain, **apart})


def _pack(part: Any) -> Packed:
    cls = type(part)
    try:
        plain = _CODECS[cls].pack(part)
        points = None
        if isinstance(part, DrawingLayer):
            plain["strokes"] = [[_STROKE.pack(s), len(s.points)] for s in part.strokes]
            points = _points(part.strokes)
        body = json.dumps(plain)
        packed = Packed(body, points, media_ids_in(body))
        apart = {name: getattr(part, name) for name in _APART.get(cls, ()) if name != "strokes"}
        if unpack(cls, packed, **apart) == part:
            return packed
        details = f"{cls.__name__} comes back changed"
    except (ValueError, TypeError, KeyError, AttributeError, OverflowError) as error:
        details = f"{cls.__name__}: {error}"
    raise DocumentError(
        "A part of the project holds a value that cannot be saved.",
        "Nothing that was saved before is lost. Undo the last step, then try again.",
        details,
    )


def _points(strokes: Iterable[Stroke]) -> bytes:
    numbers = array("d", chain.from_iterable(chain.from_iterable(s.points for s in strokes)))
    return _little_endian(numbers).tobytes()


def _strokes(heads: list[Any], points: bytes) -> tuple[Stroke, ...]:
    numbers = array("d")
    numbers.frombytes(points)
    flat = iter(_little_endian(numbers))
    triples = list(zip(flat, flat, flat, strict=True))
    strokes, start = [], 0
    for head, count in heads:
        ready = tuple(triples[start : start + count])
        strokes.append(_STROKE.unpack({**head, "points": ready}))
        start += count
    if start != len(triples):
        raise MisfitError("a drawing with other points")
    return tuple(strokes)


def _little_endian(numbers: array[float]) -> array[float]:
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers
