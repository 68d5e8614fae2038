from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kindreel.model.project import Project
from kindreel.store.document import Document
from kindreel_ui.editing import Selection
from kindreel_ui.runner import Runner
from kindreel_ui.session import Session, vacant_folder


def retitled(title: str) -> Callable[[Project], Project]:
    return lambda project: replace(project, title=title)


@pytest.fixture
def closed(qtbot: QtBot) -> Iterator[Session]:
    """A session in which nothing is open."""
    del qtbot
    runner = Runner()
    made = Session(runner)
    yield made
    made.close()
    runner.close()


@pytest.fixture
def session(closed: Session, folder: Path, qtbot: QtBot) -> Session:
    """A session in which a project is open."""
    with qtbot.waitSignal(closed.opened):
        closed.open(folder)
    return closed


def test_an_edit_tells_the_values_before_and_after(session: Session, qtbot: QtBot) -> None:
    before = session.project
    with qtbot.waitSignal(session.changed) as told:
        session.apply("Rename", retitled("Boats"))
    assert told.args[0] is before
    assert told.args[1] is session.project
    assert told.args[2] == "edit"


def test_an_edit_that_changes_nothing_tells_nothing(session: Session, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(session.changed):
        session.apply("Nothing", lambda project: project)
    assert session.undo_label is None


def test_undo_and_redo_give_back_the_very_same_values(session: Session) -> None:
    first = session.project
    session.apply("Rename", retitled("Boats"))
    second = session.project
    session.undo()
    assert session.project is first
    session.redo()
    assert session.project is second


def test_a_drag_is_one_step_of_undo(session: Session) -> None:
    first = session.project
    for title in ("B", "Bo", "Boats"):
        session.apply("Rename", retitled(title), gesture="typing")
    session.end_gesture()
    session.undo()
    assert session.project is first


def test_unsaved_work_is_kept_within_two_seconds(
    session: Session, folder: Path, qtbot: QtBot
) -> None:
    session.apply("Rename", retitled("Boats"))
    qtbot.waitUntil((folder / "autosave.sqlite").is_file, timeout=2000)


def test_work_that_a_crash_left_can_be_taken_up_and_undone(
    closed: Session, folder: Path, project: Project, qtbot: QtBot
) -> None:
    document = Document.open(folder)
    document.autosave(replace(project, title="Almost lost"))
    document.close()
    with qtbot.waitSignal(closed.recoverable):
        closed.open(folder)
    assert closed.project == project
    with qtbot.waitSignal(closed.changed):
        closed.recover()
    assert closed.project is not None
    assert closed.project.title == "Almost lost"
    closed.undo()
    assert closed.project == project


def test_saving_makes_the_session_clean(session: Session, folder: Path, qtbot: QtBot) -> None:
    session.apply("Rename", retitled("Boats"))
    assert session.dirty
    with qtbot.waitSignal(session.saved):
        session.save()
    assert not session.dirty
    assert Document.open(folder, read_only=True).project.title == "Boats"


def test_what_is_edited_while_saving_stays_unsaved(session: Session, qtbot: QtBot) -> None:
    session.apply("Rename", retitled("Boats"))
    with qtbot.waitSignal(session.saved):
        session.save()
        session.apply("Rename", retitled("Ships"))
    assert session.dirty


def test_closing_saves_and_lets_go_of_the_folder(
    session: Session, folder: Path, qtbot: QtBot
) -> None:
    session.apply("Rename", retitled("Boats"))
    task = session.close()
    assert task is not None
    with qtbot.waitSignal(task.finished):
        pass
    assert session.project is None
    with Document.open(folder) as document:
        assert document.project.title == "Boats"


def test_saving_under_another_name_goes_on_there(
    session: Session, folder: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    session.apply("Rename", retitled("Boats"))
    with qtbot.waitSignal(session.saved):
        session.save_as(tmp_path / "Other.kindreel")
    assert session.folder == tmp_path / "Other.kindreel"
    assert session.undo_label == "Rename"
    assert Document.open(folder, read_only=True).project.title == "Lanterns"


def test_a_folder_that_is_no_project_leaves_nothing_open(
    closed: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    task = closed.open(tmp_path)
    with qtbot.waitSignal(task.failed):
        pass
    assert closed.project is None


def test_what_is_open_stays_when_another_cannot_be_opened(
    session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    before = session.project
    task = session.open(tmp_path)
    with qtbot.waitSignal(task.failed):
        pass
    assert session.project is before


def test_opening_another_saves_what_was_open(
    session: Session, folder: Path, tmp_path: Path, project: Project, qtbot: QtBot
) -> None:
    other = tmp_path / "Other.kindreel"
    Document.create(other, project).close()
    session.apply("Rename", retitled("Boats"))
    with qtbot.waitSignal(session.opened):
        session.open(other)
    task = session.close()
    assert task is not None
    with qtbot.waitSignal(task.finished):
        pass
    assert Document.open(folder, read_only=True).project.title == "Boats"


def test_the_selection_lets_go_of_a_scene_that_is_gone(session: Session) -> None:
    board = session.board
    assert board is not None
    session.select(Selection(board=board.id, scene=board.scenes[0].id))
    assert session.panel is board.scenes[0]
    session.apply(
        "Delete scene",
        lambda project: replace(project, boards=(replace(project.boards[0], scenes=()),)),
    )
    assert session.panel is None
    assert session.selection.board == board.id


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Paper boats", "Paper boats.kindreel"),
        ("a/b: c?", "a b c.kindreel"),
        ("…", "….kindreel"),
        ("  ", "Storyboard.kindreel"),
        ("..", "Storyboard.kindreel"),
    ],
)
def test_a_title_becomes_a_folder_name_that_every_system_takes(
    tmp_path: Path, title: str, name: str
) -> None:
    assert vacant_folder(title, tmp_path).name == name


def test_a_new_project_never_takes_the_place_of_another(tmp_path: Path) -> None:
    vacant_folder("Boats", tmp_path).mkdir()
    assert vacant_folder("Boats", tmp_path).name == "Boats 2.kindreel"
