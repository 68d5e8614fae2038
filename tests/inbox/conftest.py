from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from inbox_examples import FirstWord, mixed, write_csv
from kindreel.store.inbox import Inbox


@pytest.fixture
def inbox(tmp_path: Path) -> Iterator[Inbox]:
    """An empty inbox that must be sound at the end."""
    with Inbox(tmp_path / "inbox.sqlite") as inbox:
        yield inbox
        assert inbox.check() == ()


@pytest.fixture
def filled(inbox: Inbox, tmp_path: Path) -> Inbox:
    """An inbox with 120 scored comments, 20 of each queue, by 20 people."""
    inbox.import_file(write_csv(tmp_path / "mixed.csv", mixed(120)), scorer=FirstWord())
    return inbox
