"""Buttons with words, and buttons with an icon only."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QPushButton, QSizePolicy, QToolButton, QWidget

from kindreel_ui.kit import icons, paint
from kindreel_ui.theme import colour, font, radius, size, theme


@dataclass(frozen=True, slots=True)
class _Look:
    """Colour tokens of one kind of button; None paints nothing."""

    ink: str
    rest: str | None
    hover: str
    pressed: str
    edge: str | None = None


_LOOKS = {
    "primary": _Look("onAccent", "accent", "accentHover", "accentPress"),
    "inverse": _Look("onInverse", "inverse", "inverse", "inverse"),
    "secondary": _Look("text", "raised", "hover", "pressed", "stroke"),
    "soft": _Look("accentText", "accentSoft", "accentSoft", "pressed"),
    "ghost": _Look("text2", None, "hover", "pressed"),
    "link": _Look("accentText", None, "accentSoft", "accentSoft"),
    "onInverse": _Look("onInverse", None, "inverse", "inverse"),
}


@dataclass(frozen=True, slots=True)
class _Step:
    height: str
    padding: int
    radius: int
    role: str


_STEPS = {
    "sm": _Step("controlSm", 10, 7, "labelStrong"),
    "md": _Step("control", 12, 8, "bodyStrong"),
    "lg": _Step("controlLg", 16, 10, "bodyStrong"),
}
_ICON = 16
_GAP = 7


class Button(QPushButton):
    """A button with words.

    kind: "primary" (one per screen), "inverse", "secondary", "soft", "ghost", "link" or
    "onInverse". step: "sm", "md" or "lg". icon, trailing: Phosphor names before and after
    the words.
    """

    def __init__(
        self,
        words: str,
        kind: str = "secondary",
        *,
        step: str = "md",
        icon: str | None = None,
        trailing: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(words.replace("&", "&&"), parent)
        self._look = _LOOKS[kind]
        self._step = _STEPS[step]
        self._icon = icon
        self._trailing = trailing
        self.setAccessibleName(words)
        self.setFont(font(self._step.role))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setProperty("ringRadius", self._step.radius)

    @property
    def words(self) -> str:
        """What is written on it."""
        return self.text().replace("&&", "&")

    def set_words(self, words: str) -> None:
        """Write something else on it."""
        self.setText(words.replace("&", "&&"))
        self.setAccessibleName(words)
        self.updateGeometry()

    def set_icon(self, name: str | None) -> None:
        """Show another icon before the words, or none."""
        self._icon = name
        self.updateGeometry()
        self.update()

    def stretch(self) -> Button:
        """Let it fill its row; gives itself back."""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        return self

    def _content_width(self) -> float:
        wide = paint.text_width(self.words, self.font()) if self.words else 0.0
        for name, side in ((self._icon, _ICON), (self._trailing, _ICON - 4)):
            if name:
                wide += side + (_GAP if self.words else 0)
        return wide

    def sizeHint(self) -> QSize:
        """Room for the words, the icons and the step's padding."""
        return QSize(
            round(self._content_width()) + 2 * self._step.padding + 2, size(self._step.height)
        )

    def minimumSizeHint(self) -> QSize:
        """The same: words are never cut by a layout."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground, icons and words in the state the button is in."""
        with QPainter(self) as painter:
            paint.smooth(painter)
            box = QRectF(self.rect())
            ink = self._look.ink if self.isEnabled() else "text3"
            _ground(painter, self, box, self._look, self._step.radius)
            x = (box.width() - self._content_width()) / 2
            if self._icon:
                place = QRectF(x, (box.height() - _ICON) / 2, _ICON, _ICON)
                icons.paint(painter, self._icon, place, ink)
                x += _ICON + _GAP
            room = paint.text_width(self.words, self.font())
            place = QRectF(x, 0, room, box.height())
            paint.text(painter, place, self.words, self.font(), colour(ink))
            if self._trailing:
                side = _ICON - 4
                place = QRectF(x + room + _GAP, (box.height() - side) / 2, side, side)
                icons.paint(painter, self._trailing, place, ink)


def _ground(
    painter: QPainter, button: QAbstractButton, box: QRectF, look: _Look, corner: float
) -> None:
    ground = look.rest
    if not button.isEnabled():
        ground = "raised" if look.rest else None
    elif button.isDown():
        ground = look.pressed
    elif button.isChecked():
        ground = "accentSoft"
    elif button.underMouse():
        ground = look.hover
    edge = look.edge if button.isEnabled() or not look.rest else "stroke"
    paint.rounded(
        painter,
        box,
        corner,
        fill=colour(ground) if ground else None,
        stroke=colour(edge) if edge else None,
    )


class IconButton(QToolButton):
    """A square button with an icon; `words` is its tooltip and its spoken name.

    checked: None for a plain button, else the state a checkable one starts in.
    """

    def __init__(
        self,
        icon: str,
        words: str,
        *,
        checked: bool | None = None,
        step: str = "md",
        tone: str = "text2",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon = icon
        self._tone = tone
        self._look = _Look(tone, None, "hover", "pressed")
        self._side = size("controlSm" if step == "sm" else "control")
        self.set_words(words)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFixedSize(self._side, self._side)
        self.setProperty("ringRadius", radius("md"))
        if checked is not None:
            self.setCheckable(True)
            self.setChecked(checked)
        theme().changed.connect(self.update)

    def set_words(self, words: str) -> None:
        """Change the tooltip and the spoken name."""
        self.setToolTip(words)
        self.setAccessibleName(words)

    def set_icon(self, name: str) -> None:
        """Show another icon."""
        self._icon = name
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground of the state and the icon."""
        with QPainter(self) as painter:
            paint.smooth(painter)
            box = QRectF(self.rect())
            _ground(painter, self, box, self._look, radius("md"))
            side = 16.0 if self._side <= size("controlSm") else 18.0
            place = QRectF((box.width() - side) / 2, (box.height() - side) / 2, side, side)
            tone = "accentText" if self.isChecked() else self._tone
            icons.paint(painter, self._icon, place, tone if self.isEnabled() else "strokeStrong")


class Bare(QAbstractButton):
    """A button without a look of its own; a subclass paints it.

    words: its spoken name.
    """

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(words)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        theme().changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Set up a smooth painter and paint."""
        with QPainter(self) as painter:
            paint.smooth(painter)
            self.draw(painter, QRectF(self.rect()))

    def draw(self, painter: QPainter, box: QRectF) -> None:
        """Paint the whole button into `box`."""
        raise NotImplementedError


__all__ = ["Bare", "Button", "IconButton"]
