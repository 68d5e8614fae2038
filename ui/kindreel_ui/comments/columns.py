"""Matching columns: which column of a table holds the comment, its author, its time."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QGridLayout, QScrollArea, QWidget

from kindreel_ui.comments.wording import isolated
from kindreel_ui.kit import Box, Button, Label, Picker, ShortLabel, column, row

if TYPE_CHECKING:
    from kindreel.importers.reading.mapping import Mapping

_FIELDS = {
    "Skip": "",
    "Comment": "text",
    "Author": "author",
    "Date": "time",
    "Likes": "likes",
    "Video": "video",
    "Comment id": "id",
    "Reply to": "parent",
}
_SHOWN_ROWS = 6


class ColumnsDialog(QDialog):
    """A table's columns with a picker over each.

    matched: the Mapping the person has confirmed.
    """

    matched = Signal(object)

    def __init__(self, file: Path, mapping: Mapping, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Match your columns")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumSize(820, 460)
        self._mapping = mapping
        self.pickers: list[Picker] = []
        self._hint = Label("", "label", tone="warn")
        self.take = Button("Import", "primary", icon="download-simple")
        self.take.clicked.connect(self._confirm)
        cancel = Button("Cancel", "ghost")
        cancel.clicked.connect(self.reject)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(self._table())
        box = column(
            Label("Match your columns", "title"),
            Label("Only Comment is needed. Nothing is uploaded.", "label"),
            ShortLabel(file.name, "bodyStrong"),
            scroll,
            row(self._hint, None, cancel, self.take),
            margins=(24, 20, 24, 18),
            gap=10,
        )
        self.setLayout(box)
        self._check()

    def _table(self) -> Box:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(10)
        found = {name: field for field, name in self._mapping.fields}
        words = {field: shown for shown, field in _FIELDS.items()}
        for at, name in enumerate(self._mapping.columns):
            picker = Picker(list(_FIELDS), name=f"What {name} holds", step="sm")
            field = found.get(name, found.get(str(at + 1), ""))
            picker.setCurrentText(words.get(field, "Skip"))
            picker.currentIndexChanged.connect(self._check)
            self.pickers.append(picker)
            grid.addWidget(picker, 0, at)
            grid.addWidget(Label(isolated(name), "mono"), 1, at)
            for line, sample in enumerate(self._mapping.samples[:_SHOWN_ROWS], 2):
                cell = sample[at] if at < len(sample) else ""
                short = ShortLabel(isolated(cell), "label")
                short.setMinimumWidth(110)
                grid.addWidget(short, line, at)
        grid.setRowStretch(_SHOWN_ROWS + 2, 1)
        return Box(grid)

    def _chosen(self) -> list[tuple[str, str]]:
        pairs = []
        for at, picker in enumerate(self.pickers):
            field = _FIELDS[picker.currentText()]
            if field:
                name = self._mapping.columns[at]
                unique = self._mapping.columns.index(name) == at and bool(name.strip())
                pairs.append((field, name if unique else str(at + 1)))
        return pairs

    def _check(self) -> None:
        fields = [field for field, _ in self._chosen()]
        twice = sorted({f for f in fields if fields.count(f) > 1})
        hint = ""
        if "text" not in fields:
            hint = "Choose the column that holds the comments."
        elif twice:
            hint = "Two columns are said to hold the same thing."
        self._hint.setText(hint)
        self.take.setEnabled(not hint)

    def _confirm(self) -> None:
        self.matched.emit(replace(self._mapping, fields=tuple(self._chosen())))
        self.accept()
