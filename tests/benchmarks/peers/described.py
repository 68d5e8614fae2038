"""The reference board told so plainly that any other program can make it: pictures and numbers."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import cv2
import numpy as np

from kindreel.effects import Moment
from kindreel.export.bench.speed import Bench
from kindreel.export.encode import h264
from kindreel.export.presets import Quality, encoding, preset
from kindreel.export.segments import group
from kindreel.model.board import Reveal, Span
from kindreel.model.layers import ImageLayer, Layer
from kindreel.render.cache import Memo
from kindreel.render.frame import Stage
from kindreel.render.layersprites import sprite_of
from kindreel.render.raster import Pixels
from kindreel.render.sources import Sources

_PROPERTIES = ("x", "y", "scale", "rotation", "opacity")


def shortened(bench: Bench, scenes: int) -> Bench:
    """The board with its first scenes only, and its reveal."""
    return replace(bench, board=replace(bench.board, scenes=bench.board.scenes[:scenes]))


def describe(bench: Bench, folder: Path) -> Path:
    """Write every picture as PNG and the rest as `board.json`, whose path is given back.

    Scenes last until the next one has faded in. A layer has a centre, a scale, a turn in degrees
    clockwise and an opacity for each frame it is on, counted from the scene's start.
    """
    board = bench.board
    spans = list(board.spans())
    ends = [*(s.panel.entry.length if s.panel.entry else 0 for s in spans[1:]), 0]
    scenes = [_scene(bench, s, s.length + e, folder) for s, e in zip(spans, ends, strict=True)]
    how = h264(encoding(preset("tiktok"), Quality.DRAFT), group(board))
    plain = {"size": board.size, "rate": int(board.rate), "encoder": how, "scenes": scenes}
    out = folder / "board.json"
    out.write_text(json.dumps(plain), "utf-8")
    return out


def _scene(bench: Bench, span: Span, frames: int, folder: Path) -> dict[str, Any]:
    panel = span.panel
    told = [_layer(bench, layer, frames, folder) for layer in panel.layers]
    coarse = None
    if isinstance(panel, Reveal):
        coarse = (panel.avatar, panel.avatar + panel.change)
        told = [*_faces(bench, span, folder), *told]
    fade = panel.entry.length if panel.entry else 0
    return {"start": span.start, "frames": frames, "fade": fade, "coarse": coarse, "layers": told}


def _layer(bench: Bench, layer: Layer, frames: int, folder: Path) -> dict[str, Any]:
    if isinstance(layer, ImageLayer):
        picture = str(bench.media(layer.media))
        size = (round(layer.size[0]), round(layer.size[1]))
    else:
        pixels = _centred(bench, layer)
        picture, size = _written(pixels, folder / f"{layer.id}.png"), pixels.shape[1::-1]
    way = {
        name: [round(getattr(layer.transform, name).at(frame), 4) for frame in range(frames)]
        for name in _PROPERTIES
    }
    return {"picture": picture, "size": size, "first": 0, "last": frames - 1, **way}


def _faces(bench: Bench, span: Span, folder: Path) -> list[dict[str, Any]]:
    """What the stage shows before and after the change, and with the name, as stills."""
    reveal = bench.board.reveal
    bare = replace(bench.board, reveal=replace(reveal, layers=()))
    stage, middle = Stage(bench.media), reveal.avatar + reveal.change // 2
    changed = reveal.avatar + reveal.change
    named = changed + reveal.name // 2
    faces = []
    for name, frame, first, last in (
        ("before", 20, 0, middle - 1),
        ("after", changed, middle, named - 1),
        ("named", span.length - 1, named, span.length - 1),
    ):
        still = stage.render(bench.project, bare, span.start + frame, bare.size)
        count = last - first + 1
        faces.append(
            {
                "picture": _written(still[..., :3], folder / f"{name}.png"),
                "size": bare.size,
                "first": first,
                "last": last,
                "x": [bare.size[0] / 2] * count,
                "y": [bare.size[1] / 2] * count,
                "scale": [1.0] * count,
                "rotation": [0.0] * count,
                "opacity": [1.0] * count,
            }
        )
    return faces


def _centred(bench: Bench, layer: Layer) -> Pixels:
    """What the stage paints for a layer at rest, about its middle, with straight alpha."""
    made = sprite_of(layer, Moment(60, 120, 30.0, 1), Memo()).raster(1.0, Sources(bench.media))
    height, width = made.pixels.shape[:2]
    left, top = round(made.matrix.e), round(made.matrix.f)
    half = max(-left, left + width), max(-top, top + height)
    whole = np.zeros((2 * half[1], 2 * half[0], 4), np.float32)
    whole[half[1] + top :, half[0] + left :][:height, :width] = made.pixels
    alpha = np.maximum(whole[..., 3:], 1)
    whole[..., :3] *= 255 / alpha
    return np.clip(whole + 0.5, 0, 255).astype(np.uint8)


def _written(pixels: Pixels, path: Path) -> str:
    path.write_bytes(cv2.imencode(".png", pixels)[1].tobytes())
    return str(path)
