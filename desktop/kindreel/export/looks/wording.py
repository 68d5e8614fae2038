"""Whether the video itself says something unkind."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from kindreel.model.board import Board, Panel, Span
from kindreel.model.checks import name_of
from kindreel.model.edits.boards import edit_board, edit_panel
from kindreel.model.findings import Finding, Fix, Severity
from kindreel.model.layers import BubbleLayer, TextLayer
from kindreel.model.project import Project

Judge = Callable[[Sequence[str]], Sequence[bool]]
"""Tells for each text whether it is unkind."""


@dataclass(frozen=True, slots=True)
class _Words:
    """Something to read. where: “a caption”. id: of the caption or layer, empty for the script."""

    span: Span
    text: str
    where: str
    id: str
    frame: int


def unkind(board: Board, judge: Judge) -> Iterator[Finding]:
    """Words that hurt and are not marked as part of the story."""
    words = [w for span in board.spans() for w in _words(span) if w.text.strip()]
    for one, hurts in zip(words, judge([w.text for w in words]), strict=True):
        if hurts:
            yield _finding(board, one)


def _words(span: Span) -> Iterator[_Words]:
    panel = span.panel
    for caption in panel.captions:
        if not caption.quoted:
            start = span.start + min(caption.start, span.length - 1)
            yield _Words(span, caption.text, "A caption", caption.id, start)
    for layer in panel.layers:
        if isinstance(layer, TextLayer | BubbleLayer) and not layer.quoted:
            start = span.start + min(max(layer.start, 0), span.length - 1)
            yield _Words(span, layer.text, "A text", layer.id, start)
    yield _Words(span, panel.script, "The script", "", span.start)


def _finding(board: Board, words: _Words) -> Finding:
    scene = words.span.panel.id

    def quoted(panel: Panel) -> Panel:
        return replace(
            panel,
            captions=tuple(
                replace(c, quoted=True) if c.id == words.id else c for c in panel.captions
            ),
            layers=tuple(
                replace(x, quoted=True)
                if x.id == words.id and isinstance(x, TextLayer | BubbleLayer)
                else x
                for x in panel.layers
            ),
        )

    def edit(project: Project) -> Project:
        return edit_board(project, board.id, lambda b: edit_panel(b, scene, quoted))

    return Finding(
        kind="unkind_words",
        severity=Severity.WARN if words.id else Severity.HINT,
        sentence=(
            f"{words.where} in {name_of(words.span)} reads as unkind. "
            "If it is quoted to be answered, mark it as part of the story."
        ),
        scene=scene,
        frame=words.frame,
        fix=Fix("Mark as part of the story", edit) if words.id else None,
    )
