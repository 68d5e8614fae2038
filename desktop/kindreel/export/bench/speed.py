"""`bench export`: the reference board through Kindreel, and the same frames through bare x264."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from kindreel.export import ffmpeg, presets, segments
from kindreel.export.bench.board import reference_board
from kindreel.export.bench.measure import Taken, spread, taken
from kindreel.export.encode import h264
from kindreel.export.presets import Quality
from kindreel.export.unfinished import remove
from kindreel.export.video import export
from kindreel.export.work import Media
from kindreel.jobs import Progress, silent
from kindreel.model.board import Board
from kindreel.model.edits.layers import set_text
from kindreel.model.ids import LayerId
from kindreel.model.project import Project

_PRESET = "tiktok"


@dataclass(slots=True)
class Row:
    """One thing that was measured, run by run, beside what took place in the same round."""

    name: str
    runs: list[Taken] = field(default_factory=list)
    references: list[Taken] = field(default_factory=list)

    def ratios(self) -> list[float]:
        """Wall time divided by the reference's of the same round."""
        pairs = zip(self.runs, self.references, strict=True)
        return [own.wall_s / other.wall_s for own, other in pairs]

    def plain(self) -> dict[str, object]:
        """Least, median and greatest of each figure."""
        told: dict[str, object] = {
            "name": self.name,
            "wall_s": [round(v, 2) for v in spread([r.wall_s for r in self.runs])],
            "cpu_s": [round(v, 2) for v in spread([r.cpu_s for r in self.runs])],
            "memory_mib": round(max(r.memory_mib for r in self.runs)),
        }
        if self.references:
            told["ratio"] = [round(v, 3) for v in spread(self.ratios())]
        return told


@dataclass(frozen=True, slots=True)
class Bench:
    """The reference board with the place for its files."""

    folder: Path
    project: Project
    board: Board
    media: Media

    @property
    def frames(self) -> Path:
        """All frames, uncompressed."""
        return self.folder / "frames.y4m"

    def export(self, out: Path, preset: str, quality: Quality) -> None:
        """One export of the whole board."""
        chosen = presets.preset(preset)
        export(self.project, self.board, out, self.media, chosen, quality)

    def first_export(self, quality: Quality) -> None:
        """An export with nothing kept from before."""
        remove(segments.folder())
        self.export(self.folder / "film.mp4", _PRESET, quality)

    def second_export(self, quality: Quality) -> None:
        """An export after the words of one caption were changed."""
        scene = self.board.scenes[1].id
        changed = set_text(self.board, scene, LayerId("caption 1"), "A thousand small words")
        chosen = presets.preset(_PRESET)
        out = self.folder / "film.mp4"
        export(self.project, changed, out, self.media, chosen, quality)

    def bare(self, quality: Quality) -> None:
        """The encoder alone over the finished frames, with the export's own settings."""
        how = presets.encoding(presets.preset(_PRESET), quality)
        options = {**h264(how, segments.group(self.board)), "f": "mp4"}
        source = ffmpeg.Input(ffmpeg.file(self.frames))
        ffmpeg.run(ffmpeg.command([source], ffmpeg.file(self.folder / "bare.mp4"), options))


def prepare(folder: Path) -> Bench:
    """Make the reference board and all its frames in a folder (1.9 GB)."""
    project, board, media = reference_board(folder / "media")
    bench = Bench(folder, project, board, media)
    bench.export(bench.frames, "y4m", Quality.DRAFT)
    return bench


def measure(bench: Bench, runs: int = 3, progress: Progress = silent) -> list[Row]:
    """Bare encoder, first export and export after a small edit, in turn, `runs` times each."""
    rows: list[Row] = []
    total = runs * 2 * 3
    for quality in (Quality.DRAFT, Quality.STANDARD):
        effort = presets.encoding(presets.preset(_PRESET), quality).effort
        bare = Row(f"bare x264 {effort}")
        first = Row(f"export {effort} ÷ bare")
        again = Row(f"export after one caption changed {effort} ÷ first export")
        rows += [bare, first, again]
        for _ in range(runs):
            steps: list[tuple[Row, Callable[[Quality], None]]] = [
                (bare, bench.bare),
                (first, bench.first_export),
                (again, bench.second_export),
            ]
            for row, work in steps:
                progress(sum(len(r.runs) for r in rows), total, row.name)
                row.runs.append(_timed(work, quality))
            first.references.append(bare.runs[-1])
            again.references.append(first.runs[-1])
    return rows


def _timed(work: Callable[[Quality], None], quality: Quality) -> Taken:
    return taken(lambda: work(quality))
