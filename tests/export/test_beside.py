"""What lies beside a video: its cover, its words, and the calm version."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from kindreel.export import presets
from kindreel.export.beside import write_beside, write_calm
from kindreel.export.presets import Quality
from kindreel.model.board import Board, PostKit
from kindreel.model.edits.cast import set_reveal_style
from kindreel.reveals import shelf
from studio import Studio


def calm(studio: Studio, board: Board, video: Path) -> Path | None:
    project, preset = studio.project(board), presets.preset("tiktok")
    return write_calm(project, board, video, studio.media, preset, Quality.DRAFT)


def test_the_calm_version_is_a_video_of_its_own(studio: Studio, tmp_path: Path):
    board = set_reveal_style(studio.board(scenes=1, length=10), shelf.get("heart_iris")())
    made = calm(studio, board, tmp_path / "Film.mp4")
    assert made == tmp_path / "Film - calm.mp4"
    assert made.read_bytes()[4:8] == b"ftyp"


def test_no_calm_version_is_made_where_none_is_wanted(studio: Studio, tmp_path: Path):
    board = studio.board(scenes=1, length=10)
    wild = set_reveal_style(board, shelf.get("heart_iris")())
    gentle = set_reveal_style(board, shelf.get("crossfade")())
    unwanted = replace(wild, reveal=replace(wild.reveal, calm=False))
    assert calm(studio, unwanted, tmp_path / "Film.mp4") is None
    assert calm(studio, gentle, tmp_path / "Film.mp4") is None


def test_cover_captions_and_words_lie_beside_the_video(studio: Studio, tmp_path: Path):
    board = studio.board(scenes=1, length=10)
    board = replace(board, post=PostKit(caption="Be kind.", hashtags=("CreateKindness",)))
    project = studio.project(board)
    written = write_beside(project, board, tmp_path / "Film.mp4", studio.media)
    assert {path.name for path in written} >= {"Film - cover.png", "Film - caption.txt"}
    text = (tmp_path / "Film - caption.txt").read_text("utf-8")
    assert text == "Be kind.\n\n#CreateKindness\n"
