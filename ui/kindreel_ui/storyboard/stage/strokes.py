"""A stroke while it is being drawn, before the renderer paints it."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from kindreel.model.layers import Stroke
from kindreel_ui.storyboard.stage.viewport import Viewport


def draw_stroke(painter: QPainter, view: Viewport, stroke: Stroke) -> None:
    """Paint the stroke, thicker where the pen pressed harder."""
    pen = QPen(QColor(stroke.colour))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    points = [(QPointF(*view.to_widget(x, y)), pressure) for x, y, pressure in stroke.points]
    for (start, _), (end, pressure) in pairwise(points):
        pen.setWidthF(max(1.0, stroke.width * pressure * view.scale))
        painter.setPen(pen)
        painter.drawLine(start, end)
