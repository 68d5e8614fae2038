"""The cast's pictures, decoded off the GUI thread and kept."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from kindreel.jobs import Progress
from kindreel.model.ids import MediaId
from kindreel.model.reveal import Portrait
from kindreel.render.faces import Eyes, eyes_on
from kindreel.render.raster import as_image
from kindreel.render.sources import Sources
from kindreel_ui.runner import Runner
from kindreel_ui.session import Session

_SIDE = 720.0

Found = tuple[QImage, Eyes | None]


class Faces(QObject):
    """Pictures by media id; asking for a new one starts reading it.

    ready: the id of one that is there now.
    """

    ready = Signal(object)

    def __init__(self, session: Session, runner: Runner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._runner = session, runner
        self._kept: dict[MediaId, Found] = {}
        self._asked: set[MediaId] = set()
        session.opened.connect(lambda _project: self._forget())

    def _forget(self) -> None:
        self._kept.clear()
        self._asked.clear()

    def picture(self, media: MediaId) -> QImage | None:
        """The picture, or None while it is being read or when it cannot be."""
        found = self._found(media)
        return found[0] if found else None

    def eyes(self, media: MediaId) -> Eyes | None:
        """The eyes that were found on it, if any."""
        found = self._found(media)
        return found[1] if found else None

    def face(self, portrait: Portrait) -> QImage | None:
        """The head alone, for small round pictures; the whole picture when the eyes are unknown."""
        picture = self.picture(portrait.media)
        if picture is None or portrait.left_eye is None or portrait.right_eye is None:
            return picture
        wide, high = picture.width(), picture.height()
        x0, x1 = portrait.left_eye[0] * wide, portrait.right_eye[0] * wide
        side = round(max(1.0, x1 - x0) * 4.2)
        y = (portrait.left_eye[1] + portrait.right_eye[1]) / 2 * high
        return picture.copy(round((x0 + x1) / 2 - side / 2), round(y - side * 0.48), side, side)

    def known(self, media: MediaId) -> bool:
        """Whether it has been looked at."""
        return media in self._kept

    def _found(self, media: MediaId) -> Found | None:
        if media not in self._asked:
            self._asked.add(media)
            task = self._runner.free(partial(self._read, media))
            task.finished.connect(partial(self._keep, media))
        return self._kept.get(media)

    def _read(self, media: MediaId, _progress: Progress) -> Found:
        store = self._session.media
        pixels = None
        if store is not None:
            sources = Sources(store.path)
            size = sources.natural_size(media) or (1, 1)
            scale = _SIDE / max(size)
            pixels = sources.still(media, (size[0] * scale, size[1] * scale))
        if pixels is None:
            return QImage(), None
        return as_image(pixels).copy(), eyes_on(pixels)

    def _keep(self, media: MediaId, found: Found) -> None:
        self._kept[media] = found
        self.ready.emit(media)
