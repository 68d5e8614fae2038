"""Chips: a word, an icon and a tint, so that no meaning hangs on colour alone."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from kindreel_ui.kit import icons, paint
from kindreel_ui.kit.paint import Painted
from kindreel_ui.theme import colour, font, tint


@dataclass(frozen=True, slots=True)
class Tone:
    """How one kind of comment or state is worded and painted everywhere."""

    words: str
    tone: str
    icon: str


TONES = {
    "severe": Tone("Severe", "severe", "eye-slash"),
    "unkind": Tone("Likely unkind", "unkind", "smiley-sad"),
    "unsure": Tone("Unsure", "unsure", "question"),
    "neutral": Tone("Neutral", "neutral", "chat-circle"),
    "kind": Tone("Kind", "kind", "heart-fill"),
    "spam": Tone("Spam", "spam", "megaphone"),
    "passed": Tone("Passed", "success", "check"),
    "warn": Tone("Look at this", "warn", "warning"),
}
_HEIGHT = 22
_ICON = 13


def chip_width(words: str, icon: str | None) -> float:
    """How wide a chip with these words is."""
    return paint.text_width(words, font("overline")) + 17 + (16 if icon else 0)


def paint_chip(painter: QPainter, box: QRectF, words: str, tone: str, icon: str | None) -> None:
    """Paint a chip into the box; for delegates that paint many."""
    paint.rounded(painter, box, box.height() / 2, fill=tint(tone))
    x = box.x() + 8
    if icon:
        place = QRectF(x - 1, box.y() + (box.height() - _ICON) / 2, _ICON, _ICON)
        icons.paint(painter, icon, place, tone, graphic=True)
        x += 16
    place = QRectF(x, box.y(), box.right() - x - 4, box.height())
    paint.text(painter, place, words, font("overline"), colour(tone))


class Chip(Painted):
    """A tinted pill with a word and, usually, an icon."""

    def __init__(
        self,
        words: str,
        tone: str = "text2",
        icon: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_words(words, tone, icon)

    @classmethod
    def of(cls, name: str, words: str | None = None) -> Chip:
        """The chip of one of `TONES`, such as "kind" or "severe"."""
        tone = TONES[name]
        return cls(words or tone.words, tone.tone, tone.icon)

    def show_words(self, words: str, tone: str, icon: str | None = None) -> None:
        """Show another word, tone and icon."""
        self._words, self._tone, self._icon = words, tone, icon
        self.setAccessibleName(words)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for the word and the icon."""
        return QSize(round(chip_width(self._words, self._icon)), _HEIGHT)

    def draw(self, painter: QPainter, box: QRectF) -> None:
        """Paint the pill."""
        paint_chip(painter, box, self._words, self._tone, self._icon)
