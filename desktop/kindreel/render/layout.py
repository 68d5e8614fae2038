"""Where each layer lies: for handles, hit tests and checks of safe zones."""

from __future__ import annotations

from dataclasses import dataclass

from kindreel.effects import Moment
from kindreel.model.board import Board, Panel, Reveal
from kindreel.model.ids import CaptionId, LayerId
from kindreel.model.layers import CameraLayer, Layer, ParticleLayer, TextLayer
from kindreel.model.project import Project
from kindreel.render import captions, fonts, glyphs, poses, styles, turns
from kindreel.render.build import Scenery
from kindreel.render.cache import Memo
from kindreel.render.layersprites import sprite_of
from kindreel.render.matrix import Matrix, Point
from kindreel.render.reveal import PlateSprite
from kindreel.render.text import plate_of

Quad = tuple[Point, Point, Point, Point]


@dataclass(frozen=True, slots=True)
class LayerBox:
    """A layer, caption or name plate on the canvas.

    kind: the layer's class in one word, “caption” or “name”. layer: None for those two.
    quad: corners in canvas units: left top, right top, right bottom, left bottom of its own box.
    ink: the same for what is painted where that is smaller (the words of a text).
    """

    layer: LayerId | None
    kind: str
    quad: Quad
    ink: Quad
    caption: CaptionId | None = None


def kind_of(layer: Layer) -> str:
    """A layer's class in one small word, such as “image”."""
    return type(layer).__name__.removesuffix("Layer").lower()


def boxes(project: Project, board: Board, frame: int) -> tuple[LayerBox, ...]:
    """All that is visible at a frame, bottom first; of a transition the later scene's."""
    fonts.load()
    span = board.span_at(frame)
    panel, own = span.panel, frame - span.start
    scenery = Scenery(project, board, Memo())
    if scenery.kit is not None:
        panel = styles.styled(panel, scenery.kit)
    found = _layers(scenery, panel, own)
    if isinstance(panel, Reveal):
        found.extend(_names(project, board, panel, own))
    found.extend(_caption(scenery, panel, own))
    return tuple(found)


def _layers(scenery: Scenery, panel: Panel, frame: int) -> list[LayerBox]:
    rate, step = float(scenery.board.rate), scenery.kit.step if scenery.kit else 1
    layers = panel.layers
    moments = {x.id: poses.moment_of(x, frame, panel, rate, step) for x in layers}
    spots = {x.id: (x, *poses.pose(x, moments[x.id])) for x in layers}
    found: list[tuple[Layer, Matrix]] = []
    for layer in layers:
        if not poses.is_on(layer, frame, panel.length):
            continue
        if isinstance(layer, CameraLayer):
            look = poses.looking(layer, moments[layer.id], scenery.board.size)
            found = [(one, matrix.then(look)) for one, matrix in found]
            continue
        _, matrix, opacity = spots[layer.id]
        found.append((layer, poses.carried(layer, (matrix, opacity), spots)[0]))
    return [_box(layer, matrix, moments[layer.id], scenery.memo) for layer, matrix in found]


def _box(layer: Layer, matrix: Matrix, moment: Moment, memo: Memo) -> LayerBox:
    field = layer.box if isinstance(layer, ParticleLayer) else None
    quad = matrix.quad(*(field or sprite_of(layer, moment, memo).box))
    ink = quad
    if isinstance(layer, TextLayer):
        block = glyphs.block(layer.text, layer.style, layer.box)
        rect = plate_of(block) if layer.style.plate else block.ink
        ink = _quad(matrix, rect.left(), rect.top(), rect.right(), rect.bottom())
    return LayerBox(layer.id, kind_of(layer), quad, ink)


def _quad(matrix: Matrix, left: float, top: float, right: float, bottom: float) -> Quad:
    return (
        matrix.map(left, top),
        matrix.map(right, top),
        matrix.map(right, bottom),
        matrix.map(left, bottom),
    )


def _caption(scenery: Scenery, panel: Panel, frame: int) -> list[LayerBox]:
    caption = captions.active(panel, frame)
    if caption is None or not caption.text.strip():
        return []
    look = captions.look_of(scenery.board, scenery.kit)
    matrix = captions.place(scenery.board, look, caption.text)
    rect = captions.plate(look, caption.text)
    quad = _quad(matrix, rect.left(), rect.top(), rect.right(), rect.bottom())
    return [LayerBox(None, "caption", quad, quad, caption.id)]


def _names(project: Project, board: Board, reveal: Reveal, frame: int) -> list[LayerBox]:
    found = []
    for draw in turns.plates(project, board, reveal, frame):
        if isinstance(draw.sprite, PlateSprite):
            quad = draw.matrix.quad(*draw.sprite.box)
            found.append(LayerBox(None, "name", quad, quad))
    return found
