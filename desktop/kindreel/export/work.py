"""One export on its way: what is drawn, for what, and who wants to hear of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from kindreel.errors import ExportError
from kindreel.export import hardware
from kindreel.export.meter import Loudness
from kindreel.export.pipeline import Draw, Picture
from kindreel.export.presets import Preset, Quality
from kindreel.export.seethrough import BLACK, WHITE, alpha_into, is_see_through, over
from kindreel.jobs import Progress
from kindreel.model.board import Board
from kindreel.model.ids import MediaId
from kindreel.model.project import Project
from kindreel.render.frame import Stage

Media = Callable[[MediaId], Path]


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """What a writer has to tell beside its file; see ExportReport for the names."""

    frames: int
    drawn: int
    loudness: Loudness | None = None
    notes: tuple[str, ...] = ()


@dataclass(slots=True, kw_only=True)
class Work:
    """Draws frames for a writer and tells the listener how many are done."""

    project: Project
    board: Board
    media: Media
    preset: Preset
    quality: Quality
    frames: range
    progress: Progress
    encoder: str = hardware.SOFTWARE
    stage: Stage = field(init=False)
    light_stage: Stage = field(init=False)
    done: int = 0

    def __post_init__(self) -> None:
        self.stage, self.light_stage = Stage(self.media), Stage(self.media)

    @property
    def planes_shape(self) -> tuple[int, int]:
        """Rows and columns of a frame as I420."""
        width, height = self.board.size
        return height * 3 // 2, width

    def planes(self, frame: int, out: Picture) -> None:
        """Draw one frame as I420 into `out`."""
        self.stage.render_i420(self.project, self.board, frame, self.board.size, out)

    def pixels(self, frame: int, out: Picture) -> None:
        """Draw one frame as opaque BGRA, (height, width, 4), at the size of `out`."""
        size = (out.shape[1], out.shape[0])
        self.stage.render(self.project, self.board, frame, size, out)

    @property
    def draw(self) -> Draw:
        """What draws a frame as BGRA, see-through where the board is."""
        return self.clear_pixels if is_see_through(self.board) else self.pixels

    def clear_pixels(self, frame: int, out: Picture) -> None:
        """The same with alpha, not multiplied with it, for a board without a background."""
        dark, light = (over(self.board, ground) for ground in (BLACK, WHITE))
        size = (out.shape[1], out.shape[0])
        self.stage.render(self.project, dark, frame, size, out)
        alpha_into(out, self.light_stage.render(self.project, light, frame, size))

    def still(self, frame: int, size: tuple[int, int]) -> Picture:
        """One frame as BGRA, (height, width, 4)."""
        return self.stage.render(self.project, self.board, frame, size)

    def count(self, frames: int = 1) -> None:
        """So many more frames are done; raises Cancelled when somebody has asked to stop."""
        self.done += frames
        self.progress(self.done, len(self.frames), "Drawing")

    def tick(self) -> None:
        """Nothing new, but somebody may have asked to stop."""
        self.progress(self.done, len(self.frames), "Finishing")

    @property
    def tags(self) -> dict[str, str]:
        """Title and makers; nothing else goes into a file's metadata."""
        shown = self.board.reveal.creators
        names = (c.name for c in self.project.creators if c.id in shown)
        return {"title": self.board.title or self.project.title, "artist": ", ".join(names)}


def chosen_frames(board: Board, frames: range | None) -> range:
    """The part of the board to export; ExportError when nothing of it is there."""
    if frames is None:
        return range(board.length)
    inside = range(max(0, frames.start), min(board.length, frames.stop))
    if not inside:
        raise ExportError(
            f"There are no frames from {frames.start} to {frames.stop}.",
            f"The video has frames 0 to {board.length - 1}.",
        )
    return inside


def check_size(board: Board) -> None:
    """ExportError when a video cannot have the board's size."""
    width, height = board.size
    if width % 2 or height % 2:
        raise ExportError(
            f"A video cannot be {width}×{height} pixels.",
            "Choose an even width and height for the board.",
        )
