"""The sound of an export: mixed, brought to its loudness and encoded while pictures are drawn."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Event

from kindreel.export import ffmpeg
from kindreel.export.audio import mix
from kindreel.export.decode import SAMPLE_RATE, Samples
from kindreel.export.loudness import Tick, master, measure_file
from kindreel.export.meter import Loudness
from kindreel.export.presets import Quality
from kindreel.export.unfinished import beside, remove
from kindreel.export.work import Work
from kindreel.jobs import Cancelled
from kindreel.model.time import sample_of

SOUND_BITRATE = 192_000

RAW: ffmpeg.Options = {"f": "f32le", "ar": SAMPLE_RATE, "ac": 2}
"""How samples stand in a pipe or a bare file."""

_HOUSE_GOAL = (-14.0, -1.0)

_AAC_DELAY = 1024
"""Samples by which ffmpeg's AAC encoder comes late. Without an edit list no player skips them, so
as many are left out at the start: all that follows is heard at its exact place."""


def goal(work: Work) -> tuple[float, float]:
    """Loudness in LUFS and highest true peak in dBTP that the preset asks for."""
    profile = work.preset.profile
    return (profile.lufs, profile.true_peak) if profile else _HOUSE_GOAL


def mastered(work: Work, tick: Tick) -> Samples:
    """The exported frames' mix at the platform's loudness."""
    rate = work.board.rate
    first, end = (
        sample_of(frame, rate, SAMPLE_RATE) for frame in (work.frames.start, work.frames.stop)
    )
    mixed = mix(work.project, work.board, work.media)[first:end]
    return master(mixed, *goal(work), tick=tick)


def encode_aac(samples: Samples, bitrate: int, out: Path, tick: Tick, coder: str) -> None:
    """Write AAC-LC in bare frames, so that no delay is noted down anywhere.

    coder: ffmpeg's search for step sizes, "twoloop" or "fast".
    """
    options: ffmpeg.Options = {"c:a": "aac", "aac_coder": coder, "b:a": bitrate, "f": "adts"}
    words = ffmpeg.command([ffmpeg.Input("pipe:", RAW)], ffmpeg.file(out), options)
    ffmpeg.run(words, samples[_AAC_DELAY:].data, tick)


@dataclass(frozen=True, slots=True)
class Track:
    """Encoded sound, and how loud it has become."""

    file: Path
    loudness: Loudness


@contextmanager
def encoded(work: Work, part: Path) -> Iterator[Future[Track]]:
    """The encoded sound beside `part`, made in a thread; stopped and removed with the block."""
    stop = Event()
    out = beside(part)

    def tick() -> None:
        if stop.is_set():
            raise Cancelled

    def make() -> Track:
        profile = work.preset.profile
        bitrate = profile.audio_bitrate if profile else SOUND_BITRATE
        coder = "fast" if work.quality is Quality.DRAFT else "twoloop"
        encode_aac(mastered(work, tick), bitrate, out, tick, coder)
        return Track(out, measure_file(out, tick))

    with ThreadPoolExecutor(1, "kindreel-sound") as pool:
        try:
            yield pool.submit(make)
        finally:
            stop.set()
            pool.shutdown(wait=True)
            remove(out)


@contextmanager
def bare(work: Work, part: Path) -> Iterator[ffmpeg.Input]:
    """The sound as bare samples in a file beside `part`, removed with the block."""
    out = beside(part)
    try:
        out.write_bytes(mastered(work, work.tick).data)
        yield ffmpeg.Input(ffmpeg.file(out), RAW)
    finally:
        remove(out)
