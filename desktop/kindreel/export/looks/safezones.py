"""Whether words stand where no platform lays its own buttons."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kindreel.export.presets import Profile
from kindreel.model.board import Board, Reveal, Span
from kindreel.model.checks import name_of
from kindreel.model.curves import Curve
from kindreel.model.edits.boards import edit_board
from kindreel.model.edits.layers import edit_layer
from kindreel.model.findings import Finding, Fix, Severity
from kindreel.model.ids import LayerId, SceneId
from kindreel.model.layers import Layer
from kindreel.model.project import Project
from kindreel.render.layout import LayerBox, boxes

_WORDS = {"text": "A text", "bubble": "A bubble", "caption": "A caption", "name": "The name"}
_ALLOWED = 0.004
"""Fraction of the canvas that may stick out before anybody is told."""

Box = tuple[float, float, float, float]


def telling_frames(span: Span) -> list[int]:
    """Some frames of the board on which the words of a panel have arrived."""
    panel = span.panel
    own = {span.length * 3 // 5, span.length - 1}
    if isinstance(panel, Reveal):  # names rise into their place after each change
        own = {panel.avatar // 2, *(panel.turn * (n + 1) - 1 for n in range(panel.turns))}
    own |= {c.start + c.length // 2 for c in span.panel.captions}
    return sorted(span.start + frame for frame in own if 0 <= frame < span.length)


def outside(
    project: Project, board: Board, span: Span, profiles: Sequence[Profile]
) -> Iterator[Finding]:
    """Words of one panel that a platform may cover, each once."""
    told: set[object] = set()
    for frame in telling_frames(span):
        for box in boxes(project, board, frame):
            key = box.layer or box.caption or box.kind
            if box.kind not in _WORDS or key in told:
                continue
            covered = [p for p in profiles if any(_overhang(board, box, p))]
            if covered:
                told.add(key)
                yield _finding(board, span, frame, box, covered)


def bounds(box: LayerBox) -> Box:
    """Left, top, right and bottom of what is painted, in canvas units."""
    across, down = [p[0] for p in box.ink], [p[1] for p in box.ink]
    return min(across), min(down), max(across), max(down)


def _overhang(board: Board, box: LayerBox, profile: Profile) -> tuple[float, float]:
    """How far right and down the words must move to be safe there, in canvas units."""
    width, height = board.size
    left, top, right, bottom = bounds(box)
    safe = profile.safe
    return (
        _shift(left, right, safe[0] * width, safe[2] * width, _ALLOWED * width),
        _shift(top, bottom, safe[1] * height, safe[3] * height, _ALLOWED * height),
    )


def _shift(low: float, high: float, first: float, last: float, allowed: float) -> float:
    if low < first - allowed:
        return first - low
    return last - high if high > last + allowed else 0.0


def _finding(
    board: Board, span: Span, frame: int, box: LayerBox, covered: list[Profile]
) -> Finding:
    names = ", ".join(p.title for p in covered)
    what = "They may cover" if len(covered) > 1 else "It may cover"
    sentence = (
        f"{_WORDS[box.kind]} in {name_of(span)} is outside the safe box of {names}. {what} it."
    )
    found = Finding(
        kind="safe_zone",
        severity=Severity.WARN,
        sentence=sentence,
        scene=span.panel.id,
        frame=frame,
    )
    strictest = replace(covered[0], safe=_inside(covered))
    across, down = _overhang(board, box, strictest)
    if box.layer is not None:
        words = "Move into the safe box"
        return replace(found, fix=move(board, span.panel.id, box.layer, (across, down), words))
    return (
        replace(found, fix=_raise_captions(board, down)) if _is_own_caption(board, box) else found
    )


def _is_own_caption(board: Board, box: LayerBox) -> bool:
    """Whether the board itself says where the caption stands, not a style kit."""
    return box.caption is not None and board.style is None


def _raise_captions(board: Board, down: float) -> Fix:
    look = replace(board.caption_look, y=board.caption_look.y + down / board.size[1])

    def edit(project: Project) -> Project:
        return edit_board(project, board.id, lambda b: replace(b, caption_look=look))

    return Fix("Move the captions into the safe box", edit)


def _inside(profiles: list[Profile]) -> Box:
    """The box that all of them leave free."""
    left, top, right, bottom = zip(*(p.safe for p in profiles), strict=True)
    return max(left), max(top), min(right), min(bottom)


def move(board: Board, scene: SceneId, layer: LayerId, by: tuple[float, float], label: str) -> Fix:
    """An edit that moves a layer as a whole by canvas units; one with a parent stays."""

    def moved(found: Layer) -> Layer:
        if found.parent is not None:
            return found
        way = found.transform
        x, y = _shifted(way.x, by[0]), _shifted(way.y, by[1])
        return replace(found, transform=replace(way, x=x, y=y))

    def edit(project: Project) -> Project:
        return edit_board(project, board.id, lambda b: edit_layer(b, scene, layer, moved))

    return Fix(label, edit)


def _shifted(curve: Curve, by: float) -> Curve:
    return Curve(curve.base + by, tuple(replace(k, value=k.value + by) for k in curve.keys))
