"""A board becomes a video that platforms take as it is."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from kindreel.errors import ExportError
from kindreel.export import ffmpeg, presets
from kindreel.export.presets import Quality
from kindreel.export.probe import probe
from kindreel.export.video import export
from kindreel.jobs import Cancelled
from kindreel.model.sound import Role

DRAFT = Quality.DRAFT


def boxes(data: bytes) -> list[bytes]:
    """The names of an MP4's outermost boxes."""
    at, names = 0, []
    while at < len(data):
        names.append(data[at + 4 : at + 8])
        at += int.from_bytes(data[at : at + 4], "big")
    return names


def decoded(path: Path, size: tuple[int, int]) -> np.ndarray:
    """Every frame as I420, as many as there are, none doubled or dropped."""
    options = {"f": "rawvideo", "pix_fmt": "yuv420p", "fps_mode": "passthrough"}
    words = ffmpeg.command([ffmpeg.Input(ffmpeg.file(path), take="v")], "pipe:", options)
    raw = np.frombuffer(ffmpeg.run(words).stdout, np.uint8)
    return raw.reshape(-1, size[1] * 3 // 2, size[0])


def test_an_mp4_is_what_the_platforms_ask_for(studio, tmp_path: Path):
    board = studio.board(music=(studio.hear(studio.music("song", 3)),))
    out = tmp_path / "out.mp4"
    report = export(
        studio.project(board), board, out, studio.media, presets.preset("tiktok"), DRAFT
    )
    data = out.read_bytes()
    found = probe(out)
    assert found.video is not None
    assert found.audio is not None
    assert found.video.codec == "h264"
    assert "(High)" in found.video.described
    assert "yuv420p(tv, bt709" in found.video.described
    assert (found.video.size, found.video.rate) == (board.size, 30)
    assert (found.audio.codec, found.audio.rate, found.audio.layout) == ("aac", 48000, "stereo")
    assert b"elst" not in data
    assert boxes(data).index(b"moov") < boxes(data).index(b"mdat")
    assert report.frames == board.length
    assert report.octets == len(data)
    assert report.seconds == pytest.approx(2.0)
    assert decoded(out, board.size).shape[0] == board.length


def test_a_video_is_as_loud_as_it_should_be(studio, tmp_path: Path):
    board = studio.board(music=(studio.hear(studio.music("song", 3)),))
    report = export(
        studio.project(board),
        board,
        tmp_path / "a.mp4",
        studio.media,
        presets.preset("reels"),
        DRAFT,
    )
    assert report.loudness == pytest.approx(-14, abs=1)
    assert report.true_peak is not None
    assert report.true_peak <= -1
    assert report.notes == ()
