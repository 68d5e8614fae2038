"""One thread that makes pictures: the newest wanted frame first, thumbnails while there is time."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from threading import Condition, Thread

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from kindreel.model.board import Board
from kindreel.model.project import Project

Pixels = NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Ask:
    """One picture that is wanted.

    size: width and height in px. patient: a thumbnail; it waits, and none is skipped.
    key: what it is kept under by whoever asked.
    """

    project: Project
    board: Board
    frame: int
    size: tuple[int, int]
    key: Hashable = None
    patient: bool = False


Make = Callable[[Ask], Pixels]
"""Gives BGRA pixels, shape (height, width, 4)."""


def image_of(pixels: Pixels) -> QImage:
    """The pixels as an image of its own."""
    high, wide = pixels.shape[:2]
    solid = np.ascontiguousarray(pixels)
    form = QImage.Format.Format_RGB32
    return QImage(solid.data, wide, high, wide * 4, form).copy()


Post = Callable[[Ask, QImage | Exception], None]


class _Worker:
    """The thread and its mailbox; it outlives nothing it posts to."""

    def __init__(self, post: Post) -> None:
        self._post = post
        self._wake = Condition()
        self._make: Make | None = None
        self._urgent: Ask | None = None
        self._patient: OrderedDict[Hashable, Ask] = OrderedDict()
        self._open = True
        self._thread = Thread(target=self._run, name="kindreel-pictures", daemon=True)
        self._thread.start()

    def use(self, make: Make | None) -> None:
        with self._wake:
            self._make = make
            self._urgent = None
            self._patient.clear()

    def want(self, ask: Ask) -> None:
        with self._wake:
            if ask.patient:
                self._patient[ask.key] = ask
            else:
                self._urgent = ask
            self._wake.notify()

    def stop(self) -> None:
        with self._wake:
            self._open = False
            self._wake.notify()

    def join(self) -> None:
        self._thread.join()

    def _next(self) -> tuple[Ask, Make] | None:
        with self._wake:
            while self._open:
                ask = self._urgent
                if ask is not None:
                    self._urgent = None
                elif self._patient:
                    _, ask = self._patient.popitem(last=False)
                if ask is not None and self._make is not None:
                    return ask, self._make
                self._wake.wait()
            return None

    def _run(self) -> None:
        while (job := self._next()) is not None:
            ask, make = job
            try:
                made: QImage | Exception = image_of(make(ask))
            except Exception as error:  # noqa: BLE001 - told to whoever listens
                made = error
            with self._wake:
                if self._open:
                    self._post(ask, made)


class PictureLane(QObject):
    """Makes pictures one after the other; an urgent one replaces the urgent one before.

    made: the Ask and its QImage. failed: the Ask and the Exception. Both arrive on the GUI thread.
    """

    made = Signal(object, object)
    failed = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        worker = _Worker(self._post)
        self._worker = worker
        self.destroyed.connect(worker.stop)

    def use(self, make: Make | None) -> None:
        """Make pictures with something else from now on; what was wanted is forgotten."""
        self._worker.use(make)

    def want(self, ask: Ask) -> None:
        """Ask for a picture."""
        self._worker.want(ask)

    def close(self) -> None:
        """Stop after the picture that is being made."""
        self._worker.stop()
        self._worker.join()

    def _post(self, ask: Ask, made: QImage | Exception) -> None:
        if isinstance(made, QImage):
            self.made.emit(ask, made)
        else:
            self.failed.emit(ask, made)
