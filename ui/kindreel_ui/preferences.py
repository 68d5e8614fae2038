"""The person's settings, alive: a change is kept on disk and told to whom it concerns."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from kindreel import settings
from kindreel.settings import Settings


class Preferences(QObject):
    """The settings in force.

    changed: sent with the settings before and after.
    """

    changed = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self._value = settings.load()

    @property
    def value(self) -> Settings:
        """The settings as they are now."""
        return self._value

    def change(self, **fields: Any) -> None:
        """Set some fields, write the file (a few hundred bytes) and tell."""
        self._became(replace(self._value, **fields))

    def reload(self) -> None:
        """Take over what the engine itself has written, such as the recent projects."""
        before, self._value = self._value, settings.load()
        if before != self._value:
            self.changed.emit(before, self._value)

    def _became(self, value: Settings) -> None:
        before, self._value = self._value, value
        if before == value:
            return
        settings.save(value)
        self.changed.emit(before, value)
