from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

if sys.platform.startswith("linux") and not os.environ.get("DISPLAY"):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder of its own for each test."""
    home = tmp_path / "home"
    monkeypatch.setenv("KINDREEL_HOME", str(home))
    return home


@pytest.fixture
def dark(qapp: object) -> None:
    """The application in the dark theme."""
    del qapp
    from kindreel_ui.theme import theme

    theme().use("dark")
