"""A process killed at any moment leaves a sound inbox in which every committed row is whole."""

from __future__ import annotations

import os
import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from inbox_examples import FirstWord, mixed, write_csv
from kindreel.model.triage import Box, View
from kindreel.store.inbox import Inbox
from ledger import faults
from moderator import Moderator, moderator
from soak import exports

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="kills forked children")

KILLS = 14
ROWS = 1_200


@pytest.fixture(scope="module")
def killer() -> Iterator[Moderator]:
    with moderator() as killer:
        yield killer


@pytest.mark.slow
def test_an_import_killed_at_any_moment_is_completed_by_the_next(tmp_path: Path, killer: Moderator):
    file = write_csv(tmp_path / "many.csv", mixed(ROWS, people=300))
    moment = random.Random(5)
    for kill in range(KILLS):
        path = tmp_path / f"inbox{kill % 3}.sqlite"
        killer.killed("import", path, file, moment)
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
def test_decisions_killed_at_any_moment_add_up(tmp_path: Path, killer: Moderator):
    path, moment = tmp_path / "inbox.sqlite", random.Random(6)
    with Inbox(path) as inbox:
        inbox.import_file(
            write_csv(tmp_path / "a.csv", mixed(ROWS, people=300)), scorer=FirstWord()
        )
        untouched = inbox.counts()
    for _ in range(KILLS):
        killer.killed("decide", path, tmp_path, moment)
        with Inbox(path) as inbox:
            assert inbox.check() == ()
            assert inbox.counts().all == ROWS
    with Inbox(path) as inbox:
        while inbox.undo():
            pass
        assert inbox.counts() == untouched
        assert inbox.ids(View(box=Box.DELETED)) == ()


@pytest.mark.slow
def test_everything_at_once_killed_at_any_moment_adds_up(tmp_path: Path, killer: Moderator):
    path, moment, held = tmp_path / "inbox.sqlite", random.Random(7), 0
    folder = exports(tmp_path / "exports")
    for _ in range(KILLS):
        killer.killed("soak", path, folder, moment)
        with Inbox(path) as inbox:
            assert inbox.check() == ()
            assert inbox.counts().all >= held
            held = inbox.counts().all
        assert faults(path) == []
