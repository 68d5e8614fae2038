"""What is heard: the mix of a board ready to play, and how loud a file is over time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

from kindreel.export import audio
from kindreel.export.decode import SAMPLE_RATE, decode
from kindreel.model.board import Board
from kindreel.model.ids import MediaId
from kindreel.model.project import Project
from kindreel_ui.playback.speaker import Pcm

LEVELS_PER_S = 50


def mixed(project: Project, board: Board, media: Callable[[MediaId], Path]) -> Pcm:
    """A board's sound as the loudspeaker takes it; peaks are bent, not cut."""
    samples = audio.mix(project, board, media)
    loud = np.abs(samples) > 0.8
    samples[loud] = np.sign(samples[loud]) * (
        0.8 + 0.2 * np.tanh((np.abs(samples[loud]) - 0.8) * 5)
    )
    return Pcm((samples * 32767).astype("<i2").tobytes(), SAMPLE_RATE, 2)


def levels(path: Path) -> tuple[Sequence[float], float]:
    """A file's greatest level in each 50th of a second, and its length in seconds."""
    seconds = len(decode(path)) / SAMPLE_RATE
    buckets = max(1, round(seconds * LEVELS_PER_S))
    return tuple(float(v) for v in audio.waveform(path, buckets)), seconds
