"""Phosphor icons by name, in a colour token, always in the theme that is on.

The font and its names come with qtawesome; they are read directly, because importing qtawesome
opens all its other icon sets too and would cost a third of the start-up budget.
"""

from __future__ import annotations

import json
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QIconEngine, QPainter, QPixmap

from kindreel.errors import NotFoundError
from kindreel_ui.theme import colour, fill


@cache
def _files() -> tuple[Path, Path]:
    spec = find_spec("qtawesome")
    if spec is None or spec.origin is None:
        raise NotFoundError("The icons are missing.", "Install Kindreel again.")
    folder = Path(spec.origin).parent / "fonts"
    return next(folder.glob("phosphor-[0-9]*.ttf")), next(folder.glob("phosphor-charmap*.json"))


@cache
def _family() -> str:
    number = QFontDatabase.addApplicationFont(str(_files()[0]))
    return QFontDatabase.applicationFontFamilies(number)[0]


@cache
def _letters() -> dict[str, str]:
    stored: dict[str, str] = json.loads(_files()[1].read_text("utf-8"))
    return {name: chr(int(code, 16)) for name, code in stored.items()}


def names() -> tuple[str, ...]:
    """All icon names, sorted."""
    return tuple(sorted(_letters()))


def paint(painter: QPainter, name: str, box: QRectF, tone: str, *, graphic: bool = False) -> None:
    """Paint an icon into a square box.

    graphic: use the tone's fill, which is brighter in the light theme.
    """
    paint_ink(painter, name, box, fill(tone) if graphic else colour(tone))


def paint_ink(painter: QPainter, name: str, box: QRectF, ink: QColor) -> None:
    """Paint an icon in a colour of its own, for what lies on a picture and not on the theme."""
    font = QFont(_family())
    font.setPixelSize(max(1, round(box.height())))
    painter.save()
    painter.setFont(font)
    painter.setPen(ink)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, _letters()[name])
    painter.restore()


class _Engine(QIconEngine):
    """Paints an icon afresh each time, so that a new theme needs no new icons."""

    def __init__(self, name: str, tone: str, checked: tuple[str, str] | None) -> None:
        super().__init__()
        self._name = name
        self._tone = tone
        self._checked = checked

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        name, tone = self._name, self._tone
        if self._checked is not None and state == QIcon.State.On:
            name, tone = self._checked
        if mode == QIcon.Mode.Disabled:
            tone = "text3"
        paint(painter, name, QRectF(rect), tone)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        made = QPixmap(size)
        made.fill(Qt.GlobalColor.transparent)
        with QPainter(made) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        return made

    def clone(self) -> QIconEngine:
        return _Engine(self._name, self._tone, self._checked)


def icon(name: str, tone: str = "text2", checked: tuple[str, str] | None = None) -> QIcon:
    """An icon such as "heart" or "heart-fill" in a colour token.

    checked: name and tone for the checked state, when it looks different.
    """
    if name not in _letters():
        raise NotFoundError(f"There is no icon called “{name}”.", "See kit.icons.names().")
    return QIcon(_Engine(name, tone, checked))
