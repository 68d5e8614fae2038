"""The bar over the list: search, label, order; and the line that says what is listed."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kindreel import i18n
from kindreel.model.comment import Label as CommentLabel
from kindreel.model.triage import TO_REVIEW, Box, Sort, View
from kindreel_ui.comments import wording
from kindreel_ui.comments.desk import Situation
from kindreel_ui.kit import Button, Label, Line, Panel, Picker, SearchField, column, row

ORDERS = {
    Sort.NEWEST: "Newest first",
    Sort.SEVEREST: "Most severe first",
    Sort.KINDEST: "Kindest first",
    Sort.MOST_LIKED: "Most liked first",
    Sort.OLDEST: "Oldest first",
}
LABELS: dict[str, CommentLabel | None] = {
    "Label: any": None,
    "Insult": CommentLabel.HARASSMENT,
    "Hate": CommentLabel.HATE,
    "Threat": CommentLabel.THREAT,
    "Sexual": CommentLabel.SEXUAL,
    "Self-harm": CommentLabel.SELFHARM,
    "Swearing": CommentLabel.PROFANITY,
    "Spam": CommentLabel.SPAM,
    "Kind": CommentLabel.KIND,
}
_WAITING = {Box.TO_REVIEW, *(Box(queue.value) for queue in TO_REVIEW)}


class Filters(Panel):
    """What narrows the list.

    searched: words. labelled: a Label or None. ordered: a Sort.
    """

    searched = Signal(str)
    labelled = Signal(object)
    ordered = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        self.search = SearchField("Search words, people or videos")
        self.label = Picker(list(LABELS), name="Label")
        self.order = Picker(list(ORDERS.values()), name="Order")
        line = row(self.search, self.label, self.order, margins=(16, 11, 16, 11))
        line.setStretch(0, 1)
        super().__init__(line, "top", parent)
        self.search.searched.connect(self.searched)
        self.label.activated.connect(self._label_chosen)
        self.order.activated.connect(self._order_chosen)

    def show_view(self, view: View) -> None:
        """Show what the view is narrowed by, without telling."""
        self.order.setCurrentText(ORDERS[view.sort])
        self.label.setCurrentIndex(list(LABELS.values()).index(view.label))
        if self.search.text().strip() != view.words:
            self.search.blockSignals(True)
            self.search.setText(view.words)
            self.search.blockSignals(False)

    def _label_chosen(self, at: int) -> None:
        self.labelled.emit(list(LABELS.values())[at])

    def _order_chosen(self, at: int) -> None:
        self.ordered.emit(list(ORDERS)[at])


class Heading(QWidget):
    """The name of the box, how many wait there, and a way to tick the likely unkind ones.

    unkind_wanted: tick every likely unkind comment that is listed.
    """

    unkind_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = Label("", "bodyStrong")
        self._count = Label("", "caption")
        self._select = Button("", "link", step="sm")
        self._select.clicked.connect(self.unkind_wanted)
        line = row(self._name, self._count, None, self._select, gap=12, margins=(20, 4, 20, 4))
        self.setLayout(column(line, Line(), gap=0))
        self.setFixedHeight(38)

    def show_box(self, box: Box) -> None:
        """Name the box at once; what it holds is counted meanwhile."""
        self._name.setText(wording.BOXES[box])

    def show_situation(self, box: Box, now: Situation) -> None:
        """Say how much is listed, filters and all."""
        self.show_box(box)
        if box in _WAITING:
            self._count.setText(wording.waiting(now.listed))
        else:
            self._count.setText(i18n.count(now.listed, "comment", "comments"))
        self._select.set_words(f"Select {now.unkind:,} likely unkind")
        self._select.setVisible(now.unkind > 0)
