"""The post kit as files: what lies beside a video, ready to be posted with it."""

from __future__ import annotations

from pathlib import Path

from kindreel import reveals
from kindreel.export.interchange.captions import write_srt
from kindreel.export.presets import Preset, Quality, preset
from kindreel.export.unfinished import unfinished
from kindreel.export.video import export
from kindreel.export.work import Media
from kindreel.jobs import Progress, silent
from kindreel.model.board import Board, PostKit
from kindreel.model.edits.cast import set_reveal_style
from kindreel.model.project import Project

_CALM = "crossfade"


def post_text(kit: PostKit) -> str:
    """The text of the post, its hashtags in the last line."""
    tags = " ".join(f"#{tag}" for tag in kit.hashtags)
    return "\n\n".join(part for part in (kit.caption.strip(), tags) if part)


def write_beside(project: Project, board: Board, video: Path, media: Media) -> tuple[Path, ...]:
    """Write cover.png, captions.srt and caption.txt next to a video, under its name.

    Gives what was written; captions only when the board has some.
    """
    cover = video.with_name(f"{video.stem} - cover.png")
    text = video.with_name(f"{video.stem} - caption.txt")
    captions = video.with_name(f"{video.stem} - captions.srt")
    export(project, board, cover, media, preset("cover"))
    written = [cover]
    if board.post.caption.strip() or board.post.hashtags:
        with unfinished(text) as part:
            part.write_text(post_text(board.post) + "\n", "utf-8")
        written.append(text)
    if any(panel.captions for panel in board.panels):
        with unfinished(captions) as part:
            write_srt(board, part)
        written.append(captions)
    return tuple(written)


def write_calm(
    project: Project,
    board: Board,
    video: Path,
    media: Media,
    chosen: Preset,
    quality: Quality,
    progress: Progress = silent,
) -> Path | None:
    """Write the same video with a slow crossfade as its reveal next to it, where it is wanted.

    Only the reveal is drawn anew. None when the board does not want it or is calm itself.
    """
    calm = reveals.shelf.get(_CALM)()
    if not board.reveal.calm or type(board.reveal.style) is type(calm):
        return None

    def further(done: int, total: int, doing: str = "") -> None:
        del done, doing  # the video itself is done; this only listens for a cancel
        progress(total, total, "Calm version")

    out = video.with_name(f"{video.stem} - calm{video.suffix}")
    gentle = set_reveal_style(board, calm)
    export(project, gentle, out, media, chosen, quality, progress=further)
    return out
