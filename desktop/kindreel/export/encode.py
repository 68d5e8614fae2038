"""Frames to H.264: one run of x264 for each stretch that has still to be made."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import accumulate
from pathlib import Path
from typing import Final

from kindreel.export import ffmpeg, hardware
from kindreel.export.pipeline import Draw, feed
from kindreel.export.presets import Encoding
from kindreel.export.segments import Segment, folder, group, kept
from kindreel.export.unfinished import beside, remove, sweep
from kindreel.model.board import Board
from kindreel.model.time import Rate

COLOUR = "colorprim=bt709:transfer=bt709:colormatrix=bt709:range=tv"
"""Told to x264 itself: `-colorspace` on raw input makes ffmpeg convert what is BT.709 already."""


_LOOKAHEAD: Final = {"veryfast": 10, "medium": 40, "slow": 50}
"""x264's own. What lies behind a closed group says nothing about it, but takes 6 MB a frame; x264
would see that by itself if the groups were not meant to be stitched."""


def raw_input(size: tuple[int, int], rate: Rate) -> ffmpeg.Input:
    """I420 frames from the pipe."""
    width, height = size
    shape = {"f": "rawvideo", "pix_fmt": "yuv420p", "s": f"{width}x{height}", "r": str(rate)}
    return ffmpeg.Input("pipe:", shape)


def h264(encoding: Encoding, group_length: int) -> dict[str, ffmpeg.Option]:
    """One master for all platforms: High profile, closed groups, two B-frames, capped."""
    if encoding.encoder != hardware.SOFTWARE:
        return hardware.options(encoding.encoder, encoding.max_bitrate, group_length)
    ahead = min(_LOOKAHEAD[encoding.effort], group_length)
    return {
        "c:v": "libx264",
        "profile:v": "high",
        "preset": encoding.effort,
        "crf": encoding.crf,
        "maxrate": encoding.max_bitrate,
        "bufsize": 2 * encoding.max_bitrate,
        "pix_fmt": "yuv420p",
        "bf": 2,
        "g": group_length,
        "keyint_min": group_length,
        "sc_threshold": 0,
        "x264-params": f"{COLOUR}:open-gop=0:stitchable=1:rc-lookahead={ahead}",
        "threads": "auto",
    }


def encode_run(
    run: Sequence[Segment],
    board: Board,
    encoding: Encoding,
    shape: tuple[int, ...],
    draw: Draw,
    count: Callable[[], None],
    tick: Callable[[], None],
) -> None:
    """Draw and encode neighbouring segments in one go; each is kept once all are whole."""
    frames = range(run[0].frames.start, run[-1].frames.stop)
    cuts = list(accumulate(len(s.frames) for s in run))[:-1]
    with _work_folder() as work:
        words = ffmpeg.command(
            [raw_input(board.size, board.rate)],
            ffmpeg.file(work / "%05d.nut"),
            {**h264(encoding, group(board)), **_cut_at(cuts, board.rate)},
        )
        with ffmpeg.Process(words) as process:
            feed(process, frames, shape, draw, count)
            process.finish(tick)
        for number, segment in enumerate(run):
            (work / f"{number:05d}.nut").replace(kept(segment))


def _cut_at(cuts: Sequence[int], rate: Rate) -> dict[str, ffmpeg.Option]:
    """Options that begin a new file, and a group of pictures, at each of these frames."""
    if not cuts:
        return {"f": "segment", "segment_format": "nut", "segment_time": 1_000_000}
    times = ",".join(f"{float((cut - 0.25) / rate):.6f}" for cut in cuts)
    return {
        "force_key_frames": times,
        "f": "segment",
        "segment_format": "nut",
        "segment_frames": ",".join(map(str, cuts)),
        "reset_timestamps": 1,
    }


@contextmanager
def _work_folder() -> Iterator[Path]:
    sweep(folder())
    work = beside(folder() / "run")
    work.mkdir()
    try:
        yield work
    finally:
        remove(work)
