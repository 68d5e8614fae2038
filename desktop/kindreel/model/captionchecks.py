"""Whether captions can be read in their time (after the guides of broadcasters)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from math import ceil

from kindreel.model.board import Board, Span
from kindreel.model.edits.boards import edit_board
from kindreel.model.edits.sounds import set_caption, split_caption
from kindreel.model.findings import Finding, Fix, Severity
from kindreel.model.ids import SceneId
from kindreel.model.project import Project
from kindreel.model.sound import Caption

FASTEST = 20
"""Characters a second that adults read without hurry."""

SHORTEST_S, LONGEST_S = 5 / 6, 7.0
_LINE = 42
_LINES = 2


def caption_findings(board: Board, span: Span) -> Iterator[Finding]:
    """What is wrong with the captions of one panel, each at most once."""
    captions = sorted(span.panel.captions, key=lambda c: c.start)
    for number, caption in enumerate(captions):
        following = captions[number + 1].start if number + 1 < len(captions) else span.length
        room = max(1, min(following, span.length) - caption.start)
        yield from _caption(board, span, caption, room)


def _caption(board: Board, span: Span, caption: Caption, room: int) -> Iterator[Finding]:
    text = " ".join(caption.text.split())
    if not text:
        return
    frames = min(caption.length, span.length - caption.start)
    seconds = frames / float(board.rate)
    needed = max(len(text) / FASTEST, SHORTEST_S)
    words = f"“{_short(text)}”"
    if caption.start >= span.length:
        yield _finding(span, caption, "time", f"{words} comes after its scene has ended.")
    elif seconds < needed - 1e-6:
        sentence = f"{words} is on for {seconds:.1f} s; reading it takes {needed:.1f} s."
        yield replace(
            _finding(span, caption, "pace", sentence),
            fix=_longer(board, caption, ceil(needed * float(board.rate)), room),
        )
    elif seconds > LONGEST_S:
        sentence = (
            f"{words} stays for {seconds:.1f} s; after {LONGEST_S:.0f} s people read it twice."
        )
        fix = _lasting(board, caption, int(LONGEST_S * board.rate))
        yield replace(_finding(span, caption, "time", sentence), severity=Severity.HINT, fix=fix)
    if caption.length > room > 0 and room < span.length - caption.start:
        yield replace(
            _finding(span, caption, "overlap", f"{words} is still on when the next caption comes."),
            fix=_lasting(board, caption, room),
        )
    if len(caption.text.strip().splitlines()) > _LINES or len(text) > _LINE * _LINES:
        found = _finding(span, caption, "lines", f"{words} needs more than two lines; split it.")
        yield replace(found, fix=_split(board, span.panel.id, caption))


def _finding(span: Span, caption: Caption, what: str, sentence: str) -> Finding:
    return Finding(
        kind=f"caption_{what}",
        severity=Severity.WARN,
        sentence=sentence,
        scene=span.panel.id,
        frame=span.start + min(caption.start, span.length - 1),
    )


def _short(text: str, most: int = 32) -> str:
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def _longer(board: Board, caption: Caption, wanted: int, room: int) -> Fix | None:
    """An edit that shows the caption long enough; None when it has no room."""
    return _lasting(board, caption, wanted) if wanted <= room else None


def _split(board: Board, scene: SceneId, caption: Caption) -> Fix | None:
    """An edit that says it in two captions after each other; None for a single word."""
    if len(caption.text.split()) < 2 or caption.length < 2:
        return None

    def split(project: Project) -> Project:
        return edit_board(project, board.id, lambda b: split_caption(b, scene, caption.id))

    return Fix("Split the caption", split)


def _lasting(board: Board, caption: Caption, frames: int) -> Fix:
    lasting = replace(caption, length=frames)

    def retime(project: Project) -> Project:
        return edit_board(project, board.id, lambda b: set_caption(b, lasting))

    return Fix("Retime the caption", retime)
