"""`demo`: a real kindness video and real triage, from nothing, in one go."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import asdict
from pathlib import Path

from kindreel import i18n, paths, samples, start
from kindreel.cli import OK, output, projects
from kindreel.export import presets, video
from kindreel.export.report import ExportReport
from kindreel.handoff.lists import write
from kindreel.model.comment import Action, Platform
from kindreel.model.triage import Box, Counts, Selection, View
from kindreel.store.document import Document
from kindreel.store.inbox import Inbox
from kindreel.store.media import MediaStore

_TITLE = "One kind comment"
_KIND_SHOWN = 3


def demo(options: Namespace) -> int:
    """Render the sample video, sort the sample comments, and say where both are."""
    out: Path = options.out
    out.mkdir(parents=True, exist_ok=True)
    if not options.json:
        print(f"Rendering “{_TITLE}” with its creator reveal …", flush=True)
    report, cover = _video(out)
    if not options.json:
        print("Sorting 300 invented comments on this computer …", flush=True)
    counts, kind, lists = _comments(out)
    answer = {
        "video": projects.report_plain(report),
        "cover": str(cover),
        "project": str(_folder(out)),
        "inbox": {"file": str(out / "inbox.sqlite"), **asdict(counts)},
        "lists": str(lists),
    }
    lines = [
        "",
        *projects.report_lines(report),
        f"Its cover: {cover}",
        f"The project, to take apart: {_folder(out)}",
        "",
        _counted(counts),
        "The kindest of them:",
        *(f"  “{text}”" for text in kind),
        f"Severe ones and spam were deleted here; lists for the platforms: {lists}",
        f"The inbox: {out / 'inbox.sqlite'}",
    ]
    output.say(answer, lines, as_json=options.json)
    return OK


def _folder(out: Path) -> Path:
    return out / f"{_TITLE}.kindreel"


def _video(out: Path) -> tuple[ExportReport, Path]:
    with _document(_folder(out)) as document, output.progress("frames") as progress:
        project, media = document.project, document.media.path
        board = project.boards[0]
        master = out / "one-kind-comment.mp4"
        tiktok = presets.preset("tiktok")
        report = video.export(project, board, master, media, tiktok, progress=progress)
        cover = out / "one-kind-comment-cover.png"
        video.export(project, board, cover, media, presets.preset("cover"))
    return report, cover


def _document(folder: Path) -> Document:
    """The sample project; one that is there from an earlier demo is used as it is."""
    if folder.exists():
        return start.look_at(folder)
    return Document.create(folder, samples.one_kind_comment(MediaStore(folder)))


def _comments(out: Path) -> tuple[Counts, list[str], Path]:
    with Inbox(out / "inbox.sqlite") as inbox, output.progress("bytes") as progress:
        for file in sorted(paths.resource("samples", "comments").glob("*.csv")):
            inbox.import_file(file, scorer=start.classifier(), progress=progress)
        counts = inbox.counts()
        kind = [entry.comment.text for entry in inbox.kind_wall(_KIND_SHOWN)]
        for box in (Box.SEVERE, Box.SPAM):
            inbox.decide(Action.DELETE, Selection(view=View(box=box)))
        lists = out / "lists"
        for platform in (Platform.TIKTOK, Platform.YOUTUBE, Platform.INSTAGRAM):
            write(inbox, platform, lists / platform.value)
    return counts, kind, lists


def _counted(counts: Counts) -> str:
    return (
        f"{i18n.count(counts.all, 'comment', 'comments')}: {counts.kind} kind, "
        f"{counts.neutral} neutral, {counts.unsure} unsure, {counts.unkind} unkind, "
        f"{counts.severe} severe, {counts.spam} spam."
    )
