"""What the person works on: the board, what is chosen on it, and the tool in hand."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import QObject, Signal

from kindreel.model.board import Board, Panel, Span
from kindreel.model.edits.boards import edit_board
from kindreel.model.ids import SceneId
from kindreel.model.layers import Layer
from kindreel.model.project import Project
from kindreel_ui.playback.player import Player
from kindreel_ui.playback.theatre import Theatre
from kindreel_ui.session import Selection, Session
from kindreel_ui.storyboard.picks import Pick, layer_of, still_there
from kindreel_ui.storyboard.stage.placed import Placed, layers_at

Tool = Literal["select", "hand", "draw", "text", "sticker"]


class Desk(QObject):
    """The one place where the parts of the Storyboard meet; they never know each other.

    changed: the board before and after, either may be None. picked: the picks before and after.
    tool_taken: the name of the tool in hand now.
    """

    changed = Signal(object, object)
    picked = Signal(object, object)
    tool_taken = Signal(str)

    def __init__(self, session: Session, theatre: Theatre, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.theatre = theatre
        self._board = session.board
        self._pick = still_there(self._board, None) if self._board else Pick(SceneId(""))
        self._tool: Tool = "select"
        self._known: tuple[Board | None, int, tuple[Placed, ...]] = (None, -1, ())
        session.changed.connect(self._follow)
        theatre.player.moved.connect(self._follow_playhead)

    @property
    def board(self) -> Board | None:
        """The board as it is now; None without a project."""
        return self._board

    @property
    def project(self) -> Project | None:
        """The project as it is now."""
        return self._session.project

    @property
    def player(self) -> Player:
        """The playhead."""
        return self.theatre.player

    @property
    def pick(self) -> Pick:
        """What is chosen."""
        return self._pick

    @property
    def layer(self) -> Layer | None:
        """The chosen layer, or None."""
        return layer_of(self._board, self._pick) if self._board else None

    @property
    def span(self) -> Span | None:
        """The chosen scene and where it stands."""
        if self._board is None:
            return None
        return next((s for s in self._board.spans() if s.panel.id == self._pick.scene), None)

    @property
    def panel(self) -> Panel | None:
        """The chosen scene."""
        span = self.span
        return span.panel if span else None

    @property
    def scene_frame(self) -> int:
        """The playhead counted from the chosen scene's start, kept within it."""
        span = self.span
        if span is None:
            return 0
        return max(0, min(span.length - 1, self.player.frame - span.start))

    def layer_frame(self, layer: Layer) -> int:
        """The playhead counted from a layer's own first frame."""
        return self.scene_frame - layer.start

    def placed(self) -> tuple[Placed, ...]:
        """The layers that are on at the playhead as they lie on the canvas, bottom first."""
        board, project, frame = self._board, self.project, self.player.frame
        if board is None or project is None:
            return ()
        if self._known[0] is not board or self._known[1] != frame:
            self._known = (board, frame, layers_at(project, board, frame))
        return self._known[2]

    @property
    def place(self) -> Placed | None:
        """Where the chosen layer lies; None when it is not on at the playhead."""
        return next((p for p in self.placed() if p.layer.id == self._pick.id), None)

    @property
    def tool(self) -> Tool:
        """The tool in hand."""
        return self._tool

    def take(self, tool: Tool) -> None:
        """Take another tool in hand."""
        if tool != self._tool:
            self._tool = tool
            self.tool_taken.emit(tool)

    def choose(self, pick: Pick, *, seek: bool = True) -> None:
        """Work on something else; the playhead goes to its scene when it was in another one."""
        before = self._pick
        if self._board is None or pick == before:
            return
        self._pick = pick
        layers = (pick.id,) if pick.kind == "layer" else ()
        self._session.select(Selection(self._board.id, pick.scene, layers))  # type: ignore[arg-type]  # the pick's id is the layer's
        span = self.span
        if seek and span is not None and not span.start <= self.player.frame < span.end:
            self.player.seek(span.start)
        self.picked.emit(before, pick)

    def let_go(self) -> None:
        """Choose the scene alone."""
        self.choose(Pick(self._pick.scene))

    def edit(
        self, label: str, change: Callable[[Board], Board], gesture: str | None = None
    ) -> None:
        """Change the board; `label` is what undo will say."""
        board = self._board
        if board is not None:
            self._session.apply(label, lambda p: edit_board(p, board.id, change), gesture)

    def edit_project(self, label: str, change: Callable[[Project], Project]) -> None:
        """Change more than the board: its style, the cast."""
        self._session.apply(label, change)

    def end_gesture(self) -> None:
        """Close a drag, so that the next edit is a step of its own."""
        self._session.end_gesture()

    def _follow(self, _before: Project | None, _after: Project | None, _origin: str) -> None:
        before, self._board = self._board, self._session.board
        offset = self._offset_in(before)
        self.theatre.show_board(self.project, self._board)
        if self._board is before:
            return
        self._stay_at(offset)
        if self._board is not None:
            pick = still_there(self._board, self._pick)
            if pick != self._pick:
                old, self._pick = self._pick, pick
                self.picked.emit(old, pick)
        self.changed.emit(before, self._board)

    def _offset_in(self, board: Board | None) -> int | None:
        """The playhead's place in the chosen scene of a board; None when it is not in it."""
        spans = board.spans() if board else ()
        span = next((s for s in spans if s.panel.id == self._pick.scene), None)
        if span is None or not span.start <= self.player.frame < span.end:
            return None
        return self.player.frame - span.start

    def _stay_at(self, offset: int | None) -> None:
        """Keep the playhead in the chosen scene, wherever that has gone."""
        span = self.span
        if span is not None and offset is not None:
            frame = span.start + min(offset, span.length - 1)
            if frame != self.player.frame:
                self.player.seek(frame)

    def _follow_playhead(self, frame: int) -> None:
        if self._board is None:
            return
        here = self._board.span_at(frame).panel.id
        if here != self._pick.scene:
            self.choose(Pick(here), seek=False)
