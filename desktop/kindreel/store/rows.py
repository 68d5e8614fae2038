"""A project ↔ the rows of its tables, both ways without touching a file."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from kindreel.model.board import Board, Panel, Reveal, Scene
from kindreel.model.project import Project, StyleKit
from kindreel.model.reveal import Creator
from kindreel.store.faults import damaged
from kindreel.store.parts import KIND_OF, LAYERS, SCENES, Packed, Packer, unpack
from kindreel.store.plain import MisfitError
from kindreel.store.tables import PARTS

Row = tuple[Any, ...]
"""The columns of a row after its key, in the table's order."""

Rows = Mapping[str, Mapping[str, Row]]
"""Table → key → row; every table is there, be it empty."""


def rows_of(project: Project, packer: Packer) -> Rows:
    """The rows of a project; parts that `packer` met before are not packed again."""
    packer.begin()
    rows: dict[str, dict[str, Row]] = {table.name: {} for table in PARTS}
    rows["project"][project.id] = (packer(project).body,)
    for position, board in enumerate(project.boards):
        _add_board(rows, packer, board, position)
    for position, creator in enumerate(project.creators):
        key = _free(rows["creators"], creator.id)
        rows["creators"][key] = (position, packer(creator).body)
    for position, style in enumerate(project.styles):
        key = _free(rows["styles"], style.id)
        rows["styles"][key] = (position, packer(style).body)
    rows["media"] = dict.fromkeys(sorted(packer.media()), ())
    return rows


def project_of(rows: Rows, path: Path) -> Project:
    """The project of a file's rows; DocumentError when they make no sense."""
    try:
        return _Reader(rows).project()
    except (ValueError, TypeError, KeyError, IndexError, RecursionError, OverflowError) as error:
        raise damaged(path, f"{type(error).__name__}: {error} ({path})") from error


def _free(taken: Mapping[str, Row], key: str) -> str:
    """The key, or one like it when a twin has it already."""
    while key in taken:
        key += "~"
    return key


def _add_board(
    rows: dict[str, dict[str, Row]], packer: Packer, board: Board, position: int
) -> None:
    key = _free(rows["boards"], board.id)
    rows["boards"][key] = (position, packer(board).body)
    for place, panel in enumerate(board.panels):
        _add_panel(rows, packer, panel, key, place)


def _add_panel(
    rows: dict[str, dict[str, Row]], packer: Packer, panel: Panel, board: str, position: int
) -> None:
    key = _free(rows["scenes"], f"{board}/{panel.id}")
    rows["scenes"][key] = (board, position, KIND_OF[type(panel)], packer(panel).body)
    for place, layer in enumerate(panel.layers):
        packed = packer(layer)
        layer_key = _free(rows["layers"], f"{key}/{layer.id}")
        rows["layers"][layer_key] = (key, place, KIND_OF[type(layer)], packed.body)
        if packed.points is not None:
            rows["drawings"][layer_key] = (packed.points,)


class _Reader:
    """Puts a project together, from the layers up."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows
        self._scenes = self._by_parent("scenes")
        self._layers = self._by_parent("layers")

    def project(self) -> Project:
        """The whole project."""
        ((body,),) = self._table("project").values()
        boards = tuple(self._board(key, body) for key, (_, body) in self._in_order("boards"))
        if not boards:
            raise MisfitError("no board")
        project: Project = unpack(
            Project,
            Packed(body),
            boards=boards,
            creators=tuple(unpack(Creator, Packed(b)) for _, (_, b) in self._in_order("creators")),
            styles=tuple(unpack(StyleKit, Packed(b)) for _, (_, b) in self._in_order("styles")),
        )
        return project

    def _board(self, key: str, body: str) -> Board:
        *scenes, reveal = [self._panel(*row) for row in self._scenes[key]]
        if not isinstance(reveal, Reveal) or not all(isinstance(s, Scene) for s in scenes):
            raise MisfitError("a board whose reveal is not its last scene")
        board: Board = unpack(Board, Packed(body), scenes=tuple(scenes), reveal=reveal)
        return board

    def _panel(self, key: str, kind: str, body: str) -> Panel:
        layers = tuple(self._layer(*row) for row in self._layers[key])
        panel: Panel = unpack(SCENES[kind], Packed(body), layers=layers)
        return panel

    def _layer(self, key: str, kind: str, body: str) -> Any:
        (points,) = self._table("drawings").get(key, (None,))
        return unpack(LAYERS[kind], Packed(body, points))

    def _table(self, name: str) -> Mapping[str, Row]:
        return self._rows[name]

    def _in_order(self, table: str) -> list[tuple[str, Row]]:
        return sorted(self._table(table).items(), key=lambda item: int(item[1][0]))

    def _by_parent(self, table: str) -> dict[str, list[tuple[str, str, str]]]:
        """Parent's key → (key, kind, body) in order."""
        found: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
        for key, row in sorted(self._table(table).items(), key=lambda item: int(item[1][1])):
            parent, _, kind, body = row
            found[parent].append((key, kind, body))
        return found
