"""Files dropped on the window: which are projects, which hold comments."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMimeData

_COMMENTS = {".csv", ".tsv", ".json", ".jsonl", ".ndjson", ".xlsx", ".txt", ".zip"}


@dataclass(frozen=True, slots=True)
class Dropped:
    """What was dropped, sorted by what can be done with it."""

    projects: tuple[Path, ...] = ()
    comments: tuple[Path, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.projects or self.comments)


def sort(paths: Iterable[Path]) -> Dropped:
    """Tell project folders from files that may hold comments; the rest is left out.

    A file inside a project folder stands for the folder.
    """
    projects: list[Path] = []
    comments: list[Path] = []
    for path in paths:
        folder = path if path.suffix == ".kindreel" else path.parent
        if folder.suffix == ".kindreel" and folder.is_dir():
            projects.append(folder)
        elif path.suffix.lower() in _COMMENTS and path.is_file():
            comments.append(path)
    return Dropped(tuple(dict.fromkeys(projects)), tuple(comments))


def dropped(data: QMimeData) -> Dropped:
    """What a drag carries."""
    return sort(Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile())
