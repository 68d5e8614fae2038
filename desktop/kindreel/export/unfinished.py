"""Files that are not done yet: beside their target, never under its name, swept later."""

from __future__ import annotations

import contextlib
import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

from kindreel.errors import ExportError
from kindreel.i18n import size

_SUFFIX = ".kindreel-part"
_NAME = re.compile(rf"\..*\.(\d+)\.[0-9a-f]{{8}}{re.escape(_SUFFIX)}")


def beside(out: Path) -> Path:
    """A fresh hidden name in the folder of `out` that no program takes for a finished file."""
    return out.with_name(f".{out.name}.{os.getpid()}.{uuid4().hex[:8]}{_SUFFIX}")


def _runs(pid: int) -> bool:
    """Whether a process of that number runs; on Windows open files guard themselves."""
    if os.name == "nt":
        return False
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def remove(path: Path) -> None:
    """Take away a file or folder; what cannot be removed stays for the next sweep."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
    else:
        with contextlib.suppress(OSError):
            path.unlink()


def sweep(folder: Path) -> None:
    """Remove what exports that were killed left behind in a folder."""
    with contextlib.suppress(OSError):
        for path in folder.iterdir():
            found = _NAME.fullmatch(path.name)
            if found and int(found[1]) != os.getpid() and not _runs(int(found[1])):
                remove(path)


def _settle(path: Path) -> None:
    """Bring a file or folder's entry to the disk before it gets its name."""
    if path.is_dir() and os.name == "nt":
        return
    with contextlib.suppress(OSError):
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _replace(part: Path, out: Path) -> None:
    if part.is_dir() and out.is_dir():
        old = beside(out)
        out.rename(old)
        part.rename(out)
        remove(old)
    else:
        part.replace(out)


@contextmanager
def unfinished(out: Path) -> Iterator[Path]:
    """A path to write to; it takes the name `out` in one step when the block ends well.

    Otherwise it is removed, and what was under `out` before stays as it was.
    """
    out = out.absolute()
    _writable(out)
    sweep(out.parent)
    part = beside(out)
    try:
        yield part
        _settle(part)
        try:
            _replace(part, out)
        except OSError as error:
            raise ExportError(
                f"“{out.name}” could not be replaced.",
                "Close the program that has it open, or choose another name.",
                str(error),
            ) from error
        _settle(out.parent)
    finally:
        remove(part)


def _writable(out: Path) -> None:
    folder = out.parent
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ExportError(
            f"The folder “{folder.name}” could not be made.",
            "Your project is saved. Choose another folder.",
            str(error),
        ) from error
    if not os.access(folder, os.W_OK):
        raise ExportError(
            f"Kindreel may not write to the folder “{folder.name}”.",
            "Your project is saved. Choose another folder.",
        )


def check_room(out: Path, octets: int) -> None:
    """ExportError when the disk of `out` has no room for so many octets."""
    folder = next(p for p in out.absolute().parents if p.exists())
    free = shutil.disk_usage(folder).free
    if free < octets:
        raise ExportError(
            "There is not enough room to export.",
            f"It needs about {size(octets)}, {size(free)} are free. Your project is saved; "
            "free some space or choose another folder.",
        )
