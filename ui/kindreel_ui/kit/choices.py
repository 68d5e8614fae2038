"""Choosing: segmented control, toggle switch and the steps of a wizard."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEasingCurve, QPointF, QRectF, QSize, Qt, QVariantAnimation, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from kindreel_ui.kit import icons, paint
from kindreel_ui.kit.buttons import Bare
from kindreel_ui.kit.paint import Painted
from kindreel_ui.theme import colour, font, ms, radius

_ARROWS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
}


class Segmented(Painted):
    """A few choices in one line, one of them on; arrow keys move it.

    chosen: sent with the index when the person or `choose` changes it.
    """

    chosen = Signal(int)

    def __init__(
        self, words: Sequence[str], at: int = 0, name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._words = tuple(words)
        self._at = at
        self._name = name
        self._font = font("labelStrong")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setProperty("ringRadius", radius("md"))
        self._tell()

    @property
    def at(self) -> int:
        """The index that is on."""
        return self._at

    def set_words(self, words: Sequence[str]) -> None:
        """Write other words on the same choices."""
        self._words = tuple(words)
        self._tell()
        self.updateGeometry()
        self.update()

    def choose(self, index: int) -> None:
        """Turn one choice on; tells only when it was another."""
        if index == self._at:
            return
        self._at = index
        self._tell()
        self.update()
        self.chosen.emit(index)

    def _tell(self) -> None:
        self.setAccessibleName(f"{self._name} {self._words[self._at]}".strip())
        self.setAccessibleDescription(", ".join(self._words))

    def _widths(self) -> list[float]:
        natural = [paint.text_width(w, self._font) + 22 for w in self._words]
        spare = (self.width() - 6 - sum(natural)) / len(natural)
        return [wide + max(0.0, spare) for wide in natural]

    def _boxes(self) -> list[QRectF]:
        boxes = []
        x = 3.0
        for wide in self._widths():
            boxes.append(QRectF(x, 3, wide, self.height() - 6))
            x += wide
        return boxes

    def sizeHint(self) -> QSize:
        """Room for all choices side by side."""
        wide = sum(paint.text_width(w, self._font) + 22 for w in self._words)
        return QSize(round(wide) + 6, 32)

    def minimumSizeHint(self) -> QSize:
        """The same: no choice is cut."""
        return self.sizeHint()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose what was pressed."""
        for index, box in enumerate(self._boxes()):
            if box.contains(event.position()):
                self.choose(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with the arrows."""
        step = _ARROWS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        self.choose(min(len(self._words) - 1, max(0, self._at + step)))

    def draw(self, painter: QPainter, box: QRectF) -> None:
        """Paint the trough, the lifted choice and all words."""
        paint.rounded(painter, box, radius("md"), fill=colour("inset"), stroke=colour("stroke"))
        for index, (words, place) in enumerate(zip(self._words, self._boxes(), strict=True)):
            on = index == self._at
            if on:
                edge = colour("stroke")
                paint.rounded(painter, place, radius("sm"), fill=colour("raised"), stroke=edge)
            ink = colour("text" if on else "text2")
            paint.text(painter, place, words, self._font, ink, paint.CENTRE)


class Toggle(Bare):
    """A switch that is on or off: a checkable button that tells by `toggled`."""

    def __init__(self, words: str, *, on: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self._place = 1.0 if on else 0.0
        self._slide = QVariantAnimation(self)
        self._slide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._slide.valueChanged.connect(self._slid)
        self.setCheckable(True)
        self.setChecked(on)
        self.setFixedSize(36, 24)
        self.setProperty("ringRadius", 12)
        self.toggled.connect(self._move)

    def _move(self, on: bool) -> None:  # noqa: FBT001 - Qt's signal sends a bare bool
        self._slide.stop()
        self._slide.setDuration(ms("hover"))
        self._slide.setStartValue(self._place)
        self._slide.setEndValue(1.0 if on else 0.0)
        self._slide.start()

    def _slid(self, place: float) -> None:
        self._place = place
        self.update()

    def draw(self, painter: QPainter, box: QRectF) -> None:
        """Paint the track and the knob where it is."""
        track = box.adjusted(1, 2, -1, -2)
        on = self.isChecked()
        edge = None if on else colour("strokeStrong")
        ground = colour("accent" if on else "pressed")
        paint.rounded(painter, track, track.height() / 2, fill=ground, stroke=edge)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("onAccent" if on else "text2"))
        left = track.left() + track.height() / 2
        reach = track.width() - track.height()
        painter.drawEllipse(QPointF(left + reach * self._place, track.center().y()), 7, 7)


class Stepper(Painted):
    """The steps of a wizard: done, the one at hand, and those to come."""

    def __init__(self, words: Sequence[str], at: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = tuple(words)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.go(at)

    def go(self, at: int) -> None:
        """Stand at one step."""
        self._at = at
        self.setAccessibleName(f"Step {at + 1} of {len(self._words)}: {self._words[at]}")
        self.update()

    def _step_width(self, words: str) -> float:
        return 24 + 8 + paint.text_width(words, font("bodyStrong"))

    def sizeHint(self) -> QSize:
        """Room for all steps and the lines between them."""
        wide = sum(self._step_width(w) for w in self._words) + 72 * (len(self._words) - 1)
        return QSize(round(wide) + 2, 24)

    def draw(self, painter: QPainter, box: QRectF) -> None:
        """Paint each step's disc and words, and the lines between."""
        x = 0.0
        for index, words in enumerate(self._words):
            if index:
                rule = QRectF(x + 12, box.center().y(), 48, 1)
                painter.fillRect(rule, colour("strokeStrong"))
                x += 72
            self._draw_step(painter, x, index, words)
            x += self._step_width(words)

    def _draw_step(self, painter: QPainter, x: float, index: int, words: str) -> None:
        disc = QRectF(x, 0, 24, 24)
        number = font("labelStrong")
        if index < self._at:
            paint.rounded(painter, disc, 12, fill=colour("success", 0.18))
            icons.paint(painter, "check-bold", disc.adjusted(5, 5, -5, -5), "success")
        elif index == self._at:
            paint.rounded(painter, disc, 12, fill=colour("accent"))
            paint.text(painter, disc, str(index + 1), number, colour("onAccent"), paint.CENTRE)
        else:
            paint.rounded(painter, disc, 12, stroke=colour("strokeStrong"))
            paint.text(painter, disc, str(index + 1), number, colour("text3"), paint.CENTRE)
        ink = "text" if index == self._at else "text2" if index < self._at else "text3"
        role = font("bodyStrong" if index == self._at else "body")
        paint.text(painter, QRectF(x + 32, 0, 400, 24), words, role, colour(ink))


__all__ = ["Segmented", "Stepper", "Toggle"]
