"""`bench export`: the reference board through Kindreel, and the same frames through bare x264."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field, replace
from multiprocessing import get_context
from pathlib import Path

import numpy as np

from kindreel.export import ffmpeg, presets, segments
from kindreel.export.bench.measure import Taken, spread, taken
from kindreel.export.bench.sounds import make_sounds
from kindreel.export.encode import h264
from kindreel.export.presets import Quality
from kindreel.export.unfinished import remove
from kindreel.export.video import export
from kindreel.export.work import Media
from kindreel.jobs import Progress, silent
from kindreel.model.board import Board, Scene
from kindreel.model.edits.layers import edit_layer
from kindreel.model.ids import MediaId, SceneId, SoundId
from kindreel.model.layers import Layer, TextLayer
from kindreel.model.project import Project
from kindreel.model.sound import Role, Sound
from kindreel.render.frame import Stage
from kindreel.render.reference_board import media, reference

_PRESET = "tiktok"
_LONG_SCENES = 14
"""Scenes of 4 s that make a video of 60 s with its reveal."""


@dataclass(slots=True)
class Row:
    """One thing that was measured, run by run, beside what took place in the same round.

    limit, aim: the greatest ratio that is allowed, and the one that is hoped for.
    """

    name: str
    limit: float | None = None
    aim: float | None = None
    runs: list[Taken] = field(default_factory=list)
    references: list[Taken] = field(default_factory=list)

    def ratios(self) -> list[float]:
        """Wall time divided by the reference's of the same round."""
        pairs = zip(self.runs, self.references, strict=True)
        return [own.wall_s / other.wall_s for own, other in pairs]

    def cpu_ratios(self) -> list[float]:
        """The same for processor time, which other programs disturb less."""
        pairs = zip(self.runs, self.references, strict=True)
        return [own.cpu_s / other.cpu_s for own, other in pairs]

    def plain(self) -> dict[str, object]:
        """Least, median and greatest of each figure."""
        told: dict[str, object] = {
            "name": self.name,
            "wall_s": _rounded([r.wall_s for r in self.runs]),
            "cpu_s": _rounded([r.cpu_s for r in self.runs]),
            "memory_mib": round(max(r.memory_mib for r in self.runs)),
        }
        if self.references:
            told["ratio"] = _rounded(self.ratios())
            told["cpu_ratio"] = _rounded(self.cpu_ratios())
        if self.limit is not None:
            told |= {"limit": self.limit, "aim": self.aim}
        return told


def _rounded(values: list[float]) -> list[float]:
    return [round(value, 3) for value in spread(values)]


@dataclass(frozen=True, slots=True)
class Bench:
    """The reference board with the place for its files.

    long: sixty seconds of the same scenes, always the same value.
    """

    folder: Path
    project: Project
    media: Media
    board: Board
    long: Board

    @property
    def frames(self) -> Path:
        """All frames of the board, uncompressed."""
        return self.folder / "frames.y4m"

    def export(self, board: Board, quality: Quality) -> None:
        """One export as it is, whatever is kept from before."""
        chosen = presets.preset(_PRESET)
        export(self.project, board, self.folder / "film.mp4", self.media, chosen, quality)

    def first_export(self, board: Board, quality: Quality) -> None:
        """An export with nothing kept from before."""
        remove(segments.folder())
        self.export(board, quality)

    def bare(self, quality: Quality) -> None:
        """The encoder alone over the finished frames, with the export's own settings."""
        how = presets.encoding(presets.preset(_PRESET), quality)
        options = {**h264(how, segments.group(self.board)), "f": "mp4"}
        source = ffmpeg.Input(ffmpeg.file(self.frames))
        ffmpeg.run(ffmpeg.command([source], ffmpeg.file(self.folder / "bare.mp4"), options))


def load(folder: Path) -> Bench:
    """The bench in a folder; its pictures and sounds are made when they are missing."""
    folder.mkdir(parents=True, exist_ok=True)
    project = reference(folder)
    make_sounds(folder)
    board = replace(project.board(), music=_sounds())
    return Bench(folder, project, media(folder), board, _lengthened(board))


