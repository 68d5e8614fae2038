"""Files on their way into the project: copied, read and listened to off the GUI thread."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kindreel.errors import MediaError
from kindreel.export.arriving import take_in
from kindreel.export.listening import listen
from kindreel.jobs import Progress
from kindreel.model.edits.arrivals import LAYERED, MOVING, PICTURES, SOUNDS, Arrived
from kindreel.model.ids import MediaId
from kindreel.model.sound import Sound
from kindreel.render.sources import Sources
from kindreel_ui.kit import Button, Label, Sheet, column, row
from kindreel_ui.runner import Runner
from kindreel_ui.session import Session

Size = tuple[int, int]

ENDINGS = (*PICTURES, *MOVING, *SOUNDS, *LAYERED)
"""What can be put on a scene."""


def file_filter() -> str:
    """The kinds of files for a file dialog."""
    kinds = (
        ("Pictures, clips and sounds", ENDINGS),
        ("Pictures", (*PICTURES, ".gif")),
        ("Clips", MOVING),
        ("Sounds", SOUNDS),
        ("Layered pictures", LAYERED),
    )
    return ";;".join(f"{name} ({' '.join(f'*{e}' for e in endings)})" for name, endings in kinds)


def is_layered(path: Path) -> bool:
    """Whether a file may hold layers of its own."""
    return path.suffix.lower() in LAYERED


class Intake:
    """Takes files in; failures are shown by the window."""

    def __init__(self, session: Session, runner: Runner) -> None:
        self._session = session
        self._runner = runner

    def take_in(
        self, path: Path, canvas: Size, then: Callable[[Arrived], None], *, apart: bool = False
    ) -> None:
        """Copy a file into the project, then tell what it has become."""
        store = self._session.media
        if store is None:
            return

        def work(_progress: Progress) -> Arrived:
            return take_in(path, store, canvas, apart=apart)

        self._runner.document(work).finished.connect(then)

    def measure(self, media: MediaId, then: Callable[[Size], None]) -> None:
        """Tell the size of a picture that is in the project already."""
        store = self._session.media
        if store is None:
            return

        def work(_progress: Progress) -> Size:
            size = Sources(store.path).natural_size(media)
            if size is None:
                raise MediaError("This picture can't be read.", "Choose it again.")
            return size

        self._runner.free(work).finished.connect(then)

    def listen(
        self, sounds: tuple[Sound, ...], then: Callable[[Mapping[MediaId, str]], None]
    ) -> None:
        """Tell how loud the sounds' files are."""
        store = self._session.media
        if store is None:
            return

        def work(progress: Progress) -> Mapping[MediaId, str]:
            return listen(sounds, store.path, progress)

        self._runner.free(work).finished.connect(then)


class LayeredSheet(Sheet):
    """Asks how a layered picture is to come in.

    chosen: True for each layer by itself, False for one picture.
    """

    chosen = Signal(bool)

    def __init__(self, over: QWidget, name: str) -> None:
        self.one = Button("As one picture")
        self.apart = Button("Each layer by itself", "primary")
        words = "Layers by themselves can be animated; they keep place, opacity and blend."
        content = column(
            Label(f"“{name}” has layers", "title"),
            Label(words, "body", tone="text2", wrap=True),
            row(None, self.one, self.apart, gap=8),
            gap=14,
            margins=(24, 20, 24, 20),
        )
        super().__init__(over, content, name="Layered picture", width=480)
        self.one.clicked.connect(lambda: self._choose(apart=False))
        self.apart.clicked.connect(lambda: self._choose(apart=True))

    def _choose(self, *, apart: bool) -> None:
        self.dismiss()
        self.chosen.emit(apart)
