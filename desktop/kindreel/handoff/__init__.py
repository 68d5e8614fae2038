"""Hand-over: what was decided here, in lists and reports that others can take."""

from __future__ import annotations

from kindreel.handoff.evidence import EvidenceReport, Wanted, evidence
from kindreel.handoff.lists import HandoffReport, write

__all__ = ["EvidenceReport", "HandoffReport", "Wanted", "evidence", "write"]
