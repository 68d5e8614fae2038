"""Captions as SubRip and WebVTT files."""

from __future__ import annotations

import html
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from kindreel.model.board import Board
from kindreel.model.sound import Caption

_LINE = 42
"""Characters of a line, as broadcasters keep to."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A caption with its place in the file. start, end: seconds."""

    start: Fraction
    end: Fraction
    caption: Caption


def cues(board: Board, frames: range | None = None) -> Iterator[Cue]:
    """All captions by time, cut to their scene and to the frames; those start at zero."""
    shown = frames or range(board.length)
    found = []
    for span in board.spans():
        for caption in span.panel.captions:
            first = max(span.start + caption.start, shown.start)
            last = min(span.start + caption.start + caption.length, span.end, shown.stop)
            if first < last and caption.text.strip():
                begin = (first - shown.start) / board.rate
                found.append(Cue(begin, (last - shown.start) / board.rate, caption))
    yield from sorted(found, key=lambda cue: (cue.start, cue.end))


def wrapped(text: str) -> list[str]:
    """The text in lines of at most 42 characters, as even as they can be; its own breaks stay."""
    lines: list[str] = []
    for line in text.splitlines():
        words = " ".join(line.split())
        count = -(-len(words) // _LINE)
        if count > 1:
            lines += next(
                fitted
                for width in range(len(words) // count, _LINE + 1)
                if len(fitted := textwrap.wrap(words, width)) <= count or width == _LINE
            )
        elif words:
            lines.append(words)
    return lines


def _clock(seconds: Fraction, mark: str) -> str:
    milliseconds = round(seconds * 1000)
    whole, rest = divmod(milliseconds, 1000)
    minutes, second = divmod(whole, 60)
    hours, minute = divmod(minutes, 60)
    return f"{hours:02d}:{minute:02d}:{second:02d}{mark}{rest:03d}"


def srt(board: Board, frames: range | None = None) -> str:
    """The captions as a SubRip file's text."""
    blocks = []
    for number, cue in enumerate(cues(board, frames), 1):
        # An arrow in the words would read as a time line.
        words = "\n".join(wrapped(cue.caption.text)).replace("-->", "→")
        blocks.append(f"{number}\n{_clock(cue.start, ',')} --> {_clock(cue.end, ',')}\n{words}\n")
    return "\n".join(blocks)


def vtt(board: Board, frames: range | None = None) -> str:
    """The captions as a WebVTT file's text; words that have times keep them."""
    blocks = ["WEBVTT\n"]
    for cue in cues(board, frames):
        times = f"{_clock(cue.start, '.')} --> {_clock(cue.end, '.')}"
        blocks.append(f"{times}\n{_vtt_words(cue, board)}\n")
    return "\n".join(blocks)


def _vtt_words(cue: Cue, board: Board) -> str:
    if not cue.caption.words:
        return html.escape("\n".join(wrapped(cue.caption.text)), quote=False)
    told = []
    for word in cue.caption.words:
        at = cue.start + word.start / board.rate
        time = f"<{_clock(at, '.')}>" if cue.start < at < cue.end else ""
        told.append(time + html.escape(word.text, quote=False))
    return " ".join(told)


def write_srt(board: Board, out: Path, frames: range | None = None) -> int:
    """Write a SubRip file; gives the number of captions."""
    out.write_text(srt(board, frames), "utf-8", newline="\r\n")
    return sum(1 for _ in cues(board, frames))


def write_vtt(board: Board, out: Path, frames: range | None = None) -> int:
    """Write a WebVTT file; gives the number of captions."""
    out.write_text(vtt(board, frames), "utf-8", newline="\n")
    return sum(1 for _ in cues(board, frames))
