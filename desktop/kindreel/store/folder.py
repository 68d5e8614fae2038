"""What lies where in a `Name.kindreel` folder."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kindreel.errors import DocumentError
from kindreel.store.faults import damaged, explained

SUFFIX = ".kindreel"
PROJECT = "project.sqlite"
AUTOSAVE = "autosave.sqlite"
VERSIONS = "versions"
MEDIA = "media"
CACHE = "cache"
LOCK = ".lock"


def settle(folder: Path) -> None:
    """Wait until the names in a folder are on the disk, where the system can say so."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def place(new: Path, final: Path) -> None:
    """Give a finished file its name, in place of an older one, for good."""
    with new.open("rb+") as file:
        os.fsync(file.fileno())
    os.replace(new, final)  # noqa: PTH105 - replace() of Path is the same call, named less plainly
    settle(final.parent)


def remove_database(path: Path) -> None:
    """Take away an SQLite file and what a killed process left beside it."""
    path.unlink(missing_ok=True)
    journal_of(path).unlink(missing_ok=True)


def journal_of(path: Path) -> Path:
    """Where SQLite keeps the rollback journal of a file."""
    return path.with_name(f"{path.name}-journal")


def check_folder(folder: Path) -> None:
    """Raise DocumentError unless it is a folder."""
    if not folder.is_dir():
        raise DocumentError(
            f"“{folder.name}” is no project folder.",
            "Choose a folder whose name ends in “.kindreel”.",
            str(folder),
        )


def check_present(folder: Path) -> None:
    """Raise DocumentError unless a project lies in the folder."""
    check_folder(folder)
    file = folder / PROJECT
    if not file.is_file():
        raise DocumentError(
            f"There is no project in “{folder.name}”.",
            "Choose another folder, or open one of its earlier versions.",
            str(folder),
        )
    if file.stat().st_size == 0:  # SQLite would take it for a new one
        raise damaged(file, "empty")


def check_vacant(folder: Path) -> None:
    """Raise DocumentError when the folder holds anything but media."""
    if folder.is_dir():
        found = {path.name for path in folder.iterdir()}
        vacant = found <= {MEDIA, CACHE, LOCK}
    else:
        vacant = not folder.exists()
    if not vacant:
        raise DocumentError(
            f"There is something in “{folder.name}” already.",
            "Nothing was overwritten. Choose another name.",
            str(folder),
        )


@contextmanager
def made(folder: Path) -> Iterator[None]:
    """Make a new folder, and take it away again when the work in it fails."""
    with explained(folder):
        check_vacant(folder)
        fresh = not folder.exists()
        folder.mkdir(parents=True, exist_ok=True)
    try:
        yield
    except BaseException:
        if fresh:
            shutil.rmtree(folder, ignore_errors=True)
        raise
