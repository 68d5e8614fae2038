"""The display list of a frame: layers, captions, reveal, transition."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

from kindreel.effects import Moment, PixelEffect
from kindreel.model.board import Board, Panel, Reveal, Span
from kindreel.model.ids import LayerId
from kindreel.model.layers import CameraLayer, Layer, ParticleLayer
from kindreel.model.project import Project, StyleKit
from kindreel.render import captions, particles, poses, styles, turns
from kindreel.render.cache import Memo
from kindreel.render.displaylist import Draw, Picture, Touch, View
from kindreel.render.layersprites import sprite_of
from kindreel.render.matrix import Matrix
from kindreel.render.shapes import FillSprite

Placed = tuple[Layer, Matrix, float]


@dataclass(frozen=True, slots=True)
class Scenery:
    """What all panels of a board are drawn with."""

    project: Project
    board: Board
    memo: Memo

    @property
    def kit(self) -> StyleKit | None:
        """The board's style kit."""
        return self.project.style(self.board.style)

    @property
    def centre(self) -> tuple[float, float]:
        """The canvas's centre."""
        return self.board.size[0] / 2, self.board.size[1] / 2


def picture(project: Project, board: Board, frame: int, memo: Memo) -> Picture:
    """Everything that a frame of the board shows; frames outside are held."""
    frame = min(max(0, frame), board.length - 1)
    scenery = Scenery(project, board, memo)
    span = board.span_at(frame)
    own = frame - span.start
    now = view(scenery, span, own)
    entry = span.panel.entry
    if entry is None or span.index == 0 or own >= entry.length:
        return Picture(now)
    earlier = list(board.spans())[span.index - 1]
    before = view(scenery, earlier, earlier.length + own)
    return Picture(now, before, entry.style, (own + 1) / (entry.length + 1))


def view(scenery: Scenery, span: Span, frame: int) -> View:
    """One panel at a frame of its own, which may lie after its end during a transition."""
    panel, kit = span.panel, scenery.kit
    if kit is not None:
        panel = scenery.memo.of(panel, partial(styles.styled, panel, kit), kit)
    draws = [_background(scenery, panel)]
    if isinstance(panel, Reveal):
        draws.extend(turns.draws(scenery.project, scenery.board, panel, frame))
    layered, finish = _layers(scenery, panel, frame)
    draws.extend(layered)
    if isinstance(panel, Reveal):
        draws.extend(turns.plates(scenery.project, scenery.board, panel, frame))
    draws.extend(captions.draws(scenery.board, kit, panel, frame))
    return View(tuple(draws), (*finish, *styles.finish(kit)) if kit else finish)


def _background(scenery: Scenery, panel: Panel) -> Draw:
    width, height = scenery.board.size
    fill = panel.background
    sprite = scenery.memo.of(fill, lambda: FillSprite(fill, (float(width), float(height))))
    return Draw(sprite, Matrix(e=width / 2, f=height / 2))


def _layers(scenery: Scenery, panel: Panel, frame: int) -> tuple[list[Draw], tuple[Touch, ...]]:
    rate = float(scenery.board.rate)
    step = scenery.kit.step if scenery.kit else 1
    moments = [poses.moment_of(x, frame, panel, rate, step) for x in panel.layers]
    spots: dict[LayerId, Placed] = {
        layer.id: (layer, *poses.pose(layer, moment))
        for layer, moment in zip(panel.layers, moments, strict=True)
    }
    drawn: list[Draw] = []
    finish: tuple[Touch, ...] = ()
    for layer, moment in zip(panel.layers, moments, strict=True):
        if not poses.is_on(layer, frame, panel.length):
            continue
        if isinstance(layer, CameraLayer):
            look = poses.looking(layer, moment, scenery.board.size)
            drawn = [replace(d, matrix=d.matrix.then(look), gliding=True) for d in drawn]
            finish = _touches(layer, moment)
        else:
            drawn.extend(_draws(scenery, layer, moment, spots))
    return drawn, finish


def _touches(layer: Layer, moment: Moment) -> tuple[Touch, ...]:
    return tuple(Touch(e, e.phase(moment)) for e in layer.effects if isinstance(e, PixelEffect))


def _draws(
    scenery: Scenery, layer: Layer, moment: Moment, spots: dict[LayerId, Placed]
) -> Iterator[Draw]:
    _, own, own_opacity = spots[layer.id]
    matrix, opacity = poses.carried(layer, (own, own_opacity), spots)
    if opacity <= 0 or matrix.size() < 1e-6:
        return
    touches, mask = _touches(layer, moment), _mask(scenery, layer, moment, spots)
    if isinstance(layer, ParticleLayer):
        for sprite, place, share in particles.draws(layer, moment.seconds):
            spot, seen = place.then(matrix), opacity * share
            yield Draw(sprite, spot, seen, layer.blend, touches, True, mask, layer.id)
        return
    glide = scenery.memo.of(layer, lambda: poses.gliding(layer), "glides")
    sprite = sprite_of(layer, moment, scenery.memo)
    yield Draw(sprite, matrix, opacity, layer.blend, touches, glide, mask, layer.id)


def _mask(
    scenery: Scenery,
    layer: Layer,
    moment: Moment,
    spots: dict[LayerId, Placed],
) -> Draw | None:
    if layer.mask is None or layer.mask == layer.id or layer.mask not in spots:
        return None
    shape, own, opacity = spots[layer.mask]
    if isinstance(shape, CameraLayer | ParticleLayer):
        return None
    matrix, opacity = poses.carried(shape, (own, opacity), spots)
    return Draw(sprite_of(shape, moment, scenery.memo), matrix, opacity)
