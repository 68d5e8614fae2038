"""The middle of the workspace: the stage, the bars that float over it, and the playbar."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from kindreel.model.edits import layers as edits
from kindreel.model.ids import MediaId
from kindreel_ui.kit import IconLabel, Label, column, row
from kindreel_ui.storyboard.desk import Desk
from kindreel_ui.storyboard.newscenes import new_image
from kindreel_ui.storyboard.picks import Pick
from kindreel_ui.storyboard.pictures import Pictures
from kindreel_ui.storyboard.stage.playbar import Playbar
from kindreel_ui.storyboard.stage.rails import ToolRail, ViewBar
from kindreel_ui.storyboard.stage.view import StageView

_FILTER = "Pictures (*.png *.jpg *.jpeg *.webp *.gif *.svg *.bmp *.tif *.tiff)"


class StageArea(QWidget):
    """Lays the floating bars over the stage."""

    def __init__(self, desk: Desk, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._pictures = pictures
        self.stage = StageView(desk)
        self.playbar = Playbar(desk.theatre)
        self.setAccessibleName("Stage and playback")
        self._room = QWidget()
        over = column(self.stage)
        self._room.setLayout(over)
        self.tools = ToolRail(desk, self.ask_image, self.ask_avatar, self._room)
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

    def ask_image(self) -> None:
        """Let the person choose a picture to put on the scene."""
        chosen, _ = QFileDialog.getOpenFileName(self, "Add a picture", "", _FILTER)
        if chosen:
            self._add(Path(chosen))

    def _add_all(self, files: list[str]) -> None:
        for file in files:
            self._add(Path(file))

    def _add(self, path: Path) -> None:
        self._pictures.take_in(path, lambda media, size: self._put(media, size, path.stem))

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
        def put() -> None:
            self._pictures.measure(media, lambda size: self._put(media, size, name))

        return put

    def _put(self, media: MediaId, size: tuple[int, int], name: str) -> None:
        board, scene = self._desk.board, self._desk.pick.scene
        if board is None:
            return
        layer = new_image(media, size, board.size, name)
        self._desk.edit(f"Add {name}", lambda b: edits.add_layer(b, scene, layer))
        self._desk.choose(Pick(scene, "layer", layer.id))
        self.stage.setFocus()
