"""Video clips, frame by frame, with what is see-through kept so."""

from __future__ import annotations

import os
from pathlib import Path
from threading import Lock
from typing import Final

import cv2
import numpy as np

from kindreel.errors import MediaError
from kindreel.render.raster import Pixels, bounded

_NEAR: Final = 48
"""Frames up to which reading on is quicker than seeking."""
_ROUNDED: Final = 0.0006
"""Seconds that a time stamp may be off: WebM counts whole milliseconds."""
_MARGINS: Final = (0.4, 2.5, 12.0)
"""Seconds before the wanted time at which a seek is tried."""

_OPTIONS: Final = "OPENCV_FFMPEG_CAPTURE_OPTIONS"
_HEAD: Final = 1 << 16
_ALPHA_MODE: Final = b"\x53\xc0\x81\x01"
"""WebM's “this track has alpha”."""
_DECODERS: Final = {b"V_VP9": "libvpx-vp9", b"V_VP8": "libvpx"}
"""ffmpeg's own decoders of these leave the alpha out."""

_opening = Lock()


def _decoder(path: Path) -> str:
    """The decoder that must be asked for by name, empty for the usual one."""
    with path.open("rb") as file:
        head = file.read(_HEAD)
    if _ALPHA_MODE not in head:
        return ""
    return next((name for codec, name in _DECODERS.items() if codec in head), "")


def _open(path: Path) -> cv2.VideoCapture:
    """A reader of blue, green, red, alpha; OpenCV takes a decoder's name by this variable only."""
    wanted = [cv2.CAP_PROP_FORMAT, cv2.CV_8UC4]
    decoder = _decoder(path)
    with _opening:
        before = os.environ.get(_OPTIONS)
        if decoder:
            os.environ[_OPTIONS] = f"video_codec;{decoder}"
        try:
            return cv2.VideoCapture(str(path), cv2.CAP_FFMPEG, wanted)
        finally:
            if before is not None:
                os.environ[_OPTIONS] = before
            elif decoder:
                del os.environ[_OPTIONS]


class Clip:
    """One open video file; gives the frame that is on at a time, exactly.

    No seek is trusted: where it has landed is what the next frame's own time stamp says, and a
    frame is known to be on once the stamp after it has been read.
    """

    def __init__(self, path: Path) -> None:
        """Open the file; MediaError when it holds no video."""
        self._path = path
        self._shown: tuple[float, Pixels] | None = None
        self._ahead: float | None = None
        self._gap = 1 / 30
        try:
            self._restart()
        except OSError as error:
            raise self._unreadable() from error
        if self._ahead is None or not self._retrieve():
            raise self._unreadable()
        rate = self._reader.get(cv2.CAP_PROP_FPS)
        if 0 < rate < 1000:
            self._gap = 1 / rate
        self._grab()

    def _unreadable(self) -> MediaError:
        return MediaError("The clip cannot be read.", "Choose another file.", str(self._path))

    @property
    def size(self) -> tuple[int, int]:
        """Width and height as shown, after the rotation that the file asks for."""
        assert self._shown is not None
        height, width = self._shown[1].shape[:2]
        return width, height

    @property
    def seconds(self) -> float:
        """Length as the file states it."""
        return float(self._reader.get(cv2.CAP_PROP_FRAME_COUNT)) * self._gap

    def at(self, seconds: float, *, loop: bool = False) -> Pixels | None:
        """The frame on at a time; before the start the first, after the end the last."""
        if loop and self.seconds > 0:
            seconds %= self.seconds
        wanted = max(0.0, seconds) + _ROUNDED
        if not self._is_near(wanted):
            self._seek(wanted)
        if not self._read_up_to(wanted, all_of_them=False):
            self._seek(wanted)
            self._read_up_to(wanted, all_of_them=True)
        return None if self._shown is None else self._shown[1]

    def _is_near(self, wanted: float) -> bool:
        if self._shown is None or wanted < self._shown[0]:
            return False
        return self._ahead is None or wanted - self._ahead <= _NEAR * self._gap

    def _read_up_to(self, wanted: float, *, all_of_them: bool) -> bool:
        """Read until a later frame lies ahead; False when the one before it was passed over.

        all_of_them: convert every frame on the way, for files with frames of odd lengths.
        """
        passed = False
        while self._ahead is not None and self._ahead <= wanted:
            may_be_on = self._ahead + self._gap + 5 * _ROUNDED > wanted
            passed = not (all_of_them or may_be_on) or not self._retrieve()
            self._grab()
        if self._shown is None and self._ahead is not None:  # the wanted time is before the start
            self._retrieve()
            self._grab()
        return not passed

    def _seek(self, wanted: float) -> None:
        """Go to some frame that is on at the wanted time or before it."""
        for margin in _MARGINS:
            if wanted <= margin:
                break
            self._reader.set(cv2.CAP_PROP_POS_MSEC, (wanted - margin) * 1000)
            self._grab()
            if self._ahead is not None and self._ahead <= wanted:
                self._shown = None
                return
        self._restart()

    def _restart(self) -> None:
        self._reader = _open(self._path)
        self._shown = None
        self._grab()

    def _grab(self) -> None:
        """Take up the next frame without its pixels; none lies ahead at the end."""
        if self._reader.grab():
            self._ahead = self._reader.get(cv2.CAP_PROP_POS_MSEC) / 1000
        else:
            self._ahead = None

    def _retrieve(self) -> bool:
        """Show the frame that lies ahead; False when its pixels cannot be had."""
        done, picture = self._reader.retrieve()
        if not done or self._ahead is None:
            return False
        self._shown = (self._ahead, _premultiplied(bounded(np.asarray(picture, np.uint8))))
        return True


def _premultiplied(picture: Pixels) -> Pixels:
    if cv2.extractChannel(picture, 3).min() == 255:
        return picture
    return np.asarray(cv2.cvtColor(picture, cv2.COLOR_RGBA2mRGBA), np.uint8)
