"""Encoded stretches of picture, kept so that only what changed is made again."""

from __future__ import annotations

import contextlib
import hashlib
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import groupby
from pathlib import Path

import kindreel
from kindreel import paths
from kindreel.effects import HearingEffect
from kindreel.export import ffmpeg
from kindreel.export.presets import Encoding
from kindreel.export.unfinished import remove
from kindreel.model.board import Board, Panel, Reveal, Span
from kindreel.model.layers import Layer
from kindreel.model.project import Project
from kindreel.model.reveal import Creator

GROUP_SECONDS = 0.5
_GROUPS = 4
_LIMIT = 2_000_000_000
_PAINTED_BY = ("render", "effects", "transitions", "reveals", "model", "export")


@dataclass(frozen=True, slots=True)
class Segment:
    """Some frames in a row that are encoded on their own.

    frames: of the board. key: names everything the encoded stretch depends on.
    """

    frames: range
    key: str


def group(board: Board) -> int:
    """Frames of one closed group of pictures: half a second."""
    return max(1, round(board.rate * GROUP_SECONDS))


def plan(project: Project, board: Board, frames: range, encoding: Encoding) -> tuple[Segment, ...]:
    """The frames in segments that begin at a scene's start or a few groups after it."""
    common = (kindreel.__version__, _painters(), ffmpeg.version(), encoding)
    segments = []
    before: Panel | None = None
    known: dict[int, str] = {}
    for span in board.spans():
        for part in _parts(span, frames, _GROUPS * group(board)):
            seen = _seen(project, board, span, before, part, known)
            segments.append(Segment(part, _digest((*common, seen))))
        before = span.panel
    return tuple(segments)


def _parts(span: Span, frames: range, most: int) -> Iterator[range]:
    start, stop = max(span.start, frames.start), min(span.end, frames.stop)
    for first in range(start, stop, most):
        yield range(first, min(first + most, stop))


def _seen(
    project: Project,
    board: Board,
    span: Span,
    before: Panel | None,
    part: range,
    known: dict[int, str],
) -> tuple[object, ...]:
    """All that the pictures of one part can show.

    known: digests of layers by identity, for a layer is in all parts of its panel.
    """
    inside = range(part.start - span.start, part.stop - span.start)
    shown = _visible(span.panel, inside, known)
    entry = span.panel.entry
    leaving = None
    if before is not None and entry is not None and inside.start < entry.length:
        late = range(before.length + inside.start, before.length + inside.stop)
        leaving = _visible(before, late, known)
    cast: tuple[Creator, ...] = ()
    if isinstance(span.panel, Reveal):
        cast = tuple(c for c in project.creators if c.id in span.panel.creators)
    look = (board.size, board.rate, board.caption_look, project.style(board.style))
    kits = tuple(project.style(c.style) for c in cast)
    return (look, shown, leaving, cast, kits, inside)


def _visible(panel: Panel, frames: range, known: dict[int, str]) -> tuple[object, ...]:
    """The panel without what is never seen on those of its frames, and its layers' digests."""
    # A caption that lasts to its scene's end stays on while the next scene comes in.
    captions = tuple(
        c
        for c in panel.captions
        if c.start < frames.stop and c.start + c.length > min(frames.start, panel.length - 1)
    )
    sounds = panel.sounds if any(_hears(layer) for layer in panel.layers) else ()
    for layer in panel.layers:
        if id(layer) not in known:
            known[id(layer)] = _digest(layer)
    layers = tuple(known[id(layer)] for layer in panel.layers)
    rest = replace(
        panel, title="", script="", notes="", captions=captions, sounds=sounds, layers=()
    )
    return rest, layers


def _hears(layer: Layer) -> bool:
    return any(isinstance(effect, HearingEffect) for effect in layer.effects)


def _digest(value: object) -> str:
    return hashlib.sha256(repr(value).encode()).hexdigest()


@cache
def _painters() -> str:
    """Names the code that paints, so that a change of it is a change of every picture."""
    home = Path(kindreel.__file__).parent
    files = sorted(
        f for room in _PAINTED_BY for kind in ("*.py", "*.c") for f in (home / room).rglob(kind)
    )
    return _digest([(str(f), f.stat().st_mtime_ns, f.stat().st_size) for f in files])


def folder() -> Path:
    """Where encoded segments are kept."""
    made = paths.cache() / "segments"
    made.mkdir(parents=True, exist_ok=True)
    return made


def kept(segment: Segment) -> Path:
    """Where the encoded segment is, or will be."""
    return folder() / f"{segment.key}.nut"


def missing(segments: Iterable[Segment]) -> list[list[Segment]]:
    """Runs of neighbouring segments that have still to be encoded; used ones become young."""
    runs = []
    for absent, run in groupby(segments, lambda s: not kept(s).exists()):
        found = list(run)
        if absent:
            runs.append(found)
        else:
            for segment in found:
                os.utime(kept(segment))
    return runs


def prune(limit: int = _LIMIT) -> None:
    """Drop the segments used longest ago until the rest take at most `limit` octets."""
    files = []
    for path in folder().glob("*.nut"):
        with contextlib.suppress(OSError):
            status = path.stat()
            files.append((status.st_mtime_ns, status.st_size, path))
    used = 0
    for _, octets, path in sorted(files, reverse=True):
        used += octets
        if used > limit:
            remove(path)
