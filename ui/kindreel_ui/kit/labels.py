"""Words on the screen: labels by role, shortened labels, icons and key caps."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from kindreel_ui.kit import icons, paint
from kindreel_ui.kit.paint import Painted
from kindreel_ui.theme import colour, font

_TONES = {"label": "text2", "caption": "text3", "overline": "text3", "mono": "text2"}


class Label(QLabel):
    """Plain text in a role of the type scale.

    role: "display", "title", "heading", "body", "bodyStrong", "label", "caption", "overline",
    "comment", "mono" or "metric". tone: a colour token; each role has its own.
    """

    def __init__(
        self,
        words: str = "",
        role: str = "body",
        *,
        tone: str | None = None,
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(words, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(font(role))
        self.setWordWrap(wrap)
        if wrap:
            policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)
        self.set_tone(tone or _TONES.get(role, "text"))

    def set_tone(self, tone: str) -> None:
        """Write in another colour."""
        self.setProperty("tone", tone)
        self.style().unpolish(self)
        self.style().polish(self)


class ShortLabel(Painted):
    """One line that shortens itself to the room there is; the whole text is its tooltip."""

    def __init__(
        self,
        words: str = "",
        role: str = "body",
        *,
        tone: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._font = font(role)
        self._tone = tone or _TONES.get(role, "text")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_words(words)

    def set_words(self, words: str) -> None:
        """Show other words."""
        self._words = words
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for the whole line."""
        wide = paint.text_width(self._words, self._font)
        return QSize(round(wide) + 1, round(self._font.pixelSize() * 1.45))

    def minimumSizeHint(self) -> QSize:
        """Room for a few letters."""
        return QSize(min(40, self.sizeHint().width()), self.sizeHint().height())

    def draw(self, painter: QPainter, box: QRectF) -> None:
        """Write the line."""
        paint.text(painter, box, self._words, self._font, colour(self._tone))


class IconLabel(Painted):
    """An icon that is only looked at."""

    def __init__(
        self, name: str, tone: str = "text2", side: int = 16, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._name = name
        self._tone = tone
        self.setFixedSize(side, side)

    def set_icon(self, name: str, tone: str) -> None:
        """Show another icon."""
        self._name = name
        self._tone = tone
        self.update()

    def draw(self, painter: QPainter, box: QRectF) -> None:
        """Paint the icon."""
        icons.paint(painter, self._name, box, self._tone, graphic=True)


class KeyCap(Painted):
    """One key of the keyboard."""

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = key
        self._font = font("overline")
        self.setAccessibleName(key)
        wide = max(22, round(paint.text_width(key, self._font)) + 14)
        self.setFixedSize(wide, 20)

    def draw(self, painter: QPainter, box: QRectF) -> None:
        """Paint the cap with its thicker lower edge."""
        paint.rounded(painter, box, 4, fill=colour("pressed"))
        face = box.adjusted(0, 0, 0, -1.5)
        paint.rounded(painter, face, 4, fill=colour("hover"), stroke=colour("stroke"))
        paint.text(painter, face, self._key, self._font, colour("text2"), paint.CENTRE)


class KeyCaps(QWidget):
    """Keys pressed together, such as Ctrl Z, with what they do behind them."""

    def __init__(self, keys: str, does: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for key in keys.split("+") if keys != "+" else [keys]:
            row.addWidget(KeyCap(key))
        if does:
            row.addSpacing(2)
            row.addWidget(Label(does, "label"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
