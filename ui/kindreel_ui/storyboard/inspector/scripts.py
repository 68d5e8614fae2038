"""The Script and Notes tabs: what is said, what is read, and what only the makers see."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kindreel.model.board import Panel
from kindreel.model.edits import scenes, sounds
from kindreel.model.sound import Caption
from kindreel_ui.kit import Button, Chip, Label, Line, column, row
from kindreel_ui.kit.texts import TextField
from kindreel_ui.storyboard.deeds import Deeds
from kindreel_ui.storyboard.desk import Desk
from kindreel_ui.storyboard.inspector.section import named

_SPOKEN_PER_S = 2.6


class ScriptTab(QWidget):
    """A scene's dialogue and its captions."""

    def __init__(self, desk: Desk, deeds: Deeds, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._dialogue = TextField("Dialogue", lines=4)
        self._reads = Chip("")
        self._captions = QVBoxLayout()
        self._captions.setSpacing(6)
        self._ids: tuple[str, ...] = ()
        add = Button("Add caption", "secondary", step="sm", icon="plus")
        add.clicked.connect(deeds.add_caption)
        self.setLayout(
            column(
                named("Dialogue", self._dialogue),
                row(self._reads, None),
                Line(),
                Label("On-screen captions", "label"),
                self._captions,
                row(add, None),
                None,
                gap=10,
            )
        )
        self._dialogue.typed.connect(self._write)
        self._dialogue.left.connect(desk.end_gesture)

    def show_panel(self, panel: Panel) -> None:
        """Show a scene's words."""
        board = self._desk.board
        if board is None:
            return
        self._dialogue.show_text(panel.script)
        words = len(panel.script.split())
        seconds, room = words / _SPOKEN_PER_S, float(panel.length / board.rate)
        fits = seconds <= room
        self._reads.setVisible(words > 0)
        said = f"Reads in {seconds:.1f} s of {room:.1f} s"
        self._reads.show_words(said, *(("success", "check") if fits else ("warn", "warning")))
        ids = tuple(c.id for c in panel.captions)
        if ids != self._ids:
            self._fill(panel.captions)
            self._ids = ids
        for index, caption in enumerate(panel.captions):
            item = self._captions.itemAt(index)
            field = item.widget() if item is not None else None
            if isinstance(field, TextField):
                field.show_text(caption.text)

    def _fill(self, captions: tuple[Caption, ...]) -> None:
        while (item := self._captions.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for number, caption in enumerate(captions, 1):
            field = TextField(f"Caption {number}")
            field.typed.connect(lambda text, c=caption: self._say(c, text))
            field.left.connect(self._desk.end_gesture)
            self._captions.addWidget(field)

    def _say(self, caption: Caption, text: str) -> None:
        self._desk.edit(
            "Edit caption", lambda b: sounds.say(b, caption.id, text), f"write {caption.id}"
        )

    def _write(self, text: str) -> None:
        scene = self._desk.pick.scene
        self._desk.edit(
            "Edit dialogue",
            lambda b: scenes.describe_scene(b, scene, script=text),
            f"script {scene}",
        )


class NotesTab(QWidget):
    """Notes that no viewer sees."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._notes = TextField("Director’s notes", lines=10)
        hint = Label(
            "Only here and on the printed storyboard, never in the video.", "caption", wrap=True
        )
        self.setLayout(column(named("Director’s notes", self._notes), hint, None, gap=8))
        self._notes.typed.connect(self._write)
        self._notes.left.connect(desk.end_gesture)

    def show_panel(self, panel: Panel) -> None:
        """Show a scene's notes."""
        self._notes.show_text(panel.notes)

    def _write(self, text: str) -> None:
        scene = self._desk.pick.scene
        self._desk.edit(
            "Edit notes",
            lambda b: scenes.describe_scene(b, scene, notes=text),
            f"notes {scene}",
        )
