"""F6: moving the keyboard from one part of the window to the next."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget


def step(regions: Sequence[QWidget], direction: int) -> QWidget | None:
    """Focus the next region (direction 1) or the one before (-1) that can take it.

    Gives the widget that has the focus now, or None when no region can take it.
    """
    here = _region_of(QApplication.focusWidget(), regions)
    order = len(regions)
    start = here if here is not None else (-1 if direction > 0 else 0)
    for distance in range(1, order + 1):
        region = regions[(start + direction * distance) % order]
        target = first_focusable(region)
        if target is not None:
            target.window().setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
            target.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return target
    return None


def _region_of(widget: QWidget | None, regions: Sequence[QWidget]) -> int | None:
    if widget is None:
        return None
    for index, region in enumerate(regions):
        if region is widget or region.isAncestorOf(widget):
            return index
    return None


def first_focusable(region: QWidget) -> QWidget | None:
    """The part of a region that had the focus last, else its first that can take it."""
    candidates: list[QWidget | None] = [region.focusWidget(), region, *region.findChildren(QWidget)]
    for widget in candidates:
        if widget is not None and _takes_focus(widget):
            return widget
    return None


def _takes_focus(widget: QWidget) -> bool:
    by_tab = bool(widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value)
    return by_tab and widget.isVisible() and widget.isEnabled()
