"""Edits of the cast, their consent, and how they are revealed."""

from __future__ import annotations

from dataclasses import replace

from kindreel.model.board import Board
from kindreel.model.edits.boards import with_panels
from kindreel.model.ids import CreatorId
from kindreel.model.plugins import RevealStyle
from kindreel.model.project import Project, StyleKit
from kindreel.model.reveal import Arrangement, Consent, Creator, Portrait


def add_creator(project: Project, creator: Creator) -> Project:
    """The project with a further creator in its cast."""
    return replace(project, creators=(*project.creators, creator))


def set_creator(project: Project, creator: Creator) -> Project:
    """The project with the creator of the same id replaced."""
    creators = tuple(creator if c.id == creator.id else c for c in project.creators)
    return replace(project, creators=creators)


def remove_creator(project: Project, creator: CreatorId) -> Project:
    """The project without a creator, taken out of every reveal too."""

    def without(board: Board) -> Board:
        shown = tuple(c for c in board.reveal.creators if c != creator)
        if shown == board.reveal.creators:
            return board
        return with_panels(board, board.scenes, replace(board.reveal, creators=shown))

    kept = tuple(c for c in project.creators if c.id != creator)
    return replace(project, creators=kept, boards=tuple(without(b) for b in project.boards))


def set_consent(project: Project, creator: CreatorId, consent: Consent) -> Project:
    """The project with a creator's yes given or taken back."""
    return set_creator(project, replace(project.creator(creator), consent=consent))


def show_person(project: Project, creator: CreatorId, person: Portrait | None) -> Project:
    """The project with another real face for a creator; another picture takes their yes back.

    Eyes marked on the same picture leave the yes as it is: the person has seen that picture.
    """
    before = project.creator(creator)
    same = person is not None and before.person is not None and person.media == before.person.media
    consent = before.consent if same else replace(before.consent, given=False, on="")
    return set_creator(project, replace(before, person=person, consent=consent))


def set_reveal_style(board: Board, style: RevealStyle) -> Board:
    """The board whose reveal changes the faces in another way."""
    return with_panels(board, board.scenes, replace(board.reveal, style=style))


def cast_reveal(
    board: Board, creators: tuple[CreatorId, ...], arrangement: Arrangement | None = None
) -> Board:
    """The board whose reveal shows these creators, in turn or together."""
    how = arrangement or board.reveal.arrangement
    reveal = replace(board.reveal, creators=creators, arrangement=how)
    return with_panels(board, board.scenes, reveal)


def time_reveal(board: Board, *, avatar: int, change: int, name: int, hold: int) -> Board:
    """The board whose reveal's parts last so many frames, each at least 1."""
    reveal = replace(
        board.reveal,
        avatar=max(1, avatar),
        change=max(1, change),
        name=max(1, name),
        hold=max(1, hold),
    )
    return with_panels(board, board.scenes, reveal)


def set_style_kit(project: Project, kit: StyleKit) -> Project:
    """The project with the style kit of the same id replaced, or added."""
    if any(s.id == kit.id for s in project.styles):
        styles = tuple(kit if s.id == kit.id else s for s in project.styles)
    else:
        styles = (*project.styles, kit)
    return replace(project, styles=styles)
