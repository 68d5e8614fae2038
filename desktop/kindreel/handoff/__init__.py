"""Hand-over: what was decided here, in lists that the platforms' own tools can take."""

from __future__ import annotations

from kindreel.handoff.lists import HandoffReport, write

__all__ = ["HandoffReport", "write"]
