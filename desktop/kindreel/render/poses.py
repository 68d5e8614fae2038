"""Where each layer stands at a frame: curves, moving effects, parents and the camera."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from zlib import crc32

from kindreel.effects import HEARD, HearingEffect, Moment, MovingEffect
from kindreel.model.board import Panel
from kindreel.model.ids import LayerId
from kindreel.model.layers import CameraLayer, Layer
from kindreel.model.voice import level_at
from kindreel.render.matrix import Matrix, placed

_DEEPEST = 32


def seed_of(layer: Layer) -> int:
    """The layer's own number, the same on every computer."""
    return _seed(layer.id)


@lru_cache(maxsize=4096)
def _seed(layer: LayerId) -> int:
    return crc32(layer.encode())


def is_on(layer: Layer, frame: int, scene_length: int) -> bool:
    """Whether a layer shows at a scene's frame.

    What lasts to the scene's end goes on through the transition after it.
    """
    if not layer.visible or frame < layer.start:
        return False
    if layer.length is None:
        return True
    end = layer.start + layer.length
    return frame < end or end >= scene_length


def moment_of(layer: Layer, frame: int, panel: Panel, rate: float, step: int = 1) -> Moment:
    """The layer's own time, held on twos or threes where it or its style asks for it."""
    hold = max(1, layer.step, step)
    own = frame - layer.start
    own -= own % hold
    length = layer.length if layer.length is not None else max(1, panel.length - layer.start)
    heard: tuple[float, ...] = ()
    if any(isinstance(e, HearingEffect) for e in layer.effects):
        heard = tuple(level_at(panel, layer.start + own - i, rate) for i in range(HEARD))
    return Moment(own, length, rate, seed_of(layer), heard)


def pose(layer: Layer, moment: Moment) -> tuple[Matrix, float]:
    """The layer's own matrix and opacity at a moment."""
    t, at = layer.transform, moment.frame
    x, y, scale, stretch = t.x.at(at), t.y.at(at), t.scale.at(at), t.stretch.at(at)
    rotation, opacity = t.rotation.at(at), t.opacity.at(at)
    for effect in layer.effects:
        if isinstance(effect, MovingEffect):
            off = effect.pose(moment)
            x, y, rotation = x + off.x, y + off.y, rotation + off.rotation
            scale, stretch = scale * off.scale, stretch * off.stretch
            opacity *= off.opacity
    return placed(x, y, scale, stretch, rotation), min(1.0, max(0.0, opacity))


def gliding(layer: Layer) -> bool:
    """Whether the layer ever moves sideways or up and down by itself."""
    moves = any(isinstance(e, MovingEffect) for e in layer.effects)
    return moves or layer.transform.x.changes() or layer.transform.y.changes()


def carried(
    layer: Layer, own: tuple[Matrix, float], parents: Mapping[LayerId, tuple[Layer, Matrix, float]]
) -> tuple[Matrix, float]:
    """Matrix and opacity on the canvas: a parent's transform carries its children."""
    matrix, opacity = own
    parent, seen = layer.parent, {layer.id}
    for _ in range(_DEEPEST):
        if parent is None or parent in seen or parent not in parents:
            break
        seen.add(parent)
        above, above_matrix, above_opacity = parents[parent]
        matrix, opacity = matrix.then(above_matrix), opacity * above_opacity
        parent = above.parent
    return matrix, opacity


def looking(camera: CameraLayer, moment: Moment, size: tuple[int, int]) -> Matrix:
    """How the camera moves all that lies below it: its centre goes to the frame's centre."""
    matrix, _ = pose(camera, moment)
    a, b, c, d, e, f = matrix
    # The camera's turn is undone, its scale is the zoom.
    turn = Matrix(a, -b, -c, d)
    moved = Matrix(e=-e, f=-f).then(turn)
    return moved.then(Matrix(e=size[0] / 2, f=size[1] / 2))
