"""Names by which values refer to each other."""

from __future__ import annotations

from typing import NewType
from uuid import uuid4

ProjectId = NewType("ProjectId", str)
BoardId = NewType("BoardId", str)
SceneId = NewType("SceneId", str)
LayerId = NewType("LayerId", str)
SoundId = NewType("SoundId", str)
CaptionId = NewType("CaptionId", str)
CreatorId = NewType("CreatorId", str)
StyleId = NewType("StyleId", str)

MediaId = NewType("MediaId", str)
"""A file's name in the project's media folder: its SHA-256 in hex, a dot, its extension."""


def fresh() -> str:
    """A new id, different from all others; give it the type it is for."""
    return uuid4().hex
