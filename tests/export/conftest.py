"""An empty home for what is cached, and a studio for small boards."""

from __future__ import annotations

from pathlib import Path

import pytest

from studio import Studio


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("KINDREEL_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.fixture
def studio(tmp_path: Path) -> Studio:
    folder = tmp_path / "media"
    folder.mkdir()
    return Studio(folder)
