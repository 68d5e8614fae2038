"""The reveal as the video shows it, to play again and again."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QWidget

from kindreel_ui.kit import IconButton, Painted, column, paint, row
from kindreel_ui.playback.theatre import Theatre
from kindreel_ui.reveal.stand import Stand
from kindreel_ui.theme import colour


class Picture(Painted):
    """The frame under the playhead in a coral edge; a click plays."""

    def __init__(self, theatre: Theatre, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theatre = theatre
        self._image: QImage | None = None
        self.canvas = (1080, 1920)
        self.setAccessibleName("Reveal preview")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        theatre.shown.connect(self._show)

    def sizeHint(self) -> QSize:
        """As large as a phone."""
        return QSize(246, 432)

    def _show(self, image: QImage, _frame: int) -> None:
        self._image = image
        self.update()

    def _frame(self) -> QRectF:
        wide, high = self.canvas
        size = QSize(wide, high).scaled(
            self.size() - QSize(8, 8), Qt.AspectRatioMode.KeepAspectRatio
        )
        box = QRectF(0, 0, size.width(), size.height())
        box.moveCenter(QRectF(self.rect()).center())
        return box

    def ask(self) -> None:
        """Ask for pictures of the size there is now."""
        ratio, box = self.devicePixelRatioF(), self._frame()
        self._theatre.set_size(round(box.width() * ratio), round(box.height() * ratio))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for pictures of the new size."""
        super().resizeEvent(event)
        self.ask()

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        """Play or stop."""
        self._theatre.player.toggle()

    def draw(self, painter: QPainter, _box: QRectF) -> None:
        """Paint the picture and its edge."""
        frame = self._frame()
        painter.save()
        paint.clip_round(painter, frame, 10)
        if self._image is None:
            painter.fillRect(frame, colour("hover"))
        else:
            painter.drawImage(frame, self._image, QRectF(self._image.rect()))
        painter.restore()
        edge = frame.adjusted(-4, -4, 4, 4)
        paint.rounded(painter, edge, 13, stroke=colour("accent"), width=2)


class Preview(QWidget):
    """The picture with its own play buttons."""

    def __init__(self, stand: Stand, theatre: Theatre, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stand, self._theatre = stand, theatre
        self.picture = Picture(theatre)
        player = theatre.player
        start = IconButton("skip-back", "To the start of the turn")
        self.play = IconButton("play-fill", "Play (Space)", tone="text")
        loop = IconButton("repeat", "Loop (L)", checked=True)
        start.clicked.connect(lambda: player.seek(stand.turn_start))
        self.play.clicked.connect(player.toggle)
        loop.toggled.connect(lambda on: player.set_loop(on=on))
        player.played.connect(self._show_playing)
        body = column(gap=6)
        body.addWidget(self.picture, 1)
        body.addLayout(row(None, start, self.play, loop, None, gap=8))
        self.setLayout(body)

    def _show_playing(self, on: bool) -> None:  # noqa: FBT001 - Qt's signal sends a bare bool
        self.play.set_icon("pause-fill" if on else "play-fill")
        self.play.set_words("Pause (Space)" if on else "Play (Space)")
