"""The cards at Home's right: comments, import, sample, and something kind."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QImage, QPainter
from PySide6.QtWidgets import QFileDialog, QWidget

from kindreel.i18n import tr
from kindreel.model.triage import Counts, Entry
from kindreel_ui.dropping import dropped
from kindreel_ui.home.words import parts_of
from kindreel_ui.kit import (
    Bare,
    Button,
    Card,
    Chip,
    CountsBar,
    IconLabel,
    Label,
    Thumbnail,
    column,
    icons,
    paint,
    row,
)
from kindreel_ui.theme import colour, font


class CommentsCard(Card):
    """How the inbox is made up, kind first, and the two ways into it.

    kind_asked, triage_asked: the person wants to read the kind ones, or to triage.
    """

    kind_asked = Signal()
    triage_asked = Signal()

    def __init__(self) -> None:
        super().__init__(gap=6)
        self._total = Label("", "caption")
        self._bar = CountsBar()
        self._chips = row(gap=6)
        self._words = Label("", "label", wrap=True)
        self._kind = Button(tr("Read the kind ones first"), "soft", icon="heart-fill").stretch()
        self._triage = Button("").stretch()
        head = row(
            IconLabel("chat-circle-dots", "accentText", 18),
            Label(tr("Comments"), "heading"),
            None,
            self._total,
        )
        self.add(head, 2, self._bar, 2, self._chips, self._words, 4, self._kind, self._triage)
        self._kind.clicked.connect(self.kind_asked)
        self._triage.clicked.connect(self.triage_asked)
        self.show_counts(Counts())
        self._words.setText(tr("Looking into your inbox…"))

    def show_counts(self, counts: Counts) -> None:
        """Show what the inbox holds."""
        self._total.setText(tr("{n} imported").format(n=f"{counts.all:,}") if counts.all else "")
        self._bar.set_parts(parts_of(counts))
        self._show_chips(counts)
        self._kind.setVisible(counts.kind > 0)
        self._triage.setVisible(counts.to_review > 0)
        self._triage.set_words(tr("Triage {n} waiting").format(n=f"{counts.to_review:,}"))
        if not counts.all:
            words = tr("It’s quiet here. Import an export, it is read on this computer only.")
        elif counts.severe:
            words = tr("Severe ones stay blurred until you choose to look. You don’t have to.")
        elif counts.to_review:
            words = tr("Nothing severe is waiting.")
        else:
            words = tr("All caught up.")
        self._words.setText(words)

    def _show_chips(self, counts: Counts) -> None:
        while (item := self._chips.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        chips = {
            "kind": tr("{n} kind"),
            "unkind": tr("{n} likely unkind"),
            "severe": tr("{n} severe"),
        }
        held = {"kind": counts.kind, "unkind": counts.unkind, "severe": counts.severe}
        for name, words in chips.items():
            if held[name]:
                self._chips.addWidget(Chip.of(name, words.format(n=f"{held[name]:,}")))
        self._chips.addStretch(1)


class DropTarget(Bare):
    """A place to drop files of comments on, or to click.

    given: the files that were dropped, as a tuple of Path.
    """

    given = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Drop or choose an export of comments"), parent)
        self.setAcceptDrops(True)
        self.setFixedHeight(96)
        self.setProperty("ringRadius", 10)
        self._over = False

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Light up for files that may hold comments."""
        if dropped(event.mimeData()).comments:
            event.acceptProposedAction()
            self._over = True
            self.update()

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        """Calm down."""
        self._over = False
        self.update()

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand the files on."""
        self._over = False
        self.update()
        event.acceptProposedAction()
        self.given.emit(dropped(event.mimeData()).comments)

    def draw(self, painter: QPainter, box: QRectF) -> None:
        """Paint the dashed field."""
        lit = self._over or self.underMouse()
        edge = colour("accent" if lit else "strokeStrong")
        ground = colour("accentSoft" if self._over else "inset")
        paint.rounded(painter, box, 10, fill=ground, stroke=edge, width=1.2, dashed=True)
        icons.paint(painter, "tray", QRectF(box.center().x() - 12, 16, 24, 24), "text2")
        words = QRectF(0, 45, box.width(), 18)
        title = font("labelStrong")
        centre = paint.CENTRE
        drop = tr("Drop a CSV, JSON or XLSX export")
        paint.text(painter, words, drop, title, colour("text"), centre)
        line = QRectF(0, 65, box.width(), 16)
        safe = tr("Nothing is uploaded. It is read on this computer.")
        paint.text(painter, line, safe, font("caption"), colour("text3"), centre)


class ImportCard(Card):
    """Ways to bring comments in.

    given: files to import, a tuple of Path. help_asked: where exports come from.
    """

    given = Signal(object)
    help_asked = Signal()

    def __init__(self) -> None:
        super().__init__(gap=6)
        target = DropTarget()
        choose = Button(tr("Choose file…"), step="sm", icon="download-simple")
        where = Button(tr("Get my export"), "ghost", step="sm", trailing="question")
        buttons = row(choose, None, where)
        self.add(Label(tr("Import comments"), "heading"), 2, target, 2, buttons)
        target.given.connect(self.given)
        target.clicked.connect(self._choose)
        choose.clicked.connect(self._choose)
        where.clicked.connect(self.help_asked)

    def _choose(self) -> None:
        kinds = tr("Exports of comments") + " (*.csv *.tsv *.json *.jsonl *.ndjson *.xlsx *.txt)"
        files, _ = QFileDialog.getOpenFileNames(
            self, tr("Import comments"), str(Path.home()), f"{kinds};;{tr('All files')} (*)"
        )
        if files:
            self.given.emit(tuple(Path(file) for file in files))


class SampleCard(Card):
    """A finished board to take apart.

    opened: the person wants to see it.
    """

    opened = Signal()

    def __init__(self) -> None:
        super().__init__(margins=(12, 12, 12, 12))
        self._picture = Thumbnail(56, 84)
        self._words = Label("", "label", wrap=True)
        button = Button(tr("Open sample"), step="sm")
        button.clicked.connect(self.opened)
        title = Label(tr("Sample: One kind comment"), "bodyStrong")
        line = row(self._picture, gap=12)
        line.addLayout(column(title, self._words, 2, row(button, None), gap=4), 1)
        self.add(line)
        self.show_length(0)

    def show_length(self, seconds: float) -> None:
        """Say how long the sample is, once it is known."""
        if seconds:
            words = tr("A finished {n}-second board with voice, captions and a reveal.")
            self._words.setText(f"{words.format(n=round(seconds))} {tr('Take it apart.')}")
        else:
            words = tr("A finished board with voice, captions and a reveal.")
            self._words.setText(f"{words} {tr('Take it apart.')}")

    def set_picture(self, picture: QImage) -> None:
        """Show the sample's picture."""
        self._picture.set_picture(picture)


class QuoteCard(Card):
    """One kind comment; hidden until there is one."""

    def __init__(self) -> None:
        super().__init__(kind="flat", margins=(16, 12, 16, 12))
        self._words = Label("", "bodyStrong", wrap=True)
        self._who = Label("", "caption")
        line = row(IconLabel("heart-fill", "kind", 18), gap=12)
        line.addLayout(column(self._words, self._who, gap=2), 1)
        self.add(line)
        self.hide()

    def show_entry(self, entry: Entry | None) -> None:
        """Show a comment, or nothing."""
        self.setVisible(entry is not None)
        if entry is None:
            return
        comment = entry.comment
        self._words.setText(f"“{' '.join(comment.text.split())}”")
        who = comment.author.name or f"@{comment.author.handle}"
        on = tr("{who} on {video}").format(who=who, video=comment.video_title)
        self._who.setText(on if comment.video_title else who)
