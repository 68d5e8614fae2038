"""A look over a board before it goes out: values, pictures, sound and words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kindreel.errors import MediaError
from kindreel.export.audio import Media
from kindreel.export.looks.calming import Calmer, stretches
from kindreel.export.looks.contrast import hard_to_read
from kindreel.export.looks.covered import faces_covered
from kindreel.export.looks.flashes import SIZE, Flashing, flashing
from kindreel.export.looks.hearing import hard_to_hear
from kindreel.export.looks.safezones import outside
from kindreel.export.looks.wording import Judge, unkind
from kindreel.export.presets import Profile, profiles
from kindreel.jobs import Progress, silent
from kindreel.model import checks
from kindreel.model.board import Board
from kindreel.model.findings import Finding, Fix, Severity
from kindreel.model.ids import MediaId
from kindreel.model.project import Project
from kindreel.render.frame import Stage

__all__ = ["Finding", "Fix", "Severity", "missing_media", "preflight"]


def missing_media(project: Project, board: Board, media: Media) -> frozenset[MediaId]:
    """The media that the board needs and that are not there."""

    def there(one: MediaId) -> bool:
        try:
            return media(one).is_file()
        except (MediaError, LookupError, OSError):
            return False

    return frozenset(m for m in checks.media_of(project, board) if not there(m))


def preflight(
    project: Project,
    board: Board,
    media: Media,
    judge: Judge | None = None,
    platforms: tuple[Profile, ...] | None = None,
    progress: Progress = silent,
) -> tuple[Finding, ...]:
    """All findings, what blocks first, then by frame.

    judge: tells unkind words; without it words are not looked at.
    platforms: whose safe boxes count, all that are known when None.
    progress: hears of frames looked at; may raise Cancelled.
    """
    found = list(checks.findings(project, board, missing_media(project, board, media)))
    if judge is not None:
        found += unkind(board, judge)
    progress(0, board.length, "Listening")
    found += hard_to_hear(project, board, media)
    look = _Look(Stage(media), project, board, progress)
    found += look.words(profiles() if platforms is None else platforms)
    found += look.flashes()
    rank = {Severity.BLOCK: 0, Severity.WARN: 1, Severity.HINT: 2}
    return tuple(sorted(found, key=lambda f: (rank[f.severity], f.frame)))


@dataclass(frozen=True, slots=True)
class _Look:
    """The checks that draw, over one stage."""

    stage: Stage
    project: Project
    board: Board
    progress: Progress

    def words(self, platforms: tuple[Profile, ...]) -> Iterator[Finding]:
        for span in self.board.spans():
            yield from outside(self.project, self.board, span, platforms)
            yield from hard_to_read(self.stage, self.project, self.board, span)
        yield from faces_covered(self.stage, self.project, self.board)

    def _small(
        self, project: Project, board: Board, frames: range
    ) -> Iterator[tuple[int, NDArray[np.uint8]]]:
        """Frames of this board, or of one with a fix tried on, small."""
        last: object = None
        picture = np.empty((SIZE[1], SIZE[0], 4), np.uint8)
        for frame in frames:
            key = self.stage.key(project, board, frame)
            if key != last:
                self.stage.render(project, board, frame, SIZE, picture)
                last = key
            done = min(frame + 1, self.board.length)
            self.progress(done, self.board.length, "Looking")
            yield frame, picture

    def flashes(self) -> Iterator[Finding]:
        project, board = self.project, self.board
        found = list(flashing(self._small(project, board, range(board.length)), board.rate))
        for held in stretches(found, round(board.rate)):
            fix = Calmer(project, board, self._small, held[0].frame, held[-1].frame).fix()
            for one in held:
                yield self._flash(one, fix)

    def _flash(self, found: Flashing, fix: Fix | None) -> Finding:
        red = "red " if found.red else ""
        return Finding(
            kind="flash",
            severity=Severity.WARN,
            sentence=(
                f"There are {found.flashes} {red}flashes within a second; more than three "
                "can make people ill. Slow them down or make them smaller."
            ),
            scene=self.board.span_at(found.frame).panel.id,
            frame=found.frame,
            fix=fix,
        )
