"""The workspace's top bar: project, view, undo, pre-flight and export."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from kindreel_ui.kit import Button, IconButton, Label, Line, Segmented, ShortLabel, row
from kindreel_ui.session import Session
from kindreel_ui.storyboard.preflight import PreflightButton

VIEWS = ("Board", "Reveal", "Script")


class TopBar(QWidget):
    """Forwards what is pressed; `details` shows where the inspector has no room of its own.

    viewed: the index of one of VIEWS. exported: the person wants the export dialog.
    """

    viewed = Signal(int)
    exported = Signal()

    def __init__(
        self, session: Session, preflight: PreflightButton, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._title = ShortLabel("", "bodyStrong")
        self._saved = Label("", "caption")
        self.views = Segmented(VIEWS, name="View")
        self._undo = IconButton("arrow-counter-clockwise", "Undo (Ctrl+Z)")
        self._redo = IconButton("arrow-clockwise", "Redo (Ctrl+Shift+Z)")
        self.details = IconButton("sliders-horizontal", "Properties (Ctrl+I)", checked=False)
        self.details.hide()
        self.preflight = preflight
        self.export = Button("Export", "primary", icon="export")
        self._bar = row(gap=8, margins=(20, 12, 16, 12))
        for left in (self._title, self._saved, self.views):
            self._bar.addWidget(left)
        self._bar.addStretch(1)
        parts = (self._undo, self._redo, self.details, Line(upright=True), preflight, self.export)
        for right in parts:
            self._bar.addWidget(right)
        self._title.setMaximumWidth(260)
        self._saved.setMinimumWidth(96)
        self.setLayout(self._bar)
        self._connect()
        self.refresh()

    def _connect(self) -> None:
        self._undo.clicked.connect(self._session.undo)
        self._redo.clicked.connect(self._session.redo)
        self.views.chosen.connect(self.viewed)
        self.export.clicked.connect(self.exported)
        self._session.changed.connect(lambda _before, _after, _origin: self.refresh())
        self._session.saved.connect(self.refresh)
        clock = QTimer(self, interval=5000)
        clock.timeout.connect(self._tell_saved)
        clock.start()

    def hold(self, chip: QWidget) -> None:
        """Show another part's chip before the pre-flight."""
        self._bar.insertWidget(self._bar.indexOf(self.preflight), chip)

    def refresh(self) -> None:
        """Show the project as it is now."""
        session = self._session
        project = session.project
        self._title.set_words(project.title if project else "Storyboard")
        for button, label, words, keys in (
            (self._undo, session.undo_label, "Undo", "Ctrl+Z"),
            (self._redo, session.redo_label, "Redo", "Ctrl+Shift+Z"),
        ):
            button.setEnabled(label is not None)
            button.set_words(f"{words} {label} ({keys})" if label else f"{words} ({keys})")
        for part in (self.views, self.preflight, self.export):
            part.setEnabled(project is not None)
        self._tell_saved()

    def _tell_saved(self) -> None:
        session = self._session
        if session.project is None:
            self._saved.setText("")
        elif session.dirty:
            self._saved.setText("Kept, not saved")
            self._saved.setToolTip("Your changes are kept beside the project. Ctrl+S saves them.")
        elif session.saved_at is not None:
            self._saved.setText(saved_words(datetime.now(UTC) - session.saved_at))
            self._saved.setToolTip("")


def saved_words(age: timedelta) -> str:
    """“Saved 12 s ago”."""
    seconds = int(age.total_seconds())
    if seconds < 5:
        return "Saved just now"
    if seconds < 90:
        return f"Saved {seconds} s ago"
    if seconds < 5400:
        return f"Saved {round(seconds / 60)} min ago"
    return f"Saved {round(seconds / 3600)} h ago"
