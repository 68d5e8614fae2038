"""New things for a board, with defaults that look right at once."""

from __future__ import annotations

from kindreel.model.board import Beat, Board, Scene
from kindreel.model.colour import Colour, Gradient
from kindreel.model.curves import Curve
from kindreel.model.ids import LayerId, SceneId, fresh
from kindreel.model.layers import (
    DrawingLayer,
    StickerLayer,
    Stroke,
    TextLayer,
    TextStyle,
    Transform,
)

_GROUNDS = {
    Beat.HOOK: ("#5B8DC9", "#2A4473"),
    Beat.HURT: ("#4B4A8F", "#232246"),
    Beat.TURN: ("#2F8F83", "#14484B"),
    Beat.KINDNESS: ("#FFE2A0", "#FFC164"),
    Beat.MESSAGE: ("#FF9F7C", "#F2675F"),
}
_SECONDS = 4


def next_beat(board: Board, index: int) -> Beat:
    """The beat that a scene put at `index` most likely is: the one after its neighbour's."""
    beats = list(Beat)[:-1]
    if index == 0 or not board.scenes:
        return beats[0]
    before = board.scenes[index - 1].beat
    return beats[min(len(beats) - 1, beats.index(before) + 1)]


def new_scene(board: Board, index: int) -> Scene:
    """An empty scene for a place on the board, four seconds long."""
    beat = next_beat(board, index)
    top, foot = (Colour(c) for c in _GROUNDS[beat])
    ground = Gradient(((0.0, top), (1.0, foot)))
    length = round(_SECONDS * board.rate)
    return Scene(id=SceneId(fresh()), length=length, beat=beat, background=ground)


def _at(x: float, y: float) -> Transform:
    return Transform(x=Curve(x), y=Curve(y))


def new_text(x: float, y: float) -> TextLayer:
    """Words to be typed."""
    style = TextStyle(shadow=4.0)
    return TextLayer(id=LayerId(fresh()), text="Your words", style=style, transform=_at(x, y))


def new_sticker(x: float, y: float) -> StickerLayer:
    """A heart."""
    return StickerLayer(id=LayerId(fresh()), sticker="heart", transform=_at(x, y))


def new_drawing(stroke: Stroke, canvas: tuple[int, int]) -> DrawingLayer:
    """A sheet as large as the canvas with a first stroke on it."""
    return DrawingLayer(
        id=LayerId(fresh()),
        name="Drawing",
        strokes=(stroke,),
        size=(float(canvas[0]), float(canvas[1])),
        transform=_at(canvas[0] / 2, canvas[1] / 2),
    )
