"""Copies of values with fresh ids, so that nothing shares a name by accident."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from kindreel.model.board import Board, Reveal, Scene
from kindreel.model.ids import BoardId, CaptionId, LayerId, SceneId, SoundId, fresh
from kindreel.model.layers import Layer

S = TypeVar("S", Scene, Reveal)


def copied_layers(layers: tuple[Layer, ...]) -> tuple[Layer, ...]:
    """The layers under fresh ids; parents and masks among them follow."""
    new = {layer.id: LayerId(fresh()) for layer in layers}
    return tuple(
        replace(
            layer,
            id=new[layer.id],
            parent=new.get(layer.parent) if layer.parent else None,
            mask=new.get(layer.mask) if layer.mask else None,
        )
        for layer in layers
    )


def copied_panel(panel: S) -> S:
    """The scene or reveal under fresh ids throughout."""
    return replace(
        panel,
        id=SceneId(fresh()),
        layers=copied_layers(panel.layers),
        sounds=tuple(replace(s, id=SoundId(fresh())) for s in panel.sounds),
        captions=tuple(replace(c, id=CaptionId(fresh())) for c in panel.captions),
    )


def copied_board(board: Board) -> Board:
    """The board under fresh ids throughout."""
    return replace(
        board,
        id=BoardId(fresh()),
        scenes=tuple(copied_panel(s) for s in board.scenes),
        reveal=copied_panel(board.reveal),
        music=tuple(replace(s, id=SoundId(fresh())) for s in board.music),
    )
