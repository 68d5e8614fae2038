"""Tiles: a picture in the shape of the video with two lines below, in rows that fit the width."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kindreel_ui.kit import Bare, icons, paint, paint_thumbnail
from kindreel_ui.theme import colour, font, radius

_WORDS = 44
_SHAPE = 16 / 9


class Tile(Bare):
    """A button that is a picture with a title and a line below it.

    badge, length: written on the picture.
    """

    def __init__(self, title: str, line: str = "", *, badge: str = "", length: str = "") -> None:
        super().__init__(f"{title}, {line}" if line else title)
        self._title = title
        self._line = line
        self._badge = badge
        self._length = length
        self._picture: QImage | None = None
        self.setProperty("ringRadius", radius("lg"))
        self.setToolTip(title)

    def set_picture(self, picture: QImage | None) -> None:
        """Show the picture once it is there."""
        self._picture = picture
        self.update()

    def set_words(self, line: str, *, badge: str = "", length: str = "") -> None:
        """Say more about it once it is known."""
        self._line, self._badge, self._length = line, badge, length
        self.setAccessibleName(", ".join(p for p in (self._title, line, badge, length) if p))
        self.update()

    def draw(self, painter: QPainter, box: QRectF) -> None:
        """Paint the picture and the two lines."""
        frame = box.adjusted(0, 0, 0, -_WORDS)
        self.draw_picture(painter, frame)
        if self.underMouse():
            paint.rounded(painter, frame, radius("lg"), stroke=colour("accent"), width=2)
        title = QRectF(0, frame.bottom() + 5, box.width(), 20)
        paint.text(painter, title, self._title, font("bodyStrong"), colour("text"))
        line = QRectF(0, frame.bottom() + 25, box.width(), 16)
        paint.text(painter, line, self._line, font("caption"), colour("text3"))

    def draw_picture(self, painter: QPainter, frame: QRectF) -> None:
        """Paint the picture with its badge and length."""
        paint_thumbnail(
            painter,
            frame,
            self._picture,
            radius("lg"),
            badge=self._badge,
            length=self._length,
        )


class BlankTile(Tile):
    """The tile for starting with nothing."""

    def draw_picture(self, painter: QPainter, frame: QRectF) -> None:
        """Paint a dashed frame with a plus."""
        edge = colour("strokeStrong")
        ground = colour("surface")
        paint.rounded(painter, frame, 12, fill=ground, stroke=edge, width=1.2, dashed=True)
        disc = QRectF(0, 0, 40, 40)
        disc.moveCenter(frame.center())
        paint.rounded(painter, disc, 20, fill=colour("accentSoft"))
        icons.paint(painter, "plus-bold", disc.adjusted(11, 11, -11, -11), "accentText")


class TileGrid(QWidget):
    """Tiles of one size, as many in a row as fit; arrow keys move between them.

    ideal: the width of a tile in px that is aimed at. one_row: hide what does not fit.
    """

    def __init__(self, ideal: int, gap: int, *, one_row: bool = False) -> None:
        super().__init__()
        self._ideal = ideal
        self._gap = gap
        self._one_row = one_row
        self._tiles: list[Tile] = []
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def tiles(self) -> Sequence[Tile]:
        """The tiles, first to last."""
        return tuple(self._tiles)

    def set_tiles(self, tiles: Sequence[Tile]) -> None:
        """Show other tiles."""
        for tile in self._tiles:
            tile.setParent(None)
            tile.deleteLater()
        self._tiles = list(tiles)
        for tile in self._tiles:
            tile.setParent(self)
            tile.show()
        self.updateGeometry()
        self._place()

    def _columns(self, width: int) -> int:
        return max(2, round((width + self._gap) / (self._ideal + self._gap)))

    def _tile_size(self, width: int) -> QSize:
        columns = self._columns(width)
        wide = (width - self._gap * (columns - 1)) // columns
        return QSize(wide, round(wide * _SHAPE) + _WORDS)

    def heightForWidth(self, width: int) -> int:
        """The height of all rows at that width."""
        rows = -(-len(self._tiles) // self._columns(width)) if not self._one_row else 1
        high = self._tile_size(width).height()
        return max(1, rows) * (high + 12) - 12

    def sizeHint(self) -> QSize:
        """One row of four."""
        wide = 4 * self._ideal + 3 * self._gap
        return QSize(wide, self.heightForWidth(max(wide, self.width())))

    def minimumSizeHint(self) -> QSize:
        """Two tiles."""
        return QSize(2 * self._ideal, self.heightForWidth(max(self.width(), 2 * self._ideal)))

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Place the tiles anew."""
        self._place()

    def _place(self) -> None:
        columns = self._columns(self.width())
        tile_size = self._tile_size(self.width())
        for index, tile in enumerate(self._tiles):
            line, column = divmod(index, columns)
            tile.setVisible(not (self._one_row and line))
            x = column * (tile_size.width() + self._gap)
            tile.setGeometry(x, line * (tile_size.height() + 12), *tile_size.toTuple())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the focus with the arrows."""
        columns = self._columns(self.width())
        steps = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -columns,
            Qt.Key.Key_Down: columns,
        }
        step = steps.get(Qt.Key(event.key()))
        here = next((i for i, tile in enumerate(self._tiles) if tile.hasFocus()), None)
        if step is None or here is None:
            super().keyPressEvent(event)
            return
        there = here + step
        if 0 <= there < len(self._tiles) and self._tiles[there].isVisible():
            self._tiles[there].setFocus(Qt.FocusReason.TabFocusReason)
