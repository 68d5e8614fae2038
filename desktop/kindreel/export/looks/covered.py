"""Whether words cover the faces that the whole video leads to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kindreel.export.looks.safezones import Box, bounds, move
from kindreel.model.board import Board
from kindreel.model.findings import Finding, Fix, Severity
from kindreel.model.project import Project
from kindreel.render.faces import Eyes, eyes_on
from kindreel.render.frame import Stage
from kindreel.render.layout import LayerBox, boxes

_WORDS = ("text", "bubble", "caption", "name")
_ALLOWED = 0.08
"""The share of a face that words may cover."""

_WIDTH = 540


def faces_covered(stage: Stage, project: Project, board: Board) -> Iterator[Finding]:
    """Real faces with words over them, once for each creator's turn."""
    reveal = board.reveal
    start = board.span_of(reveal.id).start
    height = round(board.size[1] * _WIDTH / board.size[0])
    bare = replace(board, reveal=replace(reveal, layers=(), captions=()))
    for turn in range(reveal.turns if reveal.creators else 0):
        frame = start + (turn + 1) * reveal.turn - max(1, reveal.hold // 2)
        eyes = eyes_on(stage.render(project, bare, frame, (_WIDTH, height)))
        if eyes is None:
            continue
        face = _face(eyes, board)
        over = [b for b in boxes(project, board, frame) if _covers(b, face)]
        if over:
            yield Finding(
                kind="face_covered",
                severity=Severity.WARN,
                sentence=f"Words ({over[0].kind}) lie over the face in the reveal.",
                scene=reveal.id,
                frame=frame,
                fix=_fix(board, over[0], face),
            )


def _fix(board: Board, box: LayerBox, face: Box) -> Fix | None:
    """Words of a layer go below the face, or above it when they do not fit there."""
    if box.layer is None:
        return None
    _, top, _, bottom = bounds(box)
    below = face[3] - top
    if bottom + below > board.size[1]:
        below = face[1] - bottom
    return move(board, board.reveal.id, box.layer, (0.0, below), "Move off the face")


def _face(eyes: Eyes, board: Board) -> Box:
    """From brow to chin: about as wide as 2.2 times the distance between the eyes."""
    width, height = board.size
    left, right = eyes.left[0] * width, eyes.right[0] * width
    between = max(right - left, 1.0)
    middle, level = (left + right) / 2, (eyes.left[1] + eyes.right[1]) / 2 * height
    side = 1.1 * between
    return middle - side, level - 0.7 * between, middle + side, level + 1.7 * between


def _covers(box: LayerBox, face: Box) -> bool:
    if box.kind not in _WORDS:
        return False
    left, top, right, bottom = bounds(box)
    across = min(right, face[2]) - max(left, face[0])
    down = min(bottom, face[3]) - max(top, face[1])
    if across <= 0 or down <= 0:
        return False
    return across * down > _ALLOWED * (face[2] - face[0]) * (face[3] - face[1])
