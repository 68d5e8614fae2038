"""Clips of every kind give exactly the frame that is on, whatever is asked for next."""

from __future__ import annotations

import os
import random
import subprocess
from bisect import bisect_right
from pathlib import Path

import numpy as np
import pytest
from imageio_ffmpeg import get_ffmpeg_exe

from kindreel.model.ids import LayerId, MediaId
from kindreel.model.layers import ClipLayer
from kindreel.render.clips import Clip
from kindreel.render.frame import Stage
from kindreel.render.raster import Pixels
from stage_examples import at, project, scene

BITS = 10


def ffmpeg(*words: str, feed: bytes | None = None) -> None:
    subprocess.run([get_ffmpeg_exe(), "-v", "error", "-y", *words], input=feed, check=True)


def numbered(path: Path, frames: int, rate: int, *options: str) -> None:
    """A clip whose frames carry their own number in ten black or white bars."""
    bars = (np.arange(frames)[:, None] >> np.arange(BITS)) & 1
    rows = np.repeat(bars * 235, 8, axis=1).astype(np.uint8)
    raw = np.repeat(rows[:, None], 32, axis=1).tobytes()
    shape = ("-f", "rawvideo", "-pix_fmt", "gray", "-s", f"{8 * BITS}x32", "-r", str(rate))
    ffmpeg(*shape, "-i", "-", "-pix_fmt", "yuv420p", *options, str(path), feed=raw)


def number(pixels: Pixels | None, *, upright: bool = True) -> int:
    assert pixels is not None
    bars = pixels[16, 4::8, 1] if upright else pixels[4::8, 16, 1]
    return int(((bars > 128) << np.arange(BITS)).sum())


X264 = ("-c:v", "libx264", "-crf", "18")
VP9 = ("-c:v", "libvpx-vp9", "-deadline", "realtime", "-cpu-used", "8")
KINDS = {
    "long groups": (30, "a.mp4", (*X264, "-g", "250", "-bf", "3")),
    "open groups": (30, "a.mp4", (*X264, "-g", "40", "-bf", "3", "-x264-params", "open-gop=1")),
    "60 fps": (60, "a.mp4", (*X264, "-g", "120")),
    "24 fps": (24, "a.mov", (*X264, "-g", "48")),
    "WebM at 60": (60, "a.webm", VP9),
    "transport stream": (30, "a.ts", (*X264, "-g", "60")),
    "AVI": (25, "a.avi", ("-c:v", "mpeg4", "-q:v", "2", "-g", "60")),
}


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_gives_each_frame_in_any_order(tmp_path: Path, kind: str):
    rate, name, options = KINDS[kind]
    numbered(tmp_path / name, 300, rate, *options)
    clip = Clip(tmp_path / name)
    draw = random.Random(1)
    order = [*range(40), 299, 0, 298, 150, *(draw.randrange(300) for _ in range(40)), 299]
    assert [number(clip.at(n / rate)) for n in order] == order


def test_frames_of_uneven_lengths_stay_on_until_the_next_one(tmp_path: Path):
    uneven = "setpts='if(lt(N,100),N,100+(N-100)*2+mod(N,2))'"
    numbered(tmp_path / "v.mp4", 300, 30, "-vf", uneven, "-fps_mode", "vfr", *X264, "-g", "90")
    starts = [n if n < 100 else 100 + (n - 100) * 2 + n % 2 for n in range(300)]
    clip, draw = Clip(tmp_path / "v.mp4"), random.Random(2)
    for _ in range(120):
        tick = draw.uniform(0, 500)
        if min(abs(tick - s) for s in starts) < 0.05:
            continue
        assert number(clip.at(tick / 30)) == bisect_right(starts, tick) - 1


def test_a_clip_cut_without_encoding_begins_where_it_was_cut(tmp_path: Path):
    numbered(tmp_path / "w.mp4", 300, 30, *X264, "-g", "60", "-bf", "3")
    ffmpeg("-ss", "3.3", "-i", str(tmp_path / "w.mp4"), "-c", "copy", str(tmp_path / "c.mp4"))
    clip = Clip(tmp_path / "c.mp4")
    order = [0, 100, 7, 200, 3]
    assert [number(clip.at(n / 30)) - 99 for n in order] == order


