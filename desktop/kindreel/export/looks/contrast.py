"""Whether words stand out from what is really behind them (WCAG 1.4.3 for large text)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from kindreel.export.looks.flashes import luminance
from kindreel.export.looks.safezones import bounds, telling_frames
from kindreel.model.board import Board, Panel, Span
from kindreel.model.checks import name_of
from kindreel.model.colour import Colour, rgba
from kindreel.model.edits.boards import edit_board, edit_panel
from kindreel.model.edits.layers import edit_layer
from kindreel.model.findings import Finding, Fix, Severity
from kindreel.model.ids import LayerId, SceneId
from kindreel.model.layers import BubbleLayer, Layer, TextLayer, TextStyle
from kindreel.model.project import Project
from kindreel.render.frame import Stage
from kindreel.render.layout import LayerBox, boxes
from kindreel.render.styles import styled

_LEAST = 3.0
_WORST = 0.1
"""The share of the pixels behind that may be worse."""

_WIDTH = 270
_PLATE = Colour("#B3131115")
"""The plate that a fix puts behind words: dark and a little see-through."""

_BRIGHT, _DARK = Colour("#FEFEFE"), Colour("#1B1620")
"""What a fix writes in: colours that no style kit swaps for others."""


def hard_to_read(stage: Stage, project: Project, board: Board, span: Span) -> Iterator[Finding]:
    """Words of one panel that are too much like what is behind them, each once."""
    told: set[object] = set()
    for frame in telling_frames(span):
        for box in boxes(project, board, frame):
            key = box.layer or box.caption
            if key is None or key in told:
                continue
            style = _style(project, board, span.panel, box)
            if style is None:
                continue
            found = _contrast(stage, project, board, frame, box, style)
            if found < _LEAST:
                told.add(key)
                yield _finding(project, board, span, frame, box, found)


def _style(project: Project, board: Board, panel: Panel, box: LayerBox) -> TextStyle | None:
    if box.caption is not None:
        kit = project.style(board.style)
        return (kit.caption_look if kit else board.caption_look).style
    layer = _as_shown(project, board, panel, box.layer)
    if isinstance(layer, BubbleLayer):
        return replace(layer.style, plate=layer.fill)
    return layer.style if isinstance(layer, TextLayer) else None


def _as_shown(project: Project, board: Board, panel: Panel, layer: LayerId | None) -> Layer | None:
    """A layer in the colours of the board's style kit."""
    kit = project.style(board.style)
    shown = panel if kit is None else styled(panel, kit)
    return next((x for x in shown.layers if x.id == layer), None)


def _contrast(
    stage: Stage, project: Project, board: Board, frame: int, box: LayerBox, style: TextStyle
) -> float:
    """The contrast that nearly all of the words have, 1 to 21."""
    behind = _behind(stage, project, board, frame, box)
    if behind.size == 0:
        return 21.0
    if style.plate is not None:
        behind = _over(style.plate, behind)
    lights = luminance(behind)
    around = [style.colour]
    if style.outline >= style.size / 24:
        around.append(style.outline_colour)
    ratios = np.max([_ratio(_light(colour), lights) for colour in around], axis=0)
    return float(np.quantile(ratios, _WORST))


def _ratio(one: float, others: NDArray[np.float32]) -> NDArray[np.float32]:
    light, dark = np.maximum(one, others), np.minimum(one, others)
    return np.asarray((light + 0.05) / (dark + 0.05), np.float32)


def _light(colour: Colour) -> float:
    red, green, blue, _ = rgba(colour)
    return float(luminance(np.array([[[blue, green, red, 255]]], np.uint8))[0, 0])


def _over(plate: Colour, behind: NDArray[np.uint8]) -> NDArray[np.uint8]:
    red, green, blue, alpha = rgba(plate)
    share = alpha / 255
    mixed = behind * (1 - share) + np.array([blue, green, red, 255]) * share
    return mixed.round().astype(np.uint8)


def _behind(
    stage: Stage, project: Project, board: Board, frame: int, box: LayerBox
) -> NDArray[np.uint8]:
    """The pixels in the words' place, drawn without them."""
    bare = _without(board, frame, box)
    height = round(board.size[1] * _WIDTH / board.size[0])
    picture = stage.render(project, bare, frame, (_WIDTH, height))
    scale = _WIDTH / board.size[0]
    left, top, right, bottom = (round(side * scale) for side in bounds(box))
    return picture[max(0, top) : max(0, bottom), max(0, left) : max(0, right)]


def _without(board: Board, frame: int, box: LayerBox) -> Board:
    scene = board.span_at(frame).panel.id

    def bared(panel: Panel) -> Panel:
        layers = tuple(replace(x, visible=False) if x.id == box.layer else x for x in panel.layers)
        captions = tuple(c for c in panel.captions if c.id != box.caption)
        return replace(panel, layers=layers, captions=captions)

    return edit_panel(board, scene, bared)


def _finding(
    project: Project, board: Board, span: Span, frame: int, box: LayerBox, found: float
) -> Finding:
    what = {"text": "A text", "bubble": "A bubble", "caption": "A caption"}.get(box.kind, "Text")
    fix = _fix(project, board, span.panel.id, box)
    return Finding(
        kind="contrast",
        severity=Severity.WARN,
        sentence=(
            f"{what} in {name_of(span)} hardly stands out (contrast {found:.1f}, "
            f"{_LEAST:.0f} is needed)."
        ),
        scene=span.panel.id,
        frame=frame,
        fix=fix,
    )


def _fix(project: Project, board: Board, scene: SceneId, box: LayerBox) -> Fix | None:
    """White words on a dark plate; in a bubble, ink or white, whatever stands out."""
    if box.caption is not None and board.style is None:
        look = replace(board.caption_look, style=_plated(board.caption_look.style))

        def relook(project: Project) -> Project:
            return edit_board(project, board.id, lambda b: replace(b, caption_look=look))

        return Fix("Put a plate behind the captions", relook)
    if box.layer is None:
        return None
    layer = box.layer
    shown = _as_shown(project, board, board.panel(scene), layer)
    fill = shown.fill if isinstance(shown, BubbleLayer) else None

    def edit(project: Project) -> Project:
        return edit_board(
            project, board.id, lambda b: edit_layer(b, scene, layer, lambda x: _readable(x, fill))
        )

    words = "Recolour the words" if box.kind == "bubble" else "Put a plate behind the words"
    return Fix(words, edit)


def _readable(layer: Layer, fill: Colour | None) -> Layer:
    """The layer with words that stand out; fill: of the bubble, as it is shown."""
    if isinstance(layer, BubbleLayer) and fill is not None:
        lights = np.array([_light(fill)], np.float32)
        best = max((_DARK, _BRIGHT), key=lambda c: float(_ratio(_light(c), lights)[0]))
        return replace(layer, style=replace(layer.style, colour=best))
    if isinstance(layer, TextLayer):
        return replace(layer, style=_plated(layer.style))
    return layer


def _plated(style: TextStyle) -> TextStyle:
    return replace(style, plate=_PLATE, colour=_BRIGHT)