def prepare(folder: Path) -> Bench:
    """The bench in a folder, with all frames of its board as they come (1.9 GB)."""
    bench = load(folder)
    chosen = presets.preset("y4m")
    export(bench.project, bench.board, bench.frames, bench.media, chosen, Quality.DRAFT)
    return bench


def _sounds() -> tuple[Sound, ...]:
    music, voice = MediaId("music.wav"), MediaId("voice.wav")
    return (
        Sound(id=SoundId("music"), media=music, role=Role.MUSIC, duck=9, loop=True),
        Sound(id=SoundId("voice"), media=voice, role=Role.VOICE, start=30),
    )


def _lengthened(board: Board) -> Board:
    """The board's scenes again and again, none the same value as another."""
    scenes: list[Scene] = []
    for number in range(_LONG_SCENES):
        scene = board.scenes[number % len(board.scenes)]
        entry = board.scenes[1].entry if number else None
        scenes.append(replace(scene, id=SceneId(f"scene {number}"), entry=entry))
    return replace(board, scenes=tuple(scenes))


def _reworded(board: Board) -> Board:
    """The board with other words in the caption of a scene in its middle."""
    scene = board.scenes[len(board.scenes) // 2]
    caption = next(layer for layer in scene.layers if isinstance(layer, TextLayer))

    def reworded(layer: Layer) -> Layer:
        return replace(layer, text="Other words") if isinstance(layer, TextLayer) else layer

    return edit_layer(board, scene.id, caption.id, reworded)


def _bare(bench: Bench, quality: Quality) -> None:
    bench.bare(quality)


def _composite(bench: Bench, quality: Quality) -> None:
    """The frames as planes into one buffer, as an export draws them, for nobody."""
    del quality
    stage, (width, height) = Stage(bench.media), bench.board.size
    planes = np.empty((height * 3 // 2, width), np.uint8)
    for frame in range(bench.board.length):
        stage.render_i420(bench.project, bench.board, frame, bench.board.size, planes)


def _first(bench: Bench, quality: Quality) -> None:
    bench.first_export(bench.board, quality)


def _long(bench: Bench, quality: Quality) -> None:
    bench.first_export(bench.long, quality)


def _again(bench: Bench, quality: Quality) -> None:
    bench.export(_reworded(bench.long), quality)


Step = Callable[[Bench, Quality], None]


def _taken(folder: Path, step: Step, quality: Quality) -> Taken:
    bench = load(folder)
    return taken(lambda: step(bench, quality))


def alone(folder: Path, step: Step, quality: Quality) -> Taken:
    """What one step takes in a process of its own; the process's own start is not counted."""
    with ProcessPoolExecutor(1, get_context("spawn")) as pool:
        return pool.submit(_taken, folder, step, quality).result()


def measure(bench: Bench, runs: int = 3, progress: Progress = silent) -> list[Row]:
    """Each thing beside its reference, in turn, `runs` times."""
    draft, standard = Quality.DRAFT, Quality.STANDARD
    bare_draft, bare_standard = Row("bare x264 veryfast"), Row("bare x264 medium")
    whole = Row("export of 60 s, veryfast")
    steps: list[tuple[Row, Step, Quality, Row | None]] = [
        (bare_draft, _bare, draft, None),
        (Row("compositing ÷ bare veryfast, cpu", 0.25, 0.12), _composite, draft, bare_draft),
        (Row("export veryfast ÷ bare", 1.40, 1.15), _first, draft, bare_draft),
        (bare_standard, _bare, standard, None),
        (Row("export medium ÷ bare", 1.18, 1.06), _first, standard, bare_standard),
        (whole, _long, draft, None),
        (Row("again after one caption changed ÷ whole", 0.35, 0.15), _again, draft, whole),
    ]
    for turn in range(runs):
        for number, (row, step, quality, beside) in enumerate(steps):
            progress(turn * len(steps) + number, runs * len(steps), row.name)
            row.runs.append(alone(bench.folder, step, quality))
            if beside is not None:
                row.references.append(beside.runs[-1])
    return [row for row, *_ in steps]
