"""What the timeline shows: one track for captions, for each layer of the scene, and for sound."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kindreel.model.board import Board, Panel, Span
from kindreel.model.ids import MediaId, SceneId
from kindreel.model.layers import Layer
from kindreel.model.sound import Role, Sound
from kindreel_ui.storyboard.picks import Pick
from kindreel_ui.storyboard.words import ROLES, layer_icon, layer_words

_CURVES = ("x", "y", "scale", "stretch", "rotation", "opacity")


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of a track.

    start, end: frames of the board; end is the frame after the last one.
    keys: frames of the board with keys. media: whose waveform is drawn; skip: seconds into it.
    """

    pick: Pick
    start: int
    end: int
    words: str = ""
    keys: tuple[int, ...] = ()
    media: MediaId | None = None
    skip: float = 0.0
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Track:
    """One row of the timeline.

    tone: a colour token. pick: what a click on its name chooses, if anything.
    pinned: it stays in sight while the layers scroll.
    """

    words: str
    icon: str
    tone: str
    blocks: tuple[Block, ...]
    pick: Pick | None = None
    visible: bool = True
    locked: bool = False
    pinned: bool = False


def key_frames(layer: Layer) -> tuple[int, ...]:
    """The layer's own frames that have a key in any property."""
    curves = [getattr(layer.transform, name) for name in _CURVES]
    return tuple(sorted({key.frame for curve in curves for key in curve.keys}))


def layer_span(layer: Layer, panel: Panel) -> tuple[int, int]:
    """The frames of its scene on which a layer is shown: first, and the one after the last."""
    end = panel.length if layer.length is None else layer.start + layer.length
    return max(0, layer.start), max(1, min(panel.length, end))


def tracks(board: Board, scene: SceneId, lengths_s: Mapping[MediaId, float]) -> tuple[Track, ...]:
    """All rows, top to bottom: captions, the scene's layers (top first), effects, voice, music.

    A layer's row also shows the layers of the same name in other scenes.
    lengths_s: how long sound files are, as far as known.
    """
    spans = tuple(board.spans())
    captions = tuple(
        Block(Pick(s.panel.id, "caption", c.id), *_within(s, c.start, c.length), c.text)
        for s in spans
        for c in s.panel.captions
    )
    rows = [Track("Captions", "text-t", "unsure", captions, pinned=True)]
    panel = next((s.panel for s in spans if s.panel.id == scene), spans[0].panel)
    alike = {s.panel.id: _numbered(s.panel) for s in spans}
    rows += [_layer_track(layer, panel, spans, alike) for layer in reversed(panel.layers)]
    for role in (Role.EFFECT, Role.VOICE):
        heard = tuple(
            _sound_block(sound, s.panel.id, s.start, s.end, board, lengths_s)
            for s in spans
            for sound in s.panel.sounds
            if sound.role is role
        )
        if heard or role is Role.VOICE:
            rows.append(Track(*ROLES[role], "spam", heard, pinned=role is Role.VOICE))
    music = tuple(
        _sound_block(sound, panel.id, 0, board.length, board, lengths_s) for sound in board.music
    )
    return (*rows, Track(*ROLES[Role.MUSIC], "severe", music, pinned=True))


def _within(span: Span, start: int, length: int) -> tuple[int, int]:
    first = span.start + max(0, start)
    return first, max(first + 1, min(span.end, span.start + start + length))


Likeness = tuple[type, str, int]


def _numbered(panel: Panel) -> dict[Likeness, Layer]:
    """A panel's layers by kind, name, and which of that name: what runs through the story."""
    found: dict[Likeness, Layer] = {}
    for layer in panel.layers:
        number = sum(1 for kind, name, _ in found if (kind, name) == (type(layer), layer.name))
        found[type(layer), layer.name, number] = layer
    return found


def _layer_track(
    layer: Layer,
    panel: Panel,
    spans: tuple[Span, ...],
    alike: Mapping[SceneId, Mapping[Likeness, Layer]],
) -> Track:
    words = layer_words(layer)
    likeness = next(key for key, found in alike[panel.id].items() if found is layer)
    blocks = []
    for span in spans:
        found = layer if span.panel is panel else alike[span.panel.id].get(likeness)
        if found is not None and (found is layer or layer.name):
            blocks.append(_layer_block(found, span))
    pick = Pick(panel.id, "layer", layer.id)
    return Track(
        words, layer_icon(layer), "accent", tuple(blocks), pick, layer.visible, layer.locked
    )


def _layer_block(layer: Layer, span: Span) -> Block:
    first, end = layer_span(layer, span.panel)
    origin = span.start + layer.start
    keys = tuple(origin + frame for frame in key_frames(layer))
    pick = Pick(span.panel.id, "layer", layer.id)
    return Block(
        pick, span.start + first, span.start + end, "" if keys else layer_words(layer), keys
    )


def _sound_block(
    sound: Sound,
    scene: SceneId,
    start: int,
    end: int,
    board: Board,
    lengths_s: Mapping[MediaId, float],
) -> Block:
    first = start + sound.start
    length = sound.length
    known = lengths_s.get(sound.media)
    if length is None and known is not None and not sound.loop:
        length = round((known - sound.offset) * board.rate)
    last = end if length is None else min(board.length, first + length)
    pick = Pick(scene, "sound", sound.id)
    words = sound.name or ROLES[sound.role][0]
    return Block(
        pick,
        first,
        max(first + 1, last),
        words,
        media=sound.media,
        skip=sound.offset,
        quiet=sound.muted,
    )
