"""Builds the tools that both doors, window and command line, work with."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from kindreel.errors import NotFoundError

if TYPE_CHECKING:
    from kindreel.comments.classify import Classifier
    from kindreel.samples import Template
    from kindreel.store.document import Document

_SUFFIX = ".kindreel"


@cache
def classifier() -> Classifier:
    """The shipped classifier, loaded once; ModelFileError when its weights are not whole."""
    from kindreel.comments.classify import Classifier  # noqa: PLC0415 - numpy only when scoring

    return Classifier.load()


def unkind(texts: Sequence[str]) -> list[bool]:
    """For each text whether the classifier would call it unkind or worse."""
    from kindreel.model.comment import Queue  # noqa: PLC0415 - with the classifier

    judge = classifier()
    found = judge.queues(judge.score_array(texts)) if texts else []
    return [queue in (Queue.UNKIND, Queue.SEVERE) for queue in found]


def templates() -> tuple[Template, ...]:
    """What a project can be started from, the blank one first."""
    from kindreel import samples  # noqa: PLC0415 - only where projects are made

    return samples.templates()


def template(name: str) -> Template:
    """The template of that name, however it is joined; NotFoundError names those there are."""
    every = templates()
    for candidate in every:
        if candidate.name == name.replace("-", "_"):
            return candidate
    names = ", ".join(t.name for t in every)
    raise NotFoundError(f"There is no template called “{name}”.", f"Choose one of: {names}.")


def project_folder(path: Path) -> Path:
    """The path with the ending that project folders have."""
    return path if path.suffix == _SUFFIX else path.with_name(path.name + _SUFFIX)


def new_project(name: str, path: Path, creator: str = "") -> Document:
    """A new project from a template, saved and open; DocumentError when the place is taken."""
    from kindreel.store import folder as folders  # noqa: PLC0415 - SQLAlchemy on use
    from kindreel.store.document import Document  # noqa: PLC0415 - the same
    from kindreel.store.media import MediaStore  # noqa: PLC0415 - the same

    chosen = template(name)
    folder = project_folder(path)
    with folders.made(folder):
        return Document.create(folder, chosen.build(MediaStore(folder), creator))


def open_project(path: Path) -> Document:
    """A project to change; DocumentError while it is open elsewhere."""
    from kindreel.store.document import Document  # noqa: PLC0415 - SQLAlchemy on use

    return Document.open(path)


def look_at(path: Path) -> Document:
    """A project to read from, as it was last saved; it may be open elsewhere meanwhile."""
    from kindreel.store.document import Document  # noqa: PLC0415 - SQLAlchemy on use

    return Document.open(path, read_only=True)
