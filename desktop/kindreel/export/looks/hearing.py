"""Whether there is something to hear, and how far it is from its loudness."""

from __future__ import annotations

from collections.abc import Iterator

from kindreel.export.audio import Media, mix
from kindreel.export.meter import measure
from kindreel.model.board import Board
from kindreel.model.findings import Finding, Severity
from kindreel.model.project import Project

_TARGET = -14.0
_FAR = 20.0


def hard_to_hear(project: Project, board: Board, media: Media) -> Iterator[Finding]:
    """A video that is silent, or so quiet that its noise would be raised with it."""
    found = measure(mix(project, board, media))
    if found.silent:
        yield Finding(
            kind="loudness", severity=Severity.HINT, sentence="The video has no sound at all."
        )
    elif found.integrated < _TARGET - _FAR:
        yield Finding(
            kind="loudness",
            severity=Severity.WARN,
            sentence=(
                f"The sound is very quiet ({found.integrated:.0f} LUFS); raising it to "
                f"{_TARGET:.0f} raises its noise too. Record closer to the microphone."
            ),
        )
