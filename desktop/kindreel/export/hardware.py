"""Encoders in graphics processors: asked for by name, used only when they really work."""

from __future__ import annotations

import sys
from functools import cache

from kindreel.errors import ExportError
from kindreel.export import ffmpeg

SOFTWARE = "libx264"

_KNOWN = {
    "darwin": ("h264_videotoolbox",),
    "win32": ("h264_nvenc", "h264_qsv", "h264_amf", "h264_mf"),
    "linux": ("h264_nvenc", "h264_qsv", "h264_amf"),
}
_FRAMES = 40


@cache
def working() -> tuple[str, ...]:
    """The hardware encoders that have just encoded a test film well, best first."""
    return tuple(name for name in _KNOWN.get(sys.platform, ()) if works(name))


@cache
def works(name: str) -> bool:
    """Whether an encoder is there and its film can be decoded to as many frames as it got."""
    if name not in ffmpeg.encoders():
        return False
    film = f"testsrc2=s=320x576:r=30:d={_FRAMES / 30:.3f},format=yuv420p"
    source = ffmpeg.Input(film, {"f": "lavfi"})
    made = {**options(name, 2_000_000, 15), "f": "nut"}
    try:
        encoded = ffmpeg.run(ffmpeg.command([source], "pipe:", made)).stdout
        shape: ffmpeg.Options = {"f": "framecrc", "fps_mode": "passthrough"}
        again = ffmpeg.command([ffmpeg.Input("pipe:", {"f": "nut"})], "pipe:", shape)
        lines = ffmpeg.run(again, encoded).stdout.decode().splitlines()
    except ExportError:
        return False
    return sum(not line.startswith("#") for line in lines) == _FRAMES


def options(name: str, bitrate: int, group: int) -> dict[str, ffmpeg.Option]:
    """How a hardware encoder is asked for what x264 would give: capped, closed groups, tagged.

    bitrate: the most, bits per second; two thirds of it are aimed at.
    """
    tags = (
        "h264_metadata=colour_primaries=1:transfer_characteristics=1:"
        "matrix_coefficients=1:video_full_range_flag=0"
    )
    return {
        "c:v": name,
        "b:v": bitrate * 2 // 3,
        "maxrate": bitrate,
        "bufsize": 2 * bitrate,
        "g": group,
        "bf": 2 if name != "libopenh264" else 0,
        "pix_fmt": "yuv420p",
        "bsf:v": tags,
    }
