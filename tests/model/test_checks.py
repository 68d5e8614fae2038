"""Pre-flight finds what the values alone tell, and its fixes settle it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from kindreel.model import checks
from kindreel.model.board import Board
from kindreel.model.findings import Finding, Severity
from kindreel.model.ids import CaptionId, CreatorId, MediaId
from kindreel.model.project import Project
from kindreel.model.reveal import Consent, Creator, Portrait
from kindreel.model.sound import Caption, Role
from studio import Studio


@pytest.fixture
def board(tmp_path: Path) -> Board:
    return Studio(tmp_path).board(scenes=5, length=120)


@pytest.fixture
def project(board: Board, tmp_path: Path) -> Project:
    return Studio(tmp_path).project(board)


def with_caption(board: Board, **fields: object) -> Board:
    caption = Caption(id=CaptionId("one"), **fields)
    first = replace(board.scenes[0], captions=(caption,))
    return replace(board, scenes=(first, *board.scenes[1:]))


def of(kind: str, project: Project, board: Board) -> list[Finding]:
    return [f for f in checks.findings(project, board) if f.kind == kind]


def test_a_calm_caption_is_fine(project: Project, board: Board):
    calm = with_caption(board, text="You are not alone.", length=60)
    assert not any(f.kind.startswith("caption") for f in checks.findings(project, calm))


def test_a_caption_nobody_can_read_in_time_is_made_longer(project: Project, board: Board):
    hasty = with_caption(board, text="Words that take longer than half a second", length=15)
    project = replace(project, boards=(hasty,))
    (found,) = of("caption_pace", project, hasty)
    assert found.fix is not None
    mended = found.fix.edit(project).boards[0]
    assert not of("caption_pace", project, mended)
    assert mended.scenes[0].captions[0].length == 62


def test_a_caption_without_room_has_no_fix(project: Project, board: Board):
    hasty = with_caption(board, text="x" * 80, start=60, length=30)
    (found,) = of("caption_pace", project, hasty)
    assert found.fix is None


@pytest.mark.parametrize("text", ["one\ntwo\nthree", "word " * 18])
def test_more_than_two_lines_are_told(project: Project, board: Board, text: str):
    assert of("caption_lines", project, with_caption(board, text=text, length=120))


@pytest.mark.parametrize(("length", "told"), [(20, True), (100, False), (600, True)])
def test_lengths_that_do_not_work_are_told(tmp_path: Path, length: int, *, told: bool):
    board = Studio(tmp_path).board(scenes=5, length=length)
    assert bool(of("length", Studio(tmp_path).project(board), board)) is told


def test_the_only_creator_is_offered_for_the_reveal(project: Project, board: Board):
    kim = Creator(id=CreatorId("kim"), name="Kim")
    project = replace(project, creators=(kim,))
    found = next(f for f in of("reveal", project, board) if f.fix)
    assert found.fix is not None
    assert found.fix.edit(project).boards[0].reveal.creators == (kim.id,)


def test_a_child_needs_a_guardian_s_yes(project: Project, board: Board):
    kim = Creator(id=CreatorId("kim"), name="Kim Lee", consent=Consent(given=True, under_16=True))
    board = replace(board, reveal=replace(board.reveal, creators=(kim.id,)))
    project = replace(project, creators=(kim,), boards=(board,))
    (found,) = of("consent", project, board)
    assert found.severity is Severity.BLOCK
    assert "guardian" in found.sentence
    assert of("name", project, board)[0].severity is Severity.HINT


def test_every_media_file_of_a_board_is_known(project: Project, board: Board):
    kim = Creator(id=CreatorId("kim"), person=Portrait(media=MediaId("kim.jpg")), name="Kim")
    board = replace(board, reveal=replace(board.reveal, creators=(kim.id,)))
    project = replace(project, creators=(kim,), boards=(board,))
    assert checks.media_of(project, board) == {"kim.jpg"}
    missing = frozenset({MediaId("kim.jpg")})
    assert any(f.kind == "media" for f in checks.findings(project, board, missing))


def fixed_length(project: Project, board: Board) -> Board | None:
    """The board after the fix of its length; None when there is none."""
    (found,) = of("length", project, board)
    if found.fix is None:
        return None
    mended = found.fix.edit(project).boards[0]
    assert not of("length", project, mended)
    return mended


def test_a_video_a_little_too_short_is_stretched(tmp_path: Path):
    studio = Studio(tmp_path)
    board = studio.board(scenes=3, length=110)
    mended = fixed_length(studio.project(board), board)
    assert mended is not None
    assert 450 <= mended.length <= 455
    assert len({s.length for s in mended.scenes}) == 1


def test_a_video_far_too_short_needs_more_story(tmp_path: Path):
    studio = Studio(tmp_path)
    board = studio.board(scenes=2, length=60)
    assert fixed_length(studio.project(board), board) is None


def test_a_video_too_long_loses_only_what_rests(tmp_path: Path):
    studio = Studio(tmp_path)
    board = studio.board(scenes=5, length=600)
    said = with_caption(board, text="You matter", start=500, length=90)
    first, *rest = said.scenes
    still = tuple(replace(s, layers=(), captions=()) for s in rest)
    said = replace(said, scenes=(replace(first, layers=()), *still))
    mended = fixed_length(studio.project(said), said)
    assert mended is not None
    assert 2690 <= mended.length <= 2700
    assert mended.scenes[0].length >= 590
    assert not [f for f in checks.findings(studio.project(mended), mended) if "caption" in f.kind]


def test_a_video_too_long_and_full_has_no_fix(tmp_path: Path):
    studio = Studio(tmp_path)
    board = studio.board(scenes=5, length=600)
    spoken = studio.hear(MediaId("v"), role=Role.VOICE, length=None)
    board = replace(board, scenes=tuple(replace(s, sounds=(spoken,)) for s in board.scenes))
    assert fixed_length(studio.project(board), board) is None
