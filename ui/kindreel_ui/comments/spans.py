"""A comment's words with the stretches that spoke for its label, as plain text."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from kindreel.model.comment import Reason
from kindreel_ui.kit.paint import Painted
from kindreel_ui.theme import colour, fill, font, tint

_MOST = 1200


class Spans(Painted):
    """Words that break into lines, some of them marked in a tone."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._reasons: tuple[Reason, ...] = ()
        self._tone = "unkind"
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_text(self, text: str, reasons: Sequence[Reason], tone: str) -> None:
        """Show words and mark the reasons' stretches; very long ones are cut."""
        self._text = text if len(text) <= _MOST else text[:_MOST] + "…"
        self._reasons = tuple(reasons)
        self._tone = tone
        self.setAccessibleName(self._text)
        self.updateGeometry()
        self.update()

    def _units(self, place: int) -> int:
        """A place in code points as Qt counts, in UTF-16 units."""
        return len(self._text[:place].encode("utf-16-le", "surrogatepass")) // 2

    def _formats(self) -> list[QTextLayout.FormatRange]:
        made = []
        for reason in self._reasons:
            look = QTextLayout.FormatRange()
            look.start = self._units(reason.start)
            look.length = self._units(reason.end) - look.start
            words = QTextCharFormat()
            words.setBackground(tint(self._tone))
            words.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
            words.setUnderlineColor(fill(self._tone))
            words.setFontWeight(600)
            look.format = words
            made.append(look)
        return made

    def _laid_out(self, width: float) -> QTextLayout:
        layout = QTextLayout(self._text.replace("\n", "\u2028"), font("comment", px=15))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats(self._formats())
        layout.beginLayout()
        y = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(20.0, width))
            line.setPosition(QPointF(0, y))
            y += line.height() * 1.3
        layout.endLayout()
        return layout

    def heightForWidth(self, width: int) -> int:
        """How high the lines are in so much room."""
        layout = self._laid_out(width)
        return round(layout.boundingRect().height() + 8)

    def sizeHint(self) -> QSize:
        """A comfortable width."""
        return QSize(280, self.heightForWidth(max(120, self.width())))

    def draw(self, painter: QPainter, box: QRectF) -> None:
        """Write the words."""
        painter.setPen(colour("text"))
        self._laid_out(box.width()).draw(painter, QPointF(0, 2))
