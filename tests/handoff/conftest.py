from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from inbox_examples import FirstWord, mixed, write_csv, youtube_row
from kindreel.model.comment import Action
from kindreel.model.triage import Box, Selection, View
from kindreel.store.inbox import Inbox


@pytest.fixture
def decided(tmp_path: Path) -> Iterator[Inbox]:
    """An inbox with 120 deleted and blocked comments, and 60 reported ones."""
    rows = [*mixed(360, people=300), youtube_row(400, "severe =cmd|' /C calc'!A0 💔 שלום", 400)]
    with Inbox(tmp_path / "inbox.sqlite") as inbox:
        inbox.import_file(write_csv(tmp_path / "a.csv", rows), scorer=FirstWord())
        inbox.decide(Action.BLOCK, Selection(view=View(box=Box.UNKIND)), "insult")
        inbox.decide(Action.DELETE, Selection(view=View(box=Box.SPAM)), "rule:links")
        inbox.decide(Action.REPORT, Selection(view=View(box=Box.SEVERE)), "harassment")
        yield inbox
