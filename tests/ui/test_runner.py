from __future__ import annotations

from collections.abc import Iterator
from threading import Event

import pytest
from PySide6.QtCore import QThread
from pytestqt.qtbot import QtBot

from kindreel.errors import MediaError
from kindreel.jobs import Progress, Report
from kindreel_ui.runner import Newest, Runner


@pytest.fixture
def runner(qtbot: QtBot) -> Iterator[Runner]:
    del qtbot
    made = Runner()
    yield made
    made.close()


def test_an_answer_arrives_on_the_gui_thread(runner: Runner, qtbot: QtBot) -> None:
    gui = QThread.currentThread()
    seen: list[bool] = []
    task = runner.free(lambda _progress: QThread.currentThread() is gui)
    task.finished.connect(lambda there: seen.extend((there, QThread.currentThread() is gui)))
    with qtbot.waitSignal(task.finished):
        pass
    assert seen == [False, True]


def test_a_failure_is_told_to_the_runner(runner: Runner, qtbot: QtBot) -> None:
    def fail(_progress: Progress) -> None:
        raise MediaError("The picture is gone.")

    with qtbot.waitSignal(runner.failed) as told:
        runner.free(fail)
    assert isinstance(told.args[0], MediaError)


def test_a_kept_failure_is_told_to_its_starter_only(runner: Runner, qtbot: QtBot) -> None:
    def fail(_progress: Progress) -> None:
        raise MediaError("The picture is gone.")

    with qtbot.assertNotEmitted(runner.failed):
        task = runner.free(fail, keep_failure=True)
        with qtbot.waitSignal(task.failed):
            pass


def test_cancelling_stops_the_work_at_its_next_progress(runner: Runner, qtbot: QtBot) -> None:
    go_on = Event()
    passed: list[int] = []

    def work(progress: Progress) -> None:
        go_on.wait(5)
        for step in range(1000):
            progress(step, 1000)
            passed.append(step)

    task = runner.free(work)
    with qtbot.waitSignal(task.cancelled):
        task.cancel()
        go_on.set()
    assert passed == []


def test_reports_come_in_order_and_the_last_one_is_never_lost(runner: Runner, qtbot: QtBot) -> None:
    def work(progress: Progress) -> None:
        for step in range(1, 5001):
            progress(step, 5000)

    task = runner.free(work)
    reports: list[Report] = []
    task.progressed.connect(reports.append)
    with qtbot.waitSignal(task.finished):
        pass
    done = [report.done for report in reports]
    assert done == sorted(done)
    assert done[-1] == 5000


def test_a_newer_question_silences_the_one_before(runner: Runner, qtbot: QtBot) -> None:
    newest = Newest(runner)
    release = Event()
    answers: list[object] = []
    first = newest.free(lambda _progress: release.wait(5) and "old")
    first.finished.connect(answers.append)
    second = newest.free(lambda _progress: "new")
    second.finished.connect(answers.append)
    with qtbot.waitSignals([first.ended, second.ended]):
        release.set()
    assert answers == ["new"]


def test_document_work_is_done_one_after_the_other(runner: Runner, qtbot: QtBot) -> None:
    order: list[int] = []
    tasks = [runner.document(lambda _progress, n=n: order.append(n)) for n in range(20)]
    with qtbot.waitSignal(tasks[-1].finished):
        pass
    assert order == list(range(20))


def test_nothing_is_kept_of_a_task_that_has_ended(runner: Runner, qtbot: QtBot) -> None:
    task = runner.free(lambda _progress: None)
    with qtbot.waitSignal(task.ended):
        pass
    qtbot.waitUntil(lambda: not runner.busy)


def test_closing_finishes_what_is_written_and_cancels_the_rest(qtbot: QtBot) -> None:
    del qtbot
    runner = Runner()
    hold = Event()
    written: list[int] = []
    runner.document(lambda _progress: hold.wait(5))
    for number in range(3):
        runner.document(lambda _progress, n=number: written.append(n))
    hold.set()
    runner.close()
    assert written == [0, 1, 2]
