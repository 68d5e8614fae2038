"""Qt's application for tests that draw without a window."""

from __future__ import annotations

import os
import sys

import pytest

if sys.platform.startswith("linux") and not os.environ.get("DISPLAY"):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(autouse=True, scope="session")
def qt(qapp: object) -> None:
    """Windows may be tested in the same run: they need the larger of Qt's two applications."""
    del qapp
