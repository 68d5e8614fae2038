"""A board becomes a video that platforms take as it is."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from kindreel.errors import ExportError
from kindreel.export import ffmpeg, presets
from kindreel.export.presets import Quality
from kindreel.export.probe import probe
from kindreel.export.report import ExportReport
from kindreel.export.video import export
from kindreel.jobs import Cancelled, Job, Progress, Report
from kindreel.model.board import Board
from kindreel.model.sound import Role
from studio import SAMPLE_RATE, Studio

TIKTOK = presets.preset("tiktok")
Y4M = presets.preset("y4m")


def made(studio: Studio, board: Board, out: Path, **more: object) -> ExportReport:
    chosen = {"preset": TIKTOK, "quality": Quality.DRAFT, **more}
    return export(studio.project(board), board, out, studio.media, **chosen)


def stop_after(frames: int) -> Progress:
    """Somebody who asks to stop once so many frames are done."""

    def listen(report: Report) -> None:
        if report.done >= frames:
            job.cancel()

    job = Job(listen)
    return job


def boxes(data: bytes) -> list[bytes]:
    """The names of an MP4's outermost boxes."""
    at, names = 0, []
    while at < len(data):
        names.append(data[at + 4 : at + 8])
        at += int.from_bytes(data[at : at + 4], "big")
    return names


def pictures(path: Path, size: tuple[int, int]) -> NDArray[np.uint8]:
    """Every frame as I420, as many as there are, none doubled or dropped."""
    options = {"f": "rawvideo", "pix_fmt": "yuv420p", "fps_mode": "passthrough"}
    words = ffmpeg.command([ffmpeg.Input(ffmpeg.file(path), take="v")], "pipe:", options)
    raw = np.frombuffer(ffmpeg.run(words).stdout, np.uint8)
    return raw.reshape(-1, size[1] * 3 // 2, size[0])


def sound(path: Path) -> NDArray[np.float32]:
    """The sound as a player hears it that knows of no edit list, mean of both channels."""
    options = {"f": "f32le", "ac": 1}
    words = ffmpeg.command([ffmpeg.Input(ffmpeg.file(path), take="a")], "pipe:", options)
    return np.frombuffer(ffmpeg.run(words).stdout, np.float32)


def picture_types(path: Path) -> str:
    """One letter for each frame as shown: I, P or B."""
    options = {"vf": "showinfo", "f": "null", "fps_mode": "passthrough"}
    words = ffmpeg.command([ffmpeg.Input(ffmpeg.file(path), take="v")], "-", options)
    said = ffmpeg.run(words).stderr
    return "".join(line.split(" type:")[1][0] for line in said.splitlines() if " type:" in line)


def test_an_mp4_is_what_the_platforms_ask_for(studio: Studio, tmp_path: Path):
    board = studio.board(music=(studio.hear(studio.music("song", 3)),))
    out = tmp_path / "out.mp4"
    report = made(studio, board, out)
    data, found = out.read_bytes(), probe(out)
    assert found.video is not None
    assert found.audio is not None
    assert found.video.codec == "h264"
    assert "(High)" in found.video.described
    assert "yuv420p(tv, bt709" in found.video.described
    assert (found.video.size, found.video.rate) == (board.size, 30)
    assert (found.audio.codec, found.audio.rate, found.audio.layout) == ("aac", 48000, "stereo")
    assert b"elst" not in data
    assert boxes(data).index(b"moov") < boxes(data).index(b"mdat")
    assert pictures(out, board.size).shape[0] == board.length == report.frames
    assert report.octets == len(data)
    assert report.seconds == pytest.approx(2.0)


def test_a_group_of_pictures_lasts_half_a_second(studio: Studio, tmp_path: Path):
    board = studio.board(scenes=1, length=60)
    made(studio, board, tmp_path / "out.mp4")
    types = picture_types(tmp_path / "out.mp4")
    assert len(types) == board.length
    assert all(types[n] == "I" for n in (0, 15, 30, 45, 60))
    assert "BBB" not in types


def test_title_and_makers_are_told_and_nothing_else(studio: Studio, tmp_path: Path):
    board = studio.board()
    made(studio, board, tmp_path / "out.mp4")
    words = ffmpeg.command(
        [ffmpeg.Input(ffmpeg.file(tmp_path / "out.mp4"))], "-", {"f": "ffmetadata", "c": "copy"}
    )
    told = ffmpeg.run(words).stdout.decode()
    assert "title=One kind comment" in told
    assert "location" not in told
    assert "creation_time" not in told


def test_a_video_is_as_loud_as_it_should_be(studio: Studio, tmp_path: Path):
    board = studio.board(music=(studio.hear(studio.music("song", 3)),))
    report = made(studio, board, tmp_path / "out.mp4")
    assert report.loudness == pytest.approx(-14, abs=1)
    assert report.true_peak is not None
    assert report.true_peak <= -1
    assert report.notes == ()


def test_a_silent_board_says_so(studio: Studio, tmp_path: Path):
    report = made(studio, studio.board(), tmp_path / "out.mp4")
    assert report.loudness is None
    assert report.notes == ("The video is silent.",)


@pytest.mark.parametrize("rate", [Fraction(30), Fraction(24), Fraction(30000, 1001)])
def test_pictures_and_sound_stay_together(studio: Studio, tmp_path: Path, rate: Fraction):
    board = studio.board(scenes=6, length=40, rate=rate)
    clicks = np.zeros(round(float(board.seconds) * SAMPLE_RATE))
    frames = [40, 80, 120, 160, 200]
    for frame in frames:
        at = int(frame * SAMPLE_RATE / rate)
        clicks[at : at + 48] = 0.5 * np.sin(np.arange(48))
    board = replace(board, music=(studio.hear(studio.sound("clicks", clicks)),))
    out = tmp_path / "out.mp4"
    made(studio, board, out)
    shown, heard = pictures(out, board.size), np.abs(sound(out))
    assert shown.shape[0] == board.length
    for frame in frames:
        changed = np.abs(shown[frame].astype(int) - shown[frame - 1]).mean()
        if frame != 40:  # the second scene fades in
            assert changed > 4
        near = heard[int((frame - 3) * SAMPLE_RATE / rate) : int((frame + 3) * SAMPLE_RATE / rate)]
        first = int(np.argmax(near > near.max() / 3)) + int((frame - 3) * SAMPLE_RATE / rate)
        assert abs(first / SAMPLE_RATE - float(frame / rate)) < 0.005


def test_y4m_has_the_frames_the_encoder_is_fed(studio: Studio, tmp_path: Path):
    board = studio.board()
    made(studio, board, tmp_path / "out.y4m", preset=Y4M)
    data = (tmp_path / "out.y4m").read_bytes()
    head, rest = data.split(b"\n", 1)
    assert head.startswith(b"YUV4MPEG2 W108 H192 F30:1 Ip")
    planes = 108 * 192 * 3 // 2
    assert len(rest) == board.length * (planes + 6)
    made(studio, board, tmp_path / "out.mp4", quality=Quality.BEST)
    exact = pictures(tmp_path / "out.y4m", board.size).astype(int)
    coded = pictures(tmp_path / "out.mp4", board.size).astype(int)
    assert np.abs(exact - coded).mean() < 1.5


def test_a_range_has_its_own_pictures_and_sound(studio: Studio, tmp_path: Path):
    board = studio.board(scenes=3, length=30)
    tone = studio.hear(studio.tone("tone", 1.0), role=Role.VOICE)
    second = replace(board.scenes[1], sounds=(tone,))
    board = replace(board, scenes=(board.scenes[0], second, board.scenes[2]))
    made(studio, board, tmp_path / "all.y4m", preset=Y4M)
    made(studio, board, tmp_path / "part.y4m", preset=Y4M, frames=range(25, 65))
    whole = pictures(tmp_path / "all.y4m", board.size)
    part = pictures(tmp_path / "part.y4m", board.size)
    assert np.array_equal(part, whole[25:65])
    report = made(studio, board, tmp_path / "part.mp4", frames=range(25, 65))
    assert report.frames == 40
    heard = np.abs(sound(tmp_path / "part.mp4"))
    start = int(5 / 30 * SAMPLE_RATE)
    assert heard[2000 : start - 500].max() < 0.01
    assert heard[start + 100 : start + 600].max() > 0.05


def test_an_empty_range_is_told(studio: Studio, tmp_path: Path):
    with pytest.raises(ExportError, match="no frames"):
        made(studio, studio.board(), tmp_path / "out.mp4", frames=range(500, 600))


def test_an_odd_size_is_told(studio: Studio, tmp_path: Path):
    with pytest.raises(ExportError, match="even width"):
        made(studio, studio.board(size=(107, 192)), tmp_path / "out.mp4")


@pytest.mark.parametrize(
    "name", ["tiktok", "y4m", "gif", "apng", "webp", "webm", "prores", "png", "pdf"]
)
def test_a_cancelled_export_leaves_no_file(studio: Studio, tmp_path: Path, name: str):
    board = studio.board()
    preset = presets.preset(name)
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "other.txt").write_text("stays")

    with pytest.raises(Cancelled):
        made(studio, board, folder / f"film{preset.suffix}", preset=preset, progress=stop_after(20))
    assert [p.name for p in folder.iterdir()] == ["other.txt"]


