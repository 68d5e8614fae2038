"""Edits of how long a whole video is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from math import ceil

from kindreel.model.board import Board, Panel
from kindreel.model.edits.boards import with_panels
from kindreel.model.ids import SceneId
from kindreel.model.sound import Sound
from kindreel.model.time import Rate
from kindreel.model.voice import heard_s

_GROWTH = 1.5
"""Scenes stretched further than this drag."""

_STEPS = 40


def least_length(panel: Panel, rate: Rate) -> int:
    """The frames that a panel cannot do without: a second, and all that happens in it.

    A sound whose end nobody knows keeps the panel as long as it is.
    """
    ends = [round(rate)]
    ends += [c.start + c.length for c in panel.captions]
    for layer in panel.layers:
        curves = (getattr(layer.transform, name) for name in layer.transform.__slots__)
        ends += [layer.start + curve.keys[-1].frame for curve in curves if curve.keys]
    ends += [_end(sound, panel, rate) for sound in panel.sounds if not sound.muted]
    return min(panel.length, max(ends))


def _end(sound: Sound, panel: Panel, rate: Rate) -> int:
    if sound.length is not None:
        return sound.start + sound.length
    if not sound.levels or sound.loop:
        return panel.length
    return sound.start + ceil((heard_s(sound) - sound.offset) * rate)


def fit_length(board: Board, frames: int) -> Board | None:
    """The board made as long as `frames`, or a little less far away: all panels by one share.

    The reveal gives and takes by its hold. None when scenes would drag, or lose what happens in
    them.
    """
    grows = frames > board.length
    if frames > board.length * _GROWTH:
        return None
    floors = {p.id: p.length if grows else least_length(p, board.rate) for p in board.panels}
    low, high = 0.0, 2 * _GROWTH
    for _ in range(_STEPS):
        share = (low + high) / 2
        short = _scaled(board, share, floors).length < frames
        low, high = (share, high) if short else (low, share)
    made = _scaled(board, high if grows else low, floors)
    return made if grows or made.length <= frames else None


def _scaled(board: Board, share: float, floors: Mapping[SceneId, int]) -> Board:
    def length(panel: Panel) -> int:
        return max(floors[panel.id], round(panel.length * share))

    reveal = board.reveal
    rest = reveal.turn - reveal.hold
    hold = max(1, ceil(length(reveal) / reveal.turns) - rest)
    scenes = tuple(replace(s, length=length(s)) for s in board.scenes)
    return with_panels(board, scenes, replace(reveal, hold=hold))
