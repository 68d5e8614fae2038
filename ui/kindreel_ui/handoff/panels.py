"""The parts around the batch: its cards, the guide, the lists, the report, the words of care."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from kindreel.model.comment import Batch, BatchStatus
from kindreel_ui.handoff import wording
from kindreel_ui.handoff.desk import Guide
from kindreel_ui.kit import (
    Bare,
    Button,
    Card,
    CheckBox,
    IconLabel,
    Label,
    Panel,
    column,
    icons,
    paint,
    row,
)
from kindreel_ui.theme import colour, fill, font


class BatchCard(Bare):
    """One batch: its name, how much of it is ticked, and where its comments are."""

    def __init__(self, batch: Batch, parent: QWidget | None = None) -> None:
        super().__init__(wording.name(batch), parent)
        self.batch = batch
        done = wording.done(batch)
        self.setAccessibleName(f"{wording.name(batch)}, {done} of {len(batch.entries)} done")
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFixedSize(220, 76)
        self.setProperty("ringRadius", 12)

    def sizeHint(self) -> QSize:
        """The size of a card."""
        return QSize(220, 76)

    def draw(self, painter: QPainter, box: QRectF) -> None:
        """Paint the card, coral-edged when it is the one at hand."""
        on = self.isChecked()
        ground, edge = ("selection", "accent") if on else ("raised", "stroke")
        width = 2 if on else 1
        paint.rounded(painter, box, 12, fill=colour(ground), stroke=colour(edge), width=width)
        done, every = wording.done(self.batch), len(self.batch.entries)
        name = QRectF(14, 10, 120, 18)
        paint.text(painter, name, wording.name(self.batch), font("bodyStrong"), colour("text"))
        counted = QRectF(box.width() - 94, 10, 80, 18)
        words = f"{done} of {every}"
        paint.text(painter, counted, words, font("label"), colour("text2"), paint.RIGHT)
        if self.batch.status is BatchStatus.DONE:
            icons.paint(painter, "check-circle-fill", QRectF(112, 11, 15, 15), "success")
        bar = QRectF(14, 36, box.width() - 28, 5)
        paint.rounded(painter, bar, 2.5, fill=colour("pressed"))
        if done:
            part = QRectF(bar.x(), bar.y(), max(5.0, bar.width() * done / every), 5)
            paint.rounded(painter, part, 2.5, fill=fill("accent"))
        place = QRectF(14, 48, box.width() - 28, 18)
        paint.text(painter, place, wording.videos(self.batch), font("caption"), colour("text3"))


class BatchCards(QWidget):
    """The batches of a platform, side by side.

    chosen: the Batch the person turns to.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row: QHBoxLayout = row(gap=10)
        self._row.addStretch(1)
        self.setLayout(self._row)

    def show_batches(self, batches: Sequence[Batch], current: Batch | None) -> None:
        """Show these batches, one of them at hand."""
        while self._row.count() > 1:
            item = self._row.takeAt(0)
            widget = item.widget() if item else None
            if widget is not None:
                widget.deleteLater()
        for at, batch in enumerate(batches):
            card = BatchCard(batch)
            card.setChecked(batch is current)
            card.clicked.connect(lambda _checked=False, b=batch: self.chosen.emit(b))
            self._row.insertWidget(at, card)


class GuideCard(Card):
    """What to do in the platform's own app, step by step, with the day it was checked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._title = Label("", "bodyStrong")
        self._checked = Label("", "caption")
        self._steps = column(gap=6)
        super().__init__(
            row(self._title, None, self._checked),
            self._steps,
            margins=(16, 12, 16, 14),
            parent=parent,
        )

    def show_guide(self, guide: Guide) -> None:
        """Show one platform's steps."""
        self._title.setText(f"In {guide.name}")
        self._checked.setText(f"Guide checked {guide.checked}")
        while item := self._steps.takeAt(0):
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for number, step in enumerate(guide.steps, 1):
            self._steps.addWidget(_Step(number, step))


class _Step(QWidget):
    def __init__(self, number: int, words: str) -> None:
        super().__init__()
        figure = Label(str(number), "mono")
        figure.setFixedWidth(20)
        text = Label(words, "label", wrap=True, tone="text")
        line = row(figure, text, gap=4)
        line.setStretch(1, 1)
        self.setLayout(line)


class Side(Panel):
    """Lists to save, the evidence report, and where to turn.

    lists_wanted, names_wanted: save or copy. evidence_wanted: show the words?, only severe?
    """

    lists_wanted = Signal()
    names_wanted = Signal()
    evidence_wanted = Signal(bool, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        self._lists = Button("Save lists…", icon="download-simple").stretch()
        self._names = Button("Copy names", icon="copy").stretch()
        self._hide = CheckBox("Hide wording", on=True)
        self._severe = CheckBox("Only severe")
        self._save = Button("Save PDF…", icon="file-pdf").stretch()
        about = Label("CSV and JSON for each batch, and the names to block.", "label", wrap=True)
        lists = Card(Label("Lists", "heading"), about, row(self._lists), row(self._names))
        proof = Card(
            Label("Evidence report", "heading"),
            self._hide,
            self._severe,
            Label("For a platform, a school or someone you trust.", "caption", wrap=True),
            row(self._save),
        )
        care = Card(
            row(IconLabel("lifebuoy", "unsure"), Label("If a comment frightens you", "bodyStrong")),
            Label(
                "You don’t have to handle it alone. Save the report and talk to someone you trust.",
                "label",
                wrap=True,
            ),
            kind="flat",
        )
        super().__init__(
            column(lists, proof, None, care, gap=14, margins=(14, 16, 14, 14)), "right", parent
        )
        self.setFixedWidth(300)
        self.setAccessibleName("Lists and report")
        self._lists.clicked.connect(self.lists_wanted)
        self._names.clicked.connect(self.names_wanted)
        self._save.clicked.connect(self._wanted)

    def _wanted(self) -> None:
        self.evidence_wanted.emit(not self._hide.isChecked(), self._severe.isChecked())


class Intro(Panel):
    """What a hand-off is, how much there is of it, and why it is done by hand."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._count = Label("", "label", wrap=True)
        why = Card(
            row(IconLabel("lock-key", "accentText"), Label("Why by hand?", "bodyStrong")),
            Label(
                "These apps only let you delete, block or report while you are signed in. Kindreel "
                "never asks for your password, so it gives you short lists instead.",
                "label",
                wrap=True,
            ),
            margins=(14, 12, 14, 12),
        )
        super().__init__(
            column(Label("Hand off", "title"), self._count, None, why, margins=(16, 16, 16, 14)),
            "left",
            parent,
        )
        self.setFixedWidth(256)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setAccessibleName("About handing off")

    def show_count(self, decisions: int) -> None:
        """Say how much there is to do."""
        if decisions:
            self._count.setText(f"{decisions:,} decisions, {wording.minutes(decisions)}")
        else:
            self._count.setText("Nothing waits. What you decide in Comments comes here.")
