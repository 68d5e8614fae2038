"""What a look over a board finds, and the edit that puts it right."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from kindreel.model.board import Board
from kindreel.model.ids import SceneId
from kindreel.model.project import Project


class Severity(StrEnum):
    """How much a finding matters."""

    BLOCK = "block"
    """The video must not go out like this."""
    WARN = "warn"
    """Viewers will notice."""
    HINT = "hint"
    """Worth a look."""


@dataclass(frozen=True, slots=True)
class Fix:
    """An edit that settles a finding. label: for the undo list, such as “Move the title”."""

    label: str
    edit: Callable[[Project], Project]


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing to look at.

    kind: a short word such as “consent” or “flash”, the same for the same sort of finding.
    scene: where; None for the whole board. frame: of the board, to jump to.
    """

    kind: str
    severity: Severity
    sentence: str
    frame: int = 0
    scene: SceneId | None = None
    fix: Fix | None = None

    def fits(self, board: Board) -> bool:
        """Whether the board still has the scene that this was found in."""
        return self.scene is None or any(p.id == self.scene for p in board.panels)
