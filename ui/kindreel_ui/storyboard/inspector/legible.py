"""Whether words on the picture can be read: contrast with what lies behind, and the safe zone."""

from __future__ import annotations

from statistics import median

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage

from kindreel.model.colour import Colour, rgba

Quad = tuple[tuple[float, float], ...]
ENOUGH = 4.5
_SAMPLES = 12


def luminance(colour: QColor) -> float:
    """Relative luminance, 0 to 1, as WCAG defines it."""

    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(v) for v in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: QColor, other: QColor) -> float:
    """1 to 21: the ratio of two colours, as WCAG defines it."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def qcolour(colour: Colour) -> QColor:
    """A colour of the model as Qt's."""
    return QColor(*rgba(colour))


def bounds(quad: Quad) -> QRectF:
    """The upright box around four points."""
    xs, ys = zip(*quad, strict=True)
    return QRectF(QPointF(min(xs), min(ys)), QPointF(max(xs), max(ys)))


def ground_of(picture: QImage, canvas: tuple[int, int], box: QRectF) -> QColor:
    """The typical colour along the edge of a box on the picture.

    box: in canvas units. The edge is taken because the middle shows the words themselves.
    """
    wide, high = picture.width() / canvas[0], picture.height() / canvas[1]
    found = []
    for step in range(_SAMPLES):
        part = step / (_SAMPLES - 1)
        x = box.left() + part * box.width()
        for y in (box.top() - 8, box.bottom() + 8):
            at_x = min(picture.width() - 1, max(0, round(x * wide)))
            at_y = min(picture.height() - 1, max(0, round(y * high)))
            found.append(picture.pixelColor(at_x, at_y))
    red, green, blue = (round(median(values)) for values in zip(*_parts(found), strict=True))
    return QColor(red, green, blue)


def _parts(colours: list[QColor]) -> list[tuple[int, int, int]]:
    return [(c.red(), c.green(), c.blue()) for c in colours]


def over(plate: QColor, ground: QColor) -> QColor:
    """A see-through plate on its ground."""
    share = plate.alphaF()
    parts = (
        round(p * share + g * (1 - share))
        for p, g in zip(
            (plate.red(), plate.green(), plate.blue()),
            (ground.red(), ground.green(), ground.blue()),
            strict=True,
        )
    )
    return QColor(*parts)
