"""What is chosen on a board: a scene, and perhaps one thing in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from kindreel.model.board import Board, Panel
from kindreel.model.ids import LayerId, SceneId
from kindreel.model.layers import Layer
from kindreel.model.sound import Caption, Sound

Kind = Literal["scene", "layer", "caption", "sound", "transition"]


@dataclass(frozen=True, slots=True)
class Pick:
    """One thing of a board by name.

    scene: where it is; for music the scene that was chosen before. id: of the thing itself.
    """

    scene: SceneId
    kind: Kind = "scene"
    id: str = ""


def _panel(board: Board, pick: Pick) -> Panel | None:
    return next((p for p in board.panels if p.id == pick.scene), None)


def layer_of(board: Board, pick: Pick) -> Layer | None:
    """The chosen layer, or None when something else is chosen."""
    panel = _panel(board, pick)
    if panel is None or pick.kind != "layer":
        return None
    return next((layer for layer in panel.layers if layer.id == pick.id), None)


def caption_of(board: Board, pick: Pick) -> Caption | None:
    """The chosen caption, or None."""
    panel = _panel(board, pick)
    if panel is None or pick.kind != "caption":
        return None
    return next((c for c in panel.captions if c.id == pick.id), None)


def sound_of(board: Board, pick: Pick) -> Sound | None:
    """The chosen sound, of a scene or of the music, or None."""
    if pick.kind != "sound":
        return None
    heard = [*board.music, *(s for p in board.panels for s in p.sounds)]
    return next((s for s in heard if s.id == pick.id), None)


def still_there(board: Board, pick: Pick | None) -> Pick:
    """The pick if its thing is still on the board, else its scene, else the first panel."""
    panel = _panel(board, pick) if pick else None
    if pick is None or panel is None:
        return Pick(board.panels[0].id)
    if pick.kind in {"scene", "transition"}:
        return pick
    found = layer_of(board, pick) or caption_of(board, pick) or sound_of(board, pick)
    return pick if found is not None else Pick(pick.scene)


def layer_id(pick: Pick) -> LayerId:
    """The pick's id as a layer's."""
    return LayerId(pick.id)