@pytest.mark.parametrize("turn", [90, -90, 180])
def test_a_turned_clip_is_shown_upright_at_every_frame(tmp_path: Path, turn: int):
    numbered(tmp_path / "w.mp4", 60, 30, *X264)
    ffmpeg("-display_rotation", str(turn), "-i", str(tmp_path / "w.mp4"), "-c", "copy",
           str(tmp_path / "t.mp4"))  # fmt: skip
    clip = Clip(tmp_path / "t.mp4")
    assert clip.size == ((80, 32) if turn == 180 else (32, 80))
    for frame in (0, 41, 6):
        pixels = clip.at(frame / 30)
        assert pixels is not None
        back = {90: pixels[:, ::-1].transpose(1, 0, 2), -90: pixels[::-1].transpose(1, 0, 2)}
        upright = back.get(turn, pixels[::-1, ::-1])
        numbers = {number(upright), number(upright[:, ::-1]), number(upright[::-1])}
        assert frame in numbers


ALPHA = {
    "VP9": ("a.webm", ("-pix_fmt", "yuva420p", *VP9, "-b:v", "1M")),
    "VP8": (
        "a.webm",
        ("-pix_fmt", "yuva420p", "-c:v", "libvpx", "-auto-alt-ref", "0", "-b:v", "1M"),
    ),
    "ProRes 4444": ("a.mov", ("-pix_fmt", "yuva444p10le", "-c:v", "prores_ks")),
    "PNG": ("a.mov", ("-pix_fmt", "rgba", "-c:v", "png")),
    "Animation": ("a.mov", ("-pix_fmt", "argb", "-c:v", "qtrle")),
}


def see_through(path: Path, options: tuple[str, ...]) -> None:
    """Thirty red frames; the left half fades in by 8 levels a frame, the right is all there."""
    raw = np.zeros((30, 64, 128, 4), np.uint8)
    raw[..., 0], raw[..., 3] = 255, 255
    raw[:, :, :64, 3] = (8 * np.arange(30))[:, None, None]
    shape = ("-f", "rawvideo", "-pix_fmt", "rgba", "-s", "128x64", "-r", "30")
    ffmpeg(*shape, "-i", "-", *options, str(path), feed=raw.tobytes())


@pytest.mark.parametrize("kind", ALPHA)
def test_what_is_see_through_stays_so(tmp_path: Path, kind: str):
    name, options = ALPHA[kind]
    see_through(tmp_path / name, options)
    clip = Clip(tmp_path / name)
    for frame in (0, 20, 7, 29):
        pixels = clip.at(frame / 30)
        assert pixels is not None
        clear, whole = pixels[32, 32].astype(int), pixels[32, 110].astype(int)
        assert abs(clear[3] - 8 * frame) <= 3
        assert abs(clear[2] - clear[3]) <= 3  # the red is multiplied by the alpha
        assert whole[3] >= 253
        assert whole[2] >= 245


def test_naming_a_decoder_is_forgotten_again(tmp_path: Path):
    see_through(tmp_path / "a.webm", ALPHA["VP9"][1])
    before = dict(os.environ)
    Clip(tmp_path / "a.webm")
    assert dict(os.environ) == before


def test_a_clip_with_alpha_lets_the_ground_shine_through(tmp_path: Path):
    see_through(tmp_path / "a.webm", ALPHA["VP9"][1])
    layer = ClipLayer(
        id=LayerId("c"), media=(MediaId("a.webm"),), size=(1080.0, 1920.0), transform=at(540, 960)
    )
    made = project(scene(layer))
    stage = Stage(lambda media: tmp_path / media)
    bare = stage.render(project(scene()), made.board(), 0, (54, 96))[48, 13].astype(int)
    first = stage.render(made, made.board(), 0, (54, 96))[48, 13].astype(int)
    late = stage.render(made, made.board(), 29, (54, 96))[48, 13].astype(int)
    assert abs(first - bare).max() <= 2 or (first[:3] == bare[:3]).all()
    assert late[2] > first[2] or late[1] < first[1]
