"""The left column: which format, and where it goes."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from kindreel_ui.export.choices import CHOICES, Choice
from kindreel_ui.kit import (
    Bare,
    Box,
    Button,
    IconLabel,
    Label,
    Scroll,
    ShortLabel,
    column,
    icons,
    paint,
    row,
)
from kindreel_ui.theme import colour, font

_HIGH = 50


class FormatCard(Bare):
    """One format."""

    def __init__(self, choice: Choice, parent: QWidget | None = None) -> None:
        super().__init__(f"{choice.words}, {choice.detail}", parent)
        self._choice = choice
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFixedHeight(_HIGH)
        self.setProperty("ringRadius", 10)

    def sizeHint(self) -> QSize:
        """A card's size."""
        return QSize(196, _HIGH)

    def draw(self, painter: QPainter, box: QRectF) -> None:
        """Paint the card."""
        on = self.isChecked()
        if on:
            edge = colour("accent")
            paint.rounded(painter, box, 10, fill=colour("selection"), stroke=edge, width=1.5)
        elif self.underMouse():
            paint.rounded(painter, box, 10, fill=colour("hover"))
        tile = QRectF(9, 7, 36, 36)
        paint.rounded(painter, tile, 8, fill=colour("pressed" if on else "hover"))
        tone = "accentText" if on else "text2"
        icons.paint(painter, self._choice.icon, tile.adjusted(9, 9, -9, -9), tone)
        room = box.width() - 62
        title = QRectF(56, 6, room, 20)
        paint.text(painter, title, self._choice.words, font("bodyStrong"), colour("text"))
        facts = QRectF(56, 26, room, 16)
        paint.text(painter, facts, self._choice.detail, font("caption"), colour("text3"))


class FormatColumn(QWidget):
    """All formats, and the folder at the foot.

    chosen: the name of the format. moved: the folder.
    """

    chosen = Signal(str)
    moved = Signal(object)

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self.cards = {choice.name: FormatCard(choice) for choice in CHOICES}
        self._place = ShortLabel("", "label", tone="text")
        self._change = Button("Change", "link", step="sm")
        self._change.setAccessibleName("Change folder")
        self._change.clicked.connect(self._ask)
        foot = row(IconLabel("folder-open", "text3", 16), gap=10, margins=(16, 0, 16, 0))
        foot.addLayout(column(Label("Save to", "caption"), self._place, gap=0), 1)
        foot.addWidget(self._change)
        self._scroll = Scroll(Box(self._list()))
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        body = column(gap=8, margins=(0, 12, 0, 12))
        body.addWidget(self._scroll, 1)
        body.addWidget(Box(foot))
        self.setLayout(body)
        self.setFixedWidth(232)
        self.cards[CHOICES[0].name].setChecked(True)
        self._show()

    def _list(self) -> QVBoxLayout:
        """All cards; a click on one chooses it."""
        cards = column(Label("Format", "label"), gap=2, margins=(16, 2, 16, 2))
        for name, card in self.cards.items():
            cards.addWidget(card)
            card.clicked.connect(lambda _on=False, name=name: self.chosen.emit(name))
        cards.addStretch(1)
        return cards

    @property
    def folder(self) -> Path:
        """Where it goes."""
        return self._folder

    @property
    def choice(self) -> str:
        """The format that is on."""
        return next(name for name, card in self.cards.items() if card.isChecked())

    def use_folder(self, folder: Path) -> None:
        """Save elsewhere."""
        self._folder = folder
        self._show()
        self.moved.emit(folder)

    def _show(self) -> None:
        home = str(Path.home())
        self._place.set_words(str(self._folder).replace(home, "~", 1))

    def _ask(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, "Save to", str(self._folder))
        if chosen:
            self.use_folder(Path(chosen))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down choose."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        names = list(self.cards)
        at = max(0, min(len(names) - 1, names.index(self.choice) + step))
        self._scroll.ensureWidgetVisible(self.cards[names[at]], 0, 8)
        self.cards[names[at]].setFocus()
        self.cards[names[at]].click()