def test_a_failed_export_leaves_the_old_file(studio: Studio, tmp_path: Path):
    out = tmp_path / "out.mp4"
    out.write_bytes(b"the old film")

    with pytest.raises(Cancelled):
        made(studio, studio.board(), out, progress=stop_after(20))
    assert out.read_bytes() == b"the old film"
    made(studio, studio.board(), out)
    assert probe(out).video is not None


def test_progress_goes_up_to_the_end(studio: Studio, tmp_path: Path):
    heard: list[Report] = []
    board = studio.board()
    made(studio, board, tmp_path / "o.mp4", progress=Job(heard.append))
    dones = [report.done for report in heard]
    assert dones == sorted(dones)
    assert (dones[0], dones[-1]) == (0, board.length)
    assert {report.total for report in heard} == {board.length}


def test_a_full_disk_is_told_before_anything_starts(
    studio: Studio, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    class Full:
        free = 1000

    monkeypatch.setattr("kindreel.export.unfinished.shutil.disk_usage", lambda _: Full)
    with pytest.raises(ExportError, match="not enough room"):
        made(studio, studio.board(), tmp_path / "out.mp4")
    assert not (tmp_path / "out.mp4").exists()


def test_a_path_with_odd_letters_is_fine(studio: Studio, tmp_path: Path):
    out = tmp_path / "it's: 100% ❤ & “kind”" / "re:el 'x'.mp4"
    made(studio, studio.board(), out)
    assert probe(out).video is not None
