"""Work that a crash left behind: an autosave newer than the last save."""

from __future__ import annotations

import logging
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from kindreel.errors import DocumentError
from kindreel.store.faults import explained
from kindreel.store.folder import AUTOSAVE, PROJECT
from kindreel.store.migrate import DOCUMENT, checked_version, connect

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Recovery:
    """Unsaved work that can be taken up again.

    saved_at: when it was last autosaved, UTC.
    """

    folder: Path
    saved_at: datetime


def recoverable(folder: Path) -> Recovery | None:
    """The unsaved work in a project folder, or None; an unreadable autosave counts as none."""
    autosave = folder / AUTOSAVE
    if not autosave.is_file():
        return None
    try:
        revision, saved_at = _stamp(autosave)
    except DocumentError as error:
        _log.warning("an autosave cannot be read: %s", error.details)
        return None
    try:
        saved_revision, _ = _stamp(folder / PROJECT)
    except DocumentError:
        saved_revision = revision
    return Recovery(folder, saved_at) if revision >= saved_revision else None


def _stamp(path: Path) -> tuple[int, datetime]:
    """Revision and time of a file, read without loading the project."""
    with explained(path), closing(connect(path)) as db:
        checked_version(db, path, DOCUMENT)
        try:
            revision, saved_at = db.execute("SELECT revision, saved_at FROM stamp").fetchone()
            return int(revision), datetime.fromisoformat(saved_at)
        except (TypeError, ValueError) as error:
            raise sqlite3.DatabaseError("no stamp") from error
