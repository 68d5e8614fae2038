"""The door of the export room: a board becomes a file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from time import monotonic
from types import MappingProxyType

from kindreel.export import hardware, moving, mp4, paper, pictures, y4m
from kindreel.export.presets import Format, Preset, Quality
from kindreel.export.report import ExportReport
from kindreel.export.unfinished import unfinished
from kindreel.export.work import Made, Media, Work, chosen_frames
from kindreel.jobs import Progress, silent
from kindreel.model.board import Board
from kindreel.model.project import Project

Writer = Callable[[Work, Path, Path], Made]

_WRITERS: Mapping[Format, Writer] = MappingProxyType(
    {
        Format.MP4: mp4.write,
        Format.Y4M: y4m.write,
        Format.GIF: pictures.write_gif,
        Format.APNG: pictures.write_apng,
        Format.WEBP: pictures.write_webp,
        Format.WEBM: moving.write_webm,
        Format.PRORES: moving.write_prores,
        Format.PNG: pictures.write_sequence,
        Format.COVER: pictures.write_cover,
        Format.PDF: paper.write_pdf,
        Format.OTIO: paper.write_otio,
        Format.SRT: paper.write_srt,
        Format.VTT: paper.write_vtt,
    }
)


def export(
    project: Project,
    board: Board,
    out: Path,
    media: Media,
    preset: Preset,
    quality: Quality = Quality.STANDARD,
    frames: range | None = None,
    progress: Progress = silent,
    *,
    encoder: str = hardware.SOFTWARE,
) -> ExportReport:
    """Write the board, or some of its frames, to `out`; nothing is there until all of it is.

    encoder: one of hardware.working() for an MP4; x264 steps in when it doesn't work.
    progress: hears of frames done. When it raises Cancelled, no file is left.
    ExportError tells what went wrong, with the project safe.
    """
    started = monotonic()
    wanted = chosen_frames(board, frames)
    work = Work(
        project=project,
        board=board,
        media=media,
        preset=preset,
        quality=quality,
        frames=wanted,
        progress=progress,
        encoder=encoder,
    )
    with unfinished(out) as part:
        progress(0, len(wanted), "Starting")
        made = _WRITERS[preset.format](work, part, out)
        octets = _octets(part)
        progress(len(wanted), len(wanted), "Finishing")
    heard = made.loudness if made.loudness and not made.loudness.silent else None
    return ExportReport(
        path=out,
        frames=made.frames,
        drawn=made.drawn,
        seconds=len(wanted) / float(board.rate),
        octets=octets,
        took_s=monotonic() - started,
        loudness=heard.integrated if heard else None,
        true_peak=heard.true_peak if heard else None,
        notes=made.notes,
    )


def _octets(part: Path) -> int:
    if part.is_dir():
        return sum(f.stat().st_size for f in part.iterdir())
    return part.stat().st_size
