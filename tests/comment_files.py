"""Writing a file of comments and reading it back, for the tests of importers and inbox."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from kindreel import importers
from kindreel.importers import Mapping
from kindreel.model.comment import Comment
from kindreel.model.triage import Unreadable

SAID = """id,comment_text,user,created_at,video_title
740000000000000001,thank you so much this made my whole week,mara,2026-11-20T10:00:00Z,Boats
740000000000000002,you are such an idiot nobody likes you,zed,2026-11-20T11:00:00Z,Boats
740000000000000003,FREE followers click my bio link now http://x.example/win,dealz,2026-11-20T13:00:00Z,Boats
740000000000000004,,ghost,2026-11-20T13:00:00Z,Boats
"""
"""An export with a kind, an unkind, a spam and an empty comment."""


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
