"""The creator's own classifier: the shipped one, moved by what they decided about comments.

Decisions are the lessons. So undo takes a lesson back, comments that are forgotten teach no
more, and nothing about a person is kept twice.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from kindreel import start
from kindreel.comments.arriving import settle
from kindreel.comments.classify import Classifier
from kindreel.comments.learn import Change, Correction, PersonalLayer, change, meant_by
from kindreel.errors import ExportError, ImportFileError
from kindreel.jobs import Progress, silent
from kindreel.model.comment import Action, Label, Queue
from kindreel.model.triage import Act, Rescored
from kindreel.store.inbox import Inbox
from kindreel.store.inbox.teaching import Said

_SUSPECTED = (Queue.UNKIND, Queue.UNSURE)
_CLEAR = (Action.BLOCK, Action.REPORT)
"""What nobody does to a comment they do not mind; deleting may be mere tidying."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CaughtUp:
    """What was read anew, and what rules decided about comments that had not been read yet."""

    rescored: Rescored = Rescored()
    acts: tuple[Act, ...] = ()


def layer(inbox: Inbox) -> PersonalLayer:
    """What the creator has taught: carried from elsewhere, then by decisions that hold."""
    carried = inbox.teaching.carried()
    known = PersonalLayer.from_json(carried) if carried else PersonalLayer()
    return known.taught(lesson for said in inbox.teaching.said() for lesson in _lessons(said))


def _lessons(said: Said) -> tuple[Correction, ...]:
    """What one decision says about the labels of a comment; nothing where it was right already."""
    if said.action is Action.KIND and said.queue is not Queue.KIND:
        return meant_by(said.text, Queue.KIND)
    if said.action is Action.KEEP and said.queue in _SUSPECTED:
        return (Correction(said.text, Label.UNKIND, holds=False),)
    if said.action is Action.KEEP and said.queue is Queue.SPAM:
        return (Correction(said.text, Label.SPAM, holds=False),)
    if said.action in _CLEAR and said.queue is Queue.UNSURE:
        return (Correction(said.text, Label.UNKIND, holds=True),)
    return ()


def classifier(inbox: Inbox) -> Classifier:
    """The shipped classifier with what this inbox's creator has taught it."""
    return _fitted(start.classifier(), layer(inbox))


@lru_cache(maxsize=2)
def _fitted(base: Classifier, taught: PersonalLayer) -> Classifier:
    return taught.fitted(base)


def catch_up(inbox: Inbox, progress: Progress = silent) -> CaughtUp:
    """Read anew what the present classifier has not read; rules then meet what was unread.

    After an update, a decision that teaches or its undo; decisions themselves stay as they are.
    """
    inbox.arrivals.begin()
    rescored = inbox.score_pending(classifier(inbox), progress)
    return CaughtUp(rescored=rescored, acts=settle(inbox))


def worth(inbox: Inbox) -> Change:
    """What the creator's lessons are worth, told by those that were held back."""
    return change(layer(inbox), start.classifier())


def carry_out(inbox: Inbox, file: Path) -> None:
    """Write all corrections to a file that only this person may read; ExportError when none can."""
    new = file.with_name(file.name + ".new")
    try:
        descriptor = os.open(new, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as opened:
            opened.write(layer(inbox).to_json())
        new.replace(file)
    except OSError as error:
        raise ExportError(
            f"“{file.name}” cannot be written.", "Choose another folder.", str(error)
        ) from error


def carry_in(inbox: Inbox, text: str) -> int:
    """Take in corrections that were exported; ImportFileError when the text is no such file.

    Those that were carried in before are replaced. Gives back how many they are.
    """
    found = PersonalLayer.from_json(text)
    if not found.corrections:
        raise ImportFileError("This file holds no corrections.", "Nothing was changed.")
    inbox.teaching.carry(found.to_json())
    return len(found.corrections)
