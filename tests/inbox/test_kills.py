"""A process killed at any moment leaves a sound inbox in which every committed row is whole."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from inbox_examples import FirstWord, mixed, write_csv
from kindreel.model.triage import Box, View
from kindreel.store.inbox import Inbox

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="kills forked children")

KILLS = 14
ROWS = 1_200


class Moderator:
    """Starts working children and kills them."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self._process = process

    def killed(self, what: str, inbox: Path, file: Path, moment: random.Random) -> None:
        """Let a child work on the inbox and kill it at some moment."""
        self._process.stdin.write(json.dumps([what, str(inbox), str(file)]).encode() + b"\n")
        self._process.stdin.flush()
        child = int(self._line())
        for _ in range(moment.randint(0, 4)):
            self._line()
        time.sleep(moment.uniform(0, 0.1))  # chance itself is what is tested
        os.kill(child, signal.SIGKILL)
        while self._line() != "over":
            pass

    def _line(self) -> str:
        return self._process.stdout.readline().decode().strip()


@pytest.fixture(scope="module")
def moderator() -> Iterator[Moderator]:
    script = Path(__file__).with_name("killed_moderator.py")
    with subprocess.Popen(
        [sys.executable, str(script)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        yield Moderator(process)
        process.stdin.close()


@pytest.mark.slow
def test_an_import_killed_at_any_moment_is_completed_by_the_next(
    tmp_path: Path, moderator: Moderator
):
    file = write_csv(tmp_path / "many.csv", mixed(ROWS, people=300))
    moment = random.Random(5)
    for kill in range(KILLS):
        path = tmp_path / f"inbox{kill % 3}.sqlite"
        moderator.killed("import", path, file, moment)
        with Inbox(path) as inbox:
            assert inbox.check() == ()
            assert inbox.counts().all % 50 == 0 or inbox.counts().all == ROWS
            assert inbox.counts().unscored == 0
    with Inbox(tmp_path / "inbox0.sqlite") as inbox:
        account = inbox.import_file(file, scorer=FirstWord())
        assert account.rows == account.new + account.already_here == ROWS
        assert inbox.counts().all == ROWS
        assert inbox.count(View(words="number 1199")) == 1


@pytest.mark.slow
def test_decisions_killed_at_any_moment_add_up(tmp_path: Path, moderator: Moderator):
    path, moment = tmp_path / "inbox.sqlite", random.Random(6)
    with Inbox(path) as inbox:
        inbox.import_file(
            write_csv(tmp_path / "a.csv", mixed(ROWS, people=300)), scorer=FirstWord()
        )
        untouched = inbox.counts()
    for _ in range(KILLS):
        moderator.killed("decide", path, tmp_path, moment)
        with Inbox(path) as inbox:
            assert inbox.check() == ()
            assert inbox.counts().all == ROWS
    with Inbox(path) as inbox:
        while inbox.undo():
            pass
        assert inbox.counts() == untouched
        assert inbox.ids(View(box=Box.DELETED)) == ()
