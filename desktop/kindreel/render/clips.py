"""Video clips, frame by frame."""

from __future__ import annotations

from bisect import bisect_right
from pathlib import Path

import cv2
import numpy as np

from kindreel.errors import MediaError
from kindreel.render.raster import LARGEST, Pixels

_NEAR = 48
"""Frames up to which reading on is quicker than seeking."""


class Clip:
    """One open video file; gives the frame that is on at a time, exactly.

    Frames are found by decoding, not by a codec's idea of seeking: a seek goes back to a frame
    whose own time stamp proves where it is.
    """

    def __init__(self, path: Path) -> None:
        """Open the file; MediaError when it holds no video."""
        self._reader = cv2.VideoCapture(str(path))
        self._times: list[float] = []
        self._next = 0
        self._ended = False
        self._shown: tuple[int, Pixels] | None = None
        rate = self._reader.get(cv2.CAP_PROP_FPS)
        self._rate = rate if rate > 0 else 30.0
        if not self._reader.isOpened() or self._grab() is False:
            raise MediaError("The clip cannot be read.", "Choose another file.", str(path))
        self._retrieve()

    @property
    def size(self) -> tuple[int, int]:
        """Width and height as shown, after the rotation that the file asks for."""
        assert self._shown is not None
        height, width = self._shown[1].shape[:2]
        return width, height

    @property
    def seconds(self) -> float:
        """Length as the file states it."""
        return float(self._reader.get(cv2.CAP_PROP_FRAME_COUNT)) / self._rate

    def _grab(self) -> bool:
        if not self._reader.grab():
            self._ended = True
            return False
        stamp = self._reader.get(cv2.CAP_PROP_POS_MSEC) / 1000
        if self._next == len(self._times):
            floor = self._times[-1] + 1e-6 if self._times else 0.0
            self._times.append(max(stamp, floor))
        self._next += 1
        return True

    def _retrieve(self) -> None:
        done, picture = self._reader.retrieve()
        if not done or picture is None:
            return
        height, width = picture.shape[:2]
        if max(height, width) > LARGEST:
            shrink = LARGEST / max(height, width)
            picture = cv2.resize(picture, None, fx=shrink, fy=shrink, interpolation=cv2.INTER_AREA)
        pixels = np.asarray(cv2.cvtColor(picture, cv2.COLOR_BGR2BGRA), np.uint8)
        self._shown = (self._next - 1, pixels)

    def _rewind(self) -> None:
        self._reader.set(cv2.CAP_PROP_POS_FRAMES, 0)
        self._next = 0
        self._ended = False

    def _index(self, seconds: float) -> int:
        """The number of the frame on at a time, reading on until it is known."""
        while not self._ended and (not self._times or self._times[-1] <= seconds):
            if self._next < len(self._times):
                self._skip_to(len(self._times))
            if not self._grab():
                break
            if len(self._times) == self._next and self._times[-1] <= seconds + 0.5 / self._rate:
                self._retrieve()
        return max(0, bisect_right(self._times, seconds + 1e-4) - 1)

    def _skip_to(self, number: int) -> None:
        if number < self._next:
            self._rewind()
        while self._next < number and self._grab():
            pass

    def at(self, seconds: float, *, loop: bool = False) -> Pixels | None:
        """The frame on at a time; before the start the first, after the end the last."""
        if loop and self.seconds > 0:
            seconds %= self.seconds
        number = self._index(max(0.0, seconds))
        if self._shown is None or self._shown[0] != number:
            self._skip_to(number)
            if self._next == number and self._grab():
                self._retrieve()
            self._ended = self._next >= len(self._times) and self._ended
        return None if self._shown is None else self._shown[1]
