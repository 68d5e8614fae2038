"""Writing a file of comments and reading it back, for the tests of importers and inbox."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from kindreel import importers
from kindreel.importers import Mapping
from kindreel.model.comment import Comment
from kindreel.model.triage import Unreadable


class Read(Protocol):
    """Writes a file and reads it back: (comments, unreadable rows, the importer's kind)."""

    def __call__(
        self, content: str | bytes, name: str = "file.txt", mapping: Mapping | None = None
    ) -> tuple[list[Comment], list[Unreadable], str]: ...


def reader(folder: Path) -> Read:
    def read(
        content: str | bytes, name: str = "file.txt", mapping: Mapping | None = None
    ) -> tuple[list[Comment], list[Unreadable], str]:
        path = folder / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        kind = importers.shelf.kind_of(importers.detect(path))
        rows = list(importers.read(path, mapping=mapping))
        comments = [row for row in rows if isinstance(row, Comment)]
        return comments, [row for row in rows if isinstance(row, Unreadable)], kind

    return read
