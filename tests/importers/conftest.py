from __future__ import annotations

from pathlib import Path

import pytest

from comment_files import Read, reader


@pytest.fixture
def read(tmp_path: Path) -> Read:
    return reader(tmp_path)
