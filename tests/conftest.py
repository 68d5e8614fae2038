"""One Qt application for all tests of a process: the window's kind, which the engine uses too."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:  # Qt's platform must be chosen before Qt is loaded
    from PySide6.QtWidgets import QApplication

if sys.platform.startswith("linux") and not os.environ.get("DISPLAY"):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(scope="session", autouse=True)
def _application(qapp: QApplication) -> QApplication:
    """Made before the engine makes a smaller one of its own, which windows could not use."""
    return qapp
