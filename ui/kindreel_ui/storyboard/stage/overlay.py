"""What is painted over the picture: safe zones, guides, the chosen layer's handles."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from kindreel_ui.kit import icons, paint
from kindreel_ui.storyboard.stage.outline import HANDLES, Outline
from kindreel_ui.storyboard.stage.snapping import Guide, safe_box
from kindreel_ui.storyboard.stage.viewport import Viewport
from kindreel_ui.theme import font

REACH_PX = 20.0
CORNER = 8.0
_MARK = QColor("#FF7A66")
_MARK_INK = QColor("#2A0B07")
_SHADE = QColor(10, 8, 12, 92)
_DASH = QColor("#FFE3DC")
_GHOST = QColor(243, 236, 239, 215)
_APP_ICONS = (
    "user-circle-fill",
    "heart-fill",
    "chat-circle-dots-fill",
    "bookmark-simple-fill",
    "arrow-bend-up-right-fill",
)


def frame_box(view: Viewport) -> QRectF:
    """Where the whole canvas lies in the widget."""
    return QRectF(*view.corner, *view.extent)


def _point(view: Viewport, point: tuple[float, float]) -> QPointF:
    return QPointF(*view.to_widget(*point))


def draw_safe_zone(painter: QPainter, view: Viewport) -> None:
    """Darken what the apps draw over, and hint at what they draw there."""
    frame = frame_box(view)
    left, top, right, bottom = safe_box(view.canvas)
    zone = QRectF(_point(view, (left, top)), _point(view, (right, bottom)))
    path = QPainterPath()
    path.addRoundedRect(frame, CORNER, CORNER)
    hole = QPainterPath()
    hole.addRoundedRect(zone, 6, 6)
    painter.fillPath(path.subtracted(hole), _SHADE)
    pen = QPen(_DASH, 1)
    pen.setDashPattern([4, 3])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(zone, 6, 6)
    _draw_app(painter, view, frame)


def _draw_app(painter: QPainter, view: Viewport, frame: QRectF) -> None:
    side = 62 * view.scale
    step = 118 * view.scale
    for row, name in enumerate(_APP_ICONS):
        x = frame.right() - 95 * view.scale
        y = frame.y() + frame.height() * 0.47 + row * step
        icons.paint_ink(painter, name, QRectF(x, y, side, side), _GHOST)
    for row, wide in enumerate((240, 540, 390)):
        y = frame.bottom() - 210 * view.scale + row * 56 * view.scale
        bar = QRectF(frame.x() + 42 * view.scale, y, wide * view.scale, 24 * view.scale)
        paint.rounded(painter, bar, bar.height() / 2, fill=QColor(255, 255, 255, 120))


def draw_guides(painter: QPainter, view: Viewport, guides: Iterable[Guide]) -> None:
    """Paint the dotted lines that something has snapped to."""
    frame = frame_box(view)
    pen = QPen(QColor(255, 150, 130, 220), 1)
    pen.setDashPattern([2, 4])
    painter.setPen(pen)
    for guide in guides:
        if guide.upright:
            x, _ = view.to_widget(guide.at, 0)
            painter.drawLine(QPointF(x, frame.top()), QPointF(x, frame.bottom()))
        else:
            _, y = view.to_widget(0, guide.at)
            painter.drawLine(QPointF(frame.left(), y), QPointF(frame.right(), y))


def draw_grid(painter: QPainter, view: Viewport) -> None:
    """Paint thirds and the middle, to compose by."""
    frame = frame_box(view)
    painter.setPen(QPen(QColor(255, 255, 255, 70), 1))
    for part in (1 / 3, 1 / 2, 2 / 3):
        x = frame.left() + frame.width() * part
        y = frame.top() + frame.height() * part
        painter.drawLine(QPointF(x, frame.top()), QPointF(x, frame.bottom()))
        painter.drawLine(QPointF(frame.left(), y), QPointF(frame.right(), y))


def _polygon(view: Viewport, outline: Outline) -> QPolygonF:
    return QPolygonF([_point(view, corner) for corner in outline.corners()])


def draw_hover(painter: QPainter, view: Viewport, outline: Outline) -> None:
    """Paint a thin line around what a click would choose."""
    painter.setPen(QPen(QColor(255, 122, 102, 150), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolygon(_polygon(view, outline))


def draw_chosen(
    painter: QPainter, view: Viewport, outline: Outline, words: str, *, locked: bool
) -> None:
    """Paint the box, its handles unless the layer is locked, and a tag with name and size."""
    painter.setPen(QPen(_MARK, 1.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolygon(_polygon(view, outline))
    if not locked:
        reach = REACH_PX / view.scale
        top, turn = _point(view, outline.at(0, -1)), _point(view, outline.turn_point(reach))
        painter.drawLine(top, turn)
        painter.setBrush(QColor("#FFFFFF"))
        painter.drawEllipse(turn, 4.5, 4.5)
        for place in HANDLES.values():
            middle = _point(view, outline.at(*place))
            painter.drawRoundedRect(QRectF(middle.x() - 4, middle.y() - 4, 8, 8), 2, 2)
    _draw_tag(painter, view, outline, words)


def _draw_tag(painter: QPainter, view: Viewport, outline: Outline, words: str) -> None:
    letters = font("overline")
    wide = paint.text_width(words, letters) + 16
    _, _, _, bottom = outline.bounds()
    frame = frame_box(view)
    x, y = view.to_widget(outline.x, bottom)
    y = min(y + 10, frame.bottom() - 30)
    x = max(frame.left() + 4, min(frame.right() - wide - 4, x - wide / 2))
    tag = QRectF(x, y, wide, 20)
    paint.rounded(painter, tag, 6, fill=_MARK)
    paint.text(painter, tag, words, letters, _MARK_INK, paint.CENTRE)
