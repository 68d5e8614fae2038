"""The pre-flight card: what was looked at, what is open, and one button for each fix."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from kindreel.model.findings import Finding, Severity
from kindreel_ui.kit import Box, Button, Card, Chip, IconLabel, Label, column, row


@dataclass(frozen=True, slots=True)
class Look:
    """One thing that is looked at. kinds: of the findings that belong to it."""

    words: str
    kinds: tuple[str, ...]


LOOKS = (
    Look("Reveal is last, named and consented", ("reveal", "name", "consent")),
    Look("Words inside the safe zone", ("safe_zone",)),
    Look("No flashes over 3 per second", ("flash",)),
    Look("Words can be read", ("contrast",)),
    Look("No unkind words in script or captions", ("unkind_words",)),
    Look("Sound and loudness", ("loudness", "voice")),
)


def _of(look: Look, findings: Sequence[Finding]) -> list[Finding]:
    return [f for f in findings if f.kind in look.kinds]


def others(findings: Sequence[Finding]) -> list[Finding]:
    """Findings that belong to none of the looks: captions, media, length."""
    known = {kind for look in LOOKS for kind in look.kinds}
    return [f for f in findings if f.kind not in known]


class PreflightCard(Card):
    """The list, with Run again.

    asked: run it again. fixed: the Finding whose fix is wanted. jumped: one to be shown.
    """

    asked = Signal()
    fixed = Signal(object)
    jumped = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        self._chip = Chip("Looking…")
        again = Button("Run again", "ghost", step="sm", icon="arrows-clockwise")
        head = row(IconLabel("shield-check", "success", 18), Label("Pre-flight", "heading"), None)
        head.addWidget(self._chip)
        head.addWidget(again)
        self._rows = column(gap=8)
        area = QScrollArea()
        held = Box(column(self._rows, None, gap=0))
        area.setWidget(held)
        held.setAutoFillBackground(False)
        area.viewport().setAutoFillBackground(False)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        super().__init__(head, area, gap=8, margins=(18, 12, 14, 12), parent=parent)
        again.clicked.connect(self.asked)

    def show_waiting(self, *, afresh: bool = False) -> None:
        """Say that it is being looked at; what was found before stays until then.

        afresh: it is another board, of which nothing is known yet.
        """
        self._chip.show_words("Looking…", "neutral", "hourglass-medium")
        if afresh:
            self._clear()
        if not self._rows.count():
            for look in LOOKS:
                self._rows.addWidget(_settled(look, "circle", "text3"))

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """List every look, with what is open under it."""
        self._clear()
        fine = [look for look in LOOKS if not _of(look, findings)]
        tone, icon = ("success", "check") if len(fine) == len(LOOKS) else ("warn", "warning")
        self._chip.show_words(f"{len(fine)} of {len(LOOKS)} fine", tone, icon)
        for finding in others(findings):
            self._rows.addWidget(self._open(finding))
        for look in LOOKS:
            for finding in _of(look, findings):
                self._rows.addWidget(self._open(finding))
        for look in fine:
            self._rows.addWidget(_settled(look, "check-circle-fill", "success"))

    def _clear(self) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()

    def _open(self, finding: Finding) -> QWidget:
        blocks = finding.severity is Severity.BLOCK
        icon = IconLabel("warning-circle-fill" if blocks else "warning-fill", "warn")
        line = row(gap=12)
        line.addLayout(column(6, icon, None, gap=0))
        words = Label(finding.sentence, "body", wrap=True)
        words.setContentsMargins(0, 5, 0, 5)  # its first line as high as the buttons
        line.addWidget(words, 1)
        jump = Button("Show", "ghost", step="sm")
        jump.clicked.connect(lambda: self.jumped.emit(finding))
        line.addWidget(jump, 0, Qt.AlignmentFlag.AlignTop)
        if finding.fix is not None:
            fix = Button("Fix", "soft", step="sm")
            fix.setToolTip(finding.fix.label)
            fix.setAccessibleName(f"Fix: {finding.fix.label}")
            fix.clicked.connect(lambda: self.fixed.emit(finding))
            line.addWidget(fix, 0, Qt.AlignmentFlag.AlignTop)
        return Box(line)


def _settled(look: Look, icon: str, tone: str) -> QWidget:
    """One look with nothing open under it."""
    return Box(row(IconLabel(icon, tone), Label(look.words), None, gap=12))
