"""Edits of sounds and captions; both travel with their scene."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from kindreel.model.board import Board, Panel
from kindreel.model.edits.boards import edit_panel
from kindreel.model.ids import CaptionId, MediaId, SceneId, SoundId, fresh
from kindreel.model.sound import Caption, Sound


def add_sound(board: Board, scene: SceneId, sound: Sound) -> Board:
    """The board with a further sound in a scene."""
    return edit_panel(board, scene, lambda p: replace(p, sounds=(*p.sounds, sound)))


def set_sound(board: Board, sound: Sound) -> Board:
    """The board with a sound of the same id, wherever it is, replaced."""

    def put(sounds: tuple[Sound, ...]) -> tuple[Sound, ...]:
        return tuple(sound if s.id == sound.id else s for s in sounds)

    board = replace(board, music=put(board.music))
    for panel in board.panels:
        if any(s.id == sound.id for s in panel.sounds):
            return edit_panel(board, panel.id, lambda p: replace(p, sounds=put(p.sounds)))
    return board


def remove_sound(board: Board, sound: SoundId) -> Board:
    """The board without a sound, wherever it is."""

    def kept(sounds: tuple[Sound, ...]) -> tuple[Sound, ...]:
        return tuple(s for s in sounds if s.id != sound)

    board = replace(board, music=kept(board.music))
    for panel in board.panels:
        if any(s.id == sound for s in panel.sounds):
            return edit_panel(board, panel.id, lambda p: replace(p, sounds=kept(p.sounds)))
    return board


def set_levels(board: Board, levels: Mapping[MediaId, str]) -> Board:
    """The board with its sounds knowing how loud their files are."""

    def told(panel: Panel) -> Panel:
        return replace(panel, sounds=tuple(_with_levels(s, levels) for s in panel.sounds))

    for panel in board.panels:
        if any(_with_levels(s, levels) is not s for s in panel.sounds):
            board = edit_panel(board, panel.id, told)
    return board


def _with_levels(sound: Sound, levels: Mapping[MediaId, str]) -> Sound:
    heard = levels.get(sound.media, sound.levels)
    return sound if heard == sound.levels else replace(sound, levels=heard)


def add_music(board: Board, sound: Sound) -> Board:
    """The board with further music under the whole video."""
    return replace(board, music=(*board.music, sound))


def add_caption(board: Board, scene: SceneId, caption: Caption) -> Board:
    """The board with a further caption in a scene, kept in the order they are shown."""

    def added(panel: Panel) -> Panel:
        captions = sorted((*panel.captions, caption), key=lambda c: c.start)
        return replace(panel, captions=tuple(captions))

    return edit_panel(board, scene, added)


def _edit_caption(board: Board, caption: CaptionId, new: Caption | None) -> Board:
    for panel in board.panels:
        if any(c.id == caption for c in panel.captions):
            others = [c for c in panel.captions if c.id != caption]
            after = tuple(sorted([*others, new] if new else others, key=lambda c: c.start))
            return edit_panel(board, panel.id, partial(_with_captions, after))
    return board


def _with_captions(captions: tuple[Caption, ...], panel: Panel) -> Panel:
    return replace(panel, captions=captions)


def set_caption(board: Board, caption: Caption) -> Board:
    """The board with the caption of the same id replaced."""
    return _edit_caption(board, caption.id, caption)


def say(board: Board, caption: CaptionId, text: str) -> Board:
    """The board with other words in a caption; word times that no longer fit are dropped."""
    for panel in board.panels:
        for found in panel.captions:
            if found.id == caption and found.text != text:
                return _edit_caption(board, caption, replace(found, text=text, words=()))
    return board


def split_caption(board: Board, scene: SceneId, caption: CaptionId) -> Board:
    """The board with a caption said in two after each other, each for its share of the time."""

    def split(panel: Panel) -> Panel:
        captions: list[Caption] = []
        for found in panel.captions:
            captions.extend(_halves(found) if found.id == caption else (found,))
        return replace(panel, captions=tuple(sorted(captions, key=lambda c: c.start)))

    return edit_panel(board, scene, split)


def _halves(caption: Caption) -> tuple[Caption, ...]:
    words = caption.text.split()
    if len(words) < 2 or caption.length < 2:
        return (caption,)
    middle = min(
        range(1, len(words)), key=lambda i: abs(len(" ".join(words[:i])) * 2 - len(caption.text))
    )
    first, second = " ".join(words[:middle]), " ".join(words[middle:])
    share = round(caption.length * len(first) / (len(first) + len(second)))
    cut = min(max(1, share), caption.length - 1)
    timed = len(caption.words) == len(words)
    if timed:
        cut = min(max(1, caption.words[middle].start), caption.length - 1)
    later = tuple(replace(w, start=w.start - cut) for w in caption.words[middle:])
    return (
        replace(caption, text=first, length=cut, words=caption.words[:middle] if timed else ()),
        replace(
            caption,
            id=CaptionId(fresh()),
            text=second,
            start=caption.start + cut,
            length=caption.length - cut,
            words=later if timed else (),
        ),
    )


def remove_caption(board: Board, caption: CaptionId) -> Board:
    """The board without a caption."""
    return _edit_caption(board, caption, None)
