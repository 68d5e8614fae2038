"""Boards without a background, for layers in other editing programs.

The stage paints opaque pictures. The same picture over black and over white tells what shines
through: where they differ by the whole range nothing is painted, where they are equal all is.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from kindreel.export.pipeline import Picture
from kindreel.model.board import Board, Panel
from kindreel.model.colour import Colour, Fill, Solid, rgba

BLACK, WHITE = Colour("#FF000000"), Colour("#FFFFFFFF")
_OPAQUE = 255


def is_see_through(board: Board) -> bool:
    """Whether a scene has a background that is not opaque."""
    return any(_alpha(panel) < _OPAQUE for panel in board.panels)


def _alpha(panel: Panel) -> int:
    fill = panel.background
    return rgba(fill.colour)[3] if isinstance(fill, Solid) else _OPAQUE


def over(board: Board, ground: Colour) -> Board:
    """The board with its see-through backgrounds laid over a colour."""
    scenes = tuple(replace(s, background=_laid(s, ground)) for s in board.scenes)
    reveal = replace(board.reveal, background=_laid(board.reveal, ground))
    return replace(board, scenes=scenes, reveal=reveal)


def _laid(panel: Panel, ground: Colour) -> Fill:
    fill = panel.background
    if not isinstance(fill, Solid) or _alpha(panel) == _OPAQUE:
        return fill
    red, green, blue, alpha = rgba(fill.colour)
    pairs = zip((red, green, blue), rgba(ground)[:3], strict=True)
    mixed = (round((own * alpha + behind * (255 - alpha)) / 255) for own, behind in pairs)
    return Solid(Colour("#" + "".join(f"{c:02X}" for c in mixed)))


def alpha_into(dark: Picture, light: Picture) -> None:
    """Give the picture over black its alpha, and its colours as they are without it."""
    through = light[..., 1].astype(np.int16) - dark[..., 1]
    alpha = np.clip(_OPAQUE - through, 0, _OPAQUE).astype(np.uint16)
    share = np.maximum(alpha, 1)[..., None]
    straight = (dark[..., :3].astype(np.uint32) * _OPAQUE + share // 2) // share
    dark[..., :3] = np.minimum(straight, _OPAQUE)
    dark[..., 3] = alpha
