"""Sound files as samples, decoded once and remembered within a budget."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator
from pathlib import Path
from threading import Lock

import numpy as np
from numpy.typing import NDArray

from kindreel.errors import ExportError, MediaError
from kindreel.export import ffmpeg
from kindreel.export.probe import described

SAMPLE_RATE = 48_000

STRETCH = 1 << 17
"""Samples that are worked on in one go, so that long sounds take no more memory for it."""

Samples = NDArray[np.float32]
"""Shape (n, 2): left and right at 48 kHz, 1.0 is full scale."""

_BUDGET = 96_000_000

_Key = tuple[str, int, int]


def stretches(count: int) -> Iterator[slice]:
    """All of so many samples, a stretch at a time."""
    return (slice(at, min(at + STRETCH, count)) for at in range(0, count, STRETCH))


class _Memory:
    """What was decoded last, oldest dropped first once the budget of octets is spent."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._kept: OrderedDict[_Key, Samples] = OrderedDict()
        self._octets = 0

    def get(self, key: _Key) -> Samples | None:
        with self._lock:
            found = self._kept.get(key)
            if found is not None:
                self._kept.move_to_end(key)
            return found

    def put(self, key: _Key, samples: Samples) -> None:
        with self._lock:
            if key in self._kept or samples.nbytes > _BUDGET:
                return
            self._kept[key] = samples
            self._octets += samples.nbytes
            while self._octets > _BUDGET:
                self._octets -= self._kept.popitem(last=False)[1].nbytes


_memory = _Memory()


def decode(path: Path) -> Samples:
    """All sound of a file, read-only; MediaError when it cannot be read or has none."""
    try:
        status = path.stat()
    except OSError as error:
        raise MediaError(
            f"The sound “{path.name}” is not where it was.", "Put it back or choose another one."
        ) from error
    key = (str(path), status.st_mtime_ns, status.st_size)
    samples = _memory.get(key)
    if samples is None:
        samples = _decoded(path)
        _memory.put(key, samples)
    return samples


def _raw(path: Path, options: ffmpeg.Options) -> tuple[Samples, str]:
    """Interleaved samples, and how their channels lie."""
    source = ffmpeg.Input(ffmpeg.file(path), take="a")
    words = ffmpeg.command([source], "pipe:", {"f": "f32le", "ar": SAMPLE_RATE, **options})
    try:
        output = ffmpeg.run(words)
    except ExportError as error:
        raise MediaError(
            f"The sound “{path.name}” cannot be read.",
            "Choose another file, or save it again in another program.",
            error.details,
        ) from error
    track = described(output.stderr).audio
    return np.frombuffer(output.stdout, np.float32), track.layout if track else "stereo"


def _decoded(path: Path) -> Samples:
    flat, layout = _raw(path, {})
    if layout == "mono":  # ffmpeg's own way to stereo would take 3 dB off
        samples = np.repeat(flat, 2).reshape(-1, 2)
    elif layout == "stereo":
        samples = flat.reshape(-1, 2)
    else:
        samples = _raw(path, {"ac": 2})[0].reshape(-1, 2)
    if not len(samples):
        raise MediaError(f"“{path.name}” holds no sound.", "Choose another file.")
    samples = np.nan_to_num(samples)
    samples.flags.writeable = False
    return samples
