"""Fixes for flashes: each is tried on the frames themselves, and offered only when it helps."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kindreel.effects import MovingEffect
from kindreel.export.looks.flashes import Flashing, flashing
from kindreel.model.board import Board, Span
from kindreel.model.edits.boards import edit_board
from kindreel.model.edits.calm import slow_scenes, soften_layer, soften_layers, use_transition
from kindreel.model.findings import Fix
from kindreel.model.ids import LayerId, SceneId
from kindreel.model.plugins import Effect
from kindreel.model.project import Project
from kindreel.transitions.crossfade import Crossfade

Small = Callable[[Project, Board, range], Iterable[tuple[int, NDArray[np.uint8]]]]
"""Draws some frames of a board as small pictures."""

Edit = Callable[[Board], Board]

_SHARES = (0.5, 0.25, 0.1)
_SECONDS = (1 / 3, 0.5, 1.0)


def stretches(found: Sequence[Flashing], second: int) -> Iterator[list[Flashing]]:
    """Flashes that follow each other within two seconds, together."""
    held: list[Flashing] = []
    for one in sorted(found, key=lambda f: f.frame):
        if held and one.frame > held[-1].frame + 2 * second:
            yield held
            held = []
        held.append(one)
    if held:
        yield held


@dataclass(frozen=True, slots=True)
class Calmer:
    """Looks for the mildest edit that ends a stretch of flashes.

    first, last: its frames, roughly.
    """

    project: Project
    board: Board
    small: Small
    first: int
    last: int

    def fix(self) -> Fix | None:
        """The mildest fix that holds on the drawn frames; None when there is none."""
        for label, edit in self._milder():
            if self._helps(edit):
                return self._as_fix(label, edit)
        return None

    def _as_fix(self, label: str, edit: Edit) -> Fix:
        board = self.board.id
        return Fix(label, lambda project: edit_board(project, board, edit))

    def _milder(self) -> Iterator[tuple[str, Edit]]:
        """Edits worth a try, the mildest first; one that cannot help at its strongest is left."""
        for layers in self._groups():
            if not self._helps(self._softer(layers, 0.0)):
                continue
            words = "layer" if len(layers) == 1 else "layers"
            for share in (*_SHARES, 0.0):
                yield f"Soften the flashing {words}", self._softer(layers, share)
        scenes = self._scenes()
        if any(s.panel.entry for s in self._near()):
            yield "Cross-fade instead", lambda b: use_transition(b, scenes, Crossfade())
        for seconds in _SECONDS:
            shortest = round(seconds * self.board.rate)
            yield "Let each scene last longer", lambda b, n=shortest: slow_scenes(b, scenes, n)  # type: ignore[misc]  # n is bound early
            yield (
                "Cross-fade and let each scene last longer",
                lambda b, n=shortest: use_transition(  # type: ignore[misc]  # the same
                    slow_scenes(b, scenes, n), scenes, Crossfade()
                ),
            )

    def _near(self) -> list[Span]:
        second = round(self.board.rate)
        reach = range(self.first - second, self.last + second)
        spans = self.board.spans()
        return [s for s in spans if s.start < reach.stop and s.end > reach.start]

    def _scenes(self) -> frozenset[SceneId]:
        return frozenset(s.panel.id for s in self._near())

    @property
    def _gap(self) -> int:
        return round(self.board.rate / 3)

    def _groups(self) -> Iterator[frozenset[tuple[SceneId, LayerId]]]:
        """Each layer that could flash by itself, then all of them."""
        could = [
            (span.panel.id, layer.id)
            for span in self._near()
            for layer in span.panel.layers
            if soften_layer(layer, 0.0, self._gap, _moves) is not layer
        ]
        for one in could:
            yield frozenset({one})
        if len(could) > 1:
            yield frozenset(could)

    def _softer(self, layers: frozenset[tuple[SceneId, LayerId]], share: float) -> Edit:
        gap = self._gap
        return lambda board: soften_layers(board, layers, share, gap, _moves)

    def _helps(self, edit: Edit) -> bool:
        """Whether no flashes are left in the scenes around."""
        after = edit(self.board)
        if after == self.board:
            return False
        second, near = round(self.board.rate), self._scenes()
        spans = [s for s in after.spans() if s.panel.id in near]
        start = max(0, spans[0].start - second)
        frames = range(start, min(after.length, spans[-1].end + second))
        project = edit_board(self.project, self.board.id, lambda _board: after)
        return not any(flashing(self.small(project, after, frames), after.rate))


def _moves(effect: Effect) -> bool:
    return isinstance(effect, MovingEffect)
