"""The middle of the workspace: the stage, the bars that float over it, and the playbar."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from kindreel.model.edits.arrivals import Arrived, image_layer, put_on
from kindreel.model.ids import MediaId
from kindreel_ui.kit import IconLabel, Label, column, row
from kindreel_ui.storyboard.desk import Desk
from kindreel_ui.storyboard.intake import Intake, LayeredSheet, file_filter, is_layered
from kindreel_ui.storyboard.picks import Pick
from kindreel_ui.storyboard.stage.playbar import Playbar
from kindreel_ui.storyboard.stage.rails import ToolRail, ViewBar
from kindreel_ui.storyboard.stage.view import StageView


class StageArea(QWidget):
    """Lays the floating bars over the stage."""

    def __init__(self, desk: Desk, intake: Intake, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._intake = intake
        self.stage = StageView(desk)
        self.playbar = Playbar(desk.theatre)
        self.setAccessibleName("Stage and playback")
        self._room = QWidget()
        over = column(self.stage)
        self._room.setLayout(over)
        self.tools = ToolRail(desk, self.ask_file, self.ask_avatar, self._room)
        self.bar = ViewBar(self.stage, self._room)
        self._note = QWidget(self._room)
        self._note.setLayout(
            row(
                IconLabel("device-mobile", "text3", 14), Label("TikTok safe zone", "caption"), gap=6
            )
        )
        body = column(gap=0)
        body.addWidget(self._room, 1)
        body.addWidget(self.playbar)
        self.setLayout(body)
        self.stage.dropped.connect(self._add_all)
        self.bar.safe.toggled.connect(self._note.setVisible)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the bars where they belong."""
        super().resizeEvent(event)
        self._lay_out()

    def showEvent(self, _event: object) -> None:
        """The same, once fonts and sizes are known."""
        self._lay_out()

    def _lay_out(self) -> None:
        room = self.size() - QSize(0, self.playbar.height())
        for bar in (self.tools, self.bar, self._note):
            bar.adjustSize()
        self.tools.move(12, max(8, (room.height() - self.tools.height()) // 2))
        self.bar.move(room.width() - self.bar.width() - 16, 12)
        self._note.move(room.width() - self._note.width() - 20, room.height() - 28)

    def ask_file(self) -> None:
        """Let the person choose a picture, clip or sound to put on the scene."""
        chosen, _ = QFileDialog.getOpenFileName(self, "Add a file", "", file_filter())
        if chosen:
            self.add(Path(chosen))

    def _add_all(self, files: list[str]) -> None:
        for file in files:
            self.add(Path(file))

    def add(self, path: Path) -> None:
        """Put a file on the chosen scene; of a layered one, ask how."""
        if is_layered(path):
            sheet = LayeredSheet(self, path.name)
            sheet.chosen.connect(lambda apart: self._take_in(path, apart=apart))
            sheet.open()
        else:
            self._take_in(path, apart=False)

    def _take_in(self, path: Path, *, apart: bool) -> None:
        board = self._desk.board
        if board is not None:
            name = path.stem
            self._intake.take_in(path, board.size, lambda a: self._put(a, name), apart=apart)

    def ask_avatar(self, opener: QWidget) -> None:
        """Let the person choose whose avatar to put on the scene."""
        project = self._desk.project
        drawn = [c for c in project.creators if c.avatar] if project else []
        menu = QMenu(self)
        for creator in drawn:
            media = creator.avatar.media if creator.avatar else MediaId("")
            menu.addAction(creator.name, self._putting(media, creator.name))
        if not drawn:
            menu.addAction("Nobody has an avatar yet: add one in Reveal").setEnabled(False)
        menu.exec(opener.mapToGlobal(opener.rect().topRight()))

    def _putting(self, media: MediaId, name: str) -> Callable[[], None]:
        def place(size: tuple[int, int]) -> None:
            board = self._desk.board
            if board is not None:
                self._put(Arrived((image_layer(media, size, board.size, name),)), name)

        return lambda: self._intake.measure(media, place)

    def _put(self, arrived: Arrived, name: str) -> None:
        """One step of undo, whatever the file has become; its top layer or its sound is chosen."""
        scene, frame = self._desk.pick.scene, self._desk.scene_frame
        self._desk.edit(f"Add {name}", lambda b: put_on(b, scene, arrived, frame))
        if arrived.layers:
            self._desk.choose(Pick(scene, "layer", arrived.layers[-1].id))
        elif arrived.sounds:
            self._desk.choose(Pick(scene, "sound", arrived.sounds[-1].id))
        self.stage.setFocus()
