"""The panel at the left: every box with its count, and a kind word at its foot."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QWidget

from kindreel.model.triage import Box, Counts
from kindreel_ui.comments.wording import BOXES, isolated
from kindreel_ui.kit import (
    TONES,
    Bare,
    Button,
    Card,
    IconLabel,
    Label,
    Line,
    Panel,
    column,
    icons,
    paint,
    row,
)
from kindreel_ui.theme import colour, font, size

GROUPS = (
    (Box.TO_REVIEW,),
    (Box.SEVERE, Box.UNKIND, Box.UNSURE, Box.NEUTRAL, Box.KIND, Box.SPAM),
    (Box.DELETED, Box.BLOCKED, Box.REPORTED, Box.HIDDEN, Box.KEPT),
)
_ICONS = {
    Box.TO_REVIEW: ("tray", "accentText"),
    Box.DELETED: ("trash", "text2"),
    Box.BLOCKED: ("prohibit", "text2"),
    Box.REPORTED: ("flag", "text2"),
    Box.HIDDEN: ("eye-slash", "text2"),
    Box.KEPT: ("check-circle", "text2"),
}


class QueueRow(Bare):
    """One box: icon, name and how many comments it holds."""

    def __init__(self, box: Box, parent: QWidget | None = None) -> None:
        super().__init__(BOXES[box], parent)
        self._box = box
        self._count = 0
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFixedHeight(34)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setProperty("ringRadius", 8)

    def set_count(self, count: int) -> None:
        """Show another count."""
        self._count = count
        self.setAccessibleName(f"{BOXES[self._box]}, {count:,}")
        self.update()

    def sizeHint(self) -> QSize:
        """The whole width of the panel."""
        return QSize(180, 34)

    def draw(self, painter: QPainter, box: QRectF) -> None:
        """Paint the row, lifted when it is the one on show."""
        on = self.isChecked()
        if on or self.underMouse():
            ground = colour("accentSoft") if on else colour("hover")
            paint.rounded(painter, box, 8, fill=ground)
        look = TONES.get(self._box.value)
        name, tone = (look.icon, look.tone) if look else _ICONS[self._box]
        icons.paint(painter, name, QRectF(10, 9, 16, 16), tone, graphic=look is not None)
        letters = font("bodyStrong" if on else "body")
        ink = colour("text") if on else colour("text2")
        figures = f"{self._count:,}"
        wide = paint.text_width(figures, letters)
        paint.text(
            painter, QRectF(36, 0, box.width() - wide - 56, 34), BOXES[self._box], letters, ink
        )
        place = QRectF(box.right() - wide - 11, 0, wide + 1, 34)
        paint.text(painter, place, figures, letters, ink)


class KindBreak(Card):
    """A kind comment, always one click away."""

    wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        self._quote = Label("", "label", wrap=True, tone="text")
        self._more = Button("Read the kind ones", "link", step="sm")
        head = row(IconLabel("heart-fill", "kind"), Label("Take a kind break", "bodyStrong"), None)
        super().__init__(
            head, self._quote, row(self._more, None), margins=(12, 12, 12, 10), parent=parent
        )
        self._more.clicked.connect(self.wanted)
        self.hide()

    def show_kind(self, quote: str, count: int) -> None:
        """Show one comment and how many there are; without any, the card is away."""
        short = quote if len(quote) <= 90 else quote[:88].rstrip() + "…"
        self._quote.setText(f"“{isolated(short)}”")
        others = count - 1
        self._more.set_words(f"{others:,} more like this" if others > 0 else "Read it again")
        self.setVisible(bool(quote))


class Queues(Panel):
    """Every box of the inbox; one of them is on show.

    chosen: a Box the person wants to see.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        self._all = Label("0", "mono", tone="text3")
        self._rows: dict[Box, QueueRow] = {}
        self.kind_break = KindBreak()
        layout = column(
            row(Label("Queues", "bodyStrong"), None, self._all, margins=(10, 0, 10, 4)),
            gap=3,
            margins=(10, 14, 10, 14),
        )
        group = QButtonGroup()
        for index, boxes in enumerate(GROUPS):
            if index:
                layout.addSpacing(5)
                layout.addWidget(Line())
                layout.addSpacing(5)
            for box in boxes:
                made = QueueRow(box)
                group.addButton(made)
                self._rows[box] = made
                layout.addWidget(made)
        layout.addStretch(1)
        layout.addWidget(self.kind_break)
        super().__init__(layout, "left", parent)
        group.setParent(self)
        self.setFixedWidth(size("queue"))
        self.setAccessibleName("Queues")
        for box, shown in self._rows.items():
            shown.clicked.connect(lambda _checked=False, box=box: self.chosen.emit(box))
        self.kind_break.wanted.connect(lambda: self.chosen.emit(Box.KIND))

    def show_counts(self, counts: Counts) -> None:
        """Show how many comments each box holds."""
        self._all.setText(f"{counts.all:,}")
        for box, shown in self._rows.items():
            shown.set_count(counts.blocked if box is Box.BLOCKED else counts.of(box))

    def show_box(self, box: Box) -> None:
        """Mark the box that is on show."""
        if box in self._rows:
            self._rows[box].setChecked(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down walk through the boxes."""
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        rows = list(self._rows.values())
        at = next((i for i, r in enumerate(rows) if r.hasFocus()), None)
        if step is None or at is None:
            super().keyPressEvent(event)
            return
        target = rows[(at + step) % len(rows)]
        target.setFocus(Qt.FocusReason.TabFocusReason)
        target.click()
