"""Frames from the renderer to an encoder: one thread draws, another feeds the pipe."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from queue import Queue
from threading import Thread
from types import TracebackType
from typing import Self

import numpy as np
from numpy.typing import NDArray

from kindreel.export.ffmpeg import Process

Picture = NDArray[np.uint8]
Draw = Callable[[int, Picture], None]
"""Draws a frame into a buffer of the right shape."""

_WAITING = 4


class Feeder:
    """Writes frames to a process in a thread of its own, at most four waiting.

    shape: of a frame. The painter draws into a free buffer, and puts it when it is full.
    """

    def __init__(self, process: Process, shape: tuple[int, ...]) -> None:
        self._process = process
        self._free: Queue[Picture] = Queue()
        for _ in range(_WAITING + 2):
            self._free.put(np.empty(shape, np.uint8))
        self._full: Queue[Picture | None] = Queue()
        self._problem: BaseException | None = None
        self._thread = Thread(target=self._write, name="kindreel-feeder", daemon=True)
        self._thread.start()

    def _write(self) -> None:
        while (picture := self._full.get()) is not None:
            try:
                if self._problem is None:
                    self._process.write(picture.data)
            except BaseException as problem:  # noqa: BLE001 - told to the thread that draws
                self._problem = problem
            self._free.put(picture)

    def take(self) -> Picture:
        """A free buffer, as soon as there is one; raises what went wrong with an earlier frame."""
        buffer = self._free.get()
        if self._problem is not None:
            raise self._problem
        return buffer

    def put(self, picture: Picture) -> None:
        """Queue a buffer that was taken and is full now."""
        self._full.put(picture)

    def close(self) -> None:
        """Wait until all frames are written; raises what went wrong with one of them."""
        self._full.put(None)
        self._thread.join()
        if self._problem is not None:
            raise self._problem

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._thread.is_alive():
            self._process.stop()
            self._full.put(None)
            self._thread.join()


def feed(
    process: Process,
    frames: Iterable[int],
    shape: tuple[int, ...],
    draw: Draw,
    count: Callable[[], None],
) -> None:
    """Draw frames of a shape and feed them in order; `count` is called after each."""
    with Feeder(process, shape) as feeder:
        for frame in frames:
            buffer = feeder.take()
            draw(frame, buffer)
            feeder.put(buffer)
            count()
        feeder.close()
