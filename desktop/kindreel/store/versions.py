"""Earlier states of a project, kept as whole files, fewer the older they are."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Literal

from kindreel.store.folder import VERSIONS, place

_NAME = re.compile(r"(\d{8}T\d{6})(\d{6})Z-(saved|unsaved)\.sqlite")

_TIERS = (
    (timedelta(hours=1), timedelta(minutes=5)),
    (timedelta(days=1), timedelta(hours=1)),
    (timedelta(days=30), timedelta(days=1)),
    (timedelta(days=365), timedelta(weeks=1)),
)
"""Up to this age, one is kept for each so long."""

_ALWAYS = 5
_ROOM = 500_000_000


@dataclass(frozen=True, slots=True)
class Version:
    """A state a project once had.

    saved_at: UTC. kind: "unsaved" for work that a crash left and nobody took up.
    """

    path: Path
    saved_at: datetime
    kind: Literal["saved", "unsaved"] = "saved"


def versions_in(folder: Path) -> tuple[Version, ...]:
    """All kept versions of a project folder, newest first."""
    found = [_version(path) for path in (folder / VERSIONS).glob("*.sqlite")]
    return tuple(sorted((v for v in found if v), key=lambda v: v.saved_at, reverse=True))


def keep(folder: Path, source: Path) -> None:
    """Keep a copy of a closed project file as a version of this moment; OSError when it fails."""
    path = _new_name(folder, "saved")
    new = path.with_suffix(".new")
    try:
        shutil.copyfile(source, new)
        place(new, path)
    finally:
        new.unlink(missing_ok=True)


def take_in(folder: Path, left_over: Path) -> None:
    """Make a file that a crash left into a version; it needs no further room on the disk."""
    place(left_over, _new_name(folder, "unsaved"))


def _new_name(folder: Path, kind: str) -> Path:
    (folder / VERSIONS).mkdir(exist_ok=True)
    return folder / VERSIONS / f"{datetime.now(UTC):%Y%m%dT%H%M%S%f}Z-{kind}.sqlite"


def thin_out(folder: Path) -> None:
    """Delete what age or room makes superfluous, and what a killed copy left."""
    for unfinished in (folder / VERSIONS).glob("*.new"):
        unfinished.unlink(missing_ok=True)
    found = versions_in(folder)
    kept = set(worth_keeping([v.saved_at for v in found], datetime.now(UTC)))
    room = 0
    for index, version in enumerate(found):
        room += version.path.stat().st_size
        superfluous = version.saved_at not in kept or room > _ROOM
        if superfluous and index >= _ALWAYS:
            version.path.unlink(missing_ok=True)


def worth_keeping(times: Iterable[datetime], now: datetime) -> tuple[datetime, ...]:
    """Those times that are kept, newest first: the newest few, and one of each stretch of time.

    Of a stretch the oldest stays, so that it is still there when it grows into the next tier.
    """
    newest_first = sorted(times, reverse=True)
    kept = set(newest_first[:_ALWAYS])
    taken: set[tuple[timedelta, int]] = set()
    for moment in reversed(newest_first):
        spacing = next((s for age, s in _TIERS if now - moment <= age), None)
        if spacing is None:
            continue
        slot = (spacing, int(moment.timestamp() // spacing.total_seconds()))
        if slot not in taken:
            taken.add(slot)
            kept.add(moment)
    return tuple(moment for moment in newest_first if moment in kept)


def _version(path: Path) -> Version | None:
    name = _NAME.fullmatch(path.name)
    if name is None:
        return None
    try:
        moment = datetime.strptime(f"{name[1]}{name[2]}", "%Y%m%dT%H%M%S%f").replace(tzinfo=UTC)
    except ValueError:
        return None
    return Version(path, moment, "saved" if name[3] == "saved" else "unsaved")
