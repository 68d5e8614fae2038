from __future__ import annotations

import logging
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kindreel.errors import ExportError
from kindreel_ui.faults import Faults, describe, write_report


def broken() -> Exception:
    """A bug whose message quotes a comment."""
    try:
        int("you are so stupid, quit")
    except ValueError as error:
        return error
    raise AssertionError


def test_a_known_problem_is_told_and_is_no_crash(qtbot: QtBot) -> None:
    faults = Faults()
    with qtbot.assertNotEmitted(faults.crashed), qtbot.waitSignal(faults.told) as told:
        faults.tell(ExportError("The disk is full."))
    assert told.args[0].sentence == "The disk is full."


def test_a_bug_keeps_the_work_first_and_then_reports(qtbot: QtBot, own_home: Path) -> None:
    faults = Faults()
    kept: list[bool] = []
    faults.rescue = lambda: kept.append(True)
    with qtbot.waitSignal(faults.crashed) as crash:
        faults.tell(broken())
    assert kept == [True]
    assert crash.args[1].parent == own_home / "logs"


def test_a_report_holds_no_words_of_a_comment(
    own_home: Path, caplog: pytest.LogCaptureFixture
) -> None:
    del own_home
    with caplog.at_level(logging.DEBUG):
        path = write_report(broken())
    assert path is not None
    report = path.read_text("utf-8")
    assert "ValueError" in report
    assert "test_faults.py" in report
    assert "stupid" not in report + caplog.text


def test_a_description_names_the_place_of_the_fault() -> None:
    assert "in broken" in describe(broken())


def test_a_bug_while_reporting_a_bug_does_not_go_round_in_circles(own_home: Path) -> None:
    del own_home
    faults = Faults()
    faults.rescue = lambda: faults.tell(RuntimeError())
    faults.tell(broken())
