from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from inbox_examples import FirstWord, mixed, write_csv
from kindreel.model.comment import Action
from kindreel.model.triage import Box, Selection, View
from kindreel.store.inbox import Inbox

HARM = {
    "UPDATE triage SET state = 0 WHERE key = 1": "not where the ledger",
    "UPDATE triage SET state = 2 WHERE key = 2": "not where the ledger",
    "UPDATE tallies SET n = n + 1": "counts do not match",
    "DELETE FROM triage WHERE key = 9": "in no queue",
    "DELETE FROM comments WHERE key = 9": "have no comment",
    "UPDATE comments SET text = 'other words' WHERE key = 9": "search index",
}


@pytest.mark.parametrize("harm", HARM)
def test_harm_is_found_and_mended(tmp_path: Path, harm: str):
    path = tmp_path / "inbox.sqlite"
    with Inbox(path) as inbox:
        inbox.import_file(write_csv(tmp_path / "a.csv", mixed(60)), scorer=FirstWord())
        inbox.decide(Action.KEEP, Selection(view=View(box=Box.SEVERE)))
        inbox.decide(Action.DELETE, Selection(view=View(box=Box.KEPT)))
        inbox.decide(Action.HIDE, Selection(view=View(box=Box.SPAM)))
        inbox.undo()
    with sqlite3.connect(path) as db:
        db.execute(harm)
    db.close()
    with Inbox(path) as inbox:
        assert any(HARM[harm] in sentence for sentence in inbox.check())
        assert inbox.repair() == ()
        assert inbox.counts().deleted == 10
