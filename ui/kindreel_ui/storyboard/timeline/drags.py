"""What dragging a block of the timeline does to the board."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Literal

from kindreel.model.board import Board, Panel
from kindreel.model.edits import layers, sounds
from kindreel.model.layers import Layer
from kindreel.model.sound import Caption, Sound
from kindreel_ui.storyboard.picks import Pick, caption_of, layer_of, sound_of

Part = Literal["whole", "start", "end"]
"""What of a block was taken: all of it, or one of its ends."""


def dragged(board: Board, pick: Pick, part: Part, frames: int) -> Board:
    """The board with a block's whole, start or end moved by frames, as far as that goes."""
    panel = board.panel(pick.scene)
    layer, caption, sound = layer_of(board, pick), caption_of(board, pick), sound_of(board, pick)
    if layer is not None:
        start, length = _layer_times(layer, panel, part, frames)
        return layers.retime_layer(board, pick.scene, layer.id, start, length)
    if caption is not None:
        return sounds.set_caption(board, _caption(caption, panel, part, frames))
    if sound is not None:
        return sounds.set_sound(board, _sound(sound, board, part, frames))
    return board


def _layer_times(layer: Layer, panel: Panel, part: Part, frames: int) -> tuple[int, int | None]:
    end = panel.length if layer.length is None else layer.start + layer.length
    if part == "start":
        start = max(min(0, layer.start), min(end - 1, layer.start + frames))
        return start, None if layer.length is None else end - start
    if part == "end":
        last = max(layer.start + 1, min(panel.length, end + frames))
        return layer.start, None if last >= panel.length else last - layer.start
    if layer.length is None:
        return max(0, min(panel.length - 1, layer.start + frames)), None
    return max(0, min(panel.length - layer.length, layer.start + frames)), layer.length


def _caption(caption: Caption, panel: Panel, part: Part, frames: int) -> Caption:
    end = caption.start + caption.length
    if part == "start":
        start = max(0, min(end - 1, caption.start + frames))
        return replace(caption, start=start, length=end - start, words=())
    if part == "end":
        last = max(caption.start + 1, min(panel.length, end + frames))
        return replace(caption, length=last - caption.start)
    start = max(0, min(panel.length - caption.length, caption.start + frames))
    return replace(caption, start=start)


def _sound(sound: Sound, board: Board, part: Part, frames: int) -> Sound:
    if part == "whole":
        return replace(sound, start=max(0, sound.start + frames))
    if part == "end":
        length = sound.length if sound.length is not None else board.length - sound.start
        return replace(sound, length=max(1, length + frames))
    skipped = max(-sound.start, frames, -round(sound.offset * board.rate))
    offset = sound.offset + float(skipped / board.rate)
    left = None if sound.length is None else max(1, sound.length - skipped)
    return replace(sound, start=sound.start + skipped, offset=max(0.0, offset), length=left)


def pulled(edge: int, marks: Iterable[int], within: float) -> int:
    """The frame an edge settles on: the nearest mark that is close enough, else itself."""
    near = min(marks, key=lambda mark: abs(mark - edge), default=edge)
    return near if abs(near - edge) <= within else edge
