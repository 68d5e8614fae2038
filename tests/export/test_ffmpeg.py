"""ffmpeg is found, fed, stopped and understood."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from kindreel.errors import ExportError, MediaError
from kindreel.export import ffmpeg, hardware, presets
from kindreel.export.explain import explain
from kindreel.export.presets import Quality
from kindreel.export.probe import described, probe
from kindreel.export.video import export
from kindreel.jobs import Cancelled
from studio import Studio

NOISE: ffmpeg.Options = {"f": "lavfi"}


def endless(out: str) -> list[str]:
    return ffmpeg.command([ffmpeg.Input("testsrc2=s=64x64:r=30", NOISE)], out, {"f": "null"})


def test_what_ffmpeg_says_does_not_block_it():
    talk = "import sys; [print('word ' * 20, file=sys.stderr) for _ in range(5000)]"
    output = ffmpeg.run([sys.executable, "-c", talk])
    assert output.stderr.count("\n") == 399


def test_a_stopped_process_is_gone():
    with ffmpeg.Process(endless("-"), fed=False) as process:
        pid = process.pid
        assert pid
    assert process._process.poll() is not None


def test_a_tick_that_raises_ends_the_process():
    def tick() -> None:
        raise Cancelled

    with pytest.raises(Cancelled), ffmpeg.Process(endless("-"), fed=False) as process:
        process.finish(tick)
    assert process._process.poll() is not None


def test_a_write_to_a_dead_encoder_tells_why(tmp_path: Path):
    source = ffmpeg.Input("pipe:", {"f": "rawvideo", "pix_fmt": "gray", "s": "64x64", "r": "30"})
    words = ffmpeg.command([source], str(tmp_path / "no" / "such" / "folder.mp4"), {"c:v": "mpeg4"})
    with ffmpeg.Process(words) as process, pytest.raises(ExportError, match="no longer where"):
        feed_for_ever(process)


def feed_for_ever(process: ffmpeg.Process) -> None:
    while True:
        process.write(bytes(64 * 64))


def test_a_missing_ffmpeg_is_told(monkeypatch: pytest.MonkeyPatch):
    with pytest.raises(ExportError, match="could not be started"):
        ffmpeg.run(["/no/such/ffmpeg"])
    ffmpeg.find.cache_clear()
    monkeypatch.setenv("KINDREEL_FFMPEG", "/my/own/ffmpeg")
    assert ffmpeg.find() == "/my/own/ffmpeg"
    ffmpeg.find.cache_clear()


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ("av_interleaved_write_frame(): No space left on device", "no room left"),
        ("out.mp4: Permission denied", "may not write"),
        ("[vost#0:0] Unknown encoder 'libx264'", r"kind of file \(libx264\)"),
        ("a.mp4: Invalid data found when processing input", "damaged"),
        ("moov atom not found", "damaged"),
        ("Output file does not contain any stream", "no picture or sound"),
        ("x264 [error]: malloc of size 4 failed\nCannot allocate memory", "not enough memory"),
        ("Unrecognized option 'use_editlist'.", r"too old .* \(use_editlist\)"),
        ("something nobody has ever seen", "could not finish"),
    ],
)
def test_ffmpeg_s_last_words_become_a_sentence(said: str, sentence: str):
    told, advice, details = explain(f"[info] lots of words\n{said}\n", 1)
    assert re.search(sentence, told)
    assert advice
    assert said.splitlines()[-1] in details


def test_a_killed_ffmpeg_is_told():
    told, _, details = explain("", -9)
    assert "stopped ffmpeg" in told
    assert "signal 9" in details


def test_a_probe_tells_what_is_in_a_file(tmp_path: Path):
    film = tmp_path / "film.mov"
    picture = ffmpeg.Input("testsrc2=s=320x240:r=24:d=1.5", NOISE)
    sound = ffmpeg.Input("sine=r=44100:d=1.5", NOISE)
    ffmpeg.run(ffmpeg.command([picture, sound], ffmpeg.file(film), {"c:v": "mpeg4", "c:a": "aac"}))
    found = probe(film)
    assert found.seconds == pytest.approx(1.5, abs=0.1)
    assert found.video is not None
    assert (found.video.size, found.video.rate) == ((320, 240), 24)
    assert found.audio is not None
    assert (found.audio.rate, found.audio.layout) == (44100, "mono")


def test_a_file_that_is_no_media_is_told(tmp_path: Path):
    (tmp_path / "notes.mp4").write_text("not a film")
    with pytest.raises(MediaError, match="could not be read"):
        probe(tmp_path / "notes.mp4")


def test_a_turned_phone_clip_tells_its_turn():
    words = """
      Duration: 00:01:02.50, start: 0.000000
      Stream #0:0[0x1](und): Video: h264 (High) (avc1), yuv420p, 1920x1080, 29.97 fps, 90k tbn
          Side data: displaymatrix: rotation of -90.00 degrees
    """
    found = described(words)
    assert found.seconds == 62.5
    assert found.video is not None
    assert (found.video.size, found.video.rate, found.video.rotation) == ((1920, 1080), 29.97, -90)


def test_only_encoders_that_work_are_offered():
    assert hardware.works("libx264")
    assert not hardware.works("h264_of_the_moon")
    assert all(hardware.works(name) for name in hardware.working())


def test_an_encoder_that_does_not_work_is_replaced(studio: Studio, tmp_path: Path):
    board = studio.board(scenes=1)
    report = export(
        studio.project(board),
        board,
        tmp_path / "out.mp4",
        studio.media,
        presets.preset("tiktok"),
        Quality.DRAFT,
        encoder="h264_of_the_moon",
    )
    assert any("x264 was used" in note for note in report.notes)
    assert probe(tmp_path / "out.mp4").video is not None


@pytest.mark.skipif(not hardware.works("libopenh264"), reason="this ffmpeg has no second encoder")
def test_another_encoder_makes_the_same_kind_of_file(studio: Studio, tmp_path: Path):
    board = studio.board(scenes=2)
    report = export(
        studio.project(board),
        board,
        tmp_path / "out.mp4",
        studio.media,
        presets.preset("tiktok"),
        Quality.DRAFT,
        encoder="libopenh264",
    )
    assert report.frames == board.length
    found = probe(tmp_path / "out.mp4").video
    assert found is not None
    assert "yuv420p(tv, bt709" in found.described
    assert b"elst" not in (tmp_path / "out.mp4").read_bytes()
