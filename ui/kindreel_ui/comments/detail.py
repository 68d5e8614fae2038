"""The panel at the right: one comment, why it is here, its likes, its author, what to do."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QLayout, QScrollArea, QSizePolicy, QWidget

from kindreel import i18n
from kindreel.model.comment import Action, Reason
from kindreel.model.triage import CommentKey, Entry
from kindreel_ui.comments import wording
from kindreel_ui.comments.background import Background
from kindreel_ui.comments.spans import Spans
from kindreel_ui.kit import (
    TONES,
    Box,
    Button,
    Card,
    Chip,
    Face,
    IconLabel,
    KeyCaps,
    Label,
    Painted,
    Panel,
    ProgressBar,
    ShortLabel,
    column,
    paint,
    row,
)
from kindreel_ui.theme import colour, fill, size


class Timeline(Painted):
    """An author's comments as dots, oldest at the left, each in its queue's tone."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tones: list[str] = []
        self.setFixedHeight(20)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_history(self, history: Sequence[Entry]) -> None:
        """Show up to sixteen comments."""
        newest = [wording.verdict(entry)[1] for entry in history[:16]]
        self._tones = newest[::-1]
        self.setAccessibleName(f"{len(newest)} comments by this person")
        self.update()

    def draw(self, painter: QPainter, box: QRectF) -> None:
        """Paint the dots."""
        if not self._tones:
            return
        step = min(22.0, (box.width() - 12) / max(1, len(self._tones) - 1))
        middle = box.center().y()
        line = QRectF(6, middle - 0.5, step * (len(self._tones) - 1), 1)
        painter.fillRect(line, colour("stroke"))
        for index, tone in enumerate(self._tones):
            side = 7.0 if tone == "neutral" else 10.0
            dot = QRectF(6 + index * step - side / 2, middle - side / 2, side, side)
            paint.rounded(painter, dot, side / 2, fill=fill(TONES[tone].tone))


