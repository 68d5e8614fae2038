"""Under the list: what was just done and can be taken back, and what to do with the ticked ones."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kindreel.model.comment import Action
from kindreel.model.triage import Act
from kindreel_ui.comments import wording
from kindreel_ui.kit import Button, Card, Label, Line, UndoBar, column, row

OFFERS = (
    (Action.DELETE, "Delete", "trash", "inverse"),
    (Action.BLOCK, "Delete & block", "prohibit", "secondary"),
    (Action.REPORT, "Report", "flag", "secondary"),
    (Action.KEEP, "Keep", "check", "secondary"),
    (Action.KIND, "Mark as kind", "heart", "secondary"),
)


class BulkBar(Card):
    """What can be done with all ticked comments at once.

    wanted: an Action. cleared: untick them.
    """

    wanted = Signal(object)
    cleared = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        self._count = Label("", "bodyStrong")
        clear = Button("Clear", "ghost", step="sm")
        line = row(self._count, clear, 2, Line(upright=True), 2, gap=8)
        self.buttons: dict[Action, Button] = {}
        for action, words, icon, kind in OFFERS:
            button = Button(words, kind, icon=icon)
            self.buttons[action] = button
            line.addWidget(button)
        line.addStretch(1)
        super().__init__(line, kind="raised", margins=(14, 7, 8, 7), parent=parent)
        clear.clicked.connect(self.cleared)
        for action, button in self.buttons.items():
            button.clicked.connect(lambda _checked=False, a=action: self.wanted.emit(a))
        self.setAccessibleName("Selected comments")
        self.hide()

    def show_count(self, count: int) -> None:
        """Show for how many comments; for none the bar goes away."""
        self._count.setText(f"{count:,} selected")
        self.setVisible(count > 0)


class Dock(QWidget):
    """The undo bar over the bulk bar; both push the list up and never cover a row."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.undo_bar = UndoBar()
        self.bulk_bar = BulkBar()
        self.setLayout(column(self.undo_bar, self.bulk_bar, gap=10, margins=(16, 8, 16, 12)))
        self.setAccessibleName("What was done and what can be done")
        self.bulk_bar.hide()
        self.undo_bar.over.connect(self._fit)
        self._fit()

    def show_act(self, act: Act) -> None:
        """Say what was done, for a while."""
        sentence, icon = wording.done(act)
        self.undo_bar.show_done(sentence, icon)
        self._fit()

    def show_count(self, count: int) -> None:
        """Offer the bulk actions for so many ticked comments."""
        self.bulk_bar.show_count(count)
        self._fit()

    def _fit(self) -> None:
        shown = not (self.undo_bar.isHidden() and self.bulk_bar.isHidden())
        self.setVisible(shown)
