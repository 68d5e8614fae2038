"""Exact frames in one uncompressed file, for measuring."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from kindreel.export.unfinished import check_room
from kindreel.export.work import Made, Work, check_size
from kindreel.model.time import Rate


def header(size: tuple[int, int], rate: Rate) -> bytes:
    """The first line of a YUV4MPEG2 file with 4:2:0 frames, BT.709 in limited range."""
    width, height = size
    pace = f"{rate.numerator}:{rate.denominator}"
    return f"YUV4MPEG2 W{width} H{height} F{pace} Ip A1:1 C420jpeg XCOLORRANGE=LIMITED\n".encode()


def octets(size: tuple[int, int], frames: int) -> int:
    """How large the file will be, but for its header."""
    return frames * (size[0] * size[1] * 3 // 2 + 6)


def write(work: Work, part: Path, out: Path) -> Made:
    """Write the very planes that an encoder would be fed."""
    size, rate = work.board.size, work.board.rate
    check_size(work.board)
    check_room(out, octets(size, len(work.frames)))
    planes = np.empty(work.planes_shape, np.uint8)
    with part.open("wb") as file:
        file.write(header(size, rate))
        for frame in work.frames:
            file.write(b"FRAME\n")
            work.planes(frame, planes)
            file.write(planes.data)
            work.count()
    return Made(frames=len(work.frames), drawn=len(work.frames))
