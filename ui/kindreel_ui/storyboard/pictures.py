"""Pictures on their way into the project: copied and measured off the GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from kindreel.errors import MediaError
from kindreel.jobs import Progress
from kindreel.model.ids import MediaId
from kindreel.render.sources import Sources
from kindreel_ui.runner import Runner
from kindreel_ui.session import Session

Size = tuple[int, int]


def natural_size(session: Session, media: MediaId) -> Size:
    """Width and height of a picture of the project; MediaError when it cannot be read."""
    store = session.media
    size = Sources(store.path).natural_size(media) if store else None
    if size is None:
        raise MediaError(
            "This picture can't be read.", "Nothing has been changed. Try a PNG, JPEG or SVG."
        )
    return size


class Pictures:
    """Takes files in; failures are shown by the window."""

    def __init__(self, session: Session, runner: Runner) -> None:
        self._session = session
        self._runner = runner

    def take_in(self, path: Path, then: Callable[[MediaId, Size], None]) -> None:
        """Copy a picture into the project, then tell its id and size."""
        store = self._session.media
        if store is None:
            return

        def work(_progress: Progress) -> tuple[MediaId, Size]:
            media = store.add(path)
            return media, natural_size(self._session, media)

        self._runner.document(work).finished.connect(lambda found: then(*found))

    def measure(self, media: MediaId, then: Callable[[Size], None]) -> None:
        """Tell the size of a picture that is in the project already."""
        task = self._runner.free(lambda _progress: natural_size(self._session, media))
        task.finished.connect(then)
