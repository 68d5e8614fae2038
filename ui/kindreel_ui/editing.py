"""Editing the project that is open: its history and what is selected, in memory only."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from kindreel.history import History
from kindreel.model.board import Board, Panel
from kindreel.model.ids import BoardId, LayerId, SceneId
from kindreel.model.project import Project


@dataclass(frozen=True, slots=True)
class Selection:
    """What the person works on."""

    board: BoardId | None = None
    scene: SceneId | None = None
    layers: tuple[LayerId, ...] = ()


class Editing(QObject):
    """One value, its history and the selection in it; every edit goes through `apply`.

    changed: the value changed; sent with the projects before and after (either may be None) and
    the origin: "edit", "undo", "redo", "open", "close" or what `apply` was told.
    selected: what the person works on changed; sent with the selections before and after.
    """

    changed = Signal(object, object, str)
    selected = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self._history: History[Project] | None = None
        self._selection = Selection()

    @property
    def project(self) -> Project | None:
        """The project as it is now, or None when none is open."""
        return self._history.value if self._history else None

    @property
    def board(self) -> Board | None:
        """The selected board, else the first one; None when no project is open."""
        project = self.project
        if project is None:
            return None
        chosen = (b for b in project.boards if b.id == self._selection.board)
        return next(chosen, project.boards[0])

    @property
    def panel(self) -> Panel | None:
        """The selected scene or the reveal; None when nothing is selected."""
        board, scene = self.board, self._selection.scene
        if board is None or scene is None:
            return None
        return next((p for p in board.panels if p.id == scene), None)

    def apply(
        self,
        label: str,
        edit: Callable[[Project], Project],
        gesture: str | None = None,
        origin: str = "edit",
    ) -> None:
        """Make the project what `edit` makes of it; `label` is what undo will say.

        gesture: edits of the same gesture in a row become one step of undo; see `end_gesture`.
        """
        if self._history is None:
            return
        before = self._history.value
        self._history.push(label, edit(before), gesture)
        self._tell(before, origin)

    def end_gesture(self) -> None:
        """Close a drag, so that the next edit is a step of its own."""
        if self._history is not None:
            self._history.end_gesture()

    def undo(self) -> None:
        """Take back the last step."""
        if self._history is not None:
            before = self._history.value
            self._history.undo()
            self._tell(before, "undo")

    def redo(self) -> None:
        """Do the step again that was taken back."""
        if self._history is not None:
            before = self._history.value
            self._history.redo()
            self._tell(before, "redo")

    @property
    def undo_label(self) -> str | None:
        """What undo would take back."""
        return self._history.undo_label if self._history else None

    @property
    def redo_label(self) -> str | None:
        """What redo would bring back."""
        return self._history.redo_label if self._history else None

    def _load(self, project: Project | None, origin: str) -> None:
        """Work on another project, or none, with a history of its own."""
        before = self.project
        self._history = History(project) if project is not None else None
        self._tell(before, origin)

    def _tell(self, before: Project | None, origin: str) -> None:
        after = self.project
        if after is before:
            return
        self._mend_selection()
        self.changed.emit(before, after, origin)

    @property
    def selection(self) -> Selection:
        """What the person works on."""
        return self._selection

    def select(self, selection: Selection) -> None:
        """Work on something else."""
        before, self._selection = self._selection, selection
        if before != selection:
            self.selected.emit(before, selection)

    def _mend_selection(self) -> None:
        """Let go of what is no longer there."""
        board = self.board
        scene, layers = self._selection.scene, self._selection.layers
        panel = self.panel
        if board is None or (scene is not None and panel is None):
            self.select(Selection(board=board.id if board else None))
        elif panel is not None:
            there = {layer.id for layer in panel.layers}
            self.select(replace(self._selection, layers=tuple(i for i in layers if i in there)))
