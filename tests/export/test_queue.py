"""Exports wait in a queue, rest, go on, and can be taken back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest

from kindreel.errors import Problems
from kindreel.export import presets
from kindreel.export.presets import Quality
from kindreel.export.queue import Entry, ExportQueue, Order, State
from kindreel.export.series import export_series, file_name
from kindreel.model.board import Board
from kindreel.model.ids import BoardId
from kindreel.model.project import Project
from studio import Studio


class Witness:
    """Hears of all changes, and holds the queue's thread at a chosen frame until let go."""

    def __init__(self, hold_at: int = -1) -> None:
        self.states: list[tuple[int, State]] = []
        self.reached, self.go_on = Event(), Event()
        self._hold_at = hold_at

    def __call__(self, entry: Entry) -> None:
        if not self.states or self.states[-1] != (entry.number, entry.state):
            self.states.append((entry.number, entry.state))
        if entry.progress and entry.progress.done == self._hold_at and not self.reached.is_set():
            self.reached.set()
            assert self.go_on.wait(20)


@pytest.fixture
def order(studio: Studio, tmp_path: Path) -> Order:
    board = studio.board()
    return Order(
        project=studio.project(board),
        board=board,
        out=tmp_path / "one.y4m",
        media=studio.media,
        preset=presets.preset("y4m"),
        quality=Quality.DRAFT,
    )


@pytest.fixture
def witness() -> Witness:
    return Witness(hold_at=20)


@pytest.fixture
def queue(witness: Witness) -> Iterator[ExportQueue]:
    made = ExportQueue(witness)
    yield made
    witness.go_on.set()
    made.close()


def test_orders_are_worked_off_in_turn(queue: ExportQueue, order: Order, witness: Witness):
    witness.go_on.set()
    second = replace(order, out=order.out.with_name("two.y4m"))
    numbers = [queue.add(order), queue.add(second)]
    queue.wait()
    assert [e.state for e in queue.entries] == [State.DONE, State.DONE]
    assert order.out.read_bytes() == second.out.read_bytes()
    running = [(n, s) for n, s in witness.states if s in (State.RUNNING, State.DONE)]
    assert running == [(n, s) for n in numbers for s in (State.RUNNING, State.DONE)]
    outcome = queue.entries[0].outcome
    assert outcome is not None
    assert outcome.frames == order.board.length


def test_a_paused_queue_rests_and_goes_on(queue: ExportQueue, order: Order, witness: Witness):
    number = queue.add(order)
    assert witness.reached.wait(20)
    queue.pause()
    witness.go_on.set()
    assert queue.paused
    entry = queue.entries[0]
    assert (entry.number, entry.state) == (number, State.RUNNING)
    assert not order.out.exists()
    queue.resume()
    queue.wait()
    assert queue.entries[0].state is State.DONE
    assert order.out.exists()


def test_what_runs_can_be_taken_back(queue: ExportQueue, order: Order, witness: Witness):
    running = queue.add(order)
    waiting = queue.add(replace(order, out=order.out.with_name("two.y4m")))
    assert witness.reached.wait(20)
    queue.cancel(waiting)
    queue.cancel(running)
    witness.go_on.set()
    queue.wait()
    assert [e.state for e in queue.entries] == [State.CANCELLED, State.CANCELLED]
    assert not list(order.out.parent.glob("*.y4m"))
    queue.forget()
    assert queue.entries == ()


def test_a_rest_can_be_ended_by_taking_back(queue: ExportQueue, order: Order, witness: Witness):
    number = queue.add(order)
    assert witness.reached.wait(20)
    queue.pause()
    witness.go_on.set()
    queue.cancel(number)
    queue.wait()
    assert queue.entries[0].state is State.CANCELLED


def test_a_failure_does_not_stop_the_others(queue: ExportQueue, order: Order, witness: Witness):
    witness.go_on.set()
    queue.add(replace(order, frames=range(900, 901)))
    queue.add(order)
    queue.wait()
    first, second = queue.entries
    assert first.state is State.FAILED
    assert first.problem is not None
    assert "no frames" in first.problem.sentence
    assert second.state is State.DONE


def series(studio: Studio, *titles: str) -> Project:
    boards: list[Board] = [
        replace(studio.board(scenes=1), id=BoardId(str(n)), title=title)
        for n, title in enumerate(titles)
    ]
    return replace(studio.project(boards[0]), boards=tuple(boards))


def test_a_series_is_exported_each_board_to_its_file(studio: Studio, tmp_path: Path):
    project = series(studio, "One", "one", "", "a/b: c?")
    heard: list[tuple[int, int]] = []
    made = export_series(
        project,
        tmp_path / "out",
        studio.media,
        presets.preset("srt"),
        progress=lambda done, total, _="": heard.append((done, total)),
    )
    names = sorted(p.name for p in (tmp_path / "out").iterdir())
    assert names == ["One kind comment 3.srt", "One.srt", "a b c.srt", "one (2).srt"]
    assert len(made) == 4
    assert heard[-1] == (160, 160)
    assert heard == sorted(heard)


def test_one_bad_board_of_a_series_is_told_at_the_end(studio: Studio, tmp_path: Path):
    project = series(studio, "One", "Two")
    odd = replace(project.boards[0], size=(107, 191))
    project = replace(project, boards=(odd, project.boards[1]))
    with pytest.raises(Problems, match="1 of 2 videos"):
        export_series(project, tmp_path, studio.media, presets.preset("y4m"))
    assert (tmp_path / "Two.y4m").exists()


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Hello", "Hello"),
        ("  ..", "Untitled"),
        ("CON", "CON_"),
        ("a\nb\t", "a b"),
        ("ä" * 99, "ä" * 80),
    ],
)
def test_a_title_becomes_a_name_that_every_system_takes(title: str, name: str):
    assert file_name(title) == name
