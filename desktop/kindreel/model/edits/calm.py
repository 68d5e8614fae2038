"""Edits that make what flashes or trembles calmer."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator
from dataclasses import fields, replace
from typing import TypeVar

from kindreel.model.board import Board, Reveal, Scene, Transition
from kindreel.model.curves import Curve, Key
from kindreel.model.edits.boards import with_panels
from kindreel.model.ids import LayerId, SceneId
from kindreel.model.layers import Layer
from kindreel.model.plugins import Effect, TransitionStyle

P = TypeVar("P", Scene, Reveal)

_AMPLITUDES = frozenset(
    {"strength", "distance", "angle", "height", "tilt", "turn", "amount", "speed"}
)
_CURVES = ("x", "y", "scale", "stretch", "rotation", "opacity")
_RUN = 4
"""Keys that follow each other quickly are a flicker from so many on."""


def soften_curve(curve: Curve, share: float, gap: int) -> Curve:
    """The curve with its quick runs of keys drawn to their mean; a single rise stays.

    share: how much of the swing is left, 0 to 1. gap: frames between keys up to which they are
    quick.
    """
    keys: list[Key] = []
    for run in _runs(curve.keys, gap):
        middle = sum(k.value for k in run) / len(run)
        quick = len(run) >= _RUN
        keys += [replace(k, value=middle + share * (k.value - middle)) if quick else k for k in run]
    return curve if tuple(keys) == curve.keys else replace(curve, keys=tuple(keys))


def _runs(keys: tuple[Key, ...], gap: int) -> Iterator[list[Key]]:
    run: list[Key] = []
    for key in keys:
        if run and key.frame - run[-1].frame > gap:
            yield run
            run = []
        run.append(key)
    if run:
        yield run


def soften_effect(effect: Effect, share: float) -> Effect:
    """The effect with so much of its strength left."""
    names = {f.name for f in fields(effect)} & _AMPLITUDES  # type: ignore[arg-type]  # all effects are dataclasses
    changed = {name: share * getattr(effect, name) for name in names}
    return replace(effect, **changed) if any(changed.values()) or share == 0 else effect  # type: ignore[type-var]  # the same


def soften_layer(layer: Layer, share: float, gap: int, moves: Callable[[Effect], bool]) -> Layer:
    """The layer with calmer curves and effects; itself when nothing of it is quick.

    moves: whether an effect moves or fades the layer.
    """
    curves = {name: getattr(layer.transform, name) for name in _CURVES}
    soft = {name: soften_curve(curve, share, gap) for name, curve in curves.items()}
    effects = tuple(soften_effect(e, share) if moves(e) else e for e in layer.effects)
    if soft == curves and effects == layer.effects:
        return layer
    return replace(layer, transform=replace(layer.transform, **soft), effects=effects)


def soften_layers(
    board: Board,
    layers: Container[tuple[SceneId, LayerId]],
    share: float,
    gap: int,
    moves: Callable[[Effect], bool],
) -> Board:
    """The board with some layers calmer; see soften_layer."""

    def softened(panel: P) -> P:
        changed = tuple(
            soften_layer(layer, share, gap, moves) if (panel.id, layer.id) in layers else layer
            for layer in panel.layers
        )
        return replace(panel, layers=changed)

    return with_panels(board, tuple(softened(s) for s in board.scenes), softened(board.reveal))


def use_transition(board: Board, scenes: Container[SceneId], style: TransitionStyle) -> Board:
    """The board with the transitions into some scenes of another style, as long as before."""

    def entered(panel: P) -> P:
        if panel.entry is None or panel.id not in scenes:
            return panel
        return replace(panel, entry=Transition(style=style, length=panel.entry.length))

    return with_panels(board, tuple(entered(s) for s in board.scenes), entered(board.reveal))


def slow_scenes(board: Board, scenes: Container[SceneId], shortest: int) -> Board:
    """The board with some scenes lasting `shortest` frames or more; the reveal stays."""

    def slowed(scene: Scene) -> Scene:
        short = scene.id in scenes and scene.length < shortest
        return replace(scene, length=shortest) if short else scene

    return with_panels(board, tuple(slowed(s) for s in board.scenes))
