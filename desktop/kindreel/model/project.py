"""A campaign series: cast, style kits and boards."""

from __future__ import annotations

from dataclasses import dataclass

from kindreel.model.board import Board
from kindreel.model.colour import CORAL, INK, WHITE, Colour
from kindreel.model.ids import BoardId, CreatorId, ProjectId, StyleId
from kindreel.model.layers import CaptionLook
from kindreel.model.plugins import RevealStyle, TransitionStyle
from kindreel.model.reveal import Creator


@dataclass(frozen=True, slots=True, kw_only=True)
class StyleKit:
    """One creator's own look, laid over any board.

    palette: background, main, accent, ink and further colours.
    boil: canvas units that lines wobble, 0 for still. step: frames a drawing is held.
    paper: strength of the paper texture, 0 to 1. sketch: strength of the sketch lines, 0 to 1.
    transition, reveal: what new scenes and reveals start with; None leaves the board's own.
    """

    id: StyleId
    name: str
    palette: tuple[Colour, ...] = (Colour("#FFF4EC"), CORAL, Colour("#FFC857"), INK, WHITE)
    caption_look: CaptionLook = CaptionLook()
    boil: float = 0.0
    step: int = 1
    paper: float = 0.0
    sketch: float = 0.0
    transition: TransitionStyle | None = None
    reveal: RevealStyle | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """Everything a person makes together: boards, the cast, and their styles.

    boards: one or more. language: of the script, such as “en” or “pt-BR”.
    """

    id: ProjectId
    title: str
    boards: tuple[Board, ...]
    creators: tuple[Creator, ...] = ()
    styles: tuple[StyleKit, ...] = ()
    language: str = "en"

    def board(self, board: BoardId | None = None) -> Board:
        """The board of that id, or the first; KeyError when there is none."""
        for candidate in self.boards:
            if board is None or candidate.id == board:
                return candidate
        raise KeyError(board)

    def creator(self, creator: CreatorId) -> Creator:
        """The creator of that id; KeyError when there is none."""
        for candidate in self.creators:
            if candidate.id == creator:
                return candidate
        raise KeyError(creator)

    def style(self, style: StyleId | None) -> StyleKit | None:
        """The style kit of that id, or None."""
        return next((s for s in self.styles if s.id == style), None)
