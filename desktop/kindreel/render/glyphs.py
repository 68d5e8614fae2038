"""Text: shaped, broken into lines, made to fit, drawn."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import ceil
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QGlyphRun,
    QPainter,
    QPainterPath,
    QPainterPathStroker,
    QTextLayout,
    QTextOption,
)

from kindreel.model.layers import TextStyle
from kindreel.render import fonts

_ALIGN: Final = {
    "left": Qt.AlignmentFlag.AlignLeft,
    "centre": Qt.AlignmentFlag.AlignHCenter,
    "right": Qt.AlignmentFlag.AlignRight,
}
_SMALLEST: Final = 8.0


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of letters drawn in its own way.

    start, length: UTF-16 units, as Qt counts. colour: None for the style's own.
    rise: canvas units below its place. opacity: 0 to 1.
    """

    start: int
    length: int
    colour: str | None = None
    rise: float = 0.0
    opacity: float = 1.0


class Block:
    """Text laid out in a box about 0, 0.

    size: the em size used, smaller than the style's when that did not fit.
    """

    def __init__(self, text: str, style: TextStyle, box: tuple[float, float], size: float) -> None:
        """Break the lines; the box's height is not a limit here."""
        self.style, self.size = style, size
        face = fonts.font(style, size)
        self._layout = QTextLayout(text.replace("\n", "\u2028"), face)
        self._layout.setFormats(_other_scripts(text, face, style, size))
        option = QTextOption(_ALIGN[style.align] | Qt.AlignmentFlag.AlignAbsolute)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout.setTextOption(option)
        self._layout.setCacheEnabled(True)
        self.height = self._break(box[0])
        self.top = -self.height / 2
        self.left = -box[0] / 2
        widths = [self._layout.lineAt(i).naturalTextRect() for i in range(self._layout.lineCount())]
        self.ink = QRectF()
        for rect in widths:
            self.ink = self.ink.united(rect.translated(self.left, self.top))

    def _break(self, width: float) -> float:
        metrics = QFontMetricsF(self._layout.font())
        pitch = self.size * self.style.line_height
        rest = (pitch - metrics.ascent() - metrics.descent()) / 2
        y = 0.0
        self._layout.beginLayout()
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0.0, y + rest + metrics.ascent() - line.ascent()))
            y += pitch
        self._layout.endLayout()
        return y

    @property
    def lines(self) -> int:
        """How many lines there are."""
        return self._layout.lineCount()

    def runs(self, start: int = 0, length: int = -1) -> Sequence[QGlyphRun]:
        """The glyphs of some letters, placed from the block's corner."""
        return self._layout.glyphRuns(start, length)

    def outline(self, start: int = 0, length: int = -1) -> QPainterPath:
        """The letters' own shapes; colour emoji have none."""
        path = QPainterPath()
        path.setFillRule(Qt.FillRule.WindingFill)
        for run in self.runs(start, length):
            face = run.rawFont()
            if "emoji" in face.familyName().lower():
                continue  # Qt loses a bitmap font's size when it is asked for outlines
            for index, place in zip(run.glyphIndexes(), run.positions(), strict=True):
                path.addPath(face.pathForGlyph(index).translated(place))
        return path.translated(self.left, self.top)

    def paint(self, painter: QPainter, spans: Sequence[Span] = ()) -> None:
        """Draw outline and letters; with spans, those letters alone, each in its own way."""
        if self.style.outline > 0:
            for span in spans or (Span(0, -1),):
                self._paint_outline(painter, span)
        corner = QPointF(self.left, self.top)
        painter.setPen(QColor(self.style.colour))
        if not spans:
            self._layout.draw(painter, corner)
            return
        for span in spans:
            painter.setPen(QColor(span.colour or self.style.colour))
            painter.setOpacity(span.opacity)
            for run in self.runs(span.start, span.length):
                painter.drawGlyphRun(corner + QPointF(0.0, span.rise), run)
        painter.setOpacity(1.0)

    def _paint_outline(self, painter: QPainter, span: Span) -> None:
        pen = QPainterPathStroker()
        pen.setWidth(2 * self.style.outline * self.size / self.style.size)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        path = self.outline(span.start, span.length)
        path = (path + pen.createStroke(path)).translated(0.0, span.rise)
        painter.setOpacity(span.opacity)
        painter.fillPath(path, QColor(self.style.outline_colour))
        painter.setOpacity(1.0)


def _other_scripts(
    text: str, face: QFont, style: TextStyle, size: float
) -> list[QTextLayout.FormatRange]:
    if text.isascii():
        return []
    formats = []
    for start, length in fonts.foreign(text, face):
        one = QTextLayout.FormatRange()
        one.start, one.length = start, length
        one.format.setFont(fonts.other_scripts(style, size))
        formats.append(one)
    return formats


def _longest_word(text: str, style: TextStyle, size: float) -> float:
    metrics = QFontMetricsF(fonts.font(style, size))
    return max((metrics.horizontalAdvance(word) for word in text.split()), default=0.0)


@lru_cache(maxsize=256)
def fitted_size(text: str, style: TextStyle, box: tuple[float, float]) -> float:
    """The largest em size up to the style's at which the text fits its box."""
    width, height = max(box[0], 1.0), max(box[1], 1.0)

    def fits(size: float) -> bool:
        return (
            _longest_word(text, style, size) <= width
            and Block(text, style, (width, height), size).height <= height + 0.5
        )

    return _search(style.size, fits)


def _search(largest: float, fits: Callable[[float], bool]) -> float:
    if largest <= _SMALLEST or fits(largest):
        return largest
    low, high = ceil(_SMALLEST), int(largest)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if fits(middle) else (low, middle - 1)
    return float(low)


def block(text: str, style: TextStyle, box: tuple[float, float]) -> Block:
    """Text broken into lines and made to fit a box."""
    return Block(text, style, box, fitted_size(text, style, box))


def words(text: str) -> list[tuple[int, int]]:
    """Start and length of each word, in UTF-16 units."""
    return _stretches(text, lambda char: not char.isspace())


def letters(text: str) -> list[tuple[int, int]]:
    """Start and length of each visible letter with its marks and joined emoji, UTF-16 units."""
    found: list[tuple[int, int]] = []
    place, joined = 0, False
    for char in text:
        units = 2 if ord(char) > 0xFFFF else 1
        extends = joined or char in "\u200d\ufe0f\ufe0e" or 0x1F3FB <= ord(char) <= 0x1F3FF
        if found and (extends or _is_mark(char)):
            found[-1] = (found[-1][0], place + units - found[-1][0])
        elif not char.isspace():
            found.append((place, units))
        joined = char == "\u200d"
        place += units
    return found


def _is_mark(char: str) -> bool:
    import unicodedata  # noqa: PLC0415 - only text that comes in by the letter needs it

    return unicodedata.combining(char) != 0


def _stretches(text: str, inside: Callable[[str], bool]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    place, open_ = 0, False
    for char in text:
        units = 2 if ord(char) > 0xFFFF else 1
        if inside(char):
            start = found.pop()[0] if open_ else place
            found.append((start, place + units - start))
        open_ = inside(char)
        place += units
    return found
