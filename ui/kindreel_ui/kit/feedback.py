"""What happened, what is safe, what you can do: undo bar, notice bar and empty states."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPainter, QPen
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from kindreel_ui.kit import icons, paint
from kindreel_ui.kit.buttons import Button, IconButton
from kindreel_ui.kit.labels import IconLabel, Label
from kindreel_ui.kit.layout import column, row
from kindreel_ui.kit.paint import Painted
from kindreel_ui.theme import colour, ms


def announce(widget: QWidget, sentence: str) -> None:
    """Let a screen reader say a sentence when it has time."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, sentence))


class UndoBar(QFrame):
    """A bar that says what was done and can take it back for a while; it hides itself then.

    undone: the person wants it back. over: the time is up or the bar was used.
    """

    undone = Signal()
    over = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "toast")
        self.setFixedHeight(40)
        self._icon = IconLabel("trash", "onInverse")
        self._words = Label("", "bodyStrong", tone="onInverse")
        self._undo = Button("Undo", "onInverse")
        self._left = Label("", "bodyStrong", tone="onInverse")
        self._undo.clicked.connect(self._take_back)
        self.setLayout(
            row(
                self._icon, self._words, None, self._undo, self._left, gap=8, margins=(14, 0, 14, 0)
            )
        )
        self._seconds = 0
        self._clock = QTimer(self, interval=1000)
        self._clock.timeout.connect(self._tick)
        self.hide()

    def show_done(self, sentence: str, icon: str = "trash") -> None:
        """Say what was done and start counting down."""
        self._words.setText(sentence)
        self._icon.set_icon(icon, "onInverse")
        self._seconds = ms("undoToast") // 1000
        self._left.setText(f"{self._seconds} s")
        self._clock.start()
        self.show()
        announce(self, f"{sentence}. Undo with Control Z.")

    def close_now(self) -> None:
        """Hide without undoing."""
        self._clock.stop()
        if self.isVisible():
            self.hide()
            self.over.emit()

    def _tick(self) -> None:
        self._seconds -= 1
        self._left.setText(f"{self._seconds} s")
        if self._seconds <= 0:
            self.close_now()

    def _take_back(self) -> None:
        self.close_now()
        self.undone.emit()


class NoticeBar(QFrame):
    """A bar, not a dialog: a sentence, advice, details to unfold, and what to do about it.

    tone: "danger" for a problem, "warn", "success" or "unsure" for news.
    closed: the person closed it.
    """

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "notice")
        self._icon = IconLabel("warning-circle-fill", "danger", 20)
        self._sentence = Label("", "bodyStrong", wrap=True)
        self._advice = Label("", "label", wrap=True)
        self._details = Label("", "mono", wrap=True)
        self._details.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._more = Button("Details", "ghost", step="sm")
        self._more.setCheckable(True)
        self._more.toggled.connect(self._details.setVisible)
        self._act = Button("Try again", "secondary", step="sm")
        self._act.clicked.connect(self._run)
        self._action: Callable[[], object] | None = None
        close = IconButton("x", "Close", step="sm")
        close.clicked.connect(self.dismiss)
        words = column(self._sentence, self._advice, self._details, gap=2)
        line = row(gap=12, margins=(14, 10, 10, 10))
        line.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)
        for button in (self._more, self._act, close):
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self.setLayout(line)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.hide()

    def show_notice(
        self,
        sentence: str,
        advice: str = "",
        details: str = "",
        *,
        tone: str = "danger",
        icon: str = "warning-circle-fill",
        action: tuple[str, Callable[[], object]] | None = None,
    ) -> None:
        """Say something; it stays until it is closed or another notice comes."""
        self._icon.set_icon(icon, tone)
        self._sentence.setText(sentence)
        self._advice.setText(advice)
        self._advice.setVisible(bool(advice))
        self._details.setText(details)
        self._more.setChecked(False)
        self._details.hide()
        self._more.setVisible(bool(details))
        self._act.setVisible(action is not None)
        self._action = action[1] if action else None
        if action:
            self._act.set_words(action[0])
        self.show()
        announce(self, f"{sentence} {advice}".strip())

    @property
    def words(self) -> str:
        """The sentence and advice it shows."""
        return f"{self._sentence.text()} {self._advice.text()}".strip()

    def take_down(self, sentence: str) -> None:
        """Hide it if it still says this."""
        if self._sentence.text() == sentence:
            self.dismiss()

    def dismiss(self) -> None:
        """Hide it."""
        self.hide()
        self.closed.emit()

    def _run(self) -> None:
        action = self._action
        self.dismiss()
        if action is not None:
            action()


class Sketch(Painted):
    """A small drawing for an empty screen: "board" or "quiet"."""

    def __init__(self, subject: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._subject = subject
        self.setFixedSize(220, 112)

    def draw(self, painter: QPainter, box: QRectF) -> None:
        """Paint the drawing."""
        (_draw_board if self._subject == "board" else _draw_quiet)(painter, box.center())


def _draw_board(painter: QPainter, middle: QPointF) -> None:
    for index, beat in enumerate(("hook", "turn", "kindness", "reveal")):
        frame = QRectF(middle.x() - 92 + index * 48, middle.y() - 36, 40, 71)
        pen = QPen(colour(beat), 1.5)
        if index:
            pen.setDashPattern([3, 3])
        painter.setPen(pen)
        painter.setBrush(colour(beat, 0.14))
        painter.drawRoundedRect(frame, 6, 6)
    plus = QRectF(middle.x() - 80, middle.y() - 8, 16, 16)
    icons.paint(painter, "plus-bold", plus, "hook")
    painter.fillPath(paint.heart(QPointF(middle.x() + 72, middle.y()), 10), colour("reveal"))


def _draw_quiet(painter: QPainter, middle: QPointF) -> None:
    for x, y, wide, strength in ((-84, -34, 110, 0.5), (-40, 2, 130, 0.3)):
        bubble = QRectF(middle.x() + x, middle.y() + y, wide, 30)
        paint.rounded(painter, bubble, 15, fill=colour("hover"))
        line = QRectF(bubble.x() + 16, bubble.y() + 12, wide - 60, 6)
        paint.rounded(painter, line, 3, fill=colour("strokeStrong", strength))
    painter.fillPath(paint.heart(QPointF(middle.x() + 70, middle.y() - 26), 15), colour("kindFill"))


class EmptyState(QWidget):
    """A drawing, a title, one or two lines and what to do; centred.

    actions: buttons, the first one being the screen's primary.
    """

    def __init__(
        self,
        subject: str,
        title: str,
        words: str,
        *actions: Button,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        heading = Label(title, "heading")
        heading.setAlignment(paint.CENTRE)
        text = Label(words, "label", wrap=True)
        text.setAlignment(paint.CENTRE)
        text.setFixedWidth(320)
        text.setMinimumHeight(text.heightForWidth(320))
        box = column(None, gap=8)
        box.addWidget(Sketch(subject), 0, Qt.AlignmentFlag.AlignHCenter)
        box.addWidget(heading)
        box.addWidget(text, 0, Qt.AlignmentFlag.AlignHCenter)
        box.addSpacing(4)
        box.addLayout(row(None, *actions, None))
        box.addStretch(1)
        self.setLayout(box)
