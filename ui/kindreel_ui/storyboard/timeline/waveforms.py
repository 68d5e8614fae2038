"""How loud sounds are over time, read once for each file, off the GUI thread."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from kindreel.jobs import Progress
from kindreel.model.ids import MediaId
from kindreel_ui.runner import Runner

Read = Callable[[Path], tuple[Sequence[float], float]]
"""Gives a sound file's levels, 50 a second, and its length in seconds."""


class Waveforms(QObject):
    """Knows the levels of the project's sounds; asking for new ones starts reading them.

    ready: another one can be drawn.
    """

    ready = Signal()

    def __init__(self, runner: Runner, read: Read, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._read = read
        self._where: Callable[[MediaId], Path] | None = None
        self._levels: dict[MediaId, Sequence[float]] = {}
        self._lengths: dict[MediaId, float] = {}
        self._asked: set[MediaId] = set()

    def use(self, where: Callable[[MediaId], Path] | None) -> None:
        """Read another project's files from now on."""
        self._where = where
        self._levels.clear()
        self._lengths.clear()
        self._asked.clear()

    @property
    def lengths_s(self) -> Mapping[MediaId, float]:
        """How long the files are that have been read."""
        return self._lengths

    def levels(self, media: MediaId) -> Sequence[float] | None:
        """A sound's levels; None while they are being read or when they cannot be."""
        if media not in self._asked and self._where is not None:
            self._asked.add(media)
            task = self._runner.free(partial(self._work, self._where, media), keep_failure=True)
            task.finished.connect(partial(self._keep, media))
        return self._levels.get(media)

    def _work(
        self, where: Callable[[MediaId], Path], media: MediaId, _progress: Progress
    ) -> tuple[Sequence[float], float]:
        return self._read(where(media))

    def _keep(self, media: MediaId, found: tuple[Sequence[float], float]) -> None:
        self._levels[media], self._lengths[media] = found
        self.ready.emit()
