"""All boards of a series, each to a file of its own."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from kindreel.errors import KindreelError, Problems
from kindreel.export.presets import Preset, Quality
from kindreel.export.queue import Order
from kindreel.export.report import ExportReport
from kindreel.export.video import export
from kindreel.export.work import Media
from kindreel.jobs import Progress, silent
from kindreel.model.project import Project

_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]+')
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?")
_LONGEST = 80


def file_name(title: str, otherwise: str = "Untitled") -> str:
    """A title as a file's name on every system, without its ending."""
    plain = _FORBIDDEN.sub(" ", unicodedata.normalize("NFC", title))
    plain = " ".join(plain.split())[:_LONGEST].strip(" .")
    return f"{plain}_" if _RESERVED.fullmatch(plain) else plain or otherwise


def orders(
    project: Project, folder: Path, media: Media, preset: Preset, quality: Quality
) -> Iterator[Order]:
    """An order for each board, no two with the same file."""
    used: set[str] = set()
    for number, board in enumerate(project.boards, 1):
        name = file_name(board.title, f"{file_name(project.title)} {number}")
        if name.casefold() in used:
            name = f"{name} ({number})"
        used.add(name.casefold())
        out = folder / f"{name}{preset.suffix}"
        yield Order(
            project=project, board=board, out=out, media=media, preset=preset, quality=quality
        )


def export_series(
    project: Project,
    folder: Path,
    media: Media,
    preset: Preset,
    quality: Quality = Quality.STANDARD,
    progress: Progress = silent,
) -> tuple[ExportReport, ...]:
    """Export every board; what fails does not stop the others, Problems tells of it at the end.

    progress: hears of frames done of all boards together.
    """
    whole = sum(board.length for board in project.boards)
    before, reports = 0, []
    problems: list[KindreelError] = []

    def further(done: int, total: int, doing: str = "") -> None:
        del total  # of one board; the series has its own
        progress(before + done, whole, doing)

    for order in orders(project, folder, media, preset, quality):
        try:
            made = export(project, order.board, order.out, media, preset, quality, progress=further)
            reports.append(made)
        except KindreelError as problem:
            problems.append(problem)
        before += order.board.length
    if problems:
        some = f"{len(problems)} of {len(project.boards)} videos could not be exported."
        raise Problems(some, tuple(problems))
    return tuple(reports)
