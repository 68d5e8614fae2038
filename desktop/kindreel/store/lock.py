"""One writer at a time for a project folder; a killed process lets go by itself."""

from __future__ import annotations

import logging
import os
import sys
from errno import EACCES, EAGAIN, EROFS
from pathlib import Path

from kindreel.errors import DocumentInUseError
from kindreel.store.folder import LOCK, PROJECT

_log = logging.getLogger(__name__)

if sys.platform == "win32":
    import msvcrt

    def _take(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _take(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


class FolderLock:
    """Holds a folder for this process until released, closed or killed.

    DocumentInUseError when somebody holds it already. The system keeps the lock, not the file:
    a file that stays behind locks nothing.
    """

    def __init__(self, folder: Path) -> None:
        self._handle: int | None = os.open(folder / LOCK, os.O_RDWR | os.O_CREAT, 0o666)
        try:
            _take(self._handle)
        except OSError as error:
            if error.errno in {EACCES, EAGAIN}:
                self.close()
                raise DocumentInUseError(
                    f"“{folder.stem}” is open in another Kindreel.",
                    "Close it there, or open it here to look at it only.",
                ) from error
            _log.warning("this disk cannot lock: %s", error.strerror)

    def close(self) -> None:
        """Let go; safe to call twice."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None


def lock_where_writable(folder: Path) -> FolderLock | None:
    """The lock of a project folder, or None where nothing can be written."""
    writable = os.access(folder, os.W_OK) and os.access(folder / PROJECT, os.W_OK)
    try:
        return FolderLock(folder) if writable else None
    except PermissionError:
        return None
    except OSError as error:
        if error.errno == EROFS:
            return None
        raise
