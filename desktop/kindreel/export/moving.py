"""Videos for editors and the web: ProRes 4444 and WebM, what is see-through kept so."""

from __future__ import annotations

from pathlib import Path

from kindreel.export import ffmpeg, loudness
from kindreel.export.encode import raw_input
from kindreel.export.pictures import pixel_input
from kindreel.export.pipeline import Draw, feed
from kindreel.export.presets import Quality
from kindreel.export.seethrough import is_see_through
from kindreel.export.sound import SOUND_BITRATE, bare
from kindreel.export.unfinished import check_room
from kindreel.export.work import Made, Work, check_size

_TAGS: ffmpeg.Options = {
    "color_primaries": "bt709",
    "color_trc": "bt709",
    "colorspace": "bt709",
    "color_range": "tv",
}
_TO_BT709 = "scale=out_color_matrix=bt709:out_range=tv,format="
_SPREAD = (
    "split=3[top][near][clear];"
    "[near]format=gbrap,premultiply=inplace=1,gblur=sigma=4,unpremultiply=inplace=1,"
    "lutrgb=a=255[ground];[ground][top]overlay=format=gbrp[colours];"
    "[clear]alphaextract[alpha];[colours][alpha]alphamerge,"
)
"""Colours run on a little where nothing is seen: a codec blurs its planes, and black beyond an
edge would darken it."""
_PRORES_BITS_PER_PIXEL = 6
_WEBM = {Quality.DRAFT: (36, 6), Quality.STANDARD: (31, 4), Quality.BEST: (24, 2)}
"""libvpx's quality (0 to 63, lower is better) and haste (0 to 8, higher is faster)."""


def write_prores(work: Work, part: Path, out: Path) -> Made:
    """Write ProRes 4444, what is see-through kept so, with uncompressed sound."""
    width, height = work.board.size
    check_room(out, width * height * _PRORES_BITS_PER_PIXEL * len(work.frames) // 8)
    options: ffmpeg.Options = {
        "vf": f"{_TO_BT709}yuva444p10le",
        "c:v": "prores_ks",
        "profile:v": "4444",
        "vendor": "apl0",
        "c:a": "pcm_s24le",
        "f": "mov",
        **_TAGS,
    }
    picture = pixel_input(work.board.size, work.board.rate)
    return _write(work, part, picture, (height, width, 4), work.draw, options)


def write_webm(work: Work, part: Path, out: Path) -> Made:
    """Write VP9 and Opus; a board without a background keeps its alpha."""
    check_size(work.board)
    check_room(out, len(work.frames) * 40_000)
    crf, haste = _WEBM[work.quality]
    options: ffmpeg.Options = {
        "c:v": "libvpx-vp9",
        "crf": crf,
        "b:v": 0,
        "row-mt": 1,
        "deadline": "good",
        "cpu-used": haste,
        "c:a": "libopus",
        "b:a": SOUND_BITRATE,
        "f": "webm",
    }
    if is_see_through(work.board):
        return _clear_webm(work, part, options)
    plain: ffmpeg.Options = {**options, "pix_fmt": "yuv420p"}
    source = raw_input(work.board.size, work.board.rate)
    picture = ffmpeg.Input(source.file, {**source.options, **_TAGS})
    return _write(work, part, picture, work.planes_shape, work.planes, plain)


def _clear_webm(work: Work, part: Path, options: ffmpeg.Options) -> Made:
    width, height = work.board.size
    alpha: ffmpeg.Options = {
        "vf": f"{_SPREAD}{_TO_BT709}yuva420p",
        "auto-alt-ref": 0,
        **_TAGS,
    }
    picture = pixel_input(work.board.size, work.board.rate)
    return _write(work, part, picture, (height, width, 4), work.draw, {**options, **alpha})


def _write(
    work: Work,
    part: Path,
    picture: ffmpeg.Input,
    shape: tuple[int, ...],
    draw: Draw,
    options: ffmpeg.Options,
) -> Made:
    tags = [f"{name}={value}" for name, value in work.tags.items() if value]
    with bare(work, part) as sound:
        written: ffmpeg.Options = {**options, "map_metadata": -1, "metadata": tags}
        words = ffmpeg.command([picture, sound], ffmpeg.file(part), written)
        with ffmpeg.Process(words) as process:
            feed(process, work.frames, shape, draw, work.count)
            process.finish(work.tick)
    measured = loudness.measure_file(part, work.tick)
    return Made(frames=len(work.frames), drawn=len(work.frames), loudness=measured)