class SimilarRow(QWidget):
    """One comment much like the one looked at."""

    def __init__(self, entry: Entry, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        hidden = wording.verdict(entry)[1] == "severe"
        words = "Hidden, severe" if hidden else wording.isolated(entry.comment.text)
        label = ShortLabel(words, "label")
        self.setLayout(row(Face(wording.face(entry), 20), label, gap=8))


class Detail(Panel):
    """Everything about the comment under the cursor.

    wanted: an Action for this comment. shown: show or hide its words. similar_wanted: tick these.
    """

    wanted = Signal(object)
    shown = Signal()
    similar_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        self._face = Face("", 40)
        self._who = ShortLabel("", "bodyStrong")
        self._since = Label("", "caption")
        self._video = ShortLabel("", "bodyStrong")
        self._meta = Label("", "caption")
        self._body = column(
            row(self._face, column(self._who, self._since, gap=1), gap=12),
            column(self._video, self._meta, gap=1),
            self._care(),
            self._why(),
            self._similar(),
            self._person(),
            None,
            gap=12,
            margins=(16, 14, 16, 8),
        )
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        inner = Box(self._body)
        inner.setProperty("ground", "surface")
        scroll.setWidget(inner)
        layout = column(scroll, self._actions(), gap=0)
        layout.setStretch(0, 1)
        super().__init__(layout, "right", parent)
        self._show.clicked.connect(self.shown)
        self.select_similar.clicked.connect(self._select_similar)
        for action, button in self.buttons.items():
            button.clicked.connect(lambda _checked=False, a=action: self.wanted.emit(a))
        self.setFixedWidth(size("detail"))
        self.setAccessibleName("About this comment")
        self._inner = inner
        self._background: Background | None = None
        self.show_nothing()

    def _care(self) -> Card:
        head = row(
            IconLabel("lifebuoy", "unsure"), Label("You’re not alone with this", "bodyStrong")
        )
        words = Label(
            "You don’t have to handle a threat by yourself. Report it, save the evidence in "
            "Hand-off, and talk to someone you trust.",
            "label",
            wrap=True,
        )
        self._care_card = Card(head, words, kind="flat", margins=(14, 12, 14, 12))
        return self._care_card

    def _why(self) -> Card:
        self._chip = Chip.of("neutral")
        self._words = Spans()
        self._sure = ProgressBar(name="Certainty", thickness=5)
        self._figure = Label("", "mono")
        self._decided = Label("", "label", wrap=True)
        self._show = Button("Show text", "secondary", step="sm", icon="eye")
        note = Label(
            "Read by a small model on this computer. It can be wrong: mark it Kind or Keep "
            "and it learns from you.",
            "caption",
            wrap=True,
        )
        return Card(
            row(Label("Why it is here", "bodyStrong"), None, self._chip),
            self._words,
            row(self._show, None),
            self._decided,
            row(Label("Certainty", "label"), self._sure, self._figure, gap=10),
            note,
            gap=10,
            margins=(14, 12, 14, 12),
        )

    def _similar(self) -> Card:
        self._similar_title = Label("", "bodyStrong")
        self._similar_people = Label("", "caption")
        self._similar_rows = column(gap=6)
        self.select_similar = Button("Select all", "soft", step="sm").stretch()
        self._similar_card = Card(
            row(IconLabel("copy", "text2"), self._similar_title, None, self._similar_people),
            self._similar_rows,
            self.select_similar,
            gap=10,
            margins=(14, 12, 14, 12),
        )
        return self._similar_card

    def _person(self) -> Card:
        self._person_chips = row(gap=6)
        self._timeline = Timeline()
        self._from = Label("", "caption")
        self._person_card = Card(
            row(Label("This person", "bodyStrong"), None, self._person_chips),
            self._timeline,
            row(self._from, None, Label("today", "caption")),
            gap=8,
            margins=(14, 12, 14, 12),
        )
        return self._person_card

    def _actions(self) -> QWidget:
        self.buttons: dict[Action, Button] = {}
        offers = (
            (Action.DELETE, "Delete", "trash", "inverse"),
            (Action.BLOCK, "Delete & block", "prohibit", "secondary"),
            (Action.REPORT, "Report", "flag", "secondary"),
            (Action.KEEP, "Keep", "check", "secondary"),
            (Action.KIND, "Kind", "heart", "secondary"),
        )
        for action, words, icon, kind in offers:
            button = Button(words, kind, icon=icon).stretch()
            self.buttons[action] = button
        b = self.buttons
        keys = row(KeyCaps("J"), KeyCaps("K", "move"), KeyCaps("Del", "delete"), gap=6)
        keys.addWidget(KeyCaps("B", "block"))
        keys.addStretch(1)
        self._foot = Box(
            column(
                row(b[Action.DELETE], b[Action.BLOCK]),
                row(b[Action.REPORT], b[Action.KEEP], b[Action.KIND]),
                keys,
                margins=(16, 10, 16, 14),
            )
        )
        return self._foot

    def show_nothing(self) -> None:
        """No comment is looked at."""
        self._background = None
        self._inner.hide()
        self._foot.setEnabled(False)

    def show_entry(self, entry: Entry, *, hidden: bool) -> None:
        """Show what the comment itself says at once; the rest follows with its background."""
        self._inner.show()
        self._foot.setEnabled(True)
        who = wording.handle(entry)
        self._face.show_person(wording.face(entry))
        self._who.set_words(who)
        self._since.setText(" ")
        self._video.set_words(wording.video(entry) or "Unknown video")
        when = wording.ago(entry.comment.created_at, entry.comment.precision, datetime.now(UTC))
        likes = i18n.count(entry.comment.likes, "like", "likes")
        self._meta.setText(" · ".join(part for part in (when, likes) if part))
        words, tone = wording.verdict(entry)
        self._chip.show_words(words, TONES[tone].tone, TONES[tone].icon)
        self._sure.set_tone(TONES[tone].tone)
        self._sure.set_value(wording.certainty(entry))
        self._figure.setText(f"{wording.certainty(entry):.2f}")
        self._show_words(entry, (), hidden=hidden)
        self._decided.hide()
        self._care_card.setVisible(wording.frightens(entry))
        self._similar_card.hide()
        self._person_card.hide()

    def _show_words(self, entry: Entry, reasons: tuple[Reason, ...], *, hidden: bool) -> None:
        severe = wording.verdict(entry)[1] == "severe"
        self._show.setVisible(severe)
        self._show.set_words("Show text" if hidden else "Hide text")
        text = "Hidden, because it may hurt to read." if hidden else entry.comment.text
        self._words.show_text(text, () if hidden else reasons, wording.verdict(entry)[1])

    def show_background(self, background: Background, *, hidden: bool) -> None:
        """Add why the comment is here, what is like it, and what its author wrote before."""
        self._background = background
        self._show_words(background.entry, background.reasons, hidden=hidden)
        self._decided.setText(wording.isolated(background.decided))
        self._decided.setVisible(bool(background.decided))
        self._show_similar(background.similar)
        self._show_person(background.history)

    def _show_similar(self, similar: tuple[Entry, ...]) -> None:
        _empty(self._similar_rows)
        self._similar_card.setVisible(bool(similar))
        count = len(similar)
        self._similar_title.setText(i18n.count(count, "similar comment", "similar comments"))
        people = {entry.author_key for entry in similar}
        self._similar_people.setText(i18n.count(len(people), "person", "people"))
        self.select_similar.set_words(f"Select all {count + 1}")
        for entry in similar[:3]:
            self._similar_rows.addWidget(SimilarRow(entry))

    def _show_person(self, history: tuple[Entry, ...]) -> None:
        if not history:
            return
        first = history[-1].comment.created_at
        since = f" since {first.day} {first:%B}" if first else ""
        self._since.setText(f"{i18n.count(len(history), 'comment', 'comments')} to you{since}")
        self._person_card.setVisible(len(history) > 1)
        self._timeline.show_history(history)
        self._from.setText(f"{first.day} {first:%b}" if first else "")
        _empty(self._person_chips)
        tones = [wording.verdict(entry)[1] for entry in history]
        for tone in ("severe", "unkind", "spam", "kind"):
            if tones.count(tone):
                words = f"{tones.count(tone)} {TONES[tone].words.lower().removeprefix('likely ')}"
                self._person_chips.addWidget(Chip(words, TONES[tone].tone))

    def _select_similar(self) -> None:
        if self._background is not None:
            keys: list[CommentKey] = [self._background.entry.key]
            keys += [entry.key for entry in self._background.similar]
            self.similar_wanted.emit(tuple(keys))

    def sizeHint(self) -> QSize:
        """The panel's own width."""
        return QSize(size("detail"), 600)


def _empty(layout: QLayout) -> None:
    """Take every widget out of a layout."""
    while item := layout.takeAt(0):
        widget = item.widget()
        if widget is not None:
            widget.deleteLater()
