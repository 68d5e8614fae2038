"""Where exports of comments come from: what each platform gives, and what it does not."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kindreel.i18n import tr
from kindreel_ui.kit import Button, Card, Label, Sheet, column, row

_COMMAND = "yt-dlp --skip-download --write-comments ADDRESS"


class ExportsSheet(Sheet):
    """Says how to get a file of received comments."""

    def __init__(self, over: QWidget) -> None:
        own = tr(
            "“Download your data” of YouTube, TikTok and Instagram holds the comments you wrote,"
            " not those you received. Kindreel tells you when it meets such a file."
        )
        program = tr("A free program writes them to a file ending .info.json:")
        tool = tr(
            "Use the export of a comment tool: any CSV, XLSX or JSON file that has the text in one"
            " column. Author, time, likes and link are used when they are there."
        )
        other = tr("Drop it. If the columns are not clear, Kindreel asks which is which.")
        command = Label(_COMMAND, "mono")
        command.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        close = Button(tr("Close"))
        content = column(
            Label(tr("Where comments come from"), "title"),
            Label(own, "body", tone="text2", wrap=True),
            _source("YouTube", program, command),
            _source(tr("TikTok and Instagram"), tool),
            _source(tr("Any other table"), other),
            row(None, close),
            gap=12,
            margins=(24, 20, 24, 20),
        )
        super().__init__(over, content, name=tr("Where comments come from"), width=600)
        close.clicked.connect(self.dismiss)


def _source(title: str, words: str, *more: QWidget) -> Card:
    return Card(Label(title, "bodyStrong"), Label(words, "label", wrap=True), *more, gap=4)
