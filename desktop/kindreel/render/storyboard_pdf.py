"""The storyboard on paper: A4, six panels on a page."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QMarginsF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QPen,
)

from kindreel.errors import ExportError
from kindreel.i18n import count, duration
from kindreel.model.board import Board, Reveal, Span
from kindreel.model.project import Project
from kindreel.model.time import timecode
from kindreel.registry import title
from kindreel.render import fonts
from kindreel.render.raster import as_image

Pixels = NDArray[np.uint8]
Pictures = Callable[[int, tuple[int, int]], Pixels]
"""The picture of a frame at a size, as opaque BGRA."""

_DOT: Final = 4.0
"""Dots in a point; all lengths below are in points until they are drawn."""

_WIDTH, _HEIGHT = 595.0, 842.0
_MARGIN, _HEAD, _GAP = 40.0, 44.0, 18.0
_COLUMNS, _ROWS = 3, 2
_PICTURE_HEIGHT, _LINE = 226.0, 11.0
_PIXELS_PER_POINT: Final = 2.5
_INK, _SOFT, _RULE = QColor("#2A2027"), QColor("#6B6068"), QColor("#D8CFCB")
_BEATS: Final = {
    "hook": "#7C8DB0",
    "hurt": "#5F6F95",
    "turn": "#A07AA8",
    "kindness": "#E8604C",
    "message": "#D98A2B",
    "reveal": "#B98A00",
}


def write(out: Path, project: Project, board: Board, picture: Pictures) -> None:
    """Write the panels of a board with pictures, beats, times, script and notes.

    picture: draws a frame.
    """
    fonts.load()
    writer = QPdfWriter(str(out))
    writer.setTitle(board.title or project.title)
    writer.setCreator("Kindreel")
    writer.setResolution(round(72 * _DOT))
    page = QPageSize(QPageSize.PageSizeId.A4)
    writer.setPageLayout(QPageLayout(page, QPageLayout.Orientation.Portrait, QMarginsF()))
    painter = QPainter()
    if not painter.begin(writer):
        raise ExportError("The storyboard could not be written.", "Choose another folder.")
    try:
        _pages(_Paper(painter), writer, project, board, picture)
    finally:
        painter.end()


def _pages(
    paper: _Paper, writer: QPdfWriter, project: Project, board: Board, picture: Pictures
) -> None:
    spans = list(board.spans())
    per_page = _COLUMNS * _ROWS
    for index, span in enumerate(spans):
        number, place = divmod(index, per_page)
        if place == 0:
            if index:
                writer.newPage()
            _head(paper, project, board, f"{number + 1} / {-(-len(spans) // per_page)}")
        _panel(paper, _cell(place), board, span, picture)


class _Paper:
    """Draws on a page in points."""

    def __init__(self, painter: QPainter) -> None:
        self._painter = painter
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)

    def _dots(self, rect: QRectF) -> QRectF:
        return QRectF(rect.x() * _DOT, rect.y() * _DOT, rect.width() * _DOT, rect.height() * _DOT)

    def words(
        self, rect: QRectF, text: str, size: float, *, colour: QColor = _INK, bold: bool = False
    ) -> float:
        """Draw text in lines, shortened to fit the box; the height it took."""
        font = QFont("Inter")
        font.setPointSizeF(size)
        font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        self._painter.setFont(font)
        self._painter.setPen(colour)
        metrics = QFontMetricsF(font, self._painter.device())
        step = size * 1.35
        lines = _lines(text, metrics, rect.width() * _DOT, int(rect.height() / step))
        for number, line in enumerate(lines):
            box = QRectF(rect.left(), rect.top() + number * step, rect.width(), step)
            flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
            self._painter.drawText(self._dots(box), int(flags), line)
        return len(lines) * step

    def fill(self, rect: QRectF, colour: QColor) -> None:
        """A filled box."""
        self._painter.fillRect(self._dots(rect), colour)

    def picture(self, rect: QRectF, pixels: Pixels) -> None:
        """A picture with a thin frame."""
        self._painter.drawImage(self._dots(rect), as_image(pixels, opaque=True))
        self._painter.setPen(QPen(_RULE, _DOT / 2))
        self._painter.drawRect(self._dots(rect))


def _lines(text: str, metrics: QFontMetricsF, width: float, most: int) -> list[str]:
    """The text broken at spaces; what is too long ends in an ellipsis."""
    lines: list[str] = []
    for paragraph in text.splitlines():
        line = ""
        for word in paragraph.split():
            longer = f"{line} {word}".strip()
            if line and metrics.horizontalAdvance(longer) > width:
                lines.append(line)
                longer = word
            line = longer
        if line:
            lines.append(line)
    if len(lines) > most:
        lines = [*lines[: max(0, most - 1)], " ".join(lines[max(0, most - 1) :])][:most]
    return [metrics.elidedText(line, Qt.TextElideMode.ElideRight, width) for line in lines]


def _head(paper: _Paper, project: Project, board: Board, number: str) -> None:
    wide = _WIDTH - 2 * _MARGIN
    name = board.title or project.title
    paper.words(QRectF(_MARGIN, _MARGIN - 8, wide - 60, 24), name, 15, bold=True)
    length = f"{duration(float(board.seconds))} · {count(len(board.panels), 'panel', 'panels')}"
    about = length if name == project.title else f"{project.title} · {length}"
    paper.words(QRectF(_MARGIN, _MARGIN + 14, wide - 60, 12), about, 8.5, colour=_SOFT)
    paper.words(QRectF(_WIDTH - _MARGIN - 40, _MARGIN, 40, 12), number, 8.5, colour=_SOFT)


def _cell(place: int) -> QRectF:
    row, column = divmod(place, _COLUMNS)
    width = (_WIDTH - 2 * _MARGIN - (_COLUMNS - 1) * _GAP) / _COLUMNS
    height = (_HEIGHT - 2 * _MARGIN - _HEAD - (_ROWS - 1) * _GAP) / _ROWS
    left = _MARGIN + column * (width + _GAP)
    return QRectF(left, _MARGIN + _HEAD + row * (height + _GAP), width, height)


def _fitted(size: tuple[int, int], width: float, height: float) -> tuple[float, float]:
    scale = min(width / size[0], height / size[1])
    return size[0] * scale, size[1] * scale


def _panel(paper: _Paper, cell: QRectF, board: Board, span: Span, picture: Pictures) -> None:
    panel = span.panel
    width, height = _fitted(board.size, cell.width(), _PICTURE_HEIGHT)
    pixels = (2 * round(width * _PIXELS_PER_POINT / 2), 2 * round(height * _PIXELS_PER_POINT / 2))
    frame = span.start + _telling(span)
    paper.picture(QRectF(cell.left(), cell.top(), width, height), picture(frame, pixels))
    colour = QColor(_BEATS[panel.beat.value])
    top = cell.top() + height + 7
    paper.fill(QRectF(cell.left(), top, 3, _LINE), colour)
    times = (
        f"{title(panel.beat.value)} · {timecode(span.start, board.rate)} · {_length(span, board)}"
    )
    top += paper.words(
        QRectF(cell.left() + 8, top - 1, cell.width() - 8, 12), times, 7.5, colour=_SOFT
    )
    heading = f"{span.index + 1}  {panel.title or title(panel.beat.value)}"
    top += 2 + paper.words(QRectF(cell.left(), top + 2, cell.width(), 14), heading, 9, bold=True)
    said = panel.script or " ".join(c.text for c in panel.captions)
    for text, tone in ((said, _INK), (panel.notes, _SOFT)):
        room = QRectF(cell.left(), top + 2, cell.width(), max(0.0, cell.bottom() - top - 2))
        top += 2 + paper.words(room, text, 8, colour=tone)


def _telling(span: Span) -> int:
    """A frame that shows what the panel is about: past its transition, or the person's name."""
    if isinstance(span.panel, Reveal):
        return span.length - 1
    entry = span.panel.entry.length if span.panel.entry else 0
    return max(span.length // 2, min(span.length - 1, entry))


def _length(span: Span, board: Board) -> str:
    return f"{float(span.length / board.rate):.1f} s"
