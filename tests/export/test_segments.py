"""What was encoded before is used again, and nothing else."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from kindreel.export import ffmpeg, presets, segments
from kindreel.export.presets import Quality
from kindreel.export.report import ExportReport
from kindreel.export.video import export
from kindreel.model.board import Board
from kindreel.model.edits.scenes import move_scene, retime_scene
from kindreel.model.edits.sounds import say
from studio import Studio


def made(studio: Studio, board: Board, out: Path) -> ExportReport:
    preset = presets.preset("tiktok")
    return export(studio.project(board), board, out, studio.media, preset, Quality.DRAFT)


def pictures(path: Path, size: tuple[int, int]) -> NDArray[np.uint8]:
    options = {"f": "rawvideo", "pix_fmt": "yuv420p", "fps_mode": "passthrough"}
    words = ffmpeg.command([ffmpeg.Input(ffmpeg.file(path), take="v")], "pipe:", options)
    raw = np.frombuffer(ffmpeg.run(words).stdout, np.uint8)
    return raw.reshape(-1, size[1] * 3 // 2, size[0])


@pytest.fixture
def board(studio: Studio) -> Board:
    return studio.board(scenes=4, length=75)


def test_the_same_board_is_not_drawn_twice(studio: Studio, board: Board, tmp_path: Path):
    assert made(studio, board, tmp_path / "one.mp4").drawn == board.length
    again = made(studio, board, tmp_path / "two.mp4")
    assert again.drawn == 0
    assert again.frames == board.length
    assert (tmp_path / "one.mp4").read_bytes() == (tmp_path / "two.mp4").read_bytes()


def test_a_changed_caption_is_drawn_where_it_is_read(studio: Studio, board: Board, tmp_path: Path):
    made(studio, board, tmp_path / "one.mp4")
    changed = say(board, board.scenes[2].captions[0].id, "Kinder words")
    report = made(studio, changed, tmp_path / "two.mp4")
    assert report.drawn == 60  # its scene's first two seconds; the caption is over by then
    before = pictures(tmp_path / "one.mp4", board.size)
    after = pictures(tmp_path / "two.mp4", board.size)
    differs = np.flatnonzero((before != after).any(axis=(1, 2)))
    assert len(after) == board.length
    assert differs.min() >= 150
    assert differs.max() < 210


def test_what_is_put_together_shows_what_one_run_would(
    studio: Studio, board: Board, tmp_path: Path
):
    made(studio, board, tmp_path / "one.mp4")
    changed = say(board, board.scenes[1].captions[0].id, "Other words")
    made(studio, changed, tmp_path / "pieces.mp4")
    exact = presets.preset("y4m")
    export(studio.project(changed), changed, tmp_path / "exact.y4m", studio.media, exact)
    pieces = pictures(tmp_path / "pieces.mp4", board.size).astype(int)
    wanted = pictures(tmp_path / "exact.y4m", board.size).astype(int)
    assert pieces.shape == wanted.shape
    assert np.abs(pieces - wanted).mean(axis=(1, 2)).max() < 4


def test_scenes_that_only_moved_are_kept(studio: Studio, board: Board, tmp_path: Path):
    made(studio, board, tmp_path / "one.mp4")
    moved = move_scene(board, board.scenes[3].id, 2)
    assert made(studio, moved, tmp_path / "two.mp4").drawn == 0


def test_a_scene_s_new_length_leaves_the_others(studio: Studio, board: Board, tmp_path: Path):
    made(studio, board, tmp_path / "one.mp4")
    longer = retime_scene(board, board.scenes[3].id, 90)
    assert made(studio, longer, tmp_path / "two.mp4").drawn <= 90


def test_a_transition_is_drawn_again_when_either_side_changes(
    studio: Studio, board: Board, tmp_path: Path
):
    made(studio, board, tmp_path / "one.mp4")
    first = replace(board.scenes[0], layers=())
    changed = replace(board, scenes=(first, *board.scenes[1:]))
    assert made(studio, changed, tmp_path / "two.mp4").drawn == 75 + 60


def test_words_nobody_sees_change_nothing(studio: Studio, board: Board, tmp_path: Path):
    made(studio, board, tmp_path / "one.mp4")
    noted = replace(board.scenes[0], notes="Softer voice", script="…")
    changed = replace(board, scenes=(noted, *board.scenes[1:]))
    assert made(studio, changed, tmp_path / "two.mp4").drawn == 0


def test_the_cache_stays_within_its_limit(studio: Studio, board: Board, tmp_path: Path):
    made(studio, board, tmp_path / "one.mp4")
    kept = list(segments.folder().glob("*.nut"))
    segments.prune(limit=sum(p.stat().st_size for p in kept) // 2)
    left = list(segments.folder().glob("*.nut"))
    assert 0 < len(left) < len(kept)
    assert made(studio, board, tmp_path / "two.mp4").frames == board.length
