"""Files made of whole-colour pictures, with what is see-through kept so."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from kindreel.errors import ExportError
from kindreel.export import ffmpeg
from kindreel.export.cover import best_frame
from kindreel.export.pipeline import feed
from kindreel.export.unfinished import beside, check_room, remove
from kindreel.export.work import Made, Work
from kindreel.model.time import Rate

Size = tuple[int, int]

_SMALL = 540
_CALM_RATE = 15


def pixel_input(size: Size, rate: Rate) -> ffmpeg.Input:
    """BGRA frames from the pipe."""
    shape = {"f": "rawvideo", "pix_fmt": "bgra", "s": f"{size[0]}x{size[1]}", "r": str(rate)}
    return ffmpeg.Input("pipe:", shape)


def smaller(size: Size, width: int) -> Size:
    """The size scaled down to a width, in even numbers; as it is when it is narrower."""
    if size[0] <= width:
        return size
    return width - width % 2, 2 * round(size[1] * width / size[0] / 2)


def thinned(work: Work) -> tuple[range, Rate]:
    """Every second frame (or third …) for about fifteen in a second, and their rate."""
    step = max(1, round(work.board.rate / _CALM_RATE))
    return work.frames[::step], work.board.rate / step


def draw_into(
    work: Work,
    frames: Sequence[int],
    rate: Rate,
    size: Size,
    output: str,
    options: ffmpeg.Options,
) -> None:
    """Feed frames of a size to an output of ffmpeg."""
    words = ffmpeg.command([pixel_input(size, rate)], output, options)
    share = len(work.frames) / len(frames)
    told = 0

    def count() -> None:
        nonlocal told
        told += 1
        work.count(round(told * share) - work.done)

    with ffmpeg.Process(words) as process:
        feed(process, frames, (size[1], size[0], 4), work.draw, count)
        process.finish(work.tick)


def write_sequence(work: Work, part: Path, out: Path) -> Made:
    """Write a folder of numbered PNG pictures, `00000.png` for the board's first frame."""
    if out.is_file() or (out.is_dir() and not all(_numbered(f) for f in out.iterdir())):
        raise ExportError(
            f"“{out.name}” is there already and holds something else.",
            "Choose a new folder for the pictures.",
        )
    width, height = work.board.size
    check_room(out, 2 * width * height * len(work.frames))
    part.mkdir()
    options: ffmpeg.Options = {
        "c:v": "png",
        "start_number": work.frames.start,
        "f": "image2",
    }
    pattern = _literal(part) + "/%05d.png"
    draw_into(work, work.frames, work.board.rate, work.board.size, pattern, options)
    return Made(frames=len(work.frames), drawn=len(work.frames))


def _numbered(file: Path) -> bool:
    return file.suffix == ".png" and file.stem.isdigit()


def write_cover(work: Work, part: Path, out: Path) -> Made:
    """Write the cover picture: the frame the board names, or the best one."""
    del out
    chosen = work.board.cover
    frame = best_frame(work) if chosen is None else min(chosen, work.board.length - 1)
    options: ffmpeg.Options = {
        "c:v": "png",
        "f": "image2",
        "update": 1,
        "frames:v": 1,
    }
    board = work.board
    draw_into(work, [frame], board.rate, board.size, _literal(part), options)
    return Made(frames=1, drawn=1)


def _literal(part: Path) -> str:
    """The path for the picture writer, which takes a percent sign for a number's place."""
    return ffmpeg.file(part).replace("%", "%%")


def write_apng(work: Work, part: Path, out: Path) -> Made:
    """Write an animated PNG that plays for ever, half the frames, at most 540 wide."""
    del out
    options: ffmpeg.Options = {"c:v": "apng", "plays": 0, "f": "apng"}
    return _write_small(work, part, options)


def write_webp(work: Work, part: Path, out: Path) -> Made:
    """Write an animated WebP that plays for ever, half the frames, at most 540 wide."""
    del out
    options: ffmpeg.Options = {
        "c:v": "libwebp_anim",
        "quality": 80,
        "loop": 0,
        "f": "webp",
    }
    return _write_small(work, part, options)


def _write_small(work: Work, part: Path, options: ffmpeg.Options) -> Made:
    frames, rate = thinned(work)
    size = smaller(work.board.size, _SMALL)
    draw_into(work, frames, rate, size, ffmpeg.file(part), options)
    return Made(frames=len(frames), drawn=len(frames))


def write_gif(work: Work, part: Path, out: Path) -> Made:
    """Write an animated GIF with a palette of its own colours, about fifteen frames a second."""
    frames, rate = thinned(work)
    size = smaller(work.board.size, _SMALL)
    check_room(out, 3 * size[0] * size[1] * len(frames))
    lossless, palette = beside(part), beside(part)
    try:
        options: ffmpeg.Options = {"c:v": "ffv1", "pix_fmt": "bgra", "f": "nut"}
        draw_into(work, frames, rate, size, ffmpeg.file(lossless), options)
        _palette(lossless, palette, work)
        both = [ffmpeg.Input(ffmpeg.file(p)) for p in (lossless, palette)]
        words = ffmpeg.command(both, ffmpeg.file(part), {"loop": 0, "f": "gif"}, "paletteuse")
        ffmpeg.run(words, tick=work.tick)
    finally:
        remove(lossless)
        remove(palette)
    return Made(frames=len(frames), drawn=len(frames))


def _palette(film: Path, out: Path, work: Work) -> None:
    options: ffmpeg.Options = {
        "vf": "palettegen=stats_mode=diff",
        "c:v": "png",
        "update": 1,
        "frames:v": 1,
        "f": "image2",
    }
    words = ffmpeg.command([ffmpeg.Input(ffmpeg.file(film))], _literal(out), options)
    ffmpeg.run(words, tick=work.tick)
