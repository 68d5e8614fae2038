"""Files from outside on their way into a project: read once, to see what they are."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from kindreel.errors import MediaError
from kindreel.export.listening import levels
from kindreel.export.probe import probe
from kindreel.model.edits import arrivals
from kindreel.model.edits.arrivals import LAYERED, MOVING, SOUNDS, Arrived
from kindreel.model.ids import MediaId
from kindreel.model.sound import Sound
from kindreel.render import layered
from kindreel.render.clips import Clip
from kindreel.render.sources import Sources


class Keeper(Protocol):
    """Where a project keeps its files."""

    def add(self, path: Path) -> MediaId:
        """Copy a file in."""

    def add_bytes(self, data: bytes, extension: str) -> MediaId:
        """Keep what is in memory."""

    def path(self, media: MediaId) -> Path:
        """Where a file lies."""


def take_in(path: Path, keeper: Keeper, canvas: tuple[int, int], *, apart: bool = False) -> Arrived:
    """Copy a file in and make what it becomes on a canvas; MediaError when it cannot be read.

    apart: each layer of a layered picture by itself instead of one picture.
    """
    ending, name = path.suffix.lower(), path.stem
    if ending in LAYERED and apart:
        return Arrived(layered.import_layers(path, canvas, keeper.add_bytes))
    if ending in LAYERED:
        media = keeper.add_bytes(layered.merged(path), ".png")
        return _picture(media, keeper, canvas, name)
    if ending in SOUNDS:
        loud = levels(path)
        return Arrived(sounds=(arrivals.voice(keeper.add(path), name, loud),))
    if ending in MOVING:
        return _moving(path, keeper, canvas, name)
    return _picture(keeper.add(path), keeper, canvas, name)


def _picture(media: MediaId, keeper: Keeper, canvas: tuple[int, int], name: str) -> Arrived:
    size = Sources(keeper.path).natural_size(media)
    if size is None:
        raise MediaError(
            "This picture can't be read.", "Nothing has been changed. Try a PNG, JPEG or SVG."
        )
    return Arrived((arrivals.image_layer(media, size, canvas, name),))


def _moving(path: Path, keeper: Keeper, canvas: tuple[int, int], name: str) -> Arrived:
    """A clip with its sound; a GIF goes round and round."""
    size = Clip(path).size
    media = keeper.add(path)
    loop = path.suffix.lower() == ".gif"
    layer = arrivals.clip_layer(media, size, canvas, name, loop=loop)
    return Arrived((layer,), _sounds(path, media, name))


def _sounds(path: Path, media: MediaId, name: str) -> tuple[Sound, ...]:
    try:
        if probe(path).audio is None:
            return ()
        return (arrivals.voice(media, name, levels(path)),)
    except MediaError:  # the picture is there; a broken sound track must not keep it out
        return ()
