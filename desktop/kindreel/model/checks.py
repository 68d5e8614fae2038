"""Pre-flight: what can be told from the values alone, without drawing or listening."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from math import ceil

from kindreel.model.board import Board, Panel, Span
from kindreel.model.captionchecks import caption_findings
from kindreel.model.edits.boards import edit_board
from kindreel.model.edits.cast import cast_reveal
from kindreel.model.edits.lengths import fit_length
from kindreel.model.findings import Finding, Fix, Severity
from kindreel.model.ids import MediaId
from kindreel.model.layers import ClipLayer, DrawingLayer, ImageLayer, Layer
from kindreel.model.plugins import UnknownEffect, UnknownReveal, UnknownTransition
from kindreel.model.project import Project
from kindreel.model.reveal import Creator
from kindreel.model.sound import Role

SHORTEST_S, LONGEST_S = 15, 90
"""What campaign videos last on all three platforms."""


def findings(
    project: Project, board: Board, missing: frozenset[MediaId] = frozenset()
) -> tuple[Finding, ...]:
    """All that is found, in the order of the video.

    missing: media that the board refers to and nobody can find; see media_of.
    """
    found = [*_length(board)]
    for span in board.spans():
        found += caption_findings(board, span)
        found += _voice(span)
        found += _media(span, missing)
        found += _unknown(span)
    found += _music(board, missing)
    found += _reveal(project, board, missing)
    return tuple(found)


def media_of(project: Project, board: Board) -> frozenset[MediaId]:
    """Every media file that the board needs."""
    needed = {sound.media for sound in board.music}
    for panel in board.panels:
        needed |= _panel_media(panel)
    for creator in _shown(project, board):
        needed |= _faces(creator)
    return frozenset(needed)


def _panel_media(panel: Panel) -> set[MediaId]:
    sounds = {sound.media for sound in panel.sounds}
    return sounds.union(*(_layer_media(layer) for layer in panel.layers))


def _layer_media(layer: Layer) -> set[MediaId]:
    if isinstance(layer, ImageLayer):
        return {layer.media}
    if isinstance(layer, ClipLayer):
        return set(layer.media)
    if isinstance(layer, DrawingLayer) and layer.media is not None:
        return {layer.media}
    return set()


def _faces(creator: Creator) -> set[MediaId]:
    return {portrait.media for portrait in (creator.avatar, creator.person) if portrait}


def _shown(project: Project, board: Board) -> list[Creator]:
    known = {creator.id: creator for creator in project.creators}
    return [known[i] for i in board.reveal.creators if i in known]


def name_of(span: Span) -> str:
    """A scene as a sentence calls it."""
    return f"Scene {span.index + 1}" + (f" (“{span.panel.title}”)" if span.panel.title else "")


def _length(board: Board) -> Iterator[Finding]:
    seconds = float(board.seconds)
    if seconds < SHORTEST_S:
        yield Finding(
            kind="length",
            severity=Severity.WARN,
            sentence=f"The video lasts {seconds:.1f} s; a story needs at least {SHORTEST_S} s.",
            fix=_fitting(board, SHORTEST_S, "Stretch all scenes"),
        )
    elif seconds > LONGEST_S:
        yield Finding(
            kind="length",
            severity=Severity.WARN,
            sentence=f"The video lasts {seconds:.0f} s; more than {LONGEST_S} s lose viewers.",
            frame=int(LONGEST_S * board.rate),
            fix=_fitting(board, LONGEST_S, "Shorten all scenes"),
        )


def _fitting(board: Board, seconds: int, label: str) -> Fix | None:
    """An edit that makes the board last so long; None when its scenes would suffer."""
    frames = ceil(seconds * board.rate) if board.seconds < seconds else int(seconds * board.rate)
    if fit_length(board, frames) is None:
        return None

    def fit(project: Project) -> Project:
        return edit_board(project, board.id, lambda b: fit_length(b, frames) or b)

    return Fix(label, fit)


def _voice(span: Span) -> Iterator[Finding]:
    spoken = any(s.role is Role.VOICE and not s.muted for s in span.panel.sounds)
    if span.panel.captions and not spoken:
        yield Finding(
            kind="voice",
            severity=Severity.HINT,
            sentence=f"{name_of(span)} has captions, but no voice says them.",
            scene=span.panel.id,
            frame=span.start,
        )


def _media(span: Span, missing: frozenset[MediaId]) -> Iterator[Finding]:
    gone = len(_panel_media(span.panel) & missing)
    if gone:
        files = "A file is" if gone == 1 else f"{gone} files are"
        yield Finding(
            kind="media",
            severity=Severity.WARN,
            sentence=f"{files} missing in {name_of(span)}; a placeholder or silence stands in.",
            scene=span.panel.id,
            frame=span.start,
        )


def _music(board: Board, missing: frozenset[MediaId]) -> Iterator[Finding]:
    if any(sound.media in missing for sound in board.music):
        yield Finding(
            kind="media",
            severity=Severity.WARN,
            sentence="The music's file is missing; the video goes without it.",
        )


def _unknown(span: Span) -> Iterator[Finding]:
    effects = (e for layer in span.panel.layers for e in layer.effects)
    entry = span.panel.entry
    kinds = {e.kind for e in effects if isinstance(e, UnknownEffect)}
    if entry is not None and isinstance(entry.style, UnknownTransition):
        kinds.add(entry.style.kind)
    style = getattr(span.panel, "style", None)
    if isinstance(style, UnknownReveal):
        kinds.add(style.kind)
    for kind in sorted(kinds):
        yield Finding(
            kind="unknown",
            severity=Severity.HINT,
            sentence=f"{name_of(span)} uses “{kind}”, which this Kindreel does not have.",
            scene=span.panel.id,
            frame=span.start,
        )


def _reveal(project: Project, board: Board, missing: frozenset[MediaId]) -> Iterator[Finding]:
    shown = _shown(project, board)
    span = board.span_of(board.reveal.id)
    if not shown:
        yield replace(
            _at(span, "reveal", Severity.WARN, "Nobody is revealed at the end."),
            fix=_cast_fix(project, board),
        )
    for creator in shown:
        yield from _creator(span, creator, missing)


def _cast_fix(project: Project, board: Board) -> Fix | None:
    if len(project.creators) != 1:
        return None
    only = project.creators[0]

    def cast(now: Project) -> Project:
        return edit_board(now, board.id, lambda b: cast_reveal(b, (only.id,)))

    return Fix(f"Reveal {only.name or 'the creator'}", cast)


def _at(span: Span, kind: str, severity: Severity, sentence: str) -> Finding:
    return Finding(
        kind=kind, severity=severity, sentence=sentence, scene=span.panel.id, frame=span.start
    )


def _creator(span: Span, creator: Creator, missing: frozenset[MediaId]) -> Iterator[Finding]:
    name = creator.name or "The person"
    if not creator.name.strip():
        yield _at(span, "name", Severity.WARN, "The person in the reveal has no name.")
    if not creator.consent.holds:
        yes = "not said yes to being shown"
        if creator.consent.given:
            yes = "said yes, but is under 16 and needs a guardian's yes too"
        yield _at(span, "consent", Severity.BLOCK, f"{name} has {yes}.")
    if creator.consent.under_16 and " " in creator.name.strip():
        yield _at(
            span, "name", Severity.HINT, "For someone under 16 the first name alone is better."
        )
    if creator.person is None:
        yield _at(span, "reveal", Severity.WARN, f"{name} has no photo or clip for the reveal.")
    if creator.avatar is None:
        yield _at(span, "reveal", Severity.WARN, f"{name} has no drawn face for the reveal.")
    if _faces(creator) & missing:
        yield _at(span, "media", Severity.WARN, f"A picture of {name} is missing.")
