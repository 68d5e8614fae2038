"""The post kit as files: what lies beside a video, ready to be posted with it."""

from __future__ import annotations

from pathlib import Path

from kindreel.export.interchange.captions import write_srt
from kindreel.export.presets import preset
from kindreel.export.unfinished import unfinished
from kindreel.export.video import export
from kindreel.export.work import Media
from kindreel.model.board import Board, PostKit
from kindreel.model.project import Project


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
