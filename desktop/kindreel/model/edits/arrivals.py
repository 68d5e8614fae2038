"""What files from outside become on a board."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from kindreel.model.board import Board
from kindreel.model.curves import Curve
from kindreel.model.edits.layers import add_layer
from kindreel.model.edits.sounds import add_sound
from kindreel.model.ids import LayerId, MediaId, SceneId, SoundId, fresh
from kindreel.model.layers import ClipLayer, ImageLayer, Layer, Transform
from kindreel.model.sound import Sound

PICTURES: Final = (
    ".png", ".jpg", ".jpeg", ".webp", ".heic", ".heif", ".svg", ".svgz", ".bmp", ".tif", ".tiff",
)  # fmt: skip
MOVING: Final = (
    ".mp4", ".mov", ".m4v", ".webm", ".mkv", ".avi", ".mpg", ".mpeg", ".ts", ".gif",
)  # fmt: skip
SOUNDS: Final = (
    ".wav", ".mp3", ".m4a", ".aac", ".flac", ".ogg", ".oga", ".opus", ".wma", ".aif", ".aiff",
)  # fmt: skip
LAYERED: Final = (".psd", ".psb", ".ora")

_SHARE: Final = 0.8
"""How much of the canvas a new picture fills at most."""


@dataclass(frozen=True, slots=True)
class Arrived:
    """What one file has become: layers, bottom first, and sounds that begin with them."""

    layers: tuple[Layer, ...] = ()
    sounds: tuple[Sound, ...] = ()


def _fitted(natural: tuple[int, int], canvas: tuple[int, int]) -> tuple[float, float]:
    most = _SHARE * min(canvas[0] / max(1, natural[0]), canvas[1] / max(1, natural[1]))
    return natural[0] * most, natural[1] * most


def _middle(canvas: tuple[int, int]) -> Transform:
    return Transform(x=Curve(canvas[0] / 2), y=Curve(canvas[1] / 2))


def image_layer(
    media: MediaId, natural: tuple[int, int], canvas: tuple[int, int], name: str
) -> ImageLayer:
    """A picture in the middle of the canvas, no larger than four fifths of it."""
    return ImageLayer(
        id=LayerId(fresh()),
        name=name,
        media=media,
        size=_fitted(natural, canvas),
        transform=_middle(canvas),
    )


def clip_layer(
    media: MediaId, natural: tuple[int, int], canvas: tuple[int, int], name: str, *, loop: bool
) -> ClipLayer:
    """A clip in the middle of the canvas, no larger than four fifths of it."""
    return ClipLayer(
        id=LayerId(fresh()),
        name=name,
        media=(media,),
        size=_fitted(natural, canvas),
        transform=_middle(canvas),
        loop=loop,
    )


def voice(media: MediaId, name: str, levels: str) -> Sound:
    """A sound as a voice, heard from its start."""
    return Sound(id=SoundId(fresh()), media=media, name=name, levels=levels)


def put_on(board: Board, scene: SceneId, arrived: Arrived, frame: int) -> Board:
    """The board with what has arrived on top of a scene.

    frame: of the scene; sounds begin there, unless they belong to a clip beside them.
    """
    for layer in arrived.layers:
        board = add_layer(board, scene, layer)
    start = 0 if arrived.layers else max(0, frame)
    for sound in arrived.sounds:
        board = add_sound(board, scene, replace(sound, start=start))
    return board
