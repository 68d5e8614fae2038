"""Everything a person can do, as data: for buttons, keys, the palette and the keys dialog."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from kindreel_ui.kit.icons import icon
from kindreel_ui.preferences import Preferences


@dataclass(frozen=True, slots=True)
class Deed:
    """One thing a person can do.

    name: unique, such as "edit.undo". group: a heading of the keys dialog.
    keys: in Qt's portable spelling; a single letter works only while its widget has the focus
    and can be turned off in the settings.
    """

    name: str
    words: str
    group: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    hidden: bool = False


EVERYWHERE = (
    Deed("go.home", "Home", "Everywhere", ("Ctrl+1",), "house"),
    Deed("go.storyboard", "Storyboard", "Everywhere", ("Ctrl+2",), "film-strip"),
    Deed("go.comments", "Comments", "Everywhere", ("Ctrl+3",), "chat-circle-dots"),
    Deed("go.settings", "Settings", "Everywhere", ("Ctrl+,",), "gear-six"),
    Deed("file.new", "New storyboard", "Everywhere", ("Ctrl+N",), "plus"),
    Deed("file.open", "Open a project…", "Everywhere", ("Ctrl+O",), "folder-open"),
    Deed("file.save", "Save", "Everywhere", ("Ctrl+S",), "floppy-disk"),
    Deed("file.save_as", "Save as…", "Everywhere", ("Ctrl+Shift+S",), "copy"),
    Deed("edit.undo", "Undo", "Everywhere", ("Ctrl+Z",), "arrow-counter-clockwise"),
    Deed("edit.redo", "Redo", "Everywhere", ("Ctrl+Shift+Z", "Ctrl+Y"), "arrow-clockwise"),
    Deed("app.palette", "Find an action", "Everywhere", ("Ctrl+K",), "magnifying-glass"),
    Deed("app.keys", "Keys", "Everywhere", ("?",), "keyboard"),
    Deed("app.next_region", "Next region", "Everywhere", ("F6",)),
    Deed("app.last_region", "Previous region", "Everywhere", ("Shift+F6",)),
    Deed("app.quit", "Quit", "Everywhere", ("Ctrl+Q",), "sign-out"),
)
"""What works on every screen."""


def _is_single(key: str) -> bool:
    return len(key) == 1


class Actions(QObject):
    """The QActions of the deeds that are bound, by name.

    A deed bound to a screen's widget works while the focus is inside that widget, so that one
    letter can mean different things in different places.
    """

    def __init__(self, preferences: Preferences) -> None:
        super().__init__()
        self._preferences = preferences
        self._bound: dict[str, tuple[Deed, QAction]] = {}
        preferences.changed.connect(self._follow)

    def bind(self, deed: Deed, widget: QWidget, run: Callable[[], object]) -> QAction:
        """Make the QAction of a deed on a widget; it runs `run` when triggered."""
        action = QAction(deed.words, widget)
        if deed.icon:
            action.setIcon(icon(deed.icon))
        context = Qt.ShortcutContext.WidgetWithChildrenShortcut
        if widget.isWindow():
            context = Qt.ShortcutContext.WindowShortcut
        action.setShortcutContext(context)
        action.triggered.connect(lambda _checked=False: run())
        widget.addAction(action)
        self._bound[deed.name] = (deed, action)
        self._set_keys(deed, action)
        return action

    def __getitem__(self, name: str) -> QAction:
        return self._bound[name][1]

    def __contains__(self, name: str) -> bool:
        return name in self._bound

    def __iter__(self) -> Iterator[tuple[Deed, QAction]]:
        return iter(list(self._bound.values()))

    def keys_of(self, name: str) -> str:
        """The first key of a deed as a person reads it, or ""."""
        found = self._bound.get(name)
        shortcuts = found[1].shortcuts() if found else []
        native = QKeySequence.SequenceFormat.NativeText
        return shortcuts[0].toString(native) if shortcuts else ""

    def _set_keys(self, deed: Deed, action: QAction) -> None:
        single = self._preferences.value.single_keys
        keys = [key for key in deed.keys if single or not _is_single(key)]
        action.setShortcuts([QKeySequence(key) for key in keys])

    def _follow(self) -> None:
        for deed, action in self._bound.values():
            self._set_keys(deed, action)
