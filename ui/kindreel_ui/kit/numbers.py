"""Fields for numbers: a letter at the left, the value with its unit at the right."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QDoubleSpinBox, QWidget

from kindreel_ui.kit import paint
from kindreel_ui.theme import colour, font

_LAID_OUT = {
    QEvent.Type.Resize,
    QEvent.Type.Show,
    QEvent.Type.Polish,
    QEvent.Type.StyleChange,
    QEvent.Type.FontChange,
    QEvent.Type.FocusIn,
    QEvent.Type.FocusOut,
}


class NumberField(QDoubleSpinBox):
    """A number to type, step with the arrows, or turn with the wheel while it has the focus.

    edited: sent when the person has changed the number, not when it is shown.
    """

    edited = Signal(float)

    def __init__(
        self,
        letter: str,
        *,
        name: str,
        low: float = -9999,
        high: float = 9999,
        step: float = 1.0,
        digits: int = 0,
        unit: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._letter = letter
        self._showing = False
        self.setRange(low, high)
        self.setDecimals(digits)
        self.setSingleStep(step)
        self.setSuffix(unit)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setFont(font("mono"))
        self.setAlignment(paint.RIGHT)
        self.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        self.setKeyboardTracking(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("step", "sm")
        self.setProperty("ring", "none")
        self.setMinimumWidth(60)
        self.valueChanged.connect(self._tell)

    def show_value(self, value: float) -> None:
        """Show a number that came from the board."""
        if abs(value - self.value()) < 10 ** -(self.decimals() + 2):
            return
        self._showing = True
        self.setValue(value)
        self._showing = False

    def _tell(self, value: float) -> None:
        if not self._showing:
            self.edited.emit(value)

    def event(self, event: QEvent) -> bool:
        """Lay the text out by hand: without buttons the stylesheet leaves it no width."""
        done = super().event(event)
        if event.type() in _LAID_OUT:
            room = self.rect().adjusted(8, 1, -9, -1)
            self.lineEdit().setGeometry(room)
        return done

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Turn only what has the focus, so scrolling past changes nothing."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the field and the letter in it."""
        super().paintEvent(event)
        with QPainter(self) as painter:
            place = QRectF(8, 0, 40, self.height())
            paint.text(painter, place, self._letter, font("overline"), colour("text3"))
