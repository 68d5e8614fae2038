"""Pictures and clips from files; what cannot be read becomes a friendly placeholder."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import cv2
import numpy as np
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize, Qt
from PySide6.QtGui import QImageReader, QPainter
from PySide6.QtSvg import QSvgRenderer

from kindreel.model.ids import MediaId
from kindreel.render import heic
from kindreel.render.cache import Store
from kindreel.render.clips import Clip
from kindreel.render.raster import LARGEST, Pixels, as_image, bounded, from_image

if TYPE_CHECKING:
    from kindreel.render.faces import Eyes
    from kindreel.render.people import Pair

Media = Callable[[MediaId], Path]


@dataclass(slots=True)
class Still:
    """A decoded picture, halved as often as a smaller one is asked for.

    levels: full size first, each next one half as large.
    """

    levels: list[Pixels]

    @property
    def nbytes(self) -> int:
        """Memory of all sizes."""
        return sum(level.nbytes for level in self.levels)

    def at(self, width: float) -> Pixels:
        """The smallest size that is still at least so many pixels wide."""
        number = 0
        while self.levels[0].shape[1] / 2 ** (number + 1) >= max(width, 1.0):
            number += 1
            if number == len(self.levels):
                self.levels.append(_half(self.levels[-1]))
        return self.levels[number]


def _half(pixels: Pixels) -> Pixels:
    height, width = pixels.shape[:2]
    size = (max(1, width // 2), max(1, height // 2))
    return np.asarray(cv2.resize(pixels, size, interpolation=cv2.INTER_AREA), np.uint8)


def _decode(data: bytes) -> Pixels | None:
    """A bitmap, turned as its EXIF says and made smaller when it is huge."""
    if heic.is_heic(data):
        photo = heic.decode(data)
        return None if photo is None else bounded(photo)
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid() and max(size.width(), size.height()) > LARGEST:
        reader.setScaledSize(size.scaled(LARGEST, LARGEST, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    del reader  # before the buffer that it reads from
    if not image.isNull():
        return from_image(image)
    return _decode_plainly(data)


def _decode_plainly(data: bytes) -> Pixels | None:
    """What OpenCV makes of a picture that Qt cannot read."""
    try:
        flat = cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_COLOR) if data else None
    except cv2.error:  # of some damaged files instead of giving nothing
        return None
    if flat is None:
        return None
    return bounded(np.asarray(cv2.cvtColor(flat, cv2.COLOR_BGR2BGRA), np.uint8))


def draw_svg(data: bytes, width: float, height: float) -> Pixels | None:
    """A vector picture at a size in pixels; None when it is none."""
    renderer = QSvgRenderer(QByteArray(data))
    if not renderer.isValid():
        return None
    pixels = np.zeros((max(1, round(height)), max(1, round(width)), 4), np.uint8)
    image = as_image(pixels)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer.render(painter, QRectF(0, 0, pixels.shape[1], pixels.shape[0]))
    painter.end()
    return pixels


@dataclass(slots=True)
class Sources:
    """Reads media for one Stage and remembers what it could not read.

    media: where a media file lies.
    """

    media: Media
    problems: dict[MediaId, str] = field(default_factory=dict)
    eyes: dict[MediaId, Eyes | None] = field(default_factory=dict)
    pairs: Store[Pair] = field(default_factory=lambda: Store(64 << 20))
    _stills: Store[Still] = field(default_factory=lambda: Store(48 << 20))
    _clips: dict[MediaId, Clip | None] = field(default_factory=dict)
    _vectors: dict[MediaId, bytes] = field(default_factory=dict)

    def _read(self, media: MediaId) -> bytes | None:
        try:
            return self.media(media).read_bytes()
        except Exception:  # noqa: BLE001 - whatever the lookup raises, the picture is not there
            self.problems[media] = f"The file {media} is missing, so a placeholder stands for it."
            return None

    def _fail(self, media: MediaId) -> None:
        self.problems.setdefault(
            media, f"The file {media} cannot be read, so a placeholder stands for it."
        )

    def natural_size(self, media: MediaId) -> tuple[int, int] | None:
        """Width and height of a picture or clip as it is shown; None when it cannot be read."""
        if media.lower().endswith((".svg", ".svgz")):
            data = self._read(media)
            size = QSvgRenderer(QByteArray(data)).defaultSize() if data else QSize()
            return (size.width(), size.height()) if size.isValid() else None
        still = self.still(media)
        return None if still is None else (still.shape[1], still.shape[0])

    def still(self, media: MediaId, size: tuple[float, float] | None = None) -> Pixels | None:
        """A picture's pixels, of `size` when it is a vector and at least as wide when it is not.

        A clip gives its first frame. None when it cannot be read; `problems` then says so.
        """
        if media in self.problems:
            return None
        if media.lower().endswith((".svg", ".svgz")):
            return self._vector(media, size)
        try:
            kept = self._stills.get(media, lambda: self._still(media))
        except ValueError:
            self._fail(media)
            return None
        return kept.levels[0] if size is None else kept.at(size[0])

    def _still(self, media: MediaId) -> Still:
        data = self._read(media)
        pixels = _decode(data) if data else None
        if pixels is None and data:
            pixels = self.frame(media, 0.0)
        if pixels is None:
            raise ValueError(media)
        return Still([pixels])

    def _vector(self, media: MediaId, size: tuple[float, float] | None) -> Pixels | None:
        if media not in self._vectors:
            self._vectors[media] = self._read(media) or b""
        data = self._vectors[media]
        if size is None:
            natural = QSvgRenderer(QByteArray(data)).defaultSize() if data else QSize(1, 1)
            size = (natural.width(), natural.height())
        shrink = min(1.0, LARGEST / max(*size, 1.0))
        pixels = draw_svg(data, size[0] * shrink, size[1] * shrink) if data else None
        if pixels is None:
            self._fail(media)
        return pixels

    def clip(self, media: MediaId) -> Clip | None:
        """An open clip; None when the file is none."""
        if media not in self._clips:
            try:
                self._clips[media] = Clip(self.media(media))
            except Exception:  # noqa: BLE001 - missing, damaged or no clip: all the same here
                self._clips[media] = None
        return self._clips[media]

    def frame(self, media: MediaId, seconds: float, *, loop: bool = False) -> Pixels | None:
        """A clip's frame shown at a time; its last one holds. None when it cannot be read."""
        clip = self.clip(media)
        pixels = None if clip is None else clip.at(seconds, loop=loop)
        if pixels is None:
            self._fail(media)
        return pixels
