"""Writers for what is read rather than watched: captions, timelines, the storyboard on paper."""

from __future__ import annotations

from pathlib import Path

from kindreel.export.interchange import captions, otio
from kindreel.export.work import Made, Work
from kindreel.render import storyboard_pdf


def write_srt(work: Work, part: Path, out: Path) -> Made:
    """Write the captions of the exported frames as SubRip."""
    del out
    captions.write_srt(work.board, part, work.frames)
    return Made(frames=0, drawn=0)


def write_vtt(work: Work, part: Path, out: Path) -> Made:
    """Write the captions of the exported frames as WebVTT."""
    del out
    captions.write_vtt(work.board, part, work.frames)
    return Made(frames=0, drawn=0)


def write_otio(work: Work, part: Path, out: Path) -> Made:
    """Write the whole board as an OpenTimelineIO timeline."""
    del out
    otio.write_otio(work.project, work.board, part, work.media)
    return Made(frames=0, drawn=0)


def write_pdf(work: Work, part: Path, out: Path) -> Made:
    """Write the storyboard as pages of six panels."""
    del out
    spans = list(work.board.spans())
    done = 0

    def picture(frame: int, size: tuple[int, int]) -> storyboard_pdf.Pixels:
        nonlocal done
        done += 1
        work.count(round(done * len(work.frames) / len(spans)) - work.done)
        return work.still(frame, size)

    storyboard_pdf.write(part, work.project, work.board, picture)
    return Made(frames=len(spans), drawn=len(spans))
