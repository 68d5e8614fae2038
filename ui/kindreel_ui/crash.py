"""After a bug: what happened, that the work is kept, and where the report lies."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QWidget

from kindreel.i18n import tr
from kindreel_ui.kit import Button, IconLabel, Label, column, row


class CrashDialog(QDialog):
    """Lets the person go on or quit; sends nothing."""

    def __init__(self, report: Path | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Something went wrong"))
        words = Label(
            tr(
                "Kindreel did something it was not made to do. A recovery copy of your project has"
                " been kept beside the last save. You can go on; closing and opening Kindreel again"
                " is safer."
            ),
            "body",
            tone="text2",
            wrap=True,
        )
        words.setMinimumWidth(440)
        note = Label(self._note(report), "caption", wrap=True)
        go_on = Button(tr("Go on"), "primary")
        go_on.clicked.connect(self.accept)
        leave = Button(tr("Close Kindreel"))
        leave.clicked.connect(self.reject)
        buttons = row(None, leave, go_on)
        if report is not None:
            show = Button(tr("Show the report"), "ghost")
            show.clicked.connect(lambda: _open(report))
            buttons.insertWidget(0, show)
        head = row(
            IconLabel("lifebuoy", "accentText", 24), Label(tr("We kept your work"), "title"), None
        )
        self.setLayout(column(head, words, note, 4, buttons, gap=12, margins=(24, 20, 24, 20)))

    @staticmethod
    def _note(report: Path | None) -> str:
        if report is None:
            return tr("No report is sent.")
        return tr("No report is sent. One without any comment’s text lies on this computer.")


def _open(report: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(report)))
