"""The reference board is what it says, and its figures can be taken."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from kindreel.render import bench
from kindreel.render.frame import Stage, render_frame
from kindreel.render.reference_board import FRAMES, media, reference


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("reference")


def test_it_lasts_twenty_seconds_at_full_size(folder: Path):
    board = reference(folder).board()
    assert board.length == FRAMES == 600
    assert board.size == (1080, 1920)
    assert board.seconds == 20


def test_about_a_tenth_of_its_frames_are_held(folder: Path):
    assert 480 <= bench.distinct(reference(folder), folder) <= 560


def test_no_file_of_it_is_missing(folder: Path):
    made, stage = reference(folder), Stage(media(folder))
    for frame in range(0, FRAMES, 75):
        assert stage.render(made, made.board(), frame, (108, 192)).any()
    assert stage.problems() == ()


def test_full_and_partial_painting_agree_on_every_kind_of_frame(folder: Path):
    made, stage = reference(folder), Stage(media(folder))
    board = made.board()
    for frame in (0, 1, 2, 40, 41, 127, 128, 200, 201, 202, 300, 301, 500, 540, 541, 599):
        kept = stage.render(made, board, frame, (216, 384))
        assert np.array_equal(kept, render_frame(made, board, frame, (216, 384), media(folder)))


@pytest.mark.slow
def test_all_figures_are_taken(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(bench, "WHOLE", (270, 480))
    monkeypatch.setattr(bench, "PREVIEW", (108, 192))
    figures = bench.preview(every=60)
    assert len(figures) == 5
    assert all(figure.value > 0 for figure in figures)
