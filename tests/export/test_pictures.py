"""Pictures and other moving files hold the board's frames."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from kindreel.errors import ExportError
from kindreel.export import ffmpeg, presets
from kindreel.export.pictures import smaller
from kindreel.export.presets import Quality
from kindreel.export.probe import probe
from kindreel.export.report import ExportReport
from kindreel.export.video import export
from kindreel.model.board import Board
from kindreel.model.colour import CLEAR, CORAL, Colour, Solid, rgba
from studio import COLOURS, Studio


def made(studio: Studio, board: Board, out: Path, name: str, **more: object) -> ExportReport:
    preset = presets.preset(name)
    return export(studio.project(board), board, out, studio.media, preset, Quality.DRAFT, **more)


def pixels(path: Path, size: tuple[int, int]) -> NDArray[np.uint8]:
    """All frames as RGBA."""
    options = {"f": "rawvideo", "pix_fmt": "rgba", "fps_mode": "passthrough"}
    how = {"c:v": "libvpx-vp9"} if path.suffix == ".webm" else {}  # ffmpeg's own skips its alpha
    words = ffmpeg.command([ffmpeg.Input(ffmpeg.file(path), how, take="v")], "pipe:", options)
    return np.frombuffer(ffmpeg.run(words).stdout, np.uint8).reshape(-1, size[1], size[0], 4)


def off(found: NDArray[np.uint8], wanted: str) -> int:
    """The greatest difference of a colour's parts."""
    return int(np.abs(found.astype(int) - np.array(rgba(Colour(wanted)))).max())


@pytest.mark.parametrize(("name", "tolerance"), [("gif", 8), ("apng", 0), ("webp", 8)])
def test_small_films_have_every_second_frame(
    studio: Studio, tmp_path: Path, name: str, tolerance: int
):
    board = studio.board()
    out = tmp_path / f"film{presets.preset(name).suffix}"
    report = made(studio, board, out, name)
    found = pixels(out, board.size)
    assert report.frames == board.length // 2
    assert 20 <= len(found) <= report.frames  # frames alike may have been put together
    assert off(found[0, 0, 0], COLOURS[0]) <= tolerance
    assert off(found[15, 0, 0], COLOURS[1]) <= tolerance


def test_a_picture_sequence_has_the_exact_frames(studio: Studio, tmp_path: Path):
    board = studio.board()
    out = tmp_path / "frames"
    made(studio, board, out, "png", frames=range(10, 14))
    names = sorted(p.name for p in out.iterdir())
    assert names == ["00010.png", "00011.png", "00012.png", "00013.png"]
    assert off(pixels(out / "00010.png", board.size)[0, 0, 0], COLOURS[0]) == 0


def test_a_picture_sequence_replaces_only_its_own_kind(studio: Studio, tmp_path: Path):
    board = studio.board()
    out = tmp_path / "frames"
    made(studio, board, out, "png", frames=range(3))
    made(studio, board, out, "png", frames=range(2))
    assert len(list(out.iterdir())) == 2
    (out / "diary.txt").write_text("dear")
    with pytest.raises(ExportError, match="holds something else"):
        made(studio, board, out, "png")
    assert (out / "diary.txt").read_text() == "dear"


def test_a_cover_is_the_frame_that_was_chosen(studio: Studio, tmp_path: Path):
    board = replace(studio.board(), cover=30)
    made(studio, board, tmp_path / "cover.png", "cover")
    (found,) = pixels(tmp_path / "cover.png", board.size)
    assert off(found[0, 0], COLOURS[1]) == 0


def test_without_a_choice_the_liveliest_scene_is_the_cover(studio: Studio, tmp_path: Path):
    board = studio.board(scenes=3)
    grey = replace(board.scenes[0].background, colour=Colour("#808080"))
    dull = [replace(s, background=grey, layers=(), captions=()) for s in board.scenes]
    dull[1] = board.scenes[1]
    made(studio, replace(board, scenes=tuple(dull)), tmp_path / "cover.png", "cover")
    (found,) = pixels(tmp_path / "cover.png", board.size)
    assert off(found[0, 0], COLOURS[1]) == 0


@pytest.mark.parametrize(("name", "codec"), [("prores", "prores"), ("webm", "vp9")])
def test_films_for_editors_and_the_web(studio: Studio, tmp_path: Path, name: str, codec: str):
    board = studio.board(music=(studio.hear(studio.music("song", 3)),))
    out = tmp_path / f"film{presets.preset(name).suffix}"
    report = made(studio, board, out, name)
    found = probe(out)
    assert found.video is not None
    assert found.audio is not None
    assert found.video.codec == codec
    assert "bt709" in found.video.described
    assert found.seconds == pytest.approx(2.0, abs=0.05)
    assert report.loudness == pytest.approx(-14, abs=1)
    shown = pixels(out, board.size)
    assert len(shown) == board.length
    assert off(shown[2, 0, 0], COLOURS[0]) <= 4


@pytest.mark.parametrize("name", ["png", "apng", "prores", "webm"])
def test_a_board_without_a_background_is_see_through(studio: Studio, tmp_path: Path, name: str):
    board = studio.board(scenes=1)
    clear = replace(board.scenes[0], background=Solid(CLEAR), captions=())
    board = replace(board, scenes=(clear,))
    out = tmp_path / f"film{presets.preset(name).suffix}"
    made(studio, board, out, name, frames=range(10, 12))
    shown = pixels(out / "00010.png" if name == "png" else out, board.size)[0].astype(int)
    assert shown[0, 0, 3] == 0
    heart = shown[92, 54]
    assert heart[3] == 255
    assert np.abs(heart[:3] - rgba(CORAL)[:3]).max() <= 3
    edge = shown[(shown[..., 3] > 60) & (shown[..., 3] < 200)]
    assert np.abs(edge[:, 0] - rgba(CORAL)[0]).max() <= 12


@pytest.mark.parametrize(
    "colour", ["#F2C14E", "#FF0000", "#0040FF", "#20A020", "#FFFFFF", "#000000"]
)
def test_a_video_s_colours_are_the_board_s(studio: Studio, tmp_path: Path, colour: str):
    board = studio.board(scenes=1)
    plain = replace(board.scenes[0], background=Solid(Colour(colour)), layers=(), captions=())
    board = replace(board, scenes=(plain,))
    made(studio, board, tmp_path / "film.mp4", "tiktok", frames=range(4))
    options = {"vf": "scale=in_color_matrix=bt709:in_range=tv", "f": "rawvideo", "pix_fmt": "gbrp"}
    film = ffmpeg.Input(ffmpeg.file(tmp_path / "film.mp4"), take="v")
    raw = np.frombuffer(ffmpeg.run(ffmpeg.command([film], "pipe:", options)).stdout, np.uint8)
    green, blue, red = raw.reshape(-1, 3, board.size[1], board.size[0])[0, :, 90, 50].astype(int)
    wanted = np.array(rgba(Colour(colour))[:3])
    assert np.abs(np.array([red, green, blue]) - wanted).max() <= 4


def test_only_larger_pictures_are_made_smaller():
    assert smaller((1080, 1920), 540) == (540, 960)
    assert smaller((1080, 1350), 540) == (540, 676)
    assert smaller((300, 500), 540) == (300, 500)
