"""Undo keeps old values."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kindreel.history import History


def test_undo_and_redo_walk_the_same_road() -> None:
    history = History(0)
    history.push("one", 1)
    history.push("two", 2)
    assert history.undo_label == "two"
    assert history.undo() == 1
    assert history.redo_label == "two"
    assert history.redo() == 2
    assert history.redo() == 2


def test_a_drag_is_one_step() -> None:
    history = History("a")
    for value in ("b", "c", "d"):
        history.push("Move", value, gesture="drag 1")
    history.push("Move", "e", gesture="drag 2")
    assert history.undo() == "d"
    assert history.undo() == "a"


def test_a_gesture_that_ended_does_not_merge() -> None:
    history = History(0)
    history.push("Nudge", 1, gesture="arrow")
    history.end_gesture()
    history.push("Nudge", 2, gesture="arrow")
    assert history.undo() == 1


def test_a_new_edit_forgets_what_was_undone() -> None:
    history = History(0)
    history.push("one", 1)
    history.undo()
    history.push("two", 2)
    assert history.redo_label is None
    assert history.undo() == 0


def test_pushing_the_same_value_is_no_step() -> None:
    value = (1, 2)
    history = History(value)
    history.push("nothing", value)
    assert history.undo_label is None


@given(st.lists(st.sampled_from("pur"), max_size=60))
def test_the_limit_holds_whatever_is_done(moves: str) -> None:
    history = History(0, limit=5)
    pushed = 0
    for move in moves:
        if move == "p":
            pushed += 1
            history.push("edit", pushed)
            assert history.value == pushed
        elif move == "u":
            history.undo()
        else:
            history.redo()
    back = 0
    while history.undo_label is not None:
        history.undo()
        back += 1
    assert back <= 5
