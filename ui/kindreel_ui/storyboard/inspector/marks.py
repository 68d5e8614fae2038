"""Small painted controls of the inspector: the keyframe diamond, a colour, an easing's curve."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen, QPolygonF
from PySide6.QtWidgets import QColorDialog, QWidget

from kindreel.model.colour import Colour
from kindreel.model.curves import Bezier, Easing, ease
from kindreel_ui.kit import Bare, Painted, paint
from kindreel_ui.theme import colour


class KeyButton(Bare):
    """A diamond: filled with a key at the playhead, ringed with keys at other times."""

    def __init__(self, what: str, parent: QWidget | None = None) -> None:
        super().__init__(f"Keyframe for {what}", parent)
        self._what = what
        self._here = self._elsewhere = False
        self.setFixedSize(24, 28)
        self.setProperty("ringRadius", 6)

    def show_state(self, *, here: bool, elsewhere: bool) -> None:
        """Show whether there is a key now, or at another time."""
        self._here, self._elsewhere = here, elsewhere
        does = "Remove keyframe for" if here else "Add keyframe for"
        self.setToolTip(f"{does} {self._what}")
        self.setAccessibleName(f"{does} {self._what}")
        self.update()

    def draw(self, painter: QPainter, box: QRectF) -> None:
        """Paint the diamond."""
        painter.translate(box.center())
        painter.rotate(45)
        tone = "accent" if self._here or self._elsewhere else "strokeStrong"
        painter.setPen(QPen(colour(tone), 1.5))
        painter.setBrush(colour("accent") if self._here else Qt.BrushStyle.NoBrush)
        painter.drawRect(QRectF(-4, -4, 8, 8))


class ColourButton(Bare):
    """A colour to choose.

    clear: it may be see-through. chosen: the colour as “#RRGGBB”, or “#AARRGGBB” then.
    """

    chosen = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None, *, clear: bool = False) -> None:
        super().__init__(name, parent)
        self._clear = clear
        self._name = name
        self._colour = Colour("#FFFFFF")
        self.setFixedSize(44, 28)
        self.setProperty("ringRadius", 6)
        self.clicked.connect(self._ask)

    def show_colour(self, value: Colour) -> None:
        """Show a colour of the board."""
        self._colour = value
        seen = "" if QColor(value).alpha() else ", see-through"
        self.setAccessibleName(f"{self._name} {value}{seen}")
        self.setToolTip(f"{self._name} {value}{seen}")
        self.update()

    def _ask(self) -> None:
        dialog = QColorDialog(QColor(self._colour), self)
        dialog.setOption(QColorDialog.ColorDialogOption.DontUseNativeDialog)
        dialog.setOption(QColorDialog.ColorDialogOption.ShowAlphaChannel, self._clear)
        dialog.colorSelected.connect(lambda c: self.chosen.emit(_written(c)))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def draw(self, painter: QPainter, box: QRectF) -> None:
        """Paint the colour in a frame that shows on any ground."""
        edge, shown = colour("strokeStrong"), QColor(self._colour)
        if shown.alpha() < 255:
            paint.rounded(painter, box, 6, fill=QColor("white"))
            path = QPainterPath()
            path.addRoundedRect(box, 6, 6)
            painter.fillPath(path, QBrush(QColor("#9A94A3"), Qt.BrushStyle.Dense4Pattern))
        paint.rounded(painter, box, 6, fill=shown, stroke=edge)


def _written(chosen: QColor) -> str:
    """The colour as the board writes it."""
    form = QColor.NameFormat.HexArgb if chosen.alpha() < 255 else QColor.NameFormat.HexRgb
    return chosen.name(form).upper()


class CurveView(Painted):
    """How an easing runs from one key to the next."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._easing: Easing | None = None
        self.setMinimumWidth(110)
        self.setFixedHeight(64)

    def show_easing(self, easing: Easing | None, words: str) -> None:
        """Show another easing; None when there are no keys."""
        self._easing = easing
        self.setAccessibleName(f"Easing curve, {words}")
        self.update()

    def draw(self, painter: QPainter, box: QRectF) -> None:
        """Paint the grid, the curve and a Bézier's handles."""
        paint.rounded(painter, box, 8, fill=colour("inset"), stroke=colour("stroke"))
        painter.setPen(QPen(colour("stroke"), 1))
        for part in (0.25, 0.5, 0.75):
            x, y = box.width() * part, box.height() * part
            painter.drawLine(QPointF(x, 1), QPointF(x, box.height() - 1))
            painter.drawLine(QPointF(1, y), QPointF(box.width() - 1, y))
        if self._easing is None:
            return
        room = box.adjusted(12, 14, -12, -14)
        steps = 48
        line = [self._at(room, i / steps, ease(self._easing, i / steps)) for i in range(steps + 1)]
        painter.setPen(QPen(colour("accent"), 2))
        painter.drawPolyline(QPolygonF(line))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("text"))
        for end in (line[0], line[-1]):
            painter.drawEllipse(end, 3.5, 3.5)
        if isinstance(self._easing, Bezier):
            self._draw_handles(painter, room, self._easing)

    def _at(self, room: QRectF, u: float, v: float) -> QPointF:
        return QPointF(room.left() + u * room.width(), room.bottom() - v * room.height())

    def _draw_handles(self, painter: QPainter, room: QRectF, easing: Bezier) -> None:
        for start, handle in (
            ((0.0, 0.0), (easing.x1, easing.y1)),
            ((1.0, 1.0), (easing.x2, easing.y2)),
        ):
            here = self._at(room, *handle)
            painter.setPen(QPen(colour("text3"), 1))
            painter.drawLine(self._at(room, *start), here)
            painter.setPen(QPen(colour("accent"), 1.5))
            painter.setBrush(colour("surface"))
            painter.drawEllipse(here, 3.5, 3.5)
