"""The pre-flight chip: looks the board over after each change, quietly, and lists what it found."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QWidget

from kindreel import start
from kindreel.export.preflight import preflight
from kindreel.jobs import Progress
from kindreel.model.findings import Finding
from kindreel.model.ids import BoardId
from kindreel_ui.kit import Bare, Button, IconLabel, Label, column, icons, paint, row
from kindreel_ui.runner import Newest, Runner
from kindreel_ui.session import Session
from kindreel_ui.theme import colour, font, tint

_QUIET_MS = 800


class PreflightButton(Bare):
    """“Pre-flight” with how many things are open; opens the list.

    jumped: a Finding whose frame the person wants to see.
    """

    jumped = Signal(object)

    def __init__(self, session: Session, runner: Runner, parent: QWidget | None = None) -> None:
        super().__init__("Pre-flight", parent)
        self._session = session
        self._newest = Newest(runner)
        self._findings: tuple[Finding, ...] = ()
        self._looked: BoardId | None = None
        self._known = False
        self._popover: FindingsList | None = None
        self.setFixedSize(QSize(138, 32))
        self.setProperty("ringRadius", 8)
        self._quiet = QTimer(self, singleShot=True, interval=_QUIET_MS)
        self._quiet.timeout.connect(self._run)
        session.changed.connect(lambda _before, _after, _origin: self.look())
        self.clicked.connect(self._open)

    @property
    def findings(self) -> Sequence[Finding]:
        """What is open."""
        return self._findings

    def look(self) -> None:
        """Look the board over once it has been quiet for a while."""
        board = self._session.board
        if board is None or board.id != self._looked:
            self._looked, self._findings = board.id if board else None, ()
        self._known = False
        self._quiet.start()
        self._tell()

    def wait(self, playing: bool) -> None:  # noqa: FBT001 - Qt's signal sends a bare bool
        """Leave the processor to a playing board; look again when it has stopped."""
        if playing:
            self._quiet.stop()
            self._newest.drop()
        elif not self._known:
            self.look()

    def _run(self) -> None:
        project, board, media = self._session.project, self._session.board, self._session.media
        if project is None or board is None or media is None:
            self._show(())
            return

        def work(progress: Progress) -> tuple[Finding, ...]:
            return preflight(project, board, media.path, start.unkind, progress=progress)

        self._newest.free(work).finished.connect(self._show)

    def _show(self, findings: tuple[Finding, ...]) -> None:
        self._findings, self._known = findings, True
        self._tell()

    def _tell(self) -> None:
        found = self._findings
        words = f"{len(found)} to look at" if found else "all fine"
        if not self._known:
            words = "looking"
        self.setAccessibleName(f"Pre-flight, {words}")
        self.setToolTip(f"Pre-flight: {words}")
        if self._popover is not None and self._popover.isVisible():
            self._popover.show_findings(found, known=self._known)
        self.update()

    def draw(self, painter: QPainter, box: QRectF) -> None:
        """Paint the shield, the words and the count."""
        ground = colour("hover" if self.underMouse() else "raised")
        paint.rounded(painter, box, 8, fill=ground, stroke=colour("stroke"))
        tone = "text3" if not self._known else "warn" if self._findings else "success"
        icons.paint(painter, "shield-check", QRectF(10, 8, 16, 16), tone)
        ink = colour("text" if self.isEnabled() else "text3")
        paint.text(painter, QRectF(32, 0, 70, 32), "Pre-flight", font("bodyStrong"), ink)
        place = QRectF(box.width() - 36, 7, 26, 18)
        if self._findings:
            paint.rounded(painter, place, 9, fill=tint("warn"))
            number = str(len(self._findings))
            paint.text(painter, place, number, font("overline"), colour("warn"), paint.CENTRE)
        elif self._known:
            icons.paint(painter, "check-bold", place.adjusted(6, 2, -6, -2), "success")

    def _open(self) -> None:
        if self._popover is None:
            self._popover = FindingsList(self)
            self._popover.fixed.connect(self._fix)
            self._popover.jumped.connect(self.jumped)
        self._popover.show_findings(self._findings, known=self._known)
        self._popover.adjustSize()
        corner = QPoint(self.width() - self._popover.width(), self.height() + 6)
        self._popover.move(self.mapToGlobal(corner))
        self._popover.show()

    def _fix(self, finding: Finding) -> None:
        board = self._session.board
        if finding.fix is not None and board is not None and finding.fits(board):
            self._session.apply(finding.fix.label, finding.fix.edit)


class FindingsList(QFrame):
    """A popover: each finding with one Fix button and a jump to its frame.

    fixed, jumped: the Finding.
    """

    fixed = Signal(object)
    jumped = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("card", "raised")
        self.setFixedWidth(400)
        self._rows = column(gap=10, margins=(16, 14, 16, 14))
        self.setLayout(self._rows)
        self.setAccessibleName("Pre-flight findings")

    def show_findings(self, findings: Sequence[Finding], *, known: bool) -> None:
        """List what is open now, or say that it is being looked at."""
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        self._rows.addWidget(Label("Pre-flight", "heading"))
        if not known:
            self._rows.addWidget(Label("Looking at every frame…", "label"))
        elif not findings:
            self._rows.addWidget(Label("Everything is fine.", "label"))
        for finding in findings:
            self._rows.addWidget(self._row(finding))

    def _row(self, finding: Finding) -> QWidget:
        held = QWidget()
        line = row(gap=10)
        icon = IconLabel("warning-fill", "warn", 18)
        line.addLayout(column(5, icon, None, gap=0))
        words = Label(finding.sentence, "body", wrap=True)
        words.setContentsMargins(0, 5, 0, 5)  # its first line as high as the buttons
        line.addWidget(words, 1)
        jump = Button("Show", "ghost", step="sm")
        jump.clicked.connect(lambda: self._jump(finding))
        line.addWidget(jump, 0, Qt.AlignmentFlag.AlignTop)
        if finding.fix is not None:
            fix = Button("Fix", "soft", step="sm")
            fix.clicked.connect(lambda: self.fixed.emit(finding))
            line.addWidget(fix, 0, Qt.AlignmentFlag.AlignTop)
        held.setLayout(line)
        return held

    def _jump(self, finding: Finding) -> None:
        self.hide()
        self.jumped.emit(finding)
