"""The reveal's timing: whose turn it is and how far it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil, sqrt

from kindreel.model.board import Board, Reveal
from kindreel.model.ids import CreatorId
from kindreel.model.project import Project
from kindreel.model.reveal import Creator
from kindreel.render.displaylist import Draw
from kindreel.render.matrix import Matrix
from kindreel.render.people import Cast
from kindreel.render.reveal import PLATE_BOX, PlateSprite, RevealSprite, VeilSprite
from kindreel.transitions.masks import smooth

SAFE = (65.0, 269.0, 900.0, 1248.0)
"""What every platform leaves free on a canvas of 1080×1920."""
_HANDOVER = 12
"""Frames in which one person gives way to the next one's avatar."""
_ARRIVAL = 18
"""Frames in which a name comes in."""


@dataclass(frozen=True, slots=True)
class Turn:
    """One creator's turn at a frame.

    number: which turn, 0 first. frame: since the turn began.
    change, name: how far the change and the name have come, 0 to 1.
    """

    number: int
    frame: int
    change: float
    name: float


def turn_at(reveal: Reveal, frame: int) -> Turn:
    """Whose turn it is at a frame; after the end the last one rests."""
    frame = max(0, frame)
    number = min(frame // reveal.turn, reveal.turns - 1)
    own = frame - number * reveal.turn
    change = min(1.0, max(0.0, (own - reveal.avatar) / reveal.change))
    since = own - reveal.avatar - reveal.change
    name = smooth((since + 1) / min(_ARRIVAL, reveal.name)) if since >= 0 else 0.0
    return Turn(number, own, change, name)


def _seconds(board: Board, reveal: Reveal, turn: Turn) -> float:
    """How long a person's clip has run: it starts with the change."""
    return max(0, turn.frame - reveal.avatar) / float(board.rate)


def _creators(project: Project, reveal: Reveal) -> list[Creator]:
    known = {c.id: c for c in project.creators}
    return [known[i] for i in reveal.creators if i in known] or [_NOBODY]


def _cells(board: Board, count: int) -> list[tuple[float, float, float, float]]:
    """Boxes (x, y, width, height) for all creators together: in the free part, and centred."""
    unit_x, unit_y = board.size[0] / 1080, board.size[1] / 1920
    top, right, bottom = SAFE[1] * unit_y, SAFE[2] * unit_x, SAFE[3] * unit_y
    left = board.size[0] - right
    columns = 1 if count == 1 else 2 if count <= 6 else ceil(sqrt(count))
    rows = ceil(count / columns)
    gap = 24 * unit_x
    width = (right - left - gap * (columns - 1)) / columns
    height = (bottom - top - gap * (rows - 1)) / rows
    boxes = []
    for i in range(count):
        row, column = divmod(i, columns)
        inrow = min(columns, count - row * columns)
        shift = (columns - inrow) * (width + gap) / 2
        x = left + shift + column * (width + gap)
        boxes.append((x, top + row * (height + gap), width, height))
    return boxes


def draws(project: Project, board: Board, reveal: Reveal, frame: int) -> Iterator[Draw]:
    """The portraits: one over the whole picture, or all in a grid."""
    creators, turn = _creators(project, reveal), turn_at(reveal, frame)
    seconds = _seconds(board, reveal, turn)
    width, height = float(board.size[0]), float(board.size[1])
    if reveal.arrangement == "together" and len(creators) > 1:
        cells = _cells(board, len(creators))
        for creator, (x, y, w, h) in zip(creators, cells, strict=True):
            cast = _cast(creator, reveal, seconds)
            sprite = RevealSprite(cast, reveal.style, turn.change, (w, h), 40 * width / 1080)
            yield Draw(sprite, Matrix(e=x + w / 2, f=y + h / 2))
        return
    whole = Matrix(e=width / 2, f=height / 2)
    number = min(turn.number, len(creators) - 1)
    if number > 0 and turn.frame < min(_HANDOVER, reveal.avatar):
        earlier = _cast(creators[number - 1], reveal, _length(board, reveal))
        yield Draw(RevealSprite(earlier, reveal.style, 1.0, (width, height)), whole)
    share = (turn.frame + 1) / min(_HANDOVER, reveal.avatar) if number > 0 else 1.0
    sprite = RevealSprite(
        _cast(creators[number], reveal, seconds), reveal.style, turn.change, (width, height)
    )
    yield Draw(sprite, whole, min(1.0, share))


def _length(board: Board, reveal: Reveal) -> float:
    return (reveal.turn - reveal.avatar) / float(board.rate)


def _cast(creator: Creator, reveal: Reveal, seconds: float) -> Cast:
    """Only a clip needs the time: a still is the same sprite at every frame."""
    cast = Cast.of(creator, reveal.background, seconds)
    return cast if cast.moves else Cast.of(creator, reveal.background, 0.0)


def plates(project: Project, board: Board, reveal: Reveal, frame: int) -> Iterator[Draw]:
    """Names, handles and lines, once the change is over."""
    creators, turn = _creators(project, reveal), turn_at(reveal, frame)
    if turn.name <= 0:
        return
    unit_x, unit_y = board.size[0] / 1080, board.size[1] / 1920
    if reveal.arrangement == "together" and len(creators) > 1:
        cells = _cells(board, len(creators))
        for creator, (x, y, w, h) in zip(creators, cells, strict=True):
            box = (x + w * 0.06, y + h * 0.66, x + w * 0.94, y + h * 0.97)
            yield from _plate(creator, box, turn.name, (x, y, w, h), 40 * unit_x)
        return
    left, top, right, bottom = PLATE_BOX
    box = (left * unit_x, top * unit_y, right * unit_x, bottom * unit_y)
    creator = creators[min(turn.number, len(creators) - 1)]
    whole = (0.0, 0.0, float(board.size[0]), float(board.size[1]))
    yield from _plate(creator, box, turn.name, whole, 0.0)


def _plate(
    creator: Creator,
    box: tuple[float, float, float, float],
    share: float,
    cell: tuple[float, float, float, float],
    radius: float,
) -> Iterator[Draw]:
    left, top, right, bottom = box
    width, height = right - left, bottom - top
    veil_top = top - height * 0.5
    veil = (cell[2], cell[1] + cell[3] - veil_top)
    centre = Matrix(e=cell[0] + cell[2] / 2, f=veil_top + veil[1] / 2)
    yield Draw(VeilSprite(veil, radius=radius), centre, share)
    name, handle, line = words_of(creator)
    sprite = PlateSprite(name, handle, line, (width, height))
    rise = (1 - share) * 30
    yield Draw(
        sprite, Matrix(e=(left + right) / 2, f=(top + bottom) / 2 + rise), share, gliding=True
    )


def words_of(creator: Creator) -> tuple[str, str, str]:
    """Name, handle with its @, and line; without their yes nobody is named."""
    if not creator.consent.holds:
        return "A real person", "", "Shown here once they have said yes."
    handle = creator.handle.lstrip("@")
    return creator.name, f"@{handle}" if handle else "", creator.line


_NOBODY = Creator(id=CreatorId(""), name="", line="")
"""Stands in while nobody has been chosen for the reveal."""
