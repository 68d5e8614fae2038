"""Drawing in the house's hand: rounded shapes, a line of text, the heart, a painted widget."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from kindreel_ui.theme import theme

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignCenter


class Painted(QWidget):
    """A widget that is all paint; it repaints when the theme changes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme().changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Set up a smooth painter and paint."""
        with QPainter(self) as painter:
            smooth(painter)
            self.draw(painter, QRectF(self.rect()))

    def draw(self, painter: QPainter, box: QRectF) -> None:
        """Paint the whole widget into `box`."""
        raise NotImplementedError


def smooth(painter: QPainter) -> None:
    """Turn on smooth edges, pictures and text."""
    hints = QPainter.RenderHint
    painter.setRenderHints(
        hints.Antialiasing | hints.SmoothPixmapTransform | hints.TextAntialiasing
    )


def rounded(
    painter: QPainter,
    box: QRectF,
    radius: float,
    *,
    fill: QColor | None = None,
    stroke: QColor | None = None,
    width: float = 1.0,
    dashed: bool = False,
) -> None:
    """Paint a rounded box; the stroke lies inside it."""
    painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
    if stroke is None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRoundedRect(box, radius, radius)
        return
    pen = QPen(stroke, width)
    if dashed:
        pen.setDashPattern([4, 4])
    painter.setPen(pen)
    half = width / 2
    inner = box.adjusted(half, half, -half, -half)
    painter.drawRoundedRect(inner, max(0.0, radius - half), max(0.0, radius - half))


def text(
    painter: QPainter,
    box: QRectF,
    words: str,
    font: QFont,
    ink: QColor,
    align: Qt.AlignmentFlag = LEFT,
) -> None:
    """Write one line into the box, shortened with an ellipsis when it is too long."""
    painter.setFont(font)
    painter.setPen(ink)
    short = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, box.width() + 0.5)
    painter.drawText(box, align | Qt.TextFlag.TextSingleLine, short)


def text_width(words: str, font: QFont) -> float:
    """How wide one line of text is, in px."""
    return QFontMetricsF(font).horizontalAdvance(words)


def heart(centre: QPointF, radius: float) -> QPainterPath:
    """A heart about twice as wide as `radius`."""
    x, y, r = centre.x(), centre.y(), radius
    path = QPainterPath(QPointF(x, y + r * 0.92))
    path.cubicTo(x - r * 1.5, y - r * 0.05, x - r * 1.05, y - r * 1.05, x - r * 0.46, y - r * 0.92)
    path.cubicTo(x - r * 0.2, y - r * 0.87, x - r * 0.05, y - r * 0.66, x, y - r * 0.46)
    path.cubicTo(x + r * 0.05, y - r * 0.66, x + r * 0.2, y - r * 0.87, x + r * 0.46, y - r * 0.92)
    path.cubicTo(x + r * 1.05, y - r * 1.05, x + r * 1.5, y - r * 0.05, x, y + r * 0.92)
    path.closeSubpath()
    return path


def clip_round(painter: QPainter, box: QRectF, radius: float) -> None:
    """Let the painter reach only a rounded box from now on."""
    path = QPainterPath()
    path.addRoundedRect(box, radius, radius)
    painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
