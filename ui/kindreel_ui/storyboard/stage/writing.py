"""Typing into a text where it stands."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFocusEvent, QFont, QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from kindreel.model.edits import layers as edits
from kindreel.model.layers import BubbleLayer, TextLayer
from kindreel_ui.storyboard.desk import Desk
from kindreel_ui.storyboard.picks import Pick, layer_id
from kindreel_ui.storyboard.stage.placed import Placed
from kindreel_ui.storyboard.stage.viewport import Viewport

_LEAST = (120.0, 48.0)


class WritingField(QPlainTextEdit):
    """A field laid over a text layer; what is typed shows on the picture at once.

    Esc or a click elsewhere ends it; all that was typed is one step of undo.
    """

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._pick: Pick | None = None
        self._placed: Placed | None = None
        self.setAccessibleName("Text on the picture")
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setProperty("ring", "none")
        self.textChanged.connect(self._write)
        self.hide()

    def open(self, pick: Pick, found: Placed, view: Viewport) -> None:
        """Start typing in a layer."""
        layer = found.layer
        if not isinstance(layer, TextLayer | BubbleLayer):
            return
        self._pick = None
        letters = QFont(layer.style.family)
        scale = found.outline.height / max(1.0, layer.box[1]) * view.scale
        letters.setPixelSize(max(12, min(40, round(layer.style.size * scale))))
        letters.setWeight(QFont.Weight(layer.style.weight))
        self.setFont(letters)
        self.setPlainText(layer.text)
        self._pick, self._placed = pick, found
        self.lie(view)
        self.selectAll()
        self.show()
        self.setFocus()

    def lie(self, view: Viewport) -> None:
        """Lie over the layer, wherever it is now."""
        if self._placed is None:
            return
        outline = self._placed.outline
        wide = max(_LEAST[0], outline.width * view.scale)
        high = max(_LEAST[1], outline.height * view.scale)
        x, y = view.to_widget(outline.x, outline.y)
        self.setGeometry(QRectF(x - wide / 2, y - high / 2, wide, high).toRect())

    def close_field(self) -> None:
        """Stop typing."""
        if self._pick is not None:
            self._pick = self._placed = None
            self._desk.end_gesture()
            self.hide()

    def _write(self) -> None:
        pick = self._pick
        if pick is not None:
            text = self.toPlainText()
            self._desk.edit(
                "Edit text",
                lambda b: edits.set_text(b, pick.scene, layer_id(pick), text),
                f"write {pick.id}",
            )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc and Ctrl+Enter end the typing."""
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        ctrl = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_Escape or (enter and ctrl):
            self.close_field()
            parent = self.parentWidget()
            if parent is not None:
                parent.setFocus()
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """A click elsewhere ends the typing."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.close_field()
