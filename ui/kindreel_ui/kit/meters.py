"""How far something is, and how a whole is made up."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from kindreel.jobs import Report
from kindreel_ui.kit import paint
from kindreel_ui.kit.chips import TONES
from kindreel_ui.kit.paint import Painted
from kindreel_ui.theme import colour, fill


class ProgressBar(Painted):
    """A thin bar, 0 to 1.

    tone: a colour token; its fill is used. thickness: px.
    """

    def __init__(
        self,
        value: float = 0.0,
        tone: str = "accent",
        *,
        thickness: int = 6,
        name: str = "Progress",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tone = tone
        self._name = name
        self._thickness = thickness
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_value(value)

    def set_value(self, value: float) -> None:
        """Fill the bar up to `value`."""
        self._value = min(1.0, max(0.0, value))
        self.setAccessibleName(f"{self._name} {self._value:.0%}")
        self.update()

    def set_tone(self, tone: str) -> None:
        """Fill the bar in another tone from now on."""
        self._tone = tone
        self.update()

    def show_report(self, report: Report) -> None:
        """Fill the bar as a running job says."""
        if report.total:
            self.set_value(report.done / report.total)

    def sizeHint(self) -> QSize:
        """As thick as asked, wide enough to be read."""
        return QSize(80, self._thickness)

    def draw(self, painter: QPainter, box: QRectF) -> None:
        """Paint the trough and what is filled of it."""
        round_end = box.height() / 2
        paint.rounded(painter, box, round_end, fill=colour("pressed"))
        if self._value > 0:
            wide = max(box.height(), box.width() * self._value)
            done = QRectF(box.x(), box.y(), wide, box.height())
            paint.rounded(painter, done, round_end, fill=fill(self._tone))


class CountsBar(Painted):
    """One thin bar made of parts, each as wide as its share; the order given is kept.

    parts: (tone name of `chips.TONES`, count).
    """

    def __init__(
        self, parts: Sequence[tuple[str, int]] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setFixedHeight(10)
        self.set_parts(parts)

    def set_parts(self, parts: Sequence[tuple[str, int]]) -> None:
        """Show other counts."""
        self._parts = [(name, count) for name, count in parts if count > 0]
        spoken = ", ".join(f"{count:,} {TONES[name].words.lower()}" for name, count in self._parts)
        self.setAccessibleName(spoken or "No comments yet")
        self.update()

    def draw(self, painter: QPainter, box: QRectF) -> None:
        """Paint the parts with small gaps; every part stays visible."""
        if not self._parts:
            paint.rounded(painter, box, 3, fill=colour("pressed"))
            return
        least, gap = 5.0, 2.0
        room = box.width() - gap * (len(self._parts) - 1) - least * len(self._parts)
        total = sum(count for _, count in self._parts)
        x = box.x()
        for name, count in self._parts:
            wide = least + room * count / total
            place = QRectF(x, box.y(), wide, box.height())
            paint.rounded(painter, place, 3, fill=fill(TONES[name].tone))
            x += wide + gap
