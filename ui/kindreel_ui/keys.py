"""The keys dialog: every key there is, grouped by where it works."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QGridLayout, QWidget

from kindreel.i18n import tr
from kindreel_ui.actions import Deed
from kindreel_ui.kit import Box, Button, KeyCaps, Label, Scroll, Sheet, column, row

_COLUMNS = 2


def _keys_shown(key: str) -> str:
    native = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
    return native or key


def _group(title: str, deeds: Iterable[Deed]) -> QWidget:
    lines = column(Label(tr(title), "heading"), gap=8)
    for deed in deeds:
        caps = row(*(KeyCaps(_keys_shown(key)) for key in deed.keys), None, gap=10)
        words = Label(tr(deed.words), "label")
        words.setFixedWidth(180)
        lines.addLayout(row(words, caps, gap=12))
    lines.addStretch(1)
    return Box(lines)


class KeysSheet(Sheet):
    """Shows the keys of the deeds given; Esc closes it."""

    def __init__(self, deeds: Iterable[Deed], parent: QWidget) -> None:
        groups: dict[str, list[Deed]] = {}
        for deed in deeds:
            if deed.keys:
                groups.setdefault(deed.group, []).append(deed)
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 12, 0)
        grid.setHorizontalSpacing(32)
        grid.setVerticalSpacing(24)
        for index, (title, members) in enumerate(groups.items()):
            grid.addWidget(_group(title, members), index // _COLUMNS, index % _COLUMNS)
        area = Scroll(Box(grid))
        area.setMinimumHeight(520)
        close = Button(tr("Close"), "secondary")
        note = Label(tr("Single letters can be turned off in Settings."), "caption")
        parts = (Label(tr("Keys"), "title"), area, row(note, None, close))
        content = column(*parts, gap=16, margins=(28, 24, 20, 20))
        super().__init__(parent, content, name=tr("Keys"), width=860)
        close.clicked.connect(self.dismiss)
