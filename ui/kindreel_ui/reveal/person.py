"""The chosen creator's words, times and consent."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kindreel.model.edits.cast import time_reveal
from kindreel.model.reveal import Consent, Creator
from kindreel.model.time import frames_of
from kindreel_ui.kit import (
    Button,
    Card,
    CheckBox,
    Label,
    Line,
    LineField,
    Panel,
    Toggle,
    column,
    row,
)
from kindreel_ui.kit.numbers import NumberField
from kindreel_ui.kit.texts import TextField
from kindreel_ui.reveal.stand import Stand
from kindreel_ui.theme import size

_MOST_LINE = 60
_UNNAMED = "Your name"
"""What a template calls its creator."""

_SOMEONE = "This person"


class PersonPanel(Panel):
    """Name, handle, line, times and consent; “Use on board” goes back."""

    def __init__(self, stand: Stand, parent: QWidget | None = None) -> None:
        self._stand = stand
        self._title = Label("", "heading")
        self._name = LineField(name="Name on screen")
        self._handle = LineField(name="Handle", hint="@handle")
        self._line = TextField("Message line", lines=2)
        self._count = Label("", "caption")
        self._change = _seconds("Change")
        self._hold = _seconds("Hold")
        self._calm = Toggle("Calm version as well")
        self._yes = CheckBox("")
        self._young = CheckBox("Under 16")
        self._guardian = CheckBox("A guardian has said yes, too")
        self.use = Button("Use on board", "primary", step="lg", icon="check").stretch()
        super().__init__(self._laid_out(), "right", parent)
        self.setFixedWidth(size("inspector"))
        self.setAccessibleName("Creator")
        self._connect()
        stand.changed.connect(self.refresh)

    def _laid_out(self) -> QVBoxLayout:
        consent = Card(
            self._yes,
            Label(
                "Needed before export. You can take it back at any time, and the reveal goes grey.",
                "label",
                wrap=True,
            ),
            self._young,
            self._guardian,
            gap=6,
            margins=(12, 10, 12, 10),
        )
        calm = row(
            column(Label("Calm version as well"), Label("A slow cross-fade", "caption"), gap=0)
        )
        calm.addStretch(1)
        calm.addWidget(self._calm)
        times = row(
            column(Label("Change", "label"), self._change, gap=4),
            column(Label("Hold", "label"), self._hold, gap=4),
            gap=8,
        )
        return column(
            self._title,
            column(Label("Name on screen", "label"), self._name, gap=4),
            column(Label("Handle", "label"), self._handle, gap=4),
            column(row(Label("Message line", "label"), None, self._count), self._line, gap=4),
            Line(),
            times,
            calm,
            Line(),
            Label("Consent", "bodyStrong"),
            consent,
            None,
            self.use,
            gap=10,
            margins=(16, 14, 16, 16),
        )

    def _connect(self) -> None:
        self._name.textEdited.connect(lambda text: self._write("name", text))
        self._handle.textEdited.connect(lambda text: self._write("handle", text.lstrip("@")))
        self._line.typed.connect(lambda text: self._write("line", text))
        self._name.editingFinished.connect(self._stand.end_gesture)
        self._handle.editingFinished.connect(self._stand.end_gesture)
        self._line.left.connect(self._stand.end_gesture)
        self._change.edited.connect(lambda _v: self._retime())
        self._hold.edited.connect(lambda _v: self._retime())
        self._calm.clicked.connect(lambda on: self._stand.edit_reveal("Calm version", calm=on))
        self._yes.clicked.connect(lambda on: self._agree(given=on))
        self._young.clicked.connect(lambda on: self._agree(under_16=on))
        self._guardian.clicked.connect(lambda on: self._agree(guardian=on))

    def refresh(self) -> None:
        """Show the chosen creator as they are now."""
        creator, board = self._stand.creator, self._stand.board
        for part in (self._name, self._handle, self._line, self._yes, self._young, self._guardian):
            part.setEnabled(creator is not None)
        if board is not None:
            rate = board.rate
            self._change.show_value(float(board.reveal.change / rate))
            self._hold.show_value(float(board.reveal.hold / rate))
            self._calm.setChecked(board.reveal.calm)
        if creator is None:
            self._title.setText("Nobody yet")
            return
        self._show_creator(creator)

    def _show_creator(self, creator: Creator) -> None:
        self._title.setText(creator.name or "No name yet")
        _show(self._name, creator.name)
        _show(self._handle, f"@{creator.handle}" if creator.handle else "")
        self._line.show_text(creator.line)
        self._count.setText(f"{len(creator.line)} / {_MOST_LINE}")
        self._count.set_tone("text3" if len(creator.line) <= _MOST_LINE else "warn")
        first = creator.name.split()[0] if creator.name.split() else _SOMEONE
        first = _SOMEONE if creator.name == _UNNAMED else first
        self._yes.setText(f"{first} has seen this and said yes")
        self._yes.setAccessibleName(self._yes.text())
        self._yes.setChecked(creator.consent.given)
        self._young.setChecked(creator.consent.under_16)
        self._guardian.setChecked(creator.consent.guardian)
        self._guardian.setVisible(creator.consent.under_16)

    def _write(self, field: str, text: str) -> None:
        creator = self._stand.creator
        if creator is not None:
            label = {"name": "Edit name", "handle": "Edit handle", "line": "Edit line"}[field]
            self._stand.edit_creator(label, f"{field} {creator.id}", **{field: text})

    def _retime(self) -> None:
        board = self._stand.board
        if board is None:
            return
        reveal = board.reveal
        change = frames_of(self._change.value(), board.rate)
        hold = frames_of(self._hold.value(), board.rate)
        self._stand.edit_board(
            "Retime the reveal",
            lambda b: time_reveal(
                b, avatar=reveal.avatar, change=change, name=reveal.name, hold=hold
            ),
        )

    def _agree(self, **fields: bool) -> None:
        creator = self._stand.creator
        if creator is None:
            return
        now = creator.consent
        given = fields.get("given", now.given)
        today = datetime.now(UTC).date().isoformat()
        consent = Consent(
            given=given,
            on=(now.on or today) if given else "",
            under_16=fields.get("under_16", now.under_16),
            guardian=fields.get("guardian", now.guardian),
        )
        label = "Change consent" if "given" not in fields else "Give consent"
        self._stand.edit_creator(label if given else "Take consent back", consent=consent)


def _seconds(name: str) -> NumberField:
    return NumberField("", name=name, low=0.1, high=20, step=0.1, digits=1, unit=" s")


def _show(field: LineField, words: str) -> None:
    if field.text() != words and not field.hasFocus():
        field.setText(words)
