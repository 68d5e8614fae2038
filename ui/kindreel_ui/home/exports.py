"""Where exports of comments come from: what each platform gives, and what it does not."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from kindreel.i18n import tr
from kindreel_ui.kit import Button, Card, Label, column, row

_COMMAND = "yt-dlp --skip-download --write-comments ADDRESS"


class ExportsDialog(QDialog):
    """Says how to get a file of received comments."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Get my export"))
        own = tr(
            "“Download your data” of YouTube, TikTok and Instagram holds the comments you wrote,"
            " not those you received. Kindreel tells you when it meets such a file."
        )
        command = Label(_COMMAND, "mono")
        command.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        close = Button(tr("Close"))
        close.clicked.connect(self.close)
        lead = Label(own, "body", tone="text2", wrap=True)
        lead.setMinimumWidth(520)
        self.setLayout(
            column(
                Label(tr("Where comments come from"), "title"),
                lead,
                _source(
                    "YouTube",
                    tr("A free program writes them to a file ending .info.json:"),
                    command,
                ),
                _source(
                    tr("TikTok and Instagram"),
                    tr(
                        "Use the export of a comment tool: any CSV, XLSX or JSON file that has the"
                        " text in one column. Author, time, likes and link are used when they are"
                        " there."
                    ),
                ),
                _source(
                    tr("Any other table"),
                    tr("Drop it. If the columns are not clear, Kindreel asks which is which."),
                ),
                row(None, close),
                gap=12,
                margins=(24, 20, 24, 20),
            )
        )


def _source(title: str, words: str, *more: QWidget) -> Card:
    return Card(Label(title, "bodyStrong"), Label(words, "label", wrap=True), *more, gap=4)
