"""The export in the top bar while its dialog is closed."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from kindreel.jobs import Report
from kindreel_ui.kit import Bare, icons, paint
from kindreel_ui.theme import colour, font


class ExportChip(Bare):
    """“Exporting 42 %”, “Exported”: a click opens the dialog again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Export", parent)
        self._words, self._share, self._icon = "Exporting", 0.0, "export"
        self.setFixedSize(136, 32)
        self.setProperty("ringRadius", 8)
        self.hide()

    def show_report(self, report: Report) -> None:
        """Show how far it is."""
        self._share = report.done / report.total if report.total else 0.0
        self._tell(f"Exporting {self._share:.0%}".replace("%", " %"), "export")

    def show_end(self, words: str, icon: str) -> None:
        """Show how it ended."""
        self._share = 0.0
        self._tell(words, icon)

    def _tell(self, words: str, icon: str) -> None:
        self._words, self._icon = words, icon
        self.setAccessibleName(words)
        self.setToolTip("Open the export dialog")
        self.setVisible(True)
        self.update()

    def draw(self, painter: QPainter, box: QRectF) -> None:
        """Paint the words over a bar."""
        ground = colour("hover" if self.underMouse() else "raised")
        paint.rounded(painter, box, 8, fill=ground, stroke=colour("stroke"))
        icons.paint(painter, self._icon, QRectF(10, 8, 16, 16), "accentText")
        place = QRectF(32, 0, box.width() - 38, 32)
        paint.text(painter, place, self._words, font("labelStrong"), colour("text"))
        if self._share > 0:
            bar = QRectF(8, 28, (box.width() - 16) * self._share, 2)
            paint.rounded(painter, bar, 1, fill=colour("accent"))
