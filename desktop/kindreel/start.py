"""Builds the tools that both doors, window and command line, work with."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from kindreel.errors import DocumentError

if TYPE_CHECKING:
    from kindreel.comments.classify import Classifier
    from kindreel.export.preflight import Finding
    from kindreel.jobs import Progress
    from kindreel.model.board import Board
    from kindreel.model.project import Project
    from kindreel.samples import Template
    from kindreel.store.document import Document
    from kindreel.store.media import MediaStore


@cache
def classifier() -> Classifier:
    """The shipped classifier, loaded once; ModelFileError when its weights are not whole."""
    from kindreel.comments.classify import Classifier  # noqa: PLC0415 - numpy only when scoring

    return Classifier.load()
