"""Where the layers of a scene lie on the canvas, and what dragging their box does to them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from math import atan2, degrees, hypot

from kindreel.model.board import Board, Span
from kindreel.model.edits.layers import Property, curve_of, edit_layer, set_property
from kindreel.model.ids import LayerId, SceneId
from kindreel.model.layers import BubbleLayer, CameraLayer, Layer, TextLayer
from kindreel.model.project import Project
from kindreel.render import layout, poses
from kindreel.render.matrix import IDENTITY, Matrix
from kindreel_ui.storyboard.stage.outline import Outline

_SIDES = {"left", "right", "top", "bottom"}
_FEW = 4


def outline_of(corners: tuple[tuple[float, float], ...]) -> Outline:
    """The turned box with these corners: top left, top right, bottom right, bottom left."""
    (x0, y0), (x1, y1), (x2, y2), _ = corners
    angle = degrees(atan2(y1 - y0, x1 - x0))
    wide, high = hypot(x1 - x0, y1 - y0), hypot(x2 - x1, y2 - y1)
    return Outline((x0 + x2) / 2, (y0 + y2) / 2, max(1e-3, wide), max(1e-3, high), angle)


@dataclass(frozen=True, slots=True)
class Placed:
    """A layer and its box on the canvas at one frame.

    above: how the canvas sees the space the layer's x and y are in (its parents, the camera):
        a, b, c, d of a flat matrix.
    """

    layer: Layer
    outline: Outline
    above: tuple[float, float, float, float] = (1.0, 0.0, 0.0, 1.0)

    def inwards(self, dx: float, dy: float) -> tuple[float, float]:
        """A canvas distance in the space of the layer's x and y."""
        a, b, c, d = self.above
        whole = a * d - b * c
        if abs(whole) < 1e-9:
            return 0.0, 0.0
        return (d * dx - c * dy) / whole, (a * dy - b * dx) / whole


def layers_at(project: Project, board: Board, frame: int) -> tuple[Placed, ...]:
    """All layers that are on at a frame of the board, bottom first."""
    span = board.span_at(frame)
    above = _spaces(board, span, frame - span.start)
    by_id = {layer.id: layer for layer in span.panel.layers}
    return tuple(
        Placed(by_id[box.layer], outline_of(box.quad), above[box.layer])
        for box in layout.boxes(project, board, frame)
        if box.layer is not None
    )


def _spaces(
    board: Board, span: Span, frame: int
) -> dict[LayerId, tuple[float, float, float, float]]:
    """For each layer how the canvas sees the space it stands in."""
    layers, rate = span.panel.layers, float(board.rate)
    moments = {x.id: poses.moment_of(x, frame, span.panel, rate) for x in layers}
    spots = {x.id: (x, *poses.pose(x, moments[x.id])) for x in layers}
    looks: Matrix = IDENTITY
    found = {}
    for layer in reversed(layers):
        if isinstance(layer, CameraLayer) and poses.is_on(layer, frame, span.length):
            looks = poses.looking(layer, moments[layer.id], board.size).then(looks)
        carried, _ = poses.carried(layer, (IDENTITY, 1.0), spots)
        found[layer.id] = carried.then(looks)[:4]
    return found


def _set(board: Board, scene: SceneId, layer: LayerId, frame: int, **values: float) -> Board:
    names: tuple[Property, ...] = ("x", "y", "scale", "stretch", "rotation", "opacity")
    for name in names:
        if name in values:
            board = set_property(board, scene, layer, name, frame, values[name])
    return board


def _now(layer: Layer, name: Property, frame: int) -> float:
    return curve_of(layer, name).at(frame)


def move(
    board: Board, scene: SceneId, start: Placed, frame: int, offset: tuple[float, float]
) -> Board:
    """The board with a layer moved by a canvas distance from where it was at `start`."""
    layer = start.layer
    dx, dy = start.inwards(*offset)
    x = round(_now(layer, "x", frame) + dx, 1)
    y = round(_now(layer, "y", frame) + dy, 1)
    return _set(board, scene, layer.id, frame, x=x, y=y)


def turn(board: Board, scene: SceneId, start: Placed, frame: int, to: Outline) -> Board:
    """The board with a layer turned as far as `to` is from where it was."""
    angle = _now(start.layer, "rotation", frame) + to.angle - start.outline.angle
    return _set(board, scene, start.layer.id, frame, rotation=round(angle, 1))


def resize(
    board: Board, scene: SceneId, start: Placed, frame: int, to: Outline, handle: str
) -> Board:
    """The board with a layer's box dragged from where it was to `to`.

    A side of a text changes the box its lines break in; anything else scales and stretches.
    """
    layer = start.layer
    wide, high = to.width / start.outline.width, to.height / start.outline.height
    board = move(board, scene, start, frame, (to.x - start.outline.x, to.y - start.outline.y))
    if isinstance(layer, TextLayer | BubbleLayer) and handle in _SIDES:
        box = (round(layer.box[0] * wide, 1), round(layer.box[1] * high, 1))
        return edit_layer(board, scene, layer.id, partial(_boxed, box))
    scale = _now(layer, "scale", frame) * high
    stretch = _now(layer, "stretch", frame) * wide / high
    return _set(
        board, scene, layer.id, frame, scale=round(scale, _FEW), stretch=round(stretch, _FEW)
    )


def _boxed(box: tuple[float, float], layer: Layer) -> Layer:
    if isinstance(layer, TextLayer | BubbleLayer):
        return replace(layer, box=box)
    return layer
