"""The Script view: every scene's words in one table, to be written in one go."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from kindreel.model.board import Board, Panel
from kindreel.model.edits import scenes
from kindreel_ui.kit import Box, Card, Label, Thumbnail, column, row
from kindreel_ui.kit.texts import TextField
from kindreel_ui.storyboard.desk import Desk
from kindreel_ui.storyboard.filmstrip.model import THUMBNAIL, telling_frame
from kindreel_ui.storyboard.inspector.section import named
from kindreel_ui.storyboard.picks import Pick
from kindreel_ui.storyboard.words import beat_words, panel_words, seconds_words


class SceneRow(Card):
    """One scene: picture, title, dialogue and notes."""

    def __init__(self, desk: Desk, panel: Panel, parent: QWidget | None = None) -> None:
        self._desk = desk
        self._scene = panel.id
        self._picture = Thumbnail(54, 96)
        self._title = Label("", "bodyStrong")
        self._about = Label("", "caption")
        self._script = _Watched("Dialogue", lines=3)
        self._notes = _Watched("Notes", lines=3)
        line = row(gap=16)
        line.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        about = Box(column(self._title, self._about, None, gap=2))
        about.setFixedWidth(150)
        line.addWidget(about)
        line.addWidget(named("Dialogue", self._script), 3)
        line.addWidget(named("Notes", self._notes), 2)
        super().__init__(line, margins=(14, 12, 14, 12), parent=parent)
        self._script.typed.connect(lambda text: self._describe("script", text))
        self._notes.typed.connect(lambda text: self._describe("notes", text))
        for field in (self._script, self._notes):
            field.left.connect(desk.end_gesture)
            field.entered = lambda: desk.choose(Pick(self._scene))

    def show_panel(self, board: Board, panel: Panel, number: int) -> None:
        """Show the scene as it is now."""
        self._title.setText(f"{number}  {panel_words(panel)}")
        seconds = seconds_words(panel.length, board.rate)
        self._about.setText(f"{beat_words(panel.beat)} · {seconds}")
        self._script.show_text(panel.script)
        self._notes.show_text(panel.notes)
        project = self._desk.project
        key = ("scene", panel.id, id(panel), id(project.creators if project else None))
        frame = board.span_of(panel.id).start + telling_frame(panel)
        picture = self._desk.theatre.picture(board, frame, THUMBNAIL, key)
        if picture is not None:
            self._picture.set_picture(picture)

    def _describe(self, what: str, text: str) -> None:
        scene = self._scene
        label = "Edit dialogue" if what == "script" else "Edit notes"
        if what == "script":
            self._desk.edit(
                label, lambda b: scenes.describe_scene(b, scene, script=text), f"{what} {scene}"
            )
        else:
            self._desk.edit(
                label, lambda b: scenes.describe_scene(b, scene, notes=text), f"{what} {scene}"
            )


class _Watched(TextField):
    """A field that tells when the keyboard comes to it."""

    def __init__(self, name: str, *, lines: int) -> None:
        super().__init__(name, lines=lines)
        self.entered: Callable[[], None] = lambda: None

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell."""
        super().focusInEvent(event)
        self.entered()


class ScriptPage(QScrollArea):
    """All scenes below each other."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._rows: dict[str, SceneRow] = {}
        self._list = column(gap=10)
        self._about = Label("", "label")
        body = column(
            Label("Script", "title"), self._about, 4, self._list, None, gap=4,
            margins=(32, 24, 32, 24),
        )  # fmt: skip
        self.setWidget(Box(body))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName("Script")
        desk.changed.connect(lambda _before, _after: self.refresh())
        desk.theatre.thumbnail.connect(lambda _key: self.refresh())

    def refresh(self) -> None:
        """Show the board as it is now; rows are made anew only when scenes came, went or moved."""
        board = self._desk.board
        if board is None or not self.isVisible():
            return
        ids = [p.id for p in board.panels]
        if ids != list(self._rows):
            self._fill(board)
        words = sum(len(p.script.split()) for p in board.panels)
        spoken = words / 2.6
        self._about.setText(
            f"{words} words, about {spoken:.0f} s to say; "
            f"the video lasts {float(board.seconds):.0f} s."
        )
        for number, panel in enumerate(board.panels, 1):
            self._rows[panel.id].show_panel(board, panel, number)

    def _fill(self, board: Board) -> None:
        for old in self._rows.values():
            self._list.removeWidget(old)
            old.deleteLater()
        self._rows = {p.id: SceneRow(self._desk, p) for p in board.panels}
        for made in self._rows.values():
            self._list.addWidget(made)

    def showEvent(self, event: object) -> None:
        """Catch up with what changed while it was hidden."""
        super().showEvent(event)  # type: ignore[arg-type]  # a QShowEvent
        self.refresh()
