"""Fields to type and pick in, with the house's fonts; their look is in the stylesheet."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QSlider,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QWidget,
)

from kindreel_ui.kit import icons, paint
from kindreel_ui.kit.labels import Label
from kindreel_ui.theme import font


class LineField(QLineEdit):
    """One line of text.

    name: what a screen reader calls it. mono: for times and numbers. step: "md" or "sm".
    """

    def __init__(
        self,
        words: str = "",
        *,
        name: str,
        hint: str = "",
        mono: bool = False,
        step: str = "md",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(words, parent)
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setFont(font("mono" if mono else "label" if step == "sm" else "body"))
        self.setProperty("step", step)
        self.setProperty("ring", "none")

    def set_error(self, sentence: str) -> None:
        """Mark the field and say why to screen readers; an empty sentence clears the mark."""
        self.setProperty("state", "error" if sentence else "")
        self.setAccessibleDescription(sentence)
        self.style().unpolish(self)
        self.style().polish(self)


class SearchField(LineField):
    """A field with a magnifying glass; Esc clears it.

    searched: sent with the text 150 ms after the last key, so that a search runs once.
    """

    searched = Signal(str)

    def __init__(self, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(name=hint, hint=hint, parent=parent)
        self.setTextMargins(22, 0, 0, 0)
        self.setClearButtonEnabled(True)
        self._pause = QTimer(self, singleShot=True, interval=150)
        self._pause.timeout.connect(self._search)
        self.textChanged.connect(self._pause.start)

    def _search(self) -> None:
        self.searched.emit(self.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Clear on Esc; an empty field lets Esc pass on."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the field, then the glass over its left margin."""
        super().paintEvent(event)
        with QPainter(self) as painter:
            paint.smooth(painter)
            glass = QRectF(11, (self.height() - 16) / 2, 16, 16)
            icons.paint(painter, "magnifying-glass", glass, "text3")


class Picker(QComboBox):
    """One of a list; the wheel changes it only when it has the focus."""

    def __init__(
        self, words: Sequence[str], *, name: str, step: str = "md", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.addItems(list(words))
        self.setAccessibleName(name)
        self.view().setAccessibleName(name)
        self.setFont(font("label" if step == "sm" else "body"))
        self.setProperty("step", step)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ringRadius", 8)

    def sizeHint(self) -> QSize:
        """Room for the longest of its words; the style sheet's padding is forgotten by Qt."""
        hint, option = super().sizeHint(), QStyleOptionComboBox()
        self.initStyleOption(option)
        option.rect = QRect(QPoint(), hint)
        words = (self.itemText(at) for at in range(self.count()))
        longest = max(map(self.fontMetrics().horizontalAdvance, words), default=0)
        hint.setWidth(hint.width() + max(0, longest + 1 - self._room(option)))
        return hint

    def _room(self, option: QStyleOptionComboBox) -> int:
        """How wide words may be."""
        control, part = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField
        return self.style().subControlRect(control, option, part, self).width() - 4

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the list's box, its words shortened to the room there is."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        full = option.currentText
        option.currentText = self.fontMetrics().elidedText(
            full, Qt.TextElideMode.ElideRight, self._room(option)
        )
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.end()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Turn only what has the focus, so scrolling past changes nothing."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class CheckBox(QCheckBox):
    """A box with a tick and words."""

    def __init__(self, words: str, *, on: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(words.replace("&", "&&"), parent)
        self.setAccessibleName(words)
        self.setChecked(on)
        self.setMinimumHeight(24)
        self.setProperty("ringRadius", 6)


class SliderField(QWidget):
    """A slider with its value in figures behind it.

    moved: sent with the value while it changes. let_go: sent once the person lets go.
    """

    moved = Signal(int)
    let_go = Signal()

    def __init__(
        self,
        low: int,
        high: int,
        value: int,
        *,
        name: str,
        unit: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._unit = unit
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(low, high)
        self.slider.setAccessibleName(name)
        self._figure = Label("", "mono")
        self._figure.setMinimumWidth(30)
        self._figure.setAlignment(paint.RIGHT)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addWidget(self.slider, 1)
        box.addWidget(self._figure)
        self.slider.setValue(value)
        self._show(value)
        self.slider.valueChanged.connect(self._show)
        self.slider.valueChanged.connect(self.moved)
        self.slider.sliderReleased.connect(self.let_go)

    def _show(self, value: int) -> None:
        self._figure.setText(f"{value}{self._unit}")
