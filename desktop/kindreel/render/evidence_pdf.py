"""The evidence report on paper: A4, a summary, then one numbered item after another."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextLayout,
    QTextOption,
)

from kindreel.errors import ExportError
from kindreel.jobs import Progress, silent
from kindreel.render import fonts

_DOT: Final = 4.0
"""Dots in a point; all lengths below are in points until they are drawn."""
_WIDTH, _HEIGHT = 595.0, 842.0
_MARGIN, _FOOT = 48.0, 30.0
_WIDE: Final = _WIDTH - 2 * _MARGIN
_NUMBER = 34.0
_INK, _SOFT, _RULE = QColor("#2A2027"), QColor("#6B6068"), QColor("#E4DCD8")
_STAND_IN = QColor("#D9CFE8")
_TINTS: Final = {
    "severe": QColor("#7B4FC9"),
    "unkind": QColor("#D2691E"),
    "unsure": QColor("#4F7FC9"),
    "spam": QColor("#2E9C85"),
    "neutral": QColor("#8A8085"),
    "kind": QColor("#B98A00"),
}
_FIRST_STRONG, _POP = "\u2068", "\u2069"


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One comment of the report.

    text: None when the wording is hidden; `length` then draws a stand-in of that many letters.
    lines: what is known besides, one fact a line.
    """

    who: str
    when: str
    tone: str
    mark: str
    text: str | None
    length: int
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What the report says.

    facts: lines under the title. bars: (tone, name, count) of the summary.
    """

    title: str
    facts: tuple[str, ...]
    bars: tuple[tuple[str, str, int], ...]
    foot: str


def write(
    out: Path, sheet: Sheet, items: Iterable[Item], total: int, progress: Progress = silent
) -> int:
    """Write the report and give back how many pages it has."""
    fonts.load()
    writer = QPdfWriter(str(out))
    writer.setTitle(sheet.title)
    writer.setCreator("Kindreel")
    writer.setResolution(round(72 * _DOT))
    page = QPageSize(QPageSize.PageSizeId.A4)
    writer.setPageLayout(QPageLayout(page, QPageLayout.Orientation.Portrait, QMarginsF()))
    painter = QPainter()
    if not painter.begin(writer):
        raise ExportError("The report could not be written.", "Choose another folder.")
    try:
        pages = _Pages(painter, writer, sheet)
        pages.summary()
        for number, item in enumerate(items, 1):
            progress(number, total, "Writing the report")
            pages.item(number, item)
        pages.foot()
    finally:
        painter.end()
    return pages.number


class _Pages:
    """Fills page after page, in points."""

    def __init__(self, painter: QPainter, writer: QPdfWriter, sheet: Sheet) -> None:
        self._painter = painter
        self._writer = writer
        self._sheet = sheet
        self._top = _MARGIN
        self.number = 1

    def summary(self) -> None:
        """The title, the facts and the bars."""
        self._top += self._words(self._sheet.title, 18, left=_MARGIN, wide=_WIDE, bold=True) + 4
        for fact in self._sheet.facts:
            self._top += self._words(fact, 9, left=_MARGIN, wide=_WIDE, colour=_SOFT) + 1
        self._top += 10
        most = max((count for _, _, count in self._sheet.bars), default=1)
        for tone, name, count in self._sheet.bars:
            self._words(name, 9, left=_MARGIN, wide=80)
            length = (_WIDE - 140) * count / max(1, most)
            self._fill(
                QRectF(_MARGIN + 84, self._top + 2, max(2.0, length), 9), _TINTS.get(tone, _SOFT)
            )
            self._words(f"{count:,}", 9, left=_MARGIN + 92 + length, wide=50, colour=_SOFT)
            self._top += 16
        self._top += 12

    def item(self, number: int, item: Item) -> None:
        """One comment, kept together on a page when it fits on one."""
        text_left = _MARGIN + _NUMBER
        wide = _WIDE - _NUMBER
        lines = self._laid_out(item.text, 10.5, wide) if item.text is not None else None
        needed = 16 + (lines[1] if lines else 16) + 11.5 * len(item.lines) + 16
        if self._top + needed > _HEIGHT - _MARGIN - _FOOT and self._top > _MARGIN:
            self._next_page()
        self._fill(QRectF(_MARGIN, self._top - 6, _WIDE, 0.5), _RULE)
        self._words(str(number), 9, left=_MARGIN, wide=_NUMBER, colour=_SOFT)
        self._words(_isolated(item.who), 9.5, left=text_left, wide=wide - 190, bold=True)
        self._words(
            item.mark, 9, left=text_left + wide - 185, wide=85, colour=_TINTS.get(item.tone, _SOFT)
        )
        self._words(item.when, 9, left=text_left + wide - 100, wide=100, colour=_SOFT)
        self._top += 15
        self._text(item, lines, text_left)
        for line in item.lines:
            self._top += self._words(line, 8, left=text_left, wide=wide, colour=_SOFT)
        self._top += 14

    def _text(self, item: Item, lines: tuple[QTextLayout, float] | None, left: float) -> None:
        if lines is None:
            self._stand_in(left, item.length)
            self._top += 16
            return
        layout = lines[0]
        room = _HEIGHT - _MARGIN - _FOOT
        self._painter.setPen(_INK)
        for at in range(layout.lineCount()):
            line = layout.lineAt(at)
            step = line.height() / _DOT
            if self._top + step > room:
                self._next_page()
                self._painter.setPen(_INK)
            line.draw(self._painter, QPointF(left * _DOT, self._top * _DOT - line.y()))
            self._top += step
        self._top += 3

    def _stand_in(self, left: float, length: int) -> None:
        """Bars of the text's length where the words would be; no word is drawn."""
        at, room = left, min(length * 4.6, _WIDE - _NUMBER - 20)
        for part in (0.32, 0.18, 0.3, 0.2):
            self._fill(
                QRectF(at, self._top + 2, max(6.0, room * part - 5), 8),
                _STAND_IN,
                round_corners=True,
            )
            at += max(11.0, room * part)

    def foot(self) -> None:
        """The line at the page's end."""
        top, self._top = self._top, _HEIGHT - _FOOT
        self._words(self._sheet.foot, 7.5, left=_MARGIN, wide=_WIDE - 40, colour=_SOFT)
        self._words(str(self.number), 7.5, left=_WIDTH - _MARGIN - 20, wide=20, colour=_SOFT)
        self._top = top

    def _next_page(self) -> None:
        self.foot()
        self._writer.newPage()
        self.number += 1
        self._top = _MARGIN

    def _fill(self, rect: QRectF, colour: QColor, *, round_corners: bool = False) -> None:
        dots = QRectF(rect.x() * _DOT, rect.y() * _DOT, rect.width() * _DOT, rect.height() * _DOT)
        if round_corners:
            self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._painter.setPen(Qt.PenStyle.NoPen)
            self._painter.setBrush(colour)
            self._painter.drawRoundedRect(dots, dots.height() / 2, dots.height() / 2)
        else:
            self._painter.fillRect(dots, colour)

    def _laid_out(
        self, text: str, size: float, wide: float, *, bold: bool = False
    ) -> tuple[QTextLayout, float]:
        """The text in lines, and their height in points."""
        font = QFont()
        font.setFamilies(["Inter", *fonts.EMOJI])
        font.setPointSizeF(size)
        font.setVariableAxis(QFont.Tag("wght"), 650 if bold else 400)
        layout = QTextLayout(text.replace("\n", "\u2028"), font, self._writer)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        height = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(wide * _DOT)
            line.setPosition(QPointF(0, height))
            height += line.height()
        layout.endLayout()
        return layout, height / _DOT

    def _words(
        self,
        text: str,
        size: float,
        *,
        left: float,
        wide: float,
        colour: QColor = _INK,
        bold: bool = False,
    ) -> float:
        """Draw a short text at the present height; the height it took."""
        layout, height = self._laid_out(text, size, wide, bold=bold)
        self._painter.setPen(colour)
        layout.draw(self._painter, QPointF(left * _DOT, self._top * _DOT))
        return height


def _isolated(name: str) -> str:
    """A name that cannot turn the direction of what stands beside it."""
    return f"{_FIRST_STRONG}{name}{_POP}"
