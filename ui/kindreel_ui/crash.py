"""After a bug: what happened, that the work is kept, and where the report lies."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from kindreel.i18n import tr
from kindreel_ui.kit import Button, IconLabel, Label, Sheet, column, row


class CrashSheet(Sheet):
    """Lets the person go on or leave; sends nothing.

    leave_asked: the person would rather close Kindreel.
    """

    leave_asked = Signal()

    def __init__(self, report: Path | None, over: QWidget) -> None:
        words = tr(
            "Kindreel did something it was not made to do. A recovery copy of your project has"
            " been kept beside the last save. You can go on; closing and opening Kindreel again"
            " is safer."
        )
        go_on = Button(tr("Go on"), "primary")
        leave = Button(tr("Close Kindreel"))
        buttons = row(None, leave, go_on)
        if report is not None:
            show = Button(tr("Show the report"), "ghost")
            show.clicked.connect(lambda: _open(report))
            buttons.insertWidget(0, show)
        title = Label(tr("We kept your work"), "title")
        content = column(
            row(IconLabel("lifebuoy", "accentText", 24), title, None),
            Label(words, "body", tone="text2", wrap=True),
            Label(self._note(report), "caption", wrap=True),
            4,
            buttons,
            gap=12,
            margins=(24, 20, 24, 20),
        )
        super().__init__(over, content, name=tr("We kept your work"), width=520)
        go_on.clicked.connect(self.dismiss)
        leave.clicked.connect(self.leave_asked)

    @staticmethod
    def _note(report: Path | None) -> str:
        if report is None:
            return tr("No report is sent.")
        return tr("No report is sent. One without any comment’s text lies on this computer.")


def _open(report: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(report)))
