"""What the Reveal view works on: the reveal of the board, and one creator of the cast."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from kindreel.model.board import Board, Reveal
from kindreel.model.edits import cast
from kindreel.model.edits.boards import edit_board, with_panels
from kindreel.model.ids import CreatorId, fresh
from kindreel.model.project import Project
from kindreel.model.reveal import Creator, Portrait
from kindreel_ui.session import Session


class Stand(QObject):
    """Where the parts of the view meet.

    changed: the reveal, the cast, or who is chosen changed.
    """

    changed = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._chosen = CreatorId("")
        session.changed.connect(lambda _before, _after, _origin: self.changed.emit())

    @property
    def project(self) -> Project | None:
        """The project as it is now."""
        return self._session.project

    @property
    def board(self) -> Board | None:
        """The board as it is now."""
        return self._session.board

    @property
    def reveal(self) -> Reveal | None:
        """The board's last scene."""
        return self.board.reveal if self.board else None

    @property
    def cast(self) -> tuple[Creator, ...]:
        """Who is revealed on this board, in order."""
        project, reveal = self.project, self.reveal
        if project is None or reveal is None:
            return ()
        known = {c.id: c for c in project.creators}
        return tuple(known[i] for i in reveal.creators if i in known)

    @property
    def creator(self) -> Creator | None:
        """The chosen one, else the first."""
        shown = self.cast
        return next((c for c in shown if c.id == self._chosen), shown[0] if shown else None)

    @property
    def turn_start(self) -> int:
        """The board's frame at which the chosen one's turn begins."""
        board, creator = self.board, self.creator
        if board is None:
            return 0
        start = board.length - board.reveal.length
        if creator is None or board.reveal.arrangement == "together":
            return start
        return start + self.cast.index(creator) * board.reveal.turn

    def choose(self, creator: CreatorId) -> None:
        """Work on somebody else."""
        if creator != self._chosen:
            self._chosen = creator
            self.changed.emit()

    def edit(self, label: str, change: Callable[[Project], Project], gesture: str = "") -> None:
        """Change the project as one step of undo."""
        self._session.apply(label, change, gesture or None)

    def end_gesture(self) -> None:
        """Close a row of typing or a drag."""
        self._session.end_gesture()

    def edit_board(self, label: str, change: Callable[[Board], Board], gesture: str = "") -> None:
        """Change the board."""
        board = self.board
        if board is not None:
            self.edit(label, lambda p: edit_board(p, board.id, change), gesture)

    def edit_reveal(self, label: str, gesture: str = "", **fields: object) -> None:
        """Change fields of the reveal."""
        board = self.board
        if board is not None:
            reveal = replace(board.reveal, **fields)  # type: ignore[arg-type]  # each caller names a field with its type
            self.edit_board(label, lambda b: with_panels(b, b.scenes, reveal), gesture)

    def edit_creator(self, label: str, gesture: str = "", **fields: object) -> None:
        """Change fields of the chosen one."""
        creator = self.creator
        if creator is not None:
            changed = replace(creator, **fields)  # type: ignore[arg-type]  # the same
            self.edit(label, lambda p: cast.set_creator(p, changed), gesture)

    def put_portrait(self, which: str, portrait: Portrait, label: str, gesture: str = "") -> None:
        """Give the chosen one another "avatar" or "person"."""
        creator = self.creator
        if which == "avatar":
            self.edit_creator(label, gesture, avatar=portrait)
        elif creator is not None:
            self.edit(label, lambda p: cast.show_person(p, creator.id, portrait), gesture)

    def add_creator(self) -> None:
        """Add somebody to the project and to this reveal, and choose them."""
        board = self.board
        if board is None:
            return
        creator = Creator(id=CreatorId(fresh()), name=f"Creator {len(self.cast) + 1}")
        shown = (*board.reveal.creators, creator.id)

        def added(project: Project) -> Project:
            project = cast.add_creator(project, creator)
            return edit_board(project, board.id, lambda b: cast.cast_reveal(b, shown))

        self._chosen = creator.id
        self.edit("Add creator", added)

    def remove_creator(self) -> None:
        """Take the chosen one out of the cast; undo brings them back."""
        creator = self.creator
        if creator is not None:
            self.edit(f"Remove {creator.name}", lambda p: cast.remove_creator(p, creator.id))

    def move_creator(self, step: int) -> None:
        """Show the chosen one earlier or later."""
        creator, reveal = self.creator, self.reveal
        if creator is None or reveal is None:
            return
        order = [i for i in reveal.creators if i != creator.id]
        at = max(0, min(len(order), reveal.creators.index(creator.id) + step))
        order.insert(at, creator.id)
        self.edit_board("Reorder the cast", lambda b: cast.cast_reveal(b, tuple(order)))


def readiness(creator: Creator) -> tuple[str, str]:
    """What still is to do for a creator, and the tone to say it in."""
    if creator.avatar is None:
        return "Needs an avatar", "warn"
    if creator.person is None:
        return "Needs a photo", "warn"
    if not creator.consent.holds:
        return "Needs consent", "warn"
    return "Ready", "success"
