"""Picture segments and sound into one file that starts at zero, without edit lists."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from kindreel.export import ffmpeg
from kindreel.export.segments import Segment, kept
from kindreel.model.time import Rate

Tick = Callable[[], None]


def _listing(segments: Sequence[Segment], rate: Rate) -> str:
    """The segments as a list for ffmpeg; each lasts to the exact microsecond the next begins."""
    lines = ["ffconcat version 1.0"]
    first = segments[0].frames.start
    for segment in segments:
        ends = (segment.frames.start - first, segment.frames.stop - first)
        start, stop = (round(frame * 1_000_000 / rate) for frame in ends)
        name = ffmpeg.file(kept(segment)).replace("'", "'\\''")
        lines += [f"file '{name}'", f"duration {(stop - start) / 1_000_000:.6f}"]
    return "\n".join(lines)


def _ticks(rate: Rate) -> int:
    """Ticks of a second in the file, so many that each frame lasts a whole number of them."""
    return rate.numerator * (512 if rate.denominator == 1 else 1)


def join(
    segments: Sequence[Segment],
    rate: Rate,
    sound: Path | None,
    tags: Mapping[str, str],
    part: Path,
    tick: Tick | None = None,
) -> None:
    """Write the finished MP4 to `part`: index first, no edit list, nothing told but the tags."""
    picture: ffmpeg.Options = {"f": "concat", "safe": 0, "protocol_whitelist": "file,pipe"}
    inputs = [ffmpeg.Input("pipe:", picture, take="v")]
    if sound is not None:
        inputs.append(ffmpeg.Input(ffmpeg.file(sound), {"f": "aac"}, take="a"))
    options: dict[str, ffmpeg.Option] = {
        "c": "copy",
        "map_metadata": -1,
        "metadata": [f"{name}={value}" for name, value in tags.items() if value],
        "movflags": "+faststart+negative_cts_offsets",
        "use_editlist": 0,
        "video_track_timescale": _ticks(rate),
        "f": "mp4",
    }
    words = ffmpeg.command(inputs, ffmpeg.file(part), options)
    ffmpeg.run(words, _listing(segments, rate).encode(), tick)
