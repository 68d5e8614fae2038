from __future__ import annotations

from qt_for_tests import qt

__all__ = ["qt"]
