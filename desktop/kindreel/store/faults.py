"""SQLite's and the system's errors, told as sentences."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from errno import EACCES, EDQUOT, EFBIG, ENOSPC, EPERM, EROFS
from pathlib import Path

from kindreel.errors import DocumentError

_UNHARMED = "Nothing that was saved before is lost."

_BY_CODE: dict[int, tuple[str, str]] = {
    sqlite3.SQLITE_FULL: (
        "There is no space left on the disk for “{name}”.",
        f"{_UNHARMED} Make some space, then try again.",
    ),
    sqlite3.SQLITE_IOERR: (
        "The disk did not take what was to be written to “{name}”.",
        f"{_UNHARMED} Check the disk and its free space, then try again.",
    ),
    sqlite3.SQLITE_READONLY: (
        "“{name}” lies where nothing can be written.",
        f"{_UNHARMED} Keep a copy in another folder.",
    ),
    sqlite3.SQLITE_CANTOPEN: (
        "“{name}” cannot be opened.",
        "Check that it is still there and that you may read and write it.",
    ),
    sqlite3.SQLITE_BUSY: (
        "Another program is using “{name}” just now.",
        f"{_UNHARMED} Close the other program, then try again.",
    ),
}
_DAMAGED = ("“{name}” is damaged.", "It was left as it is.")

_BY_ERRNO: dict[int, int] = {
    ENOSPC: sqlite3.SQLITE_FULL,
    EDQUOT: sqlite3.SQLITE_FULL,
    EFBIG: sqlite3.SQLITE_FULL,
    EACCES: sqlite3.SQLITE_READONLY,
    EPERM: sqlite3.SQLITE_READONLY,
    EROFS: sqlite3.SQLITE_READONLY,
}


def damaged(path: Path, details: str = "") -> DocumentError:
    """The error for a file that makes no sense."""
    sentence, advice = _DAMAGED
    return DocumentError(sentence.format(name=_name(path)), advice, details)


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn what SQLite or the system says of `path` into a DocumentError."""
    try:
        yield
    except sqlite3.Error as error:
        raise _told(path, error) from error
    except OSError as error:
        raise _refused(path, error) from error
    except Exception as error:
        inner = getattr(error, "orig", None)  # SQLAlchemy wraps the driver's error
        if isinstance(inner, sqlite3.Error):
            raise _told(path, inner) from error
        raise


def _name(path: Path) -> str:
    return path.parent.name if path.name == "project.sqlite" else path.name


def _told(path: Path, error: sqlite3.Error) -> DocumentError:
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & 0xFF
    sentence, advice = _BY_CODE.get(code, _DAMAGED)
    return DocumentError(sentence.format(name=_name(path)), advice, f"{error} ({path})")


def _refused(path: Path, error: OSError) -> DocumentError:
    code = _BY_ERRNO.get(error.errno or 0, sqlite3.SQLITE_CANTOPEN)
    sentence, advice = _BY_CODE[code]
    return DocumentError(sentence.format(name=_name(path)), advice, str(error))
