"""Edits of a project's boards and of a board as a whole."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from kindreel.model.board import Board, Panel, PostKit, Reveal, Scene, Transition
from kindreel.model.edits.copies import copied_board
from kindreel.model.ids import BoardId, SceneId
from kindreel.model.layers import CaptionLook
from kindreel.model.project import Project, StyleKit


def edit_board(project: Project, board: BoardId, edit: Callable[[Board], Board]) -> Project:
    """The project with one board edited; KeyError when it has none of that id."""
    before = project.board(board)
    after = edit(before)
    if after is before:
        return project
    boards = tuple(after if b.id == board else b for b in project.boards)
    return replace(project, boards=boards)


def add_board(project: Project, board: Board, index: int | None = None) -> Project:
    """The project with a further board, at the end unless an index says otherwise."""
    at = len(project.boards) if index is None else index
    return replace(project, boards=(*project.boards[:at], board, *project.boards[at:]))


def duplicate_board(project: Project, board: BoardId) -> Project:
    """The project with a copy of a board right after it, all ids fresh."""
    original = project.board(board)
    copy = replace(copied_board(original), title=f"{original.title} copy".strip())
    return add_board(project, copy, project.boards.index(original) + 1)


def remove_board(project: Project, board: BoardId) -> Project:
    """The project without a board; the last one stays."""
    kept = tuple(b for b in project.boards if b.id != board)
    return replace(project, boards=kept) if kept else project


def set_style(project: Project, board: BoardId, kit: StyleKit | None) -> Project:
    """The project with a board seen in a style kit, which it takes in; None is as made."""
    if kit is not None and project.style(kit.id) is None:
        project = replace(project, styles=(*project.styles, kit))
    style = None if kit is None else kit.id
    return edit_board(project, board, lambda b: replace(b, style=style))


def rename_project(project: Project, title: str) -> Project:
    """The project under another title."""
    return replace(project, title=title)


def rename_board(board: Board, title: str) -> Board:
    """The board under another title."""
    return replace(board, title=title)


def set_post_kit(board: Board, post: PostKit) -> Board:
    """The board with another text and hashtags to post."""
    return replace(board, post=post)


def set_caption_look(board: Board, look: CaptionLook) -> Board:
    """The board with captions of another look."""
    return replace(board, caption_look=look)


def _fitted(panel: Panel, before: Panel | None) -> Panel:
    """The panel with a transition that is no longer than its neighbours."""
    if panel.entry is None or before is None:
        return panel
    most = min(before.length, panel.length)
    if panel.entry.length <= most:
        return panel
    return replace(panel, entry=Transition(style=panel.entry.style, length=most))


def with_panels(board: Board, scenes: tuple[Scene, ...], reveal: Reveal | None = None) -> Board:
    """The board with other scenes (and reveal), transitions shortened where they must be."""
    fitted: list[Scene] = []
    before: Panel | None = None
    for scene in scenes:
        panel = _fitted(scene, before)
        before = panel
        if isinstance(panel, Scene):
            fitted.append(panel)
    last = _fitted(reveal or board.reveal, before)
    ending = last if isinstance(last, Reveal) else board.reveal
    return replace(board, scenes=tuple(fitted), reveal=ending)


def edit_panel(board: Board, scene: SceneId, edit: Callable[[Panel], Panel]) -> Board:
    """The board with one scene, or its reveal, edited; KeyError when it has none of that id."""
    before = board.panel(scene)
    after = edit(before)
    if after is before:
        return board
    if isinstance(after, Reveal):
        return with_panels(board, board.scenes, after)
    scenes = tuple(after if s.id == scene else s for s in board.scenes)
    return with_panels(board, scenes)
