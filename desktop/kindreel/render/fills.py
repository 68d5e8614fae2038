"""Fills as the painter's brushes."""

from __future__ import annotations

from math import cos, radians, sin

from PySide6.QtCore import QPointF
from PySide6.QtGui import QBrush, QColor, QGradient, QLinearGradient, QRadialGradient

from kindreel.model.colour import Fill, Gradient, Solid


def brush(fill: Fill, width: float, height: float) -> QBrush:
    """A brush for a box of width × height about 0, 0."""
    if isinstance(fill, Solid):
        return QBrush(QColor(fill.colour))
    gradient = (
        _radial(fill, width, height) if fill.form == "radial" else _linear(fill, width, height)
    )
    for place, colour in fill.stops:
        gradient.setColorAt(min(1.0, max(0.0, place)), QColor(colour))
    return QBrush(gradient)


def _linear(fill: Gradient, width: float, height: float) -> QGradient:
    x, y = -sin(radians(fill.angle)), cos(radians(fill.angle))
    half = (abs(x) * width + abs(y) * height) / 2
    return QLinearGradient(QPointF(-x * half, -y * half), QPointF(x * half, y * half))


def _radial(fill: Gradient, width: float, height: float) -> QGradient:
    centre = QPointF((fill.centre[0] - 0.5) * width, (fill.centre[1] - 0.5) * height)
    return QRadialGradient(centre, max(1.0, fill.radius * max(width, height)))
