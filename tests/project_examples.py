"""Small projects that the store's tests keep."""

from __future__ import annotations

from dataclasses import replace

from kindreel.model.board import Board, Reveal, Scene
from kindreel.model.ids import BoardId, LayerId, MediaId, ProjectId, SceneId
from kindreel.model.layers import DrawingLayer, ImageLayer, Stroke, TextLayer
from kindreel.model.plugins import UnknownReveal
from kindreel.model.project import Project


def a_project(title: str = "Kind words", media: MediaId | None = None) -> Project:
    """One board of two scenes, the second with a picture when there is one."""
    words = TextLayer(id=LayerId("words"), text=title)
    picture = (ImageLayer(id=LayerId("picture"), media=media, size=(10.0, 10.0)),) if media else ()
    board = Board(
        id=BoardId("board"),
        scenes=(
            Scene(id=SceneId("one"), length=30, layers=(words,)),
            Scene(id=SceneId("two"), length=60, layers=picture),
        ),
        reveal=Reveal(id=SceneId("end"), style=UnknownReveal("none_of_ours")),
    )
    return Project(id=ProjectId("project"), title=title, boards=(board,))


def numbered(number: int) -> Project:
    """A project that says its number in its title, in a layer and in a drawing."""
    points = tuple((float(number), float(i), 0.5) for i in range(200))
    drawing = DrawingLayer(id=LayerId("drawing"), strokes=(Stroke(points),))
    project = a_project(str(number))
    board = project.boards[0]
    scene = replace(board.scenes[0], layers=(*board.scenes[0].layers, drawing))
    return replace(project, boards=(replace(board, scenes=(scene, *board.scenes[1:])),))
