"""Edits of a board's scenes; the reveal stays last whatever is done."""

from __future__ import annotations

from dataclasses import replace

from kindreel.model.board import Beat, Board, Panel, Reveal, Scene, Transition
from kindreel.model.colour import Fill
from kindreel.model.edits.boards import edit_panel, with_panels
from kindreel.model.edits.copies import copied_panel
from kindreel.model.ids import SceneId
from kindreel.model.layers import Layer
from kindreel.model.sound import Caption, Sound
from kindreel.model.time import Rate, seconds_of


def _clamped(index: int, count: int) -> int:
    return max(0, min(index, count))


def add_scene(board: Board, scene: Scene, index: int | None = None) -> Board:
    """The board with a further scene at a place; before the reveal when none is named."""
    at = _clamped(len(board.scenes) if index is None else index, len(board.scenes))
    return with_panels(board, (*board.scenes[:at], scene, *board.scenes[at:]))


def remove_scene(board: Board, scene: SceneId) -> Board:
    """The board without a scene; the reveal cannot be removed."""
    kept = tuple(s for s in board.scenes if s.id != scene)
    return with_panels(board, kept) if len(kept) != len(board.scenes) else board


def move_scene(board: Board, scene: SceneId, index: int) -> Board:
    """The board with a scene at another place; the reveal stays last."""
    moved = [s for s in board.scenes if s.id == scene]
    if not moved:
        return board
    others = tuple(s for s in board.scenes if s.id != scene)
    at = _clamped(index, len(others))
    scenes = (*others[:at], *moved, *others[at:])
    return with_panels(board, scenes) if scenes != board.scenes else board


def duplicate_scene(board: Board, scene: SceneId) -> Board:
    """The board with a copy of a scene right after it; the reveal is not copied."""
    for at, original in enumerate(board.scenes):
        if original.id == scene:
            return add_scene(board, copied_panel(original), at + 1)
    return board


def retime_scene(board: Board, scene: SceneId, length: int) -> Board:
    """The board with one scene lasting `length` frames, 1 or more; all else is shared.

    For the reveal, its hold takes up the difference as far as it can.
    """

    def retimed(panel: Panel) -> Panel:
        if isinstance(panel, Scene):
            return panel if panel.length == length else replace(panel, length=max(1, length))
        rest = panel.avatar + panel.change + panel.name
        return replace(panel, hold=max(1, round(length / panel.turns) - rest))

    return edit_panel(board, scene, retimed)


def set_transition(board: Board, scene: SceneId, transition: Transition | None) -> Board:
    """The board with another transition into a scene, shortened to fit its neighbours."""
    return edit_panel(board, scene, lambda panel: replace(panel, entry=transition))


def describe_scene(
    board: Board,
    scene: SceneId,
    *,
    title: str | None = None,
    script: str | None = None,
    notes: str | None = None,
) -> Board:
    """The board with other words about a scene; what is None stays."""

    def described(panel: Panel) -> Panel:
        return replace(
            panel,
            title=panel.title if title is None else title,
            script=panel.script if script is None else script,
            notes=panel.notes if notes is None else notes,
        )

    return edit_panel(board, scene, described)


def set_beat(board: Board, scene: SceneId, beat: Beat) -> Board:
    """The board with a scene standing for another beat; the reveal keeps its own."""

    def beaten(panel: Panel) -> Panel:
        return replace(panel, beat=beat) if isinstance(panel, Scene) else panel

    return edit_panel(board, scene, beaten)


def set_background(board: Board, scene: SceneId, fill: Fill) -> Board:
    """The board with another background behind a scene."""
    return edit_panel(board, scene, lambda panel: replace(panel, background=fill))


def split_scene(board: Board, scene: SceneId, frame: int) -> Board:
    """The board with a scene cut in two before its frame `frame`; picture and sound go on.

    Outside 1 … length - 1, and for the reveal, nothing changes.
    """
    span = board.span_of(scene)
    whole = span.panel
    if isinstance(whole, Reveal) or not 0 < frame < whole.length:
        return board
    first = replace(
        whole,
        length=frame,
        layers=tuple(layer for layer in whole.layers if layer.start < frame),
        sounds=_sounds_before(whole.sounds, frame),
        captions=_captions_before(whole.captions, frame),
    )
    second = replace(
        whole,
        length=whole.length - frame,
        entry=None,
        layers=tuple(_later(layer, frame) for layer in whole.layers if _outlasts(layer, frame)),
        sounds=_sounds_after(whole.sounds, frame, board.rate),
        captions=_captions_after(whole.captions, frame),
    )
    at = span.index
    scenes = (*board.scenes[:at], first, copied_panel(second), *board.scenes[at + 1 :])
    return with_panels(board, scenes)


def _outlasts(layer: Layer, frame: int) -> bool:
    return layer.length is None or layer.start + layer.length > frame


def _later(layer: Layer, frame: int) -> Layer:
    return replace(layer, start=layer.start - frame)


def _sounds_before(sounds: tuple[Sound, ...], frame: int) -> tuple[Sound, ...]:
    kept = []
    for sound in sounds:
        room = frame - sound.start
        if room > 0:
            cut = sound.length is None or sound.length > room
            kept.append(replace(sound, length=room, fade_out=0) if cut else sound)
    return tuple(kept)


def _sounds_after(sounds: tuple[Sound, ...], frame: int, rate: Rate) -> tuple[Sound, ...]:
    kept = []
    for sound in sounds:
        gone = frame - sound.start
        if gone <= 0:
            kept.append(replace(sound, start=-gone))
        elif sound.length is None or sound.length > gone:
            left = None if sound.length is None else sound.length - gone
            offset = sound.offset + float(seconds_of(gone, rate))
            kept.append(replace(sound, start=0, offset=offset, length=left, fade_in=0))
    return tuple(kept)


def _captions_before(captions: tuple[Caption, ...], frame: int) -> tuple[Caption, ...]:
    return tuple(
        replace(c, length=min(c.length, frame - c.start)) for c in captions if c.start < frame
    )


def _captions_after(captions: tuple[Caption, ...], frame: int) -> tuple[Caption, ...]:
    return tuple(_from(c, frame) for c in captions if c.start + c.length > frame)


def _from(caption: Caption, frame: int) -> Caption:
    gone = frame - caption.start
    if gone <= 0:
        return replace(caption, start=-gone)
    left = tuple(replace(w, start=w.start - gone) for w in caption.words if w.start >= gone)
    return replace(caption, start=0, length=caption.length - gone, words=left)
