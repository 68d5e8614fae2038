"""The mix of a board: every sound at its exact sample, music under the voice."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from kindreel.errors import MediaError
from kindreel.export.decode import SAMPLE_RATE, Samples, decode, stretches
from kindreel.export.duck import presence
from kindreel.model.board import Board
from kindreel.model.ids import MediaId
from kindreel.model.project import Project
from kindreel.model.sound import Role, Sound
from kindreel.model.time import sample_of

Media = Callable[[MediaId], Path]

_log = logging.getLogger(__name__)

_SOFT_CUT = 240
"""Samples (5 ms) over which a sound cut in its middle comes in or goes, so it doesn't click."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A sound with the board frame it is heard from."""

    sound: Sound
    frame: int


def placed_sounds(board: Board) -> Iterator[Placed]:
    """Every sound that is not muted, with its derived place on the board."""
    for sound in board.music:
        if not sound.muted:
            yield Placed(sound, sound.start)
    for span in board.spans():
        for sound in span.panel.sounds:
            if not sound.muted:
                yield Placed(sound, span.start + sound.start)


def length_in_samples(board: Board) -> int:
    """Samples of the whole board."""
    return sample_of(board.length, board.rate, SAMPLE_RATE)


def mix(project: Project, board: Board, media: Media) -> Samples:
    """All sounds of a board together, as long as the board; what is missing is silent.

    Not limited: peaks may pass 1.0; `loudness.master` makes it fit for a video.
    """
    del (
        project
    )  # sounds are the board's own; the pair of arguments is the same for every engine call
    total = np.zeros((length_in_samples(board), 2), np.float32)
    voice = np.zeros_like(total)
    giving_way: list[tuple[int, Samples, float]] = []
    for placed in placed_sounds(board):
        heard = _heard(placed, board, media)
        if heard is None:
            continue
        at, samples = heard
        if placed.sound.role is Role.VOICE:
            voice[at : at + len(samples)] += samples
        elif placed.sound.duck > 0:
            giving_way.append((at, samples, placed.sound.duck))
        else:
            total[at : at + len(samples)] += samples
    if giving_way:
        _add_ducked(total, presence(voice), giving_way)
    total += voice
    return total


def _add_ducked(
    total: Samples, present: NDArray[np.float32], sounds: list[tuple[int, Samples, float]]
) -> None:
    for at, samples, duck in sounds:
        there, under = present[at : at + len(samples)], total[at : at + len(samples)]
        for part in stretches(len(samples)):
            gain = np.power(np.float32(10), there[part] * np.float32(-duck / 20))
            under[part] += samples[part] * gain[:, None]


def _heard(placed: Placed, board: Board, media: Media) -> tuple[int, Samples] | None:
    """First sample on the board and what is heard from there; None when nothing is."""
    sound = placed.sound
    at = sample_of(placed.frame, board.rate, SAMPLE_RATE)
    room = length_in_samples(board) - at
    if sound.length is not None:
        end = sample_of(placed.frame + sound.length, board.rate, SAMPLE_RATE)
        room = min(room, end - at)
    if room <= 0:
        return None
    try:
        source = decode(media(sound.media))
    except (MediaError, OSError, LookupError) as error:
        _log.warning("a sound stays silent: %s", type(error).__name__)
        return None
    samples = _stretch(source, round(sound.offset * SAMPLE_RATE), room, loop=sound.loop)
    return (at, _shaped(samples, source, sound, board)) if len(samples) else None


def _stretch(source: Samples, skipped: int, room: int, *, loop: bool) -> Samples:
    """Up to `room` samples from `skipped` on, around again at the end when it loops."""
    if not loop:
        return source[skipped : skipped + room].copy()
    around = np.empty((room, 2), np.float32)
    filled, at = 0, skipped % len(source)
    while filled < room:
        more = min(room - filled, len(source) - at)
        around[filled : filled + more] = source[at : at + more]
        filled, at = filled + more, 0
    return around


def _shaped(samples: Samples, source: Samples, sound: Sound, board: Board) -> Samples:
    """The samples at their gain, with fades; a cut in the middle of the sound is softened."""
    if sound.gain_db:
        samples *= np.float32(10 ** (sound.gain_db / 20))
    skipped = round(sound.offset * SAMPLE_RATE)
    cut = sound.loop or skipped + len(samples) < len(source)
    first = max(_frames(sound.fade_in, board), _SOFT_CUT if skipped else 0)
    last = max(_frames(sound.fade_out, board), _SOFT_CUT if cut else 0)
    _fade(samples, first)
    _fade(samples[::-1], last)
    return samples


def _frames(frames: int, board: Board) -> int:
    return sample_of(frames, board.rate, SAMPLE_RATE)


def _fade(samples: Samples, length: int) -> None:
    """Bring the first `length` samples up from nothing along a quarter of a sine, in place."""
    length = min(length, len(samples))
    if length:
        ramp = np.sin(np.arange(length, dtype=np.float32) * np.float32(np.pi / 2 / length))
        samples[:length] *= ramp[:, None]


def waveform(path: Path, buckets: int) -> NDArray[np.float32]:
    """The greatest level, 0 to 1, in each of so many equal stretches of a sound file."""
    levels = np.abs(decode(path)).max(axis=1)
    edges = np.linspace(0, len(levels), buckets, endpoint=False).astype(np.intp)
    peaks = np.maximum.reduceat(levels, edges)
    return np.minimum(peaks, np.float32(1))
