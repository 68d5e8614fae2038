"""The app-wide comment inbox: comments, their scores, and the ledger of decisions."""

from __future__ import annotations

from kindreel.store.inbox.inbox import Inbox
from kindreel.store.inbox.verdicts import Scorer

__all__ = ["Inbox", "Scorer"]
