from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kindreel.model.board import Board, Reveal, Scene
from kindreel.model.ids import BoardId, ProjectId, SceneId, fresh
from kindreel.model.project import Project

if TYPE_CHECKING:  # Qt's platform must be chosen before Qt is loaded
    from PySide6.QtWidgets import QApplication

    from kindreel_ui.app import App


@pytest.fixture(scope="session")
def shared_cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Pictures of templates are painted once for all tests."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, shared_cache: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder of its own for each test."""
    home = tmp_path / "home"
    home.mkdir()
    with suppress(OSError):  # Windows asks for a privilege; without it each test paints anew
        (home / "cache").symlink_to(shared_cache, target_is_directory=True)
    monkeypatch.setenv("KINDREEL_HOME", str(home))
    return home


@pytest.fixture
def dark(qapp: object) -> None:
    """The application in the dark theme."""
    del qapp
    from kindreel_ui.theme import theme

    theme().use("dark")


@pytest.fixture
def app(qapp: QApplication, dark: None) -> Iterator[App]:
    """The joined parts of the application, with its window not shown yet."""
    from PySide6.QtCore import QEvent
    from PySide6.QtWidgets import QApplication

    from kindreel_ui.app import App

    del dark
    made = App(qapp)
    yield made
    made.session.close()
    made.window.leave_now()
    made._warming.stop()
    made.runner.close()
    made.collector.stop()
    made.inbox.close()
    made.window.deleteLater()
    made.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    del made
    gc.collect()  # here, before a later test's worker does it


@pytest.fixture
def project() -> Project:
    """A project with a scene and a reveal."""
    from kindreel.reveals.heart_iris import HeartIris

    scene = Scene(id=SceneId(fresh()), title="One message", length=60)
    reveal = Reveal(id=SceneId(fresh()), style=HeartIris())
    board = Board(id=BoardId(fresh()), title="Lanterns", scenes=(scene,), reveal=reveal)
    return Project(id=ProjectId(fresh()), title="Lanterns", boards=(board,))


@pytest.fixture
def folder(tmp_path: Path, project: Project) -> Path:
    """A saved project folder."""
    from kindreel.store.document import Document

    place = tmp_path / "Lanterns.kindreel"
    Document.create(place, project).close()
    return place
