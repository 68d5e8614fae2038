"""`new`, `info`, `check` and `export`."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from kindreel import i18n, start
from kindreel.cli import FINDINGS, OK, output
from kindreel.errors import InvalidValueError, NotFoundError
from kindreel.export import presets, video
from kindreel.export.preflight import Finding, preflight
from kindreel.export.report import ExportReport
from kindreel.export.series import export_series
from kindreel.model.board import Board
from kindreel.model.project import Project

_BY_ENDING = {
    ".mp4": "tiktok",
    ".gif": "gif",
    ".y4m": "y4m",
    ".webm": "webm",
    ".webp": "webp",
    ".mov": "prores",
    ".png": "cover",
    ".pdf": "pdf",
    ".otio": "otio",
    ".srt": "srt",
    ".vtt": "vtt",
}


def new(options: Namespace) -> int:
    """Start a project from a template, or list the templates."""
    if options.list or options.template is None:
        templates = start.templates()
        rows = [[t.name, t.title, t.description] for t in templates]
        listed = [{"name": t.name, "title": t.title, "about": t.description} for t in templates]
        output.say({"templates": listed}, output.table(rows), as_json=options.json)
        return OK
    if options.path is None:
        raise InvalidValueError(
            "The new project needs a folder.", "Say: kindreel new TEMPLATE PATH, nothing was made."
        )
    with start.new_project(options.template, options.path, options.name) as document:
        folder, project = document.folder, document.project
    answer = {"project": str(folder), "title": project.title}
    output.say(answer, [f"“{project.title}” is in {folder}."], as_json=options.json)
    return OK


def info(options: Namespace) -> int:
    """Say what is in a project."""
    with start.look_at(options.project) as document:
        project = document.project
        versions = len(document.versions())
    boards = [_board_info(board) for board in project.boards]
    answer = {
        "title": project.title,
        "language": project.language,
        "creators": [{"name": c.name, "consent": c.consent.holds} for c in project.creators],
        "boards": boards,
        "versions": versions,
    }
    output.say(answer, _info_lines(project), as_json=options.json)
    return OK


def _board_info(board: Board) -> dict[str, object]:
    scenes = [
        {
            "title": span.panel.title,
            "beat": span.panel.beat,
            "start": span.start,
            "frames": span.length,
        }
        for span in board.spans()
    ]
    return {
        "title": board.title,
        "frames": board.length,
        "seconds": round(float(board.seconds), 3),
        "rate": str(board.rate),
        "size": list(board.size),
        "scenes": scenes,
    }


def _info_lines(project: Project) -> list[str]:
    cast = ", ".join(c.name for c in project.creators) or "nobody yet"
    lines = [f"{project.title}", f"Cast: {cast}"]
    for number, board in enumerate(project.boards, 1):
        width, height = board.size
        length = i18n.duration(float(board.seconds))
        lines.append(f"{number}. {board.title}: {length}, {width}×{height}, {board.rate} fps")
        rows = [
            [
                "  ",
                f"{span.length / float(board.rate):.1f} s",
                span.panel.beat.value,
                span.panel.title,
            ]
            for span in board.spans()
        ]
        lines.extend(output.table(rows))
    return lines


def _chosen(project: Project, wanted: str | None) -> Board:
    if wanted is None:
        return project.boards[0]
    if wanted.isdigit() and 1 <= int(wanted) <= len(project.boards):
        return project.boards[int(wanted) - 1]
    for board in project.boards:
        if board.title.casefold() == wanted.casefold():
            return board
    titles = ", ".join(f"{n} “{b.title}”" for n, b in enumerate(project.boards, 1))
    raise NotFoundError(f"There is no board called “{wanted}”.", f"Choose one of: {titles}.")


def check(options: Namespace) -> int:
    """Look a board over; 1 when something should be put right."""
    opened = start.open_project if options.fix else start.look_at
    with opened(options.project) as document, output.progress("frames") as progress:
        media = document.media.path

        def look(project: Project) -> tuple[Board, tuple[Finding, ...]]:
            board = _chosen(project, options.board)
            return board, preflight(project, board, media, start.unkind, None, progress)

        project = document.project
        board, findings = look(project)
        settled = _with_fixes(findings) if options.fix else []
        for finding in settled:
            assert finding.fix is not None
            project = finding.fix.edit(project)
        if settled:
            document.save(project)
            board, findings = look(project)
    answer = {
        "board": board.title,
        "fixed": [f.fix.label for f in settled if f.fix is not None],
        "findings": [_finding_plain(f) for f in findings],
    }
    output.say(answer, _check_lines(board, findings, settled), as_json=options.json)
    return FINDINGS if findings else OK


def _with_fixes(findings: Sequence[Finding]) -> list[Finding]:
    """Findings that can be put right, one for each fix."""
    return list({id(f.fix): f for f in reversed(findings) if f.fix is not None}.values())[::-1]


def _finding_plain(found: Finding) -> dict[str, object]:
    return {
        "kind": found.kind,
        "severity": found.severity.value,
        "scene": found.scene,
        "frame": found.frame,
        "sentence": found.sentence,
        "fixable": found.fix is not None,
        "fix": found.fix.label if found.fix else None,
    }


def _check_lines(
    board: Board, findings: Sequence[Finding], settled: Sequence[Finding]
) -> Sequence[str]:
    """Where, how bad, what, and what would put it right."""
    lines = [f"done: {f.fix.label} (frame {f.frame})" for f in settled if f.fix is not None]
    for found in findings:
        fix = f" Fix: {found.fix.label}." if found.fix else ""
        place = f"{found.frame / float(board.rate):.1f} s, frame {found.frame}"
        lines.append(f"{found.severity.value} ({place}): {found.sentence}{fix}")
    return lines if findings else [*lines, "Everything is fine."]


def export(options: Namespace) -> int:
    """Make the finished file, or those of a whole series."""
    preset, quality = _preset(options), presets.Quality(options.quality)
    with start.look_at(options.project) as document, output.progress("frames") as progress:
        project, media = document.project, document.media.path
        if options.series:
            made = export_series(project, options.out, media, preset, quality, progress)
        else:
            board = _chosen(project, options.board)
            frames = _frames(board, options.first, options.last)
            out: Path = options.out
            made = (video.export(project, board, out, media, preset, quality, frames, progress),)
    plain = [report_plain(report) for report in made]
    lines = [line for report in made for line in report_lines(report)]
    output.say({"files": plain} if options.series else plain[0], lines, as_json=options.json)
    return OK


def _preset(options: Namespace) -> presets.Preset:
    usual = "tiktok" if options.series else _BY_ENDING.get(options.out.suffix.lower())
    name = options.preset or usual
    if name is None:
        known = ", ".join(_BY_ENDING)
        raise InvalidValueError(
            f"What “{options.out.name}” should be cannot be told from its ending.",
            f"Use one of {known}, or --preset.",
        )
    return presets.preset(name)


def _frames(board: Board, first: int | None, last: int | None) -> range | None:
    if first is None and last is None:
        return None
    return range(first or 0, board.length if last is None else last)


def report_plain(report: ExportReport) -> dict[str, object]:
    """An export's outcome as plain values."""
    return {
        "file": str(report.path),
        "frames": report.frames,
        "seconds": round(report.seconds, 3),
        "bytes": report.octets,
        "took_s": round(report.took_s, 2),
        "loudness_lufs": report.loudness,
        "true_peak_dbtp": report.true_peak,
        "notes": list(report.notes),
    }


def report_lines(report: ExportReport) -> Sequence[str]:
    """An export's outcome in sentences."""
    length = i18n.duration(report.seconds)
    size = i18n.size(report.octets)
    lines = [f"{report.path}: {length}, {size}, made in {report.took_s:.1f} s."]
    if report.loudness is not None and report.true_peak is not None:
        peak = f"true peak {report.true_peak:.1f} dBTP"
        lines.append(f"Loudness {report.loudness:.1f} LUFS, {peak}.")
    return [*lines, *report.notes]
